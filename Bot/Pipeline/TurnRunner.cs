using System.Data.Common;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>What every turn of a deployment shares.</summary>
/// <param name="Texts">All texts.</param>
/// <param name="Organisation">Who runs it.</param>
/// <param name="Zone">Its time zone.</param>
/// <param name="Link">A link with a code on one channel: for what belongs to a chat there, such as a ticket. Null where the address is not known.</param>
/// <param name="Links">The links with a code that are passed on, one for each channel people are reached on.</param>
/// <param name="Page">A link to a page of the program; null before it has started.</param>
internal sealed record Deployment(Texts Texts, Organisation Organisation, TimeZoneInfo Zone, Func<ChannelKind, string, string?> Link, Func<string, IReadOnlyList<ChannelLink>> Links, Func<string, string?> Page)
{
    /// <summary>When surveys are put to people.</summary>
    public SurveyTimes Surveys { get; init; } = new();

    /// <summary>When people may expect advice.</summary>
    public ConsultationTimes Consultations { get; init; } = new();

    /// <summary>What messages to many cost.</summary>
    public BroadcastTerms Broadcasts { get; init; } = new();
}

/// <summary>Answers one stored item: decode, load, decide, commit once, send.</summary>
internal sealed partial class TurnRunner(ChannelSet channels, ChatStore chats, KnowledgeReader reader, EventBook events, FormBook forms, Fetcher fetcher, RegistrationNumbers numbers, StaffDirectory staff,
    ParkedItems parked, Writer writer, Sender sender, HeldReplies held, Reactions reactions, Jobs.DueSignal due, Deployment deployment, TimeProvider time, ILogger<TurnRunner> log)
{
    /// <summary>A turn that loses so often against newer states has met a fault of ours.</summary>
    private const int MostTries = 8;

    /// <summary>A turn needs a handful of things; more is a fault of ours.</summary>
    private const int MostLacks = 32;

    /// <summary>While the database is in trouble a turn waits, this often with growing pauses, before it is given up.</summary>
    private const int MostWaits = 6;

    /// <summary>Where items go that staff sent back; set by the lanes.</summary>
    public Action<InboxEntry> Again { get; set; } = static _ => { };

    /// <summary>Answers an item; never throws. A turn that throws is parked with its payload for staff, and the next message works.</summary>
    public async Task AnswerAsync(InboxEntry entry)
    {
        var fetched = new Dictionary<Need, object?>(); // a turn that is taken again sees the files it saw first
        for (var attempt = 1; !await TryAnswerAsync(entry, attempt, fetched); attempt++)
            await Task.Delay(TimeSpan.FromSeconds(1 << Math.Min(attempt - 1, MostWaits)), time, CancellationToken.None);
    }

    /// <summary>False = the database is in trouble; try again.</summary>
    private async Task<bool> TryAnswerAsync(InboxEntry entry, int attempt, Dictionary<Need, object?> fetched)
    {
        ChatSnapshot? chat = null;
        try
        {
            var channel = channels.Of(entry.Item.Channel);
            if (entry.Item.ExternalId.StartsWith(Aftermath.NoticeMark, StringComparison.Ordinal)) return await TellAsync(entry, channel, fetched);
            var decoded = channel.Decode(entry.Item.Payload);
            if (decoded.Receipt is { } receipt) return await writer.WriteAsync(new Work.MarkReceipt(entry, receipt));
            if (decoded.Delivery is not { } delivery) return await writer.WriteAsync(new Work.Dismiss(entry));
            chat = chats.Find(delivery.From, delivery.Aliases);
            if (chat is null && !Turn.Begins(delivery)) return await writer.WriteAsync(new Work.Dismiss(entry));
            await TakeAsync(entry, channel, delivery with { At = Plausible(delivery.At) }, fetched);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return true; // the program has stopped; the item is answered at the next start
        }
        catch (Exception e) when (attempt <= MostWaits && e is DbException or DbUpdateException { InnerException: DbException })
        {
            LogWaits(entry.Id, e.GetType().Name);
            return false;
        }
        catch (Exception e)
        {
            return await ParkAsync(entry, chat, e);
        }
    }

    /// <summary>Answers a notice of our own; whoever was erased meanwhile is not told.</summary>
    private async Task<bool> TellAsync(InboxEntry entry, IChannel channel, Dictionary<Need, object?> fetched)
    {
        var address = new ChatAddress(entry.Item.Channel, entry.Item.ChatKey);
        if (chats.Find(address, []) is null) return await writer.WriteAsync(new Work.Dismiss(entry));
        await TakeAsync(entry, channel, new Delivery(address, new Inbound.Told(DomainJson.ReadNotice(entry.Item.Payload.Span)), time.GetUtcNow()), fetched);
        return true;
    }

    private async Task TakeAsync(InboxEntry entry, IChannel channel, Delivery delivery, Dictionary<Need, object?> fetched)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            var chat = chats.Find(delivery.From, delivery.Aliases) ?? new ChatSnapshot(new(Ids.New(now)), delivery.From, 0, new ChatState());
            var sources = new TurnSources(now, numbers.Next);
            var by = delivery.Group is { } group ? chats.Find(group.By, [])?.Id ?? default : (ChatId?)null;
            var decided = await DecideAsync(chat, by ?? chat.Id, delivery, channel, now, sources, fetched);
            var work = ToWork(entry, chat, delivery, decided, now, by);
            if (await writer.WriteAsync(work))
            {
                chats.Keep(chat with { Version = chat.Version + 1, State = decided.State });
                Committed(work, delivery, channel);
                return;
            }
            foreach (var (id, number) in sources.Numbers) numbers.Return(id, number);
            if (entry.Id == 0) return; // it had come before, or could not be stored and the platform was told so
            Meters.Conflicts.Add(1);
            events.Changed(decided.Facts);
            forms.Changed(decided.Facts);
            chats.Forget(delivery.From);
            if (attempt == MostTries) throw new InvalidOperationException("the turn lost against newer states too often");
        }
    }

    /// <summary>A platform's time, unless it is missing, absurd or ahead of ours.</summary>
    private DateTimeOffset Plausible(DateTimeOffset at)
    {
        var now = time.GetUtcNow();
        return at > now || at.Year < 2020 ? now : at;
    }

    private async ValueTask<TurnResult.Decided> DecideAsync(ChatSnapshot chat, ChatId by, Delivery delivery, IChannel channel, DateTimeOffset now, TurnSources sources, Dictionary<Need, object?> fetched)
    {
        var knows = new Knowledge();
        knows.Learn(new Need.Events(), events.All()); // nearly every turn asks
        var context = new TurnContext
        {
            Now = now, Chat = chat.Id, By = by, Zone = deployment.Zone, Channel = channel.Traits, Texts = deployment.Texts, Forms = forms.All(), Organisation = deployment.Organisation,
            Access = staff.AccessOf(by), Knows = knows, NewId = sources.NewId, NewCode = sources.NewCode, NextNumber = sources.NextNumber,
            Links = deployment.Links, Page = deployment.Page, Surveys = deployment.Surveys, Consultations = deployment.Consultations, Broadcasts = deployment.Broadcasts,
        };
        // a question that was said late was asked late: whoever repeated themselves meanwhile did not answer it
        var state = sender.SaidLate(chat.Id) is { } said && said > chat.State.AskedAt ? chat.State with { AskedAt = said } : chat.State;
        for (var lacks = 0; lacks < MostLacks; lacks++)
        {
            sources.Rewind();
            switch (Turn.Take(state, delivery, context))
            {
                case TurnResult.Decided decided: return decided;
                case TurnResult.Lacks(var need):
                    if (!fetched.TryGetValue(need, out var answer))
                    {
                        if (Fetcher.Answers(need)) fetched[need] = answer = await fetcher.FetchAsync(channel, chat.Id, need);
                        else answer = reader.Read(need, now);
                    }
                    knows.Learn(need, answer);
                    break;
                default: throw new System.Diagnostics.UnreachableException();
            }
        }
        throw new InvalidOperationException("the turn asks without end");
    }

    private static Work.TakeTurn ToWork(InboxEntry entry, ChatSnapshot chat, Delivery delivery, TurnResult.Decided decided, DateTimeOffset now, ChatId? by)
    {
        var language = decided.State.Language ?? "kk";
        var secret = chat.State.Dialog is DialogState.Surveying { Anonymous: true } || decided.State.Dialog is DialogState.Surveying { Anonymous: true };
        var topic = delivery.Content is Inbound.Told told ? told.Notice.Topic : secret ? Notice.Confidential : null;
        var bulk = delivery.Content is Inbound.Told { Notice.Bulk: true };
        return new()
        {
            Entry = entry, Chat = chat.Id, Address = delivery.From, By = by, Aliases = delivery.Aliases, Version = chat.Version,
            State = decided.State, StateJson = DomainJson.Write(decided.State), Facts = decided.Facts, Now = now,
            Replies = [.. decided.Replies.Select(r => new OutboxLine { Chat = chat.Id, Reply = r, Json = DomainJson.Write(r), Language = language, Topic = topic, Bulk = bulk })],
        };
    }

    private void Committed(Work.TakeTurn work, Delivery delivery, IChannel channel)
    {
        var waits = delivery.From.Channel is ChannelKind.WhatsApp && work.Facts.Any(f => f is Fact.ConsultationSaid { ByPerson: true }); // it is read when staff are shown it
        if (!waits && delivery.Content is not (Inbound.Left or Inbound.Returned or Inbound.Told)) sender.Acknowledge(channel, work.Chat, work.Entry.Item);
        if (work.Facts.Any(f => f is Fact.StaffJoined or Fact.StaffLeft or Fact.StaffGranted or Fact.StaffRemoved)) staff.Changed();
        foreach (var moved in work.Facts.OfType<Fact.GroupMoved>()) { chats.Forget(delivery.From); chats.Forget(delivery.From with { Value = moved.To }); }
        events.Changed(work.Facts);
        forms.Changed(work.Facts);
        var heard = work.State.HeardAt; // an item that was parked is older than what the person wrote last
        if (delivery.Content is not Inbound.Told)
            foreach (var line in held.Release(work.Chat)) sender.Add(line, delivery.From, heard);
        foreach (var line in work.Replies) sender.Add(line, delivery.From, heard);
        foreach (var item in parked.Again(work.Facts)) Again(item);
        if (work.Facts.Count > 0) reactions.Wake();
        if (work.Facts.Any(PlansWork)) due.Wake();
        Meters.Turns.Add(1);
    }

    /// <summary>Whether something may be due at once after a fact: not after what most people do, which plans nothing.</summary>
    private static bool PlansWork(Fact fact) => fact is not (Fact.ConsentGiven or Fact.PhoneVerified or Fact.FormAnswered or Fact.TicketDue or Fact.SourceOpened or Fact.SurveyBegun or Fact.SurveyAnswered or Fact.RegistrationMade { Status: RegistrationStatus.Confirmed, Team: null });

    /// <summary>False = not even that could be written.</summary>
    private async Task<bool> ParkAsync(InboxEntry entry, ChatSnapshot? chat, Exception fault)
    {
        var where = fault.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("GrantBot", StringComparison.Ordinal))?.Trim();
        try
        {
            OutboxLine? apology = null;
            if (chat is not null)
            {
                var language = chat.State.Language ?? "kk";
                Reply reply = new Reply.Message(deployment.Texts["error.tech", language]);
                apology = new() { Chat = chat.Id, Reply = reply, Json = DomainJson.Write(reply), Language = language };
            }
            if (!await writer.WriteAsync(new Work.Park(entry, $"{fault.GetType().Name} {where}", apology, time.GetUtcNow()))) return true;
            LogParked(entry.Id, fault.GetType().Name, where);
            Meters.Parked.Add(1);
            if (apology is null) return true;
            sender.Acknowledge(channels.Of(entry.Item.Channel), apology.Chat, entry.Item);
            sender.Add(apology, chat!.Address, time.GetUtcNow());
            return true;
        }
        catch (Exception e) // the database itself is in trouble; the item stays in the inbox
        {
            LogNotParked(entry.Id, e.GetType().Name);
            return e is ObjectDisposedException;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Turn of inbox row {InboxId} threw {Fault} {Where}; it is parked for staff")]
    private partial void LogParked(long inboxId, string fault, string? where);

    [LoggerMessage(2, LogLevel.Critical, "Inbox row {InboxId} could not be parked ({Fault}); it is tried again")]
    private partial void LogNotParked(long inboxId, string fault);

    [LoggerMessage(3, LogLevel.Warning, "Inbox row {InboxId} waits for the database ({Fault})")]
    private partial void LogWaits(long inboxId, string fault);
}
