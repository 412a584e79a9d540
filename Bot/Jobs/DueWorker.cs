using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Does what is due. The rows say what and when, so a restart neither loses nor doubles it; each piece of work commits together with its row.</summary>
internal sealed partial class DueWorker(IDbContextFactory<GrantBotDb> databases, IWriter writer, Housekeeping housekeeping, TimeProvider time, ILogger<DueWorker> log)
{
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    private bool planned;

    /// <summary>Makes sure that recurring work has its row.</summary>
    private Task<bool> PlanAsync()
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(new Work.Background(db =>
        {
            if (!db.Due.Any(d => d.Kind == Housekeeping.Kind)) db.Due.Add(new DueRow { Kind = Housekeeping.Kind, Subject = "all", DueAt = now });
        })
        { Now = now });
    }

    /// <summary>Does everything due by now.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (!planned) planned = await PlanAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        foreach (var row in await db.Due.AsNoTracking().Where(d => d.DueAt <= now).OrderBy(d => d.DueAt).Take(100).ToListAsync(cancel))
        {
            if (row.Kind != Housekeeping.Kind) { LogUnknown(row.Id, row.Kind); continue; }
            await writer.WriteAsync(new Work.Background(w =>
            {
                housekeeping.Run(w, now);
                w.Due.Where(d => d.Id == row.Id).ExecuteUpdate(s => s.SetProperty(d => d.DueAt, now + Hourly));
            })
            { Now = now });
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Due row {Id}: nobody knows work of kind {Kind}")]
    private partial void LogUnknown(long id, string kind);
}
