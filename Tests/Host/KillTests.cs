using GrantBot.Domain.Conversation;
using GrantBot.Load;
using GrantBot.Load.Runs;
using GrantBot.Load.Walk;

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
