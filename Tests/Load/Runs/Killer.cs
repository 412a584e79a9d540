using GrantBot.Load.Walk;

namespace GrantBot.Load.Runs;

/// <summary>What a stopped bot left behind.</summary>
/// <param name="ExitCode">0 = it ended as it should.</param>
/// <param name="Waiting">Inbox items not answered and replies not sent.</param>
internal readonly record struct Stop(int ExitCode, int Waiting);

/// <summary>Kills or stops the bot at moments drawn by lot and starts it again.</summary>
internal sealed class Killer(BotProcess bot, Crowd crowd, LoadOptions options)
{
    private const int MessagesEach = 17;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);
    private readonly Random random = new(options.Seed);

    /// <summary>How often it happened.</summary>
    public int Kills { get; private set; }

    /// <summary>What the bot left behind each time it was stopped gently.</summary>
    public List<Stop> Stops { get; } = [];

    /// <summary>Ends when the last kill is done or everybody has finished.</summary>
    public async Task RunAsync()
    {
        var all = options.People * MessagesEach;
        var moments = Enumerable.Range(0, options.Kills).Select(_ => random.Next(all * 9 / 10)).Order().ToList();
        foreach (var moment in moments)
        {
            while (crowd.Heard < moment && !crowd.Done) await Task.Delay(Glance, TimeProvider.System, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 30), TimeProvider.System, CancellationToken.None);
            if (crowd.Done) return;
            if (options.Gently) await StopAsync();
            else await bot.KillAsync();
            crowd.Place.BotGone();
            Kills++;
            await bot.StartAsync();
            await crowd.Place.ConnectedAsync();
        }
    }

    /// <summary>Stops the bot and looks at what it left.</summary>
    public async Task StopAsync()
    {
        var code = await bot.StopAsync();
        Stops.Add(new(code, Storage.Waiting(bot.Engine)));
    }
}
