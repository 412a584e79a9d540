using System.Data.Common;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Sql;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// The one writer of a database: takes whatever waits, writes it in one transaction, commits once (group commit), then tells
/// everybody who waited. Each work runs behind a savepoint, so that one that fails is undone alone.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int MostPerCommit = 64; // so that a mark waits for a short commit only
    private readonly WorkQueue queue = new();
    private readonly WriterConnection connection;
    private readonly SqlCommands commands;
    private readonly GrantBotDb db;
    private readonly Thread thread;

    public Writer(IEngine engine)
    {
        connection = engine.OpenWriter();
        (commands, db) = (connection.Commands, connection.Db);
        thread = new Thread(Loop) { IsBackground = true, Name = "writer" };
        thread.Start();
    }

    /// <summary>Queues work; the task ends when it is durable. False = decide again on the newer state.</summary>
    public Task<bool> WriteAsync(Work work)
    {
        if (!queue.Add(work)) work.Fail(new ObjectDisposedException(nameof(Writer)));
        return work.Done;
    }

    public void Dispose()
    {
        queue.Close();
        thread.Join();
        connection.Dispose();
    }

    private void Loop()
    {
        var batch = new List<Work>(MostPerCommit);
        var written = new List<bool>(MostPerCommit);
        while (queue.Wait())
        {
            batch.Clear();
            written.Clear();
            try
            {
                using var transaction = connection.Begin();
                commands.Join(transaction);
                while (batch.Count < MostPerCommit && queue.Take(batch.LastOrDefault()) is { } work) { batch.Add(work); written.Add(Guarded(work, transaction)); }
                connection.Commit(transaction);
            }
            catch (Exception e) // the whole commit failed (disk full, database locked): everybody who waited must know, the loop goes on
            {
                if (batch.Count == 0) while (batch.Count < MostPerCommit && queue.Take(batch.LastOrDefault()) is { } work) batch.Add(work);
                foreach (var work in batch) { NotStored(work); work.Fail(e); }
                continue;
            }
            for (var i = 0; i < batch.Count; i++) batch[i].Finish(written[i]);
        }
    }

    /// <summary>What answers these entries, later in the queue, must not be written either.</summary>
    private static void NotStored(Work work)
    {
        if (work is Work.Receive receive) foreach (var entry in receive.Items) entry.Id = 0;
    }

    /// <summary>Runs one work; its own failure is told to whoever waits and undone, without touching its neighbours.</summary>
    private bool Guarded(Work work, DbTransaction transaction)
    {
        commands.Save();
        try
        {
            var written = Write(work, transaction);
            if (written) commands.Keep();
            else commands.Undo();
            return written;
        }
        catch (Exception e) when (e is ConflictException || (OfDatabase(e) is { } fault && connection.IsConflict(fault)))
        {
            commands.Undo();
            return false;
        }
        catch (Exception e) when (OfDatabase(e) is not { } fault || !connection.EndsCommit(fault))
        {
            commands.Undo();
            NotStored(work);
            work.Fail(e);
            return false;
        }
    }

    /// <summary>What the database said, as it is or as EF tells it.</summary>
    private static DbException? OfDatabase(Exception e) => e as DbException ?? e.InnerException as DbException;

    private bool Write(Work work, DbTransaction transaction)
    {
        switch (work)
        {
            case Work.Receive receive:
                var now = receive.Now.ToUnixTimeMilliseconds();
                foreach (var entry in receive.Items) entry.Id = commands.Receive(entry.Item, now);
                return true;
            case Work.TakeTurn turn: return Turn(turn, transaction);
            case Work.Park park:
                if (park.Entry.Id == 0) return false;
                commands.Park(park.Entry.Id, park.Error);
                if (park.Apology is { } apology) Send(apology, park.Now);
                return true;
            case Work.Dismiss dismiss: commands.Answered(dismiss.Entry.Id); return true;
            case Work.MarkSent sent:
                commands.Sent(sent.OutboxId, (int)sent.State, sent.MessageId, sent.Error, sent.Now.ToUnixTimeMilliseconds());
                if (sent.State == OutboxState.Blocked) commands.Reachable(sent.Chat, false);
                if (sent is { State: OutboxState.Sent or OutboxState.Refused, As: { } known }) SentMarks.Write(Join(transaction), known, sent.Chat, sent.MessageId, sent.Now);
                return true;
            case Work.MarkReceipt mark:
                commands.Receipt(mark.Receipt.MessageId, (int)mark.Receipt.Kind, mark.Receipt.Code is { } code ? $"code {code}" : null);
                commands.Answered(mark.Entry.Id);
                return true;
            case Work.AddLine line:
                (line.Id, line.IsNew) = commands.Line(line.Chat, line.FromBot, line.Start, line.Json, line.Now.ToUnixTimeMilliseconds());
                return true;
            case Work.Background background:
                background.Write(Join(transaction));
                db.SaveChanges();
                foreach (var line in background.Replies) Send(line, background.Now);
                return true;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool Turn(Work.TakeTurn turn, DbTransaction transaction)
    {
        if (turn.Entry.Id == 0) return false;
        var now = turn.Now.ToUnixTimeMilliseconds();
        var heard = (turn.State.HeardAt ?? turn.Now).ToUnixTimeMilliseconds();
        var language = turn.State.Language ?? "kk";
        if (turn.Version == 0)
        {
            if (!commands.NewAddress(turn.Address, turn.Chat) || !commands.NewChat(turn.Chat, turn.Address.Channel, turn.StateJson, language, turn.State.Person, heard)) return false;
        }
        else if (!commands.UpdateChat(turn.Chat, turn.Version, turn.StateJson, language, turn.State.Person, heard)) return false;
        if (turn.Aliases.Count > 0) commands.NewAddress(turn.Address, turn.Chat); // it may have been found by an alias
        foreach (var alias in turn.Aliases) commands.NewAddress(alias, turn.Chat);
        commands.Answered(turn.Entry.Id);
        if (turn.Facts.Count > 0) Record(turn, transaction, now); // before the replies: an erasure clears those stored so far, the farewell comes after
        foreach (var line in turn.Replies) Send(line, turn.Now);
        return true;
    }

    private void Record(Work.TakeTurn turn, DbTransaction transaction, long now)
    {
        foreach (var fact in turn.Facts) commands.Fact(now, fact.GetType().Name, turn.By ?? turn.Chat, FactPeople.Of(fact) ?? turn.State.Person, DomainJson.Write(fact));
        if (turn.Facts.All(f => f is Fact.PeopleSeen or Fact.StaffLogAsked or Fact.CountsAsked or Fact.CountAsked or Fact.CountListAsked or Fact.ListAsked or Fact.ExpertListAsked or Fact.JournalAsked or Fact.ImportAsked or Fact.TicketAsked or Fact.PosterAsked or Fact.EventPosterAsked or Fact.SurveyPosterAsked or Fact.FormFileAsked or Fact.FormAnswersAsked or Fact.CertificateAskedAgain)) return;
        Join(transaction);
        foreach (var fact in turn.Facts) Projection.Apply(db, fact, new FactSource(turn.By ?? turn.Chat, turn.Address.Channel, turn.State.Language ?? "kk", turn.Now) { Group = turn.By is null ? null : turn.Chat });
    }

    private void Send(OutboxLine line, DateTimeOffset now) => line.Id = commands.Reply(line.Chat, line.Json, line.Language, line.Bulk, now.ToUnixTimeMilliseconds(), line.Topic);

    /// <summary>The context, empty and inside the transaction.</summary>
    private GrantBotDb Join(DbTransaction transaction)
    {
        db.ChangeTracker.Clear();
        if (db.Database.CurrentTransaction?.GetDbTransaction() != transaction) db.Database.UseTransaction(transaction);
        return db;
    }
}

/// <summary>A projection found that the decision no longer holds (the last seat went to somebody else): the turn is taken again.</summary>
internal sealed class ConflictException(string what) : Exception(what);
