using System.Collections.Concurrent;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// What the two sides of a consultation may see at once: that the other writes (only the web chat tells us so), that staff were shown
/// what a person said, and that they read it, where that is known. Nothing of it is queued or repeated.
/// </summary>
internal sealed class Presence(ChatStore chats, Databases databases, ChannelSet channels, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private const int MostRemembered = 10_000;
    private readonly ConcurrentDictionary<ChatId, DateTimeOffset> told = new();

    /// <summary>Somebody writes in their chat; the other side sees it, every five seconds at most.</summary>
    public async Task TypesAsync(ChatAddress from, CancellationToken cancel)
    {
        if (chats.Find(from, []) is not { } chat) return;
        var (to, last, topic) = databases.Read(db => Other(db, chat));
        if (to is not { } other || !IsTime(other) || chats.Reach(other) is not { Reachable: true } reach) return;
        if (channels.Find(reach.Address.Channel) is { } channel) await channel.ShowTypingAsync(reach.Address, last, topic, cancel);
    }

    /// <summary>Something that was said stands in the other side's chat; a person may see so. Who answers has read what was shown before.</summary>
    public async Task ShownAsync(long line, CancellationToken cancel)
    {
        if (databases.Read(db => db.ConsultationLines.AsNoTracking().FirstOrDefault(l => l.Id == line)) is not { } said) return;
        if (said.ByPerson) await MarkAsync(said, (channel, to, message) => channel.MarkShownAsync(to, message, cancel));
        else if (databases.Read(db => db.ConsultationLines.AsNoTracking().Where(l => l.ConsultationId == said.ConsultationId && l.ByPerson && l.Id < line && l.SaidId != null).OrderByDescending(l => l.Id).FirstOrDefault()) is { } read)
            await MarkAsync(read, (channel, to, message) => channel.MarkReadAsync(to, message, cancel));
    }

    /// <summary>An open page of staff has it in sight.</summary>
    public async Task SeenAsync(ChatAddress by, long line, CancellationToken cancel)
    {
        if (chats.Find(by, []) is not { } chat) return;
        var mark = WebLine.SaidMark(line);
        var said = databases.Read(db => db.WebMessages.Any(m => m.ChatId == chat.Id && m.Payload.Contains(mark)) ? db.ConsultationLines.AsNoTracking().FirstOrDefault(l => l.Id == line && l.ByPerson) : null);
        if (said is not null) await MarkAsync(said, (channel, to, message) => channel.MarkReadAsync(to, message, cancel));
    }

    private async Task MarkAsync(ConsultationLineRow said, Func<IChannel, ChatAddress, string, ValueTask> mark)
    {
        if (said is { SaidIn: { } chat, SaidId: { } message } && chats.Reach(chat) is { } reach && channels.Find(reach.Address.Channel) is { } channel) await mark(channel, reach.Address, message);
    }

    /// <summary>The chat of the other side, what was said last from there, and in the staff group its topic.</summary>
    private static (ChatId? To, string? Last, string? Topic) Other(GrantBotDb db, ChatSnapshot chat)
    {
        var (number, byStaff) = chat.State.Dialog switch { DialogState.Conversing c => (c.Number, false), DialogState.Advising { Step: AdvisingStep.Talking } a => (a.Number, true), _ => (0, false) };
        if (number == 0 || db.Consultations.AsNoTracking().FirstOrDefault(c => c.Id == number && c.Status == ConsultationStatus.Taken) is not { PersonId: { } person } row) return default;
        var other = byStaff ? row.OwnerId == chat.Id ? row.ChatId : null : person == chat.State.Person ? row.DeskId ?? row.OwnerId : null;
        var topic = !byStaff && row.DeskId is not null ? db.GroupCards.AsNoTracking().Where(c => c.ConsultationId == number).Select(c => c.TopicId).FirstOrDefault() : null;
        return (other, other is null ? null : db.ConsultationLines.AsNoTracking().Where(l => l.ConsultationId == number && l.SaidIn == other).OrderByDescending(l => l.Id).Select(l => l.SaidId).FirstOrDefault(), topic);
    }

    private bool IsTime(ChatId chat)
    {
        var now = time.GetUtcNow();
        if (told.TryGetValue(chat, out var at) && now - at < Every) return false;
        if (told.Count >= MostRemembered) told.Clear();
        told[chat] = now;
        return true;
    }
}
