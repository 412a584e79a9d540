using GrantBot.Domain.Conversation;
using GrantBot.Load;
using GrantBot.Load.Runs;
using GrantBot.Load.Walk;

namespace GrantBot.Tests.Host;

/// <summary>The built program as a process of its own, stopped with SIGTERM in the middle of forty registrations and started again.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task stops_behind_a_webhook_leave_nothing_undone_and_nobody_notices() => AllIsWell(await LoadRun.GoAsync(Run(seed: 21)));

    [Fact]
    public async Task a_stop_while_polling_leaves_nothing_undone() => AllIsWell(await LoadRun.GoAsync(Run(seed: 22) with { Polling = true }));

    [Fact]
    public async Task a_stop_under_whatsapp_leaves_nothing_undone() => AllIsWell(await LoadRun.GoAsync(Run(seed: 23) with { Channel = ChannelKind.WhatsApp }));

    [Fact]
    public async Task a_stop_with_web_chats_open_leaves_nothing_undone() => AllIsWell(await LoadRun.GoAsync(Run(seed: 24) with { Channel = ChannelKind.Web }));

    /// <summary>Platform calls take long enough for replies to be on their way at every moment.</summary>
    private static LoadOptions Run(int seed) => new()
    {
        Bot = Path.Combine(AppContext.BaseDirectory, "grantbot.dll"), People = 40, Concurrent = 20, Kills = 2, Gently = true, Seed = seed,
        ApiDelay = TimeSpan.FromMilliseconds(20), Stall = TimeSpan.FromSeconds(15), Limit = TimeSpan.FromSeconds(90),
    };

    private static void AllIsWell(LoadResult run)
    {
        run.Kills.ShouldBe(2);
        run.Stops.ShouldBe([new Stop(0, 0), new(0, 0), new(0, 0)], "lanes finished, replies sent, exit code 0");
        run.Notes.ShouldBeEmpty();
        run.Storage.ShouldBe(new Load.Runs.Storage(Missing: 0, Twice: 0, Wrong: 0, Stuck: 0, Example: null));
        run.Tally[Met.Registered].ShouldBe(run.People);
        run.Tally[Met.Fault].ShouldBe(0);
        run.Tally[Met.Restart].ShouldBe(0);
        run.Tally[Met.Nudge].ShouldBe(0, "nobody has to say anything twice");
        run.Tally[Met.Repeated].ShouldBe(0, "and nothing is said twice");
    }
}
