using System.Collections.Concurrent;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// What the two sides of a consultation may see at once: that the other writes (only the web chat tells us so), and that staff were shown
/// what a person said. Neither is stored, queued or repeated.
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
        var (to, last) = databases.Read(db => Other(db, chat));
        if (to is not { } other || !IsTime(other) || chats.Reach(other) is not { Reachable: true } reach) return;
        if (channels.Find(reach.Address.Channel) is { } channel) await channel.ShowTypingAsync(reach.Address, last, cancel);
    }

    /// <summary>Something that was said stands in the other side's chat; a person may see that it was read.</summary>
    public async Task ShownAsync(long line, CancellationToken cancel)
    {
        var said = databases.Read(db => db.ConsultationLines.AsNoTracking().Where(l => l.Id == line && l.ByPerson).Select(l => new { l.SaidIn, l.SaidId }).FirstOrDefault());
        if (said is { SaidIn: { } chat, SaidId: { } message } && chats.Reach(chat) is { } reach && channels.Find(reach.Address.Channel) is { } channel) await channel.MarkReadAsync(message, cancel);
    }

    /// <summary>The chat of the other side, and what was said last from there. A group is not told that somebody writes.</summary>
    private static (ChatId? To, string? Last) Other(GrantBotDb db, ChatSnapshot chat)
    {
        var (number, byStaff) = chat.State.Dialog switch { DialogState.Conversing c => (c.Number, false), DialogState.Advising { Step: AdvisingStep.Talking } a => (a.Number, true), _ => (0, false) };
        if (number == 0 || db.Consultations.AsNoTracking().FirstOrDefault(c => c.Id == number && c.Status == ConsultationStatus.Taken) is not { PersonId: { } person } row) return default;
        var other = byStaff ? row.OwnerId == chat.Id ? row.ChatId : null : person == chat.State.Person && row.DeskId is null ? row.OwnerId : null;
        return (other, other is null ? null : db.ConsultationLines.AsNoTracking().Where(l => l.ConsultationId == number && l.SaidIn == other).OrderByDescending(l => l.Id).Select(l => l.SaidId).FirstOrDefault());
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
