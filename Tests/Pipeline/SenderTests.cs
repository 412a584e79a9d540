using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Pipeline;

/// <summary>What each outcome of a send means.</summary>
public sealed class SenderTests
{
    private static readonly SendOutcome.Sent Taken = new("m1");

    private static PlainChannel Answering(params SendOutcome[] outcomes) =>
        new() { Platform = (_, attempt) => Task.FromResult(outcomes[Math.Min(attempt, outcomes.Length) - 1]) };

    private static async Task<(House House, OutboxRow Row)> AfterStartAsync(PlainChannel channel, TimeProvider? time = null)
    {
        var house = await House.OpenAsync(channel, time: time);
        await house.SayAsync("1", "/start");
        await using var db = house.Db();
        return (house, db.Outbox.Single());
    }

    [Fact]
    public async Task a_reply_that_was_taken_is_marked_and_its_words_are_cleared()
    {
        var (house, row) = await AfterStartAsync(Answering(new SendOutcome.Sent("m77")));
        await using var _ = house;
        (row.State, row.MessageId, row.Payload, row.Attempts).ShouldBe((OutboxState.Sent, "m77", null, 1));
    }

    [Fact]
    public async Task a_limit_of_one_chat_is_waited_out_and_holds_up_no_other()
    {
        var clock = new Clock(House.Today, hurried: false);
        await using var house = await House.OpenAsync(new() { Platform = (m, attempt) => Task.FromResult<SendOutcome>(m.To.Value == "1" && attempt == 1 ? new SendOutcome.RetryAfter(TimeSpan.FromSeconds(30), WholeAccount: false) : Taken) }, time: clock);
        await TakeAsync(house, 1, "1");
        await UntilAsync(() => clock.Pauses.Count == 1);
        await TakeAsync(house, 2, "2");
        await UntilAsync(() => house.Channel.Sent.Count == 2);
        house.Channel.Sent.Select(m => m.To.Value).ShouldBe(["1", "2"]);
        clock.Advance(TimeSpan.FromSeconds(30));
        await house.RestAsync();
        house.Channel.Sent.Select(m => m.To.Value).ShouldBe(["1", "2", "1"]);
    }

    [Fact]
    public async Task a_limit_of_the_account_holds_up_every_chat_until_it_is_over()
    {
        var clock = new Clock(House.Today, hurried: false);
        await using var house = await House.OpenAsync(new() { Platform = (m, attempt) => Task.FromResult<SendOutcome>(m.To.Value == "1" && attempt == 1 ? new SendOutcome.RetryAfter(TimeSpan.FromSeconds(30), WholeAccount: true) : Taken) }, time: clock);
        await TakeAsync(house, 1, "1");
        await UntilAsync(() => clock.Pauses.Count == 1);
        await TakeAsync(house, 2, "2");
        await UntilAsync(() => clock.Pauses.Count == 2);
        house.Channel.Sent.ShouldHaveSingleItem();
        clock.Advance(TimeSpan.FromSeconds(30));
        await house.RestAsync();
        house.Channel.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task a_platform_that_does_not_answer_is_asked_again_with_growing_pauses()
    {
        var clock = new Clock(House.Today);
        var (house, row) = await AfterStartAsync(Answering([.. Enumerable.Repeat<SendOutcome>(new SendOutcome.Unreachable("timeout"), 9), Taken]), clock);
        await using var _ = house;
        clock.Pauses.Select(p => p.TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 32, 64, 120, 120]);
        row.State.ShouldBe(OutboxState.Sent);
    }

    [Fact]
    public async Task a_refused_reply_is_kept_for_staff_with_the_platforms_words()
    {
        var (house, row) = await AfterStartAsync(Answering(new SendOutcome.Refused(400, "message text is empty")));
        await using var _ = house;
        (row.State, row.Error).ShouldBe((OutboxState.Refused, "400 message text is empty"));
        row.Payload.ShouldNotBeNull();
        house.Channel.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_block_marks_the_chat_unreachable()
    {
        var (house, row) = await AfterStartAsync(Answering(new SendOutcome.Blocked("bot was blocked")));
        await using var _ = house;
        (row.State, row.Payload).ShouldBe((OutboxState.Blocked, null));
        await using var db = house.Db();
        db.Chats.Single().Reachable.ShouldBeFalse();
    }

    [Fact]
    public async Task a_closed_window_is_marked_and_not_tried_again()
    {
        var (house, row) = await AfterStartAsync(Answering(new SendOutcome.WindowClosed()));
        await using var _ = house;
        row.State.ShouldBe(OutboxState.WindowClosed);
        house.Channel.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task after_a_refusal_the_next_reply_of_the_chat_is_sent()
    {
        var channel = new PlainChannel { Platform = (m, _) => Task.FromResult<SendOutcome>(m.OutboxId == 1 ? new SendOutcome.Refused(400, "bad") : Taken) };
        await using var house = await House.OpenAsync(channel);
        await house.SayAsync("1", "/start", "Қазақша");
        channel.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task what_has_a_template_of_its_own_passes_by_replies_that_wait_for_the_person()
    {
        await using var house = await House.OpenAsync(new PlainChannel { AnyTime = r => r is Reply.Message { Template: not null } });
        await house.SayAsync("1", "/start");
        await using var db = house.Db();
        var chat = db.Chats.Single().Id;
        house.Get<HeldReplies>().Add(chat);
        foreach (var (id, reply) in new (long, Reply)[] { (71, new Reply.Message("Жаңалық")), (72, new Reply.Message("Ертең күтеміз") { Template = new("rem_day", ["Турнир"]) }) })
            house.Get<Sender>().Add(new OutboxLine { Id = id, Chat = chat, Reply = reply, Json = DomainJson.Write(reply), Language = "kk" }, new(ChannelKind.Telegram, "1"), null);
        await house.RestAsync();
        house.Channel.Told("1").Skip(1).ShouldBe(["Ертең күтеміз"]);
    }

    private static Task TakeAsync(House house, long number, string chat) => house.Ingest.TakeAsync([house.Channel.Item(number, chat, "/start")], CancellationToken.None);

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var i = 0; !reached(); i++)
        {
            i.ShouldBeLessThan(4000);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }
    }
}
