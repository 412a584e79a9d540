using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Broadcasts;

/// <summary>That an event is moved or called off is told to everybody on the program's own pipeline, as messages to many are.</summary>
public sealed class EventNewsRunTests
{
    private const int People = 200;
    private static readonly Localised Here = new("Ақтау", "Актау", "Aktau"), There = new("Бейнеу", "Бейнеу", "Beineu");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_reply_does_not_wait_behind_news_for_two_hundred(bool moved)
    {
        var gate = new TaskCompletionSource();
        await using var house = await House.OpenAsync(new()
        {
            Platform = async (m, _) =>
            {
                if (m.Reply is not Reply.Message { Text: var text } || !IsReply(text)) await gate.Task;
                return new SendOutcome.Sent("m" + m.OutboxId);
            },
        });
        await Crowd.RegisterAsync(house, People);
        if (moved) await MoveAsync(house, There);
        else await RecordAsync(house, db => new Fact.EventCalledOff(Open(db), "боран"));
        SpinWait.SpinUntil(() => house.Get<Sender>().BulkWaiting == People, TimeSpan.FromSeconds(60)).ShouldBeTrue();
        await house.Ingest.TakeAsync([house.Channel.Item(900, $"{People}", "/lang")], CancellationToken.None);
        SpinWait.SpinUntil(() => house.Channel.Told($"{People}").Any(IsReply), TimeSpan.FromSeconds(60)).ShouldBeTrue();
        house.Get<Sender>().BulkWaiting.ShouldBe(People);
        gate.SetResult();
        await house.RestAsync();
        house.Channel.Sent.Count(m => m.Reply is Reply.Message { Text: var text } && !IsReply(text)).ShouldBe(People);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(199)]
    public async Task a_crash_in_the_midst_loses_none_and_repeats_none(int crashAt)
    {
        await using var after = await Crowd.CrashedAsync(People, crashAt, house => MoveAsync(house, There));
        await using var db = after.Db();
        var rows = await db.Outbox.Select(o => new { o.ChatId, o.State, o.Bulk }).ToListAsync();
        rows.Select(r => r.ChatId).Distinct().Count().ShouldBe(People);
        rows.Count.ShouldBe(People);
        rows.ShouldAllBe(r => r.State == OutboxState.Sent && r.Bulk);
    }

    [Fact]
    public async Task each_move_is_told_one_back_and_there_again_too()
    {
        var clock = new Clock(House.Today);
        await using var house = await House.OpenAsync(time: clock);
        await Crowd.RegisterAsync(house, 1);
        foreach (var place in new[] { There, Here, There, Here })
        {
            await MoveAsync(house, place);
            await house.RestAsync();
            clock.Advance(TimeSpan.FromMinutes(10));
        }
        house.Channel.Told("1").Count.ShouldBe(4);
        house.Channel.Told("1").Select(t => t.Contains("Бейнеу", StringComparison.Ordinal)).ShouldBe([true, false, true, false]);
    }

    [Fact]
    public async Task who_answers_for_two_teams_and_does_not_take_part_is_told_once()
    {
        await using var house = await House.OpenAsync();
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            var e = db.Events.Single(x => x.Code == "open");
            e.TeamMin = 2;
            e.TeamMax = 3;
            var coach = new GrantBot.Domain.PersonId(GrantBot.Domain.Ids.New(House.Today));
            db.People.Add(new PersonRow { Id = coach, CreatedAt = House.Today });
            var chat = Crowd.Chat(db, "1", coach);
            for (var team = 1; team <= 2; team++) db.Teams.Add(Crowd.Team(e.Id, coach, chat, team));
            var (captain, captains) = Crowd.Add(db, e.Id, "2", 1);
            db.Teams.Add(Crowd.Team(e.Id, captain, captains, 3));
        }));
        await MoveAsync(house, There);
        await house.RestAsync();
        (house.Channel.Told("1").Count, house.Channel.Told("2").Count).ShouldBe((1, 1));
    }

    /// <summary>The choice of a language asks in all three.</summary>
    private static bool IsReply(string text) => text.Contains("language", StringComparison.Ordinal);

    private static GrantBot.Domain.EventId Open(GrantBotDb db) => db.Events.Single(e => e.Code == "open").Id;

    private static Task MoveAsync(House house, Localised place) => RecordAsync(house, db => new Fact.EventMoved(Open(db), db.Events.Single(e => e.Code == "open").StartsAt, place));

    private static async Task RecordAsync(House house, Func<GrantBotDb, Fact> fact)
    {
        await house.Writer.WriteAsync(new Work.Background(db => Projection.Apply(db, fact(db), new(default, ChannelKind.Telegram, "kk", house.Time.GetUtcNow()))));
        house.Get<EventBook>().Changed([await With(house, fact)]);
        house.Get<DueSignal>().Wake();
    }

    private static async Task<Fact> With(House house, Func<GrantBotDb, Fact> fact)
    {
        await using var db = house.Db();
        return fact(db);
    }
}
