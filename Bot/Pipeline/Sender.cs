using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// Sends stored replies: one chat's in order, different chats at once. What an outcome means stands here and nowhere else.
/// State changes exactly once, but sending is at least once: a crash between the platform's answer and our journal repeats a message.
/// </summary>
internal sealed partial class Sender : IDisposable
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);
    private const int MostLate = 10_000;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    private readonly KeyedSerial<(ChatId, Way), Func<Task>> chats;
    private readonly ChannelSet channels;
    private readonly Writer writer;
    private readonly AccountGate gate;
    private readonly BulkPace pace;
    private readonly TimeProvider time;
    private readonly ILogger<Sender> log;
    private readonly CancellationTokenSource stop = new();

    private readonly HeldReplies held;
    private readonly Jobs.DueSignal due;
    private readonly Presence presence;
    private readonly SentJournal journal;
    private readonly ConcurrentDictionary<ChatId, DateTimeOffset> late = new();

    public Sender(ChannelSet channels, Writer writer, SentJournal journal, HeldReplies held, Jobs.DueSignal due, Presence presence, TimeProvider time, ILogger<Sender> log)
    {
        (this.channels, this.writer, this.journal, this.held, this.due, this.presence, this.time, this.log) = (channels, writer, journal, held, due, presence, time, log);
        gate = new AccountGate(time);
        pace = new BulkPace(time);
        chats = new(static run => run());
    }

    /// <summary>Replies that are waiting or being sent, and those whose mark the database has yet to take.</summary>
    public int Active => chats.Active + Volatile.Read(ref unmarked);

    /// <summary>Messages to many that wait for their turn, or are being sent.</summary>
    public int BulkWaiting => Volatile.Read(ref bulk);

    private int bulk, unmarked;

    /// <summary>When a chat's last reply was said, where that was noticeably later than it was decided: after a restart or a pause of the platform. Else null.</summary>
    public DateTimeOffset? SaidLate(ChatId chat) => late.TryGetValue(chat, out var at) ? at : null;

    /// <summary>Queues a stored reply. Settling an earlier message does not hold up the next question, and what goes to many holds up no reply.</summary>
    public void Add(OutboxLine line, ChatAddress to, DateTimeOffset? lastHeard, DateTimeOffset? decidedAt = null)
    {
        var job = new Job(line, to, lastHeard, decidedAt ?? time.GetUtcNow());
        if (line.Bulk) Interlocked.Increment(ref bulk);
        chats.Add((line.Chat, line.Bulk ? Way.Bulk : line.Reply is Reply.Settle ? Way.Settle : Way.Reply), () => RunAsync(job));
    }

    /// <summary>
    /// Shows at once that a person was heard; a matter of courtesy, so it is neither stored nor repeated. WhatsApp's typing indicator ends
    /// with the next message, so it must go out before the reply; the others hold up nothing.
    /// </summary>
    public void Acknowledge(IChannel channel, ChatId chat, InboxItem item)
    {
        if (channel.Traits.Channel is ChannelKind.Web || AcknowledgedByWebhook(item)) return;
        if (channel.Traits.Channel is ChannelKind.WhatsApp) chats.Add((chat, Way.Reply), () => AcknowledgeAsync(channel, item));
        else _ = AcknowledgeAsync(channel, item);
    }

    /// <summary>Set when the webhook's own answer stops the spinner of a pressed button, so that no call is needed.</summary>
    public Func<InboxItem, bool> AcknowledgedByWebhook { get; set; } = static _ => false;

    /// <summary>Gives up pauses; what was not sent stays in the outbox for the next start.</summary>
    public void Stop() => stop.Cancel();

    public void Dispose() => stop.Dispose();

    private async Task AcknowledgeAsync(IChannel channel, InboxItem item)
    {
        try { await channel.AcknowledgeAsync(item.Payload, stop.Token); }
        catch (Exception e) { LogFault("acknowledge", e.GetType().Name); }
    }

    private async Task RunAsync(Job job)
    {
        try
        {
            if (channels.Find(job.To.Channel) is not { } channel) await MarkAsync(job, OutboxState.Refused, null, "the channel is not configured");
            else if (held.Has(job.Line.Chat) && !channel.SaysAnyTime(job.Line.Reply, job.Line.Language)) await MarkAsync(job, OutboxState.Held, null, null);
            else await SendAsync(channel, job);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { LogLeft(job.Line.Id); }
        catch (Exception e) { LogFault("send", e.GetType().Name); } // stays in the outbox; sent after a restart
        finally { if (job.Line.Bulk) Interlocked.Decrement(ref bulk); }
    }

    private async Task SendAsync(IChannel channel, Job job)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!job.Line.Bulk && job.Line.Reply is not Reply.Settle) pace.Spend(channel);
            var outcome = job.Line.Bulk ? await pace.CarryAsync(channel, () => OnceAsync(channel, job), stop.Token) : await OnceAsync(channel, job);
            switch (outcome)
            {
                case SendOutcome.Sent sent: NoteLate(job); await MarkAsync(job, OutboxState.Sent, sent.MessageId, null); Meters.Sent.Add(1); await ShownAsync(job.Line.Reply); return;
                case SendOutcome.Refused refused: LogRefused(job.Line.Id, refused.Code, refused.Why); await MarkAsync(job, OutboxState.Refused, null, $"{refused.Code} {refused.Why}"); return;
                case SendOutcome.Blocked blocked: await MarkAsync(job, OutboxState.Blocked, null, blocked.Why); return;
                case SendOutcome.InvitedBack back: await HoldAsync(job, back.MessageId); return;
                case SendOutcome.WindowClosed: LogWindow(job.Line.Id, job.Line.Language); await MarkAsync(job, OutboxState.WindowClosed, null, "24-hour window closed, no template for the language"); return;
                case SendOutcome.RetryAfter { WholeAccount: true } wait: gate.Close(job.To.Channel, wait.After); break;
                case SendOutcome.RetryAfter wait: Meters.Throttled.Add(1); if (job.Line.Bulk) pace.Close(channel, wait.After); await Task.Delay(wait.After, time, stop.Token); break;
                case SendOutcome.Unreachable: Meters.Unreachable.Add(1); await Task.Delay(Pause(attempt), time, stop.Token); break;
                default: throw new UnreachableException();
            }
        }
    }

    /// <summary>Sends, and notes at once what the platform has taken.</summary>
    private async Task<SendOutcome> OnceAsync(IChannel channel, Job job)
    {
        await gate.PassAsync(job.To.Channel, stop.Token);
        stop.Token.ThrowIfCancellationRequested();
        var outcome = await channel.SendAsync(new(job.To, job.Line.Reply, job.Line.Language, job.LastHeard, job.Line.Id), CancellationToken.None);
        if (outcome is SendOutcome.Sent && IsJournaled(job.Line.Reply)) journal.Add(job.Line.Id, job.Line.Chat);
        return outcome;
    }

    /// <summary>To do the others twice changes nothing.</summary>
    private static bool IsJournaled(Reply reply) => reply is not (Reply.Settle or Reply.Remove or Reply.Hint or Reply.Leave);

    /// <summary>Tells who said it that it stands in the other side's chat; a matter of courtesy.</summary>
    private async Task ShownAsync(Reply reply)
    {
        if (reply.As is not { Kind: SentKind.Line or SentKind.LineFile, Number: var line }) return;
        try { await presence.ShownAsync(line, stop.Token); }
        catch (Exception e) { LogFault("mark read", e.GetType().Name); }
    }

    private async Task HoldAsync(Job job, string? templateId)
    {
        await WrittenAsync(job, OutboxState.Held, templateId, null);
        held.Add(job.Line.Chat); // only now: whoever sees it must find the row
    }

    /// <summary>Marks without waiting for the disk: until the mark is durable the journal remembers what a platform has taken.</summary>
    private async Task MarkAsync(Job job, OutboxState state, string? messageId, string? error)
    {
        var marked = WrittenAsync(job, state, messageId, error);
        if (state is OutboxState.Sent && IsJournaled(job.Line.Reply)) _ = marked.ContinueWith(static (_, journal) => ((SentJournal)journal!).Durable(), journal,
            CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (job.Line.Reply.As is not { Kind: SentKind.Topic }) return;
        await marked; // its card waits for it
        due.Wake();
    }

    /// <summary>While the database is in trouble it is tried again, with growing pauses and a last time when the program stops.</summary>
    private async Task WrittenAsync(Job job, OutboxState state, string? messageId, string? error)
    {
        var now = time.GetUtcNow();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await writer.WriteAsync(new Work.MarkSent(job.Line.Id, job.Line.Chat, state, messageId, error, now) { As = job.Line.Reply.As });
                return;
            }
            catch (Exception e) when (!stop.IsCancellationRequested && e is (DbException or DbUpdateException { InnerException: DbException }))
            {
                LogFault("mark", e.GetType().Name);
            }
            Interlocked.Increment(ref unmarked);
            await Task.Delay(Pause(attempt), time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref unmarked);
        }
    }

    private void NoteLate(Job job)
    {
        var now = time.GetUtcNow();
        if (job.Line.Bulk || now - job.DecidedAt < Late) return; // what goes to many asks nothing new
        if (late.Count >= MostLate) late.Clear();
        late[job.Line.Chat] = now;
    }

    private static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(attempt, 10) - 1)));

    /// <summary>Lines of a chat that keep their order among themselves only.</summary>
    private enum Way { Reply, Settle, Bulk }

    private sealed record Job(OutboxLine Line, ChatAddress To, DateTimeOffset? LastHeard, DateTimeOffset DecidedAt);

    [LoggerMessage(1, LogLevel.Warning, "Outbox row {OutboxId} was refused: {Code} {Why}")]
    private partial void LogRefused(long outboxId, int code, string why);

    [LoggerMessage(2, LogLevel.Error, "Fault in {What}: {Fault}")]
    private partial void LogFault(string what, string fault);

    [LoggerMessage(3, LogLevel.Information, "Outbox row {OutboxId} is left for the next start")]
    private partial void LogLeft(long outboxId);

    [LoggerMessage(4, LogLevel.Warning, "Outbox row {OutboxId}: WhatsApp's 24-hour window is closed and WhatsApp__Templates__{Language} is not set")]
    private partial void LogWindow(long outboxId, string language);
}
