using System.Net;
using System.Text.Json;

namespace GrantBot.Tests.Host;

/// <summary>What a watchman may ask.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task a_living_program_says_so()
    {
        await using var host = await RunningHost.StartAsync(s => s with { WebChat = true });
        (await host.Client.GetStringAsync(new Uri("health/live", UriKind.Relative))).ShouldBe("live");
    }

    [Fact]
    public async Task readiness_tells_of_the_database_the_queues_and_the_pictures()
    {
        await using var host = await RunningHost.StartAsync(s => s with { WebChat = true });
        using var ready = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("health/ready", UriKind.Relative)));
        var root = ready.RootElement;
        root.EnumerateObject().Select(p => p.Name).ShouldBe(["ready", "database", "waitingItems", "waitingReplies", "parked", "pictures"]);
        root.GetProperty("ready").GetBoolean().ShouldBeTrue();
        root.GetProperty("database").GetString().ShouldBe("ok");
        root.GetProperty("waitingItems").GetInt32().ShouldBe(0);
        root.GetProperty("waitingReplies").GetInt32().ShouldBe(0);
        root.GetProperty("parked").GetInt32().ShouldBe(0);
        root.GetProperty("pictures").GetString().ShouldBeOneOf("ok", "rsvg-convert is missing: charts are sent as text (install librsvg2-bin)");
    }

    [Fact]
    public async Task a_database_that_cannot_be_read_is_not_ready()
    {
        await using var host = await RunningHost.StartAsync(s => s with { WebChat = true });
        await using (var db = host.Database()) await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "ALTER TABLE inbox RENAME TO elsewhere");
        using var answer = await host.Client.GetAsync(new Uri("health/ready", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var ready = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        ready.RootElement.GetProperty("ready").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task every_counter_is_there_from_the_start_as_prometheus_reads_it()
    {
        await using var host = await RunningHost.StartAsync(s => s with { WebChat = true });
        using var answer = await host.Client.GetAsync(new Uri("metrics", UriKind.Relative));
        answer.Content.Headers.ContentType!.ToString().ShouldStartWith("text/plain; version=0.0.4");
        var metrics = await answer.Content.ReadAsStringAsync();
        foreach (var name in new[] { "received", "duplicates", "turns", "conflicts", "parked", "sent", "throttled", "unreachable", "forged" })
        {
            metrics.ShouldContain($"# TYPE grantbot_{name} counter\ngrantbot_{name} ");
            metrics.ShouldContain($"# HELP grantbot_{name} ");
        }
        metrics.ShouldEndWith("\n");
        metrics.ShouldNotContain("\r");
    }
}
