using GrantBot.Bot.Pipeline;
using GrantBot.Tests.Given;
using GrantBot.Tests.Pipeline;

namespace GrantBot.Tests.Broadcasts;

/// <summary>Messages to many leave evenly, replies take their places, and a platform's limit is never passed.</summary>
public sealed class BulkPaceTests
{
    private static readonly PlainChannel Thirty = new() { BulkPerSecond = 30 };

    [Fact]
    public async Task no_more_than_a_quarter_of_a_seconds_worth_is_on_its_way()
    {
        var time = new Leaping();
        var pace = new BulkPace(time);
        time.Pass(TimeSpan.FromSeconds(1)); // so far behind, a quarter of a second's worth need not wait for their places
        var taken = new TaskCompletionSource();
        var begun = 0;
        var all = Enumerable.Range(0, 20).Select(i => pace.CarryAsync(Thirty, async () => { Interlocked.Increment(ref begun); await taken.Task; return i; }, CancellationToken.None)).ToList();
        begun.ShouldBe(8);
        taken.SetResult();
        (await Task.WhenAll(all)).ShouldBe(Enumerable.Range(0, 20));
        begun.ShouldBe(20);
    }

    [Fact]
    public async Task three_hundred_take_ten_seconds_and_no_second_holds_more_than_the_limit_and_a_few()
    {
        var (time, at) = (new Leaping(), new List<double>());
        var pace = new BulkPace(time);
        for (var i = 0; i < 300; i++)
        {
            await pace.PassAsync(Thirty, CancellationToken.None);
            at.Add(time.Seconds);
        }
        at[^1].ShouldBeInRange(9.6, 10);
        at.ShouldAllBe(t => at.Count(o => o >= t && o < t + 1) <= 39);
    }

    [Fact]
    public async Task a_reply_takes_the_place_of_one_who_waits()
    {
        var time = new Leaping();
        var pace = new BulkPace(time);
        for (var i = 0; i < 300; i++)
        {
            await pace.PassAsync(Thirty, CancellationToken.None);
            if (i % 10 == 0) pace.Spend(Thirty);
        }
        time.Seconds.ShouldBeInRange(10.6, 11);
    }

    [Fact]
    public async Task a_crowd_of_replies_holds_it_back_by_a_second_at_most()
    {
        var time = new Leaping();
        var pace = new BulkPace(time);
        for (var i = 0; i < 1000; i++) pace.Spend(Thirty);
        await pace.PassAsync(Thirty, CancellationToken.None);
        time.Seconds.ShouldBeInRange(0.9, 1.1);
    }

    [Fact]
    public async Task too_many_requests_hold_it_back_for_as_long_as_the_platform_says()
    {
        var time = new Leaping();
        var pace = new BulkPace(time);
        pace.Close(Thirty, TimeSpan.FromSeconds(7));
        await pace.PassAsync(Thirty, CancellationToken.None);
        time.Seconds.ShouldBeInRange(7, 7.1);
    }

    [Fact]
    public async Task it_is_held_back_also_while_somebody_waits_for_their_place()
    {
        var pace = new BulkPace(TimeProvider.System);
        var slow = new PlainChannel { BulkPerSecond = 4 };
        for (var i = 0; i < 2; i++) await pace.PassAsync(slow, CancellationToken.None);
        var waiting = pace.PassAsync(slow, CancellationToken.None).AsTask();
        pace.Close(slow, TimeSpan.FromMinutes(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await Should.ThrowAsync<OperationCanceledException>(async () => await pace.PassAsync(slow, patience.Token));
    }

    [Fact]
    public async Task under_a_clock_that_stands_still_nothing_waits_for_ever()
    {
        var pace = new BulkPace(new StillTime(House.Today));
        for (var i = 0; i < 400; i++) await pace.PassAsync(Thirty, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>A clock that leaps to the end of every pause.</summary>
    private sealed class Leaping : TimeProvider
    {
        private DateTimeOffset now = House.Today;

        public double Seconds => (now - House.Today).TotalSeconds;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan span) => now += span;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => now.UtcTicks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            now += dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
