using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// Follows facts: reads the log behind a bookmark and commits each result together with the bookmark, so that each fact is reacted to once,
/// whatever crashes when.
/// </summary>
/// <param name="bookmark">Key of the bookmark.</param>
/// <param name="reactions">What is done, one fact after another.</param>
internal sealed partial class Follower(string bookmark, IEnumerable<IReaction> reactions, IDbContextFactory<GrantBotDb> databases, Writer writer, Sender sender, ChatStore chats, TimeProvider time, ILogger log) : IDisposable
{
    private const int MostTries = 5;
    private readonly SemaphoreSlim signal = new(1);
    private readonly Dictionary<string, IReaction> byFact = reactions.SelectMany(r => r.Facts.Select(f => (f.Name, r))).ToDictionary(p => p.Name, p => p.r, StringComparer.Ordinal);
    private long? position;
    private volatile bool dirty = true, running;

    /// <summary>True while there may be facts nobody reacted to.</summary>
    public bool Busy => dirty || running;

    /// <summary>There may be new facts.</summary>
    public void Wake()
    {
        dirty = true;
        if (signal.CurrentCount == 0) signal.Release();
    }

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(cancel);
                running = true;
                dirty = false;
                await CatchUpAsync(cancel);
                running = false;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { running = false; }
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        try
        {
            while (await StepAsync(cancel)) { }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(e.GetType().Name);
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancel);
            Wake();
        }
    }

    /// <summary>Reacts to the next facts; false when there are none.</summary>
    private async Task<bool> StepAsync(CancellationToken cancel)
    {
        position ??= ReadBookmark();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = byFact.Keys.ToList();
        var rows = await db.Facts.AsNoTracking().Where(f => f.Id > position && names.Contains(f.Type)).OrderBy(f => f.Id).Take(100).ToListAsync(cancel);
        foreach (var row in rows)
        {
            await ReactAsync(row, cancel);
            position = row.Id;
        }
        return rows.Count > 0;
    }

    private async Task ReactAsync(FactRow row, CancellationToken cancel, int attempt = 1)
    {
        var result = new ReactionResult();
        if (row.Data != "{}") // erased meanwhile
        {
            try { await byFact[row.Type].ReactAsync(DomainJson.ReadFact(row.Data), row, result, cancel); }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                LogReaction(row.Id, row.Type, e.GetType().Name);
                result = await byFact[row.Type].FailedAsync(row);
            }
        }
        try
        {
            await CommitAsync(row, result);
        }
        catch (ConflictException) when (attempt < MostTries)
        {
            await ReactAsync(row, cancel, attempt + 1); // what it was worked out from is older than what is there
        }
        catch (Exception e) when (result.Write is not null && e is not (OperationCanceledException or ObjectDisposedException))
        {
            LogReaction(row.Id, row.Type, e.GetType().Name);
            await CommitAsync(row, await byFact[row.Type].FailedAsync(row)); // what cannot be written must not hold up the rest for ever
        }
    }

    private async Task CommitAsync(FactRow row, ReactionResult result)
    {
        var id = row.Id;
        var work = new Work.Background(db =>
        {
            SetBookmark(db, id);
            db.Files.AddRange(result.Files);
            result.Write?.Invoke(db);
            if (result.Next is not { } next) return;
            db.Facts.Add(new FactRow { At = time.GetUtcNow(), Type = next.GetType().Name, ChatId = row.ChatId, Data = DomainJson.Write(next) });
            db.SaveChanges();
            Projection.Apply(db, next, new FactSource(row.ChatId ?? default, default, "kk", time.GetUtcNow()));
        })
        { Now = time.GetUtcNow() };
        foreach (var (chat, language, reply) in result.Replies)
            work.Replies.Add(new OutboxLine { Chat = chat, Reply = reply, Json = DomainJson.Write(reply), Language = language });
        foreach (var (chat, language, reply) in result.Bulk)
            work.Replies.Add(new OutboxLine { Chat = chat, Reply = reply, Json = DomainJson.Write(reply), Language = language, Bulk = true });
        if (!await writer.WriteAsync(work)) // what it was worked out from has changed: worked out anew
            throw result.Write is null ? new InvalidOperationException("the bookmark was not written") : new ConflictException("decided on what is no longer so");
        result.Written?.Invoke();
        foreach (var line in work.Replies)
            if (chats.Reach(line.Chat) is { } reach) sender.Add(line, reach.Address, reach.LastHeard);
    }

    private long ReadBookmark()
    {
        using var db = databases.CreateDbContext();
        return db.Settings.AsNoTracking().Where(s => s.Key == bookmark).Select(s => s.Value).FirstOrDefault() is { } value ? long.Parse(value) : 0;
    }

    private void SetBookmark(GrantBotDb db, long id)
    {
        var row = db.Settings.Find(bookmark);
        if (row is null) db.Settings.Add(row = new SettingRow { Key = bookmark });
        row.Value = id.ToString();
    }

    public void Dispose() => signal.Dispose();

    [LoggerMessage(1, LogLevel.Error, "Reactions stopped by {Fault}; trying again")]
    private partial void LogFault(string fault);

    [LoggerMessage(2, LogLevel.Error, "Reaction to fact {FactId} ({Type}) threw {Fault}; the chat is told")]
    private partial void LogReaction(long factId, string type, string fault);
}
