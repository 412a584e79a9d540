using GrantBot.Domain.Conversation;
using GrantBot.Load;
using GrantBot.Load.Runs;
using GrantBot.Load.Walk;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Host;

/// <summary>The built program as a process of its own, killed with SIGKILL in the middle of forty registrations and started again.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task three_kills_behind_a_webhook_cost_nobody_anything() => AllIsWell(await LoadRun.GoAsync(Run(kills: 3) with { Seed = 11 }));

    [Fact]
    public async Task a_kill_while_polling_costs_nobody_anything() => AllIsWell(await LoadRun.GoAsync(Run(kills: 2) with { Seed = 12, Polling = true }));

    [Fact]
    public async Task a_kill_under_whatsapp_costs_nobody_anything() => AllIsWell(await LoadRun.GoAsync(Run(kills: 1) with { Seed = 13, Channel = ChannelKind.WhatsApp }));

    [Fact]
    public async Task a_kill_with_web_chats_open_costs_nobody_anything() => AllIsWell(await LoadRun.GoAsync(Run(kills: 1) with { Seed = 14, Channel = ChannelKind.Web }));

    [Fact]
    public async Task kills_on_a_postgresql_server_cost_nobody_anything()
    {
        using var database = new PostgresCopy(empty: true);
        AllIsWell(await LoadRun.GoAsync(Run(kills: 2) with { Seed = 15, Database = database.ConnectionString }));
    }

    [Fact]
    public async Task a_postgresql_server_that_ends_all_connections_again_and_again_costs_nobody_anything()
    {
        using var database = new PostgresCopy(empty: true);
        using var over = new CancellationTokenSource();
        var ends = EndConnectionsAsync(database, over.Token);
        var run = await LoadRun.GoAsync(Run(kills: 0) with { Seed = 16, Database = database.ConnectionString });
        await over.CancelAsync();
        (await ends).ShouldBe(3);
        AllIsWell(run with { Kills = 1 });
    }

    [Fact]
    public async Task two_kills_while_a_message_goes_to_many_leave_nobody_out()
    {
        var run = await BroadcastRun.GoAsync(Run(kills: 2) with { People = 120, Writers = 0, Limit = TimeSpan.FromSeconds(60) });
        run.Missing.ShouldBe(0);
        run.Twice.ShouldBeLessThanOrEqualTo(run.Kills * 8, "what was on its way at the moment of a kill may be said again: BulkPace.MostOnTheWay");
    }

    private static LoadOptions Run(int kills) => new()
    {
        Bot = Path.Combine(AppContext.BaseDirectory, "grantbot.dll"), People = 40, Concurrent = 20, Kills = kills, Stall = TimeSpan.FromSeconds(30), Limit = TimeSpan.FromSeconds(150),
    };

    /// <summary>Ends them when the first is registered, the tenth and the twentieth; tells how often it came to that.</summary>
    private static async Task<int> EndConnectionsAsync(PostgresCopy database, CancellationToken over)
    {
        var times = 0;
        foreach (var registered in new[] { 1, 10, 20 })
        {
            while (Registered(database) < registered)
            {
                if (over.IsCancellationRequested) return times;
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            }
            database.EndOthers();
            times++;
        }
        return times;
    }

    private static long Registered(PostgresCopy database) => database.Tables().Contains("registrations") ? (long)database.Rows("SELECT count(*) FROM registrations").Single()[0].Value : 0;

    private static void AllIsWell(LoadResult run)
    {
        run.Kills.ShouldBeGreaterThan(0);
        run.Notes.ShouldBeEmpty();
        run.Storage.ShouldBe(new Load.Runs.Storage(Missing: 0, Twice: 0, Wrong: 0, Stuck: 0, Example: null));
        run.Tally[Met.Registered].ShouldBe(run.People);
        run.Tally[Met.Fault].ShouldBe(0);
        run.Tally[Met.Restart].ShouldBe(0);
        run.Tally[Met.Nudge].ShouldBe(0, "nobody has to say anything twice");
    }
}
