using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Conversation;

/// <summary>What scripts about the door need: people who are registered already, days, tickets a camera reads.</summary>
internal static class DoorScene
{
    /// <summary>"guest Сана Әлиева open K7M2QX": somebody with a confirmed seat and that ticket.</summary>
    public static void Prepare(GrantBotDb db, IReadOnlyDictionary<string, string> given)
    {
        foreach (var (key, value) in given.Where(g => g.Key.StartsWith("guest ", StringComparison.Ordinal)))
        {
            var (surname, code, ticket) = value.Split(' ') is [var s, var e, var t] ? (s, e, t) : throw new FormatException($"Who is \"{key} {value}\"?");
            Add(db, db.Events.Single(row => row.Code == code), surname, key["guest ".Length..], ticket);
            db.SaveChanges();
        }
    }

    /// <summary>Adds somebody with a confirmed seat; their number is the next.</summary>
    public static RegistrationRow Add(GrantBotDb db, EventRow e, string surname, string given, string? ticket)
    {
        var now = e.StartsAt.AddDays(-30);
        var row = new RegistrationRow
        {
            Id = new(Ids.New(now)), EventId = e.Id, PersonId = new(Ids.New(now)), Number = 1 + db.Registrations.Count(r => r.EventId == e.Id), Status = RegistrationStatus.Confirmed, Channel = ChannelKind.Telegram,
            Language = "kk", FormId = "reg_person", FormVersion = "1", RegisteredAt = now, Ticket = ticket, Surname = surname, Given = given, Phone = $"+770155500{db.Registrations.Count():00}",
        };
        db.Registrations.Add(row);
        db.People.Add(new PersonRow { Id = row.PersonId, CreatedAt = now });
        e.Taken++;
        return row;
    }

    /// <summary>Sessions "day1", "day2", …, one a day.</summary>
    public static string Days(EventRow e, int count)
    {
        return DomainJson.Write([.. Enumerable.Range(1, count).Select(i => new Session($"day{i}", new Localised($"{i}-күн", $"День {i}", $"Day {i}"), e.StartsAt.AddDays(i - 1)))]);
    }

    /// <summary>The code in a ticket's link.</summary>
    public static async Task<string> TokenAsync(GrantBotDb db, string what)
    {
        var ticket = what.Split(' ')[^1];
        var row = await db.Registrations.AsNoTracking().FirstAsync(r => r.Ticket == ticket);
        var token = DoorQuery.Key(db, row.EventId).Token(ticket).Text;
        return DeepLink.Ticket + (what.StartsWith("forged", StringComparison.Ordinal) ? token[..^1] + (token[^1] == 'A' ? 'B' : 'A') : token);
    }
}
