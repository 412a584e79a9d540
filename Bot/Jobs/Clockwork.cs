using Quartz;

namespace GrantBot.Bot.Jobs;

/// <summary>Quartz wakes the worker; it decides nothing.</summary>
internal static class Clockwork
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddClockwork(this IServiceCollection services) => services
        .AddQuartz(q => q
            .AddJob<Wake>(j => j.WithIdentity(nameof(Wake)))
            .AddTrigger(t => t.ForJob(nameof(Wake)).StartNow().WithSimpleSchedule(s => s.WithInterval(Every).RepeatForever())))
        .AddQuartzHostedService(o => { o.WaitForJobsToComplete = true; o.StartDelay = TimeSpan.FromSeconds(3); });

    /// <summary>One look at what is due.</summary>
    [DisallowConcurrentExecution]
    internal sealed class Wake(DueSignal signal) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            signal.Wake();
            return ValueTask.CompletedTask;
        }
    }
}
