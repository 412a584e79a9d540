using GrantBot.Bot.Pipeline;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Ingress;

/// <summary>Whether the program lives, whether it can work, and what it has counted.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        app.MapGet("/metrics", (MetricsText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4"));
    }

    private static async Task<IResult> ReadyAsync(IDbContextFactory<GrantBotDb> databases, Lanes lanes, Sender sender, Rsvg rsvg, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var parked = await db.Inbox.CountAsync(i => i.State == InboxState.Parked, cancel);
            return Results.Json(new
            {
                ready = true,
                database = "ok",
                waitingItems = lanes.Active,
                waitingReplies = sender.Active,
                parked,
                pictures = rsvg.Available ? "ok" : "rsvg-convert is missing: charts are sent as text (install librsvg2-bin)",
            });
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            return Results.Json(new { ready = false, database = e.GetType().Name }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
