using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Bot.Jobs;

/// <summary>Seats offered to a team as a whole.</summary>
internal static class TeamSeats
{
    public static void Offer(Aftermath after, TeamId id, DateTimeOffset until) => throw new NotSupportedException($"{after.Now} {id} {until}");
}
