using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Broadcasts;

/// <summary>A message to many on the program's own pipeline: to each once, whatever crashes when, held and stopped as staff say.</summary>
public sealed class BroadcastRunTests
{
    private const int People = 150;

    /// <summary>As many have it on its way when a platform is slow to answer.</summary>
    private static readonly int OnTheWay = BulkPace.MostOnTheWay(new PlainChannel());

    [Fact]
    public async Task everybody_gets_it_once()
    {
        await using var house = await House.OpenAsync();
        await Crowd.RegisterAsync(house, People);
        var id = await Crowd.SendAsync(house);
        await house.RestAsync();
        house.Get<DueSignal>().Wake();
        house.Get<BroadcastFeed>().Wake();
        await house.RestAsync();
        house.Channel.Sent.GroupBy(m => m.To.Value).ShouldAllBe(g => g.Count() == 1);
        house.Channel.Sent.Count.ShouldBe(People);
        await using var db = house.Db();
        BroadcastQuery.Counts(db, id).ShouldSatisfyAllConditions(c => c.People.ShouldBe(People), c => c.Sent.ShouldBe(People));
        db.Broadcasts.Single().Status.ShouldBe(BroadcastStatus.Done);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(149)]
    public async Task a_crash_between_two_people_tells_nobody_twice_and_leaves_nobody_out(int crashAt)
    {
        BroadcastId id = default;
        await using var after = await Crowd.CrashedAsync(People, crashAt, async house => id = await Crowd.SendAsync(house));
        await using var db = after.Db();
        var topic = Notice.Broadcast.TopicOf(id);
        var rows = await db.Outbox.Where(o => o.Topic == topic).Select(o => new { o.ChatId, o.State }).ToListAsync();
        rows.Select(r => r.ChatId).Distinct().Count().ShouldBe(People);
        rows.Count.ShouldBe(People);
        rows.ShouldAllBe(r => r.State == OutboxState.Sent);
        after.Channel.Sent.GroupBy(m => m.To.Value).ShouldAllBe(g => g.Count() == 1);
    }

    [Fact]
    public async Task it_is_held_at_once_and_goes_on_where_it_stopped()
    {
        var gate = new TaskCompletionSource();
        var channel = new PlainChannel { Platform = async (m, _) => { await gate.Task; return new SendOutcome.Sent("m" + m.OutboxId); } };
        await using var house = await House.OpenAsync(channel);
        await Crowd.RegisterAsync(house, People);
        var id = await Crowd.SendAsync(house);
        SpinWait.SpinUntil(() => house.Channel.Sent.Count >= OnTheWay, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        await Crowd.OrderAsync(house, id, BroadcastOrder.Pause);
        gate.SetResult();
        await house.RestAsync();
        house.Channel.Sent.Count.ShouldBeInRange(OnTheWay, 60);
        await Crowd.OrderAsync(house, id, BroadcastOrder.Resume);
        await house.RestAsync();
        house.Channel.Sent.Select(m => m.To.Value).Distinct().Count().ShouldBe(People);
        house.Channel.Sent.Count.ShouldBe(People);
    }

    [Fact]
    public async Task whoever_has_not_got_it_when_it_is_stopped_will_not_and_the_counts_still_add_up()
    {
        var gate = new TaskCompletionSource();
        var channel = new PlainChannel { Platform = async (m, _) => { await gate.Task; return new SendOutcome.Sent("m" + m.OutboxId); } };
        await using var house = await House.OpenAsync(channel);
        await Crowd.RegisterAsync(house, People);
        var id = await Crowd.SendAsync(house);
        SpinWait.SpinUntil(() => house.Channel.Sent.Count >= OnTheWay, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        await Crowd.OrderAsync(house, id, BroadcastOrder.Stop);
        gate.SetResult();
        await house.RestAsync();
        await using var db = house.Db();
        var counts = BroadcastQuery.Counts(db, id);
        counts.People.ShouldBe(People);
        counts[BroadcastResult.Stopped].ShouldBe(People - house.Channel.Sent.Count);
        counts[BroadcastResult.Stopped].ShouldBeGreaterThanOrEqualTo(People - 60);
    }

    [Fact]
    public async Task at_night_it_rests_until_the_morning()
    {
        var clock = new Clock(House.Today.AddHours(8.5)); // 22:30 in Aqtau
        await using var house = await House.OpenAsync(time: clock);
        await Crowd.RegisterAsync(house, 20);
        await Crowd.SendAsync(house);
        await house.RestAsync();
        house.Channel.Sent.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromHours(9.5)); // 8:00
        house.Get<DueSignal>().Wake();
        await house.RestAsync();
        house.Channel.Sent.Count.ShouldBe(20);
    }

    [Fact]
    public async Task who_blocks_the_bot_and_who_says_stop_meanwhile_are_told_apart()
    {
        await using var house = await House.OpenAsync(new() { Platform = (m, _) => Task.FromResult<SendOutcome>(m.To.Value == "1" ? new SendOutcome.Blocked("blocked") : m.To.Value == "2" ? new SendOutcome.Refused(400, "no") : new SendOutcome.Sent("m" + m.OutboxId)) });
        await Crowd.RegisterAsync(house, 3);
        await house.Writer.WriteAsync(new Infrastructure.Storage.Work.Background(db => Crowd.Add(db, db.Events.Single(e => e.Code == "open").Id, "4", 4)));
        await house.SayAsync("4", "стоп");
        var id = await Crowd.SendAsync(house);
        await house.RestAsync();
        await using var db = house.Db();
        BroadcastQuery.Counts(db, id).Of.ShouldBe(new Dictionary<BroadcastResult, int> { [BroadcastResult.Blocked] = 1, [BroadcastResult.Refused] = 1, [BroadcastResult.Sent] = 1, [BroadcastResult.OptedOut] = 1 }, ignoreOrder: true);
        house.Channel.Told("4").ShouldNotContain(Crowd.Text);
    }

    [Fact]
    public async Task a_reply_does_not_wait_behind_those_who_wait_for_their_turn()
    {
        await using var house = await House.OpenAsync(new() { BulkPerSecond = 10 });
        await Crowd.RegisterAsync(house, 15);
        await Crowd.SendAsync(house);
        SpinWait.SpinUntil(() => house.Get<Sender>().BulkWaiting > 5, TimeSpan.FromSeconds(5)).ShouldBeTrue();
        await house.Ingest.TakeAsync([house.Channel.Item(900, "15", "/menu")], CancellationToken.None);
        SpinWait.SpinUntil(() => house.Channel.Told("15").Any(t => t != Crowd.Text), TimeSpan.FromSeconds(5)).ShouldBeTrue();
        house.Get<Sender>().BulkWaiting.ShouldBeGreaterThan(0);
        await house.RestAsync();
        house.Channel.Sent.Count(m => m.Reply is Reply.Message { Text: Crowd.Text }).ShouldBe(15);
    }
}
