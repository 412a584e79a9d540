using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Asking;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>The people a question for counts speaks of, with the chat in which each is written to: a child's is their guardian's.</summary>
internal sealed class PeopleGroups(EventBook events, FormBook forms, TimeZoneInfo zone)
{
    private const int AtOnce = 500;

    /// <summary>Each person once, in the order of their people's ids.</summary>
    public IReadOnlyList<(PersonId Person, ChatId? Chat)> Of(GrantBotDb db, CountQuestion question, DateTimeOffset now)
    {
        var world = AskingWorld.Of(events.All(), forms.All(), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var behind = CountEngine.Behind(question, new CountQuery(db, world, zone).ReadWhole(question, CancellationToken.None));
        var people = new Dictionary<PersonId, ChatId?>();
        foreach (var some in behind.Chunk(AtOnce))
        {
            var ids = some.Select(f => f.Id).ToList();
            foreach (var row in db.Registrations.AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Number).Select(r => new { r.PersonId, r.ChatId }))
                people[row.PersonId] = people.GetValueOrDefault(row.PersonId) ?? row.ChatId;
        }
        return [.. people.OrderBy(p => p.Key.Value).Select(p => (p.Key, p.Value))];
    }

    /// <summary>How many they are.</summary>
    public KnownGroup Size(GrantBotDb db, CountQuestion question, DateTimeOffset now)
    {
        var people = Of(db, question, now);
        return new(people.Count, people.Count(p => p.Chat is not null));
    }
}
