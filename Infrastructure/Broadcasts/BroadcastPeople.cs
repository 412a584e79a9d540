using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Broadcasts;

/// <summary>Somebody a message is for.</summary>
/// <param name="Person">Who.</param>
/// <param name="Chat">The chat that gets it; null = none does.</param>
/// <param name="Channel">Of that chat.</param>
/// <param name="Why">Why none does; else <see cref="BroadcastResult.Waiting"/>.</param>
/// <param name="Window">WhatsApp: they wrote within 24 hours.</param>
internal sealed record BroadcastPerson(PersonId Person, ChatId? Chat, ChannelKind? Channel, BroadcastResult Why, bool Window);

/// <summary>
/// The people of an audience with the chat that gets the message: each person once and each chat once, of several chats of a person the one
/// they wrote in last, for a child without one their guardian's.
/// </summary>
internal sealed class BroadcastPeople(PeopleGroups groups, Func<string, bool> hasTemplate)
{
    private static readonly RegistrationStatus[] Holds = [RegistrationStatus.Confirmed, RegistrationStatus.Attended, RegistrationStatus.NoShow], Waits = [RegistrationStatus.Waitlisted, RegistrationStatus.Offered],
        Came = [RegistrationStatus.Attended], Missed = [RegistrationStatus.NoShow];

    /// <summary>Whom it would reach now.</summary>
    public BroadcastReach Reach(GrantBotDb db, BroadcastAudience audience, DateTimeOffset now)
    {
        var people = Of(db, audience, now);
        int On(ChannelKind channel, bool window = true) => people.Count(p => p.Why is BroadcastResult.Waiting && p.Channel == channel && p.Window == window);
        int Not(BroadcastResult why) => people.Count(p => p.Why == why);
        return new(On(ChannelKind.Telegram), On(ChannelKind.WhatsApp), On(ChannelKind.WhatsApp, window: false), On(ChannelKind.Web),
            Not(BroadcastResult.NoTemplate), Not(BroadcastResult.OptedOut), Not(BroadcastResult.NoChat), Not(BroadcastResult.Shared));
    }

    /// <summary>Each person once.</summary>
    public IReadOnlyList<BroadcastPerson> Of(GrantBotDb db, BroadcastAudience audience, DateTimeOffset now)
    {
        var asked = audience.Group is { } group ? groups.Of(db, group, now) : audience.Choice is { } choice ? GivenChoiceQuery.Of(db, choice) : Registered(db, audience);
        var chats = Chats(db);
        var own = chats.Values.Where(c => c.Person is not null).GroupBy(c => c.Person!.Value).ToDictionary(g => g.Key, g => g.Where(c => c.Reachable).DefaultIfEmpty(g.First()).MaxBy(c => c.LastHeardAt)!);
        var taken = new HashSet<ChatId>();
        return [.. asked.Select(p => One(p.Person, own.GetValueOrDefault(p.Person) ?? (p.Chat is { } chat ? chats.GetValueOrDefault(chat) : null), taken, now))];
    }

    private BroadcastPerson One(PersonId person, Chat? chat, HashSet<ChatId> taken, DateTimeOffset now)
    {
        if (chat is not { Reachable: true }) return new(person, null, chat?.Channel, BroadcastResult.NoChat, false);
        var window = chat.Channel is not ChannelKind.WhatsApp || now - chat.LastHeardAt < WhatsAppChannel.Window;
        var why = chat.Muted ? BroadcastResult.OptedOut
            : !window && !hasTemplate(chat.Language) ? BroadcastResult.NoTemplate
            : taken.Add(chat.Id) ? BroadcastResult.Waiting : BroadcastResult.Shared;
        return new(person, why is BroadcastResult.Waiting ? chat.Id : null, chat.Channel, why, window);
    }

    private static List<(PersonId Person, ChatId? Chat)> Registered(GrantBotDb db, BroadcastAudience audience)
    {
        var wanted = audience.Who switch { BroadcastWho.Waitlisted => Waits, BroadcastWho.Attended => Came, BroadcastWho.Absent => Missed, BroadcastWho.Everybody => [.. Holds, .. Waits], _ => Holds };
        var rows = db.Registrations.AsNoTracking().Where(r => wanted.Contains(r.Status));
        if (audience.Event is { } id) rows = rows.Where(r => r.EventId == id);
        return [.. rows.OrderBy(r => r.RegisteredAt).ThenBy(r => r.Number).Select(r => new { r.PersonId, r.ChatId }).AsEnumerable().Select(r => (Person: r.PersonId, Chat: r.ChatId))
            .Concat(Captains(db, audience, wanted)).GroupBy(r => r.Person, r => r.Chat).Select(g => (g.Key, g.FirstOrDefault(c => c is not null)))];
    }

    /// <summary>Captains and coaches stand where their teams do, whether they take part themselves or not; who came and who did not is known of those who take part only.</summary>
    private static IEnumerable<(PersonId Person, ChatId? Chat)> Captains(GrantBotDb db, BroadcastAudience audience, RegistrationStatus[] wanted)
    {
        if (audience.Who is BroadcastWho.Attended or BroadcastWho.Absent) return [];
        var teams = db.Teams.AsNoTracking().Where(t => t.PersonId != null && wanted.Contains(t.Status));
        if (audience.Event is { } id) teams = teams.Where(t => t.EventId == id);
        return teams.OrderBy(t => t.MadeAt).ThenBy(t => t.Number).Select(t => new { Person = t.PersonId!.Value, t.MadeBy }).AsEnumerable().Select(t => (t.Person, t.MadeBy));
    }

    /// <summary>All chats. A quotation mark inside a stored text is escaped, so the mark of a muted chat stands nowhere else in its state.</summary>
    private static Dictionary<ChatId, Chat> Chats(GrantBotDb db) =>
        db.Chats.AsNoTracking().Select(c => new Chat(c.Id, c.PersonId, c.Channel, c.Language, c.LastHeardAt, c.Reachable, c.State.Contains("\"muted\":true"))).AsEnumerable().ToDictionary(c => c.Id);

    private sealed record Chat(ChatId Id, PersonId? Person, ChannelKind Channel, string Language, DateTimeOffset LastHeardAt, bool Reachable, bool Muted);
}
