using GrantBot.Domain.Organising;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Turns that threw and wait for staff.</summary>
internal static class ParkedQuery
{
    /// <summary>The newest, or only the one with a number.</summary>
    public static ParkedTurns Read(GrantBotDb db, long? number)
    {
        var parked = db.Inbox.AsNoTracking().Where(i => i.State == InboxState.Parked && (number == null || i.Id == number));
        var rows = parked.OrderByDescending(i => i.Id).Take(ParkedTurns.MostListed).Select(i => new { i.Id, i.ReceivedAt, i.Channel, i.Error }).ToList();
        return new(parked.Count(), [.. rows.Select(i => new ParkedTurn(i.Id, i.ReceivedAt, i.Channel, Fault(i.Error)))]);
    }

    /// <summary>The exception's type, without the place in the program, which is in the log.</summary>
    private static string Fault(string? error) => error?.Split(' ')[0] ?? "";
}
