using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Tests.Pipeline;

/// <summary>One person's messages are answered in the order in which they were sent, however they arrive.</summary>
public sealed class OrderTests
{
    private static readonly string[] ToTheName = [.. Registering.Greeting, .. Registering.Form().Take(3)];

    [Fact]
    public async Task two_messages_delivered_at_once_and_reversed_are_answered_by_their_numbers()
    {
        await using var house = await House.OpenAsync(time: new Clock(House.Today, stretch: 20));
        string[] chats = [.. Enumerable.Range(1, 12).Select(i => $"{i}")];
        foreach (var chat in chats) await house.SayAsync(chat, ToTheName);
        var number = 5_000L;
        foreach (var chat in chats)
        {
            number += 2;
            var (first, second) = (house.Channel.Item(number, chat, "Әлиева"), house.Channel.Item(number + 1, chat, "Сана"));
            await Task.WhenAll(house.Ingest.TakeAsync([second], CancellationToken.None), house.Ingest.TakeAsync([first], CancellationToken.None));
        }
        await house.RestAsync();
        await using var db = house.Db();
        foreach (var state in db.Chats.Select(c => c.State).ToList()) Answers(state).ShouldBe(("Әлиева", "Сана"));
    }

    [Fact]
    public async Task a_message_waits_for_an_earlier_one_that_is_still_being_stored()
    {
        await using var house = await House.OpenAsync(time: new Clock(House.Today, stretch: 20));
        await house.SayAsync("1", ToTheName);
        using var disk = new ManualResetEventSlim();
        await house.Ingest.TakeAsync([house.Channel.Item(901, "1", "Сана")], CancellationToken.None);
        var slow = house.Writer.WriteAsync(new Work.Background(_ => disk.Wait()));
        var earlier = house.Ingest.TakeAsync([house.Channel.Item(900, "1", "Әлиева")], CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(1200), TimeProvider.System, CancellationToken.None); // longer than all glances at a gap
        disk.Set();
        await Task.WhenAll(slow, earlier);
        await house.RestAsync();
        await using var db = house.Db();
        Answers(db.Chats.Single().State).ShouldBe(("Әлиева", "Сана"));
    }

    [Fact]
    public async Task a_number_that_never_comes_holds_nobody_up()
    {
        await using var house = await House.OpenAsync();
        await house.Ingest.TakeAsync([house.Channel.Item(500, "1", "/start")], CancellationToken.None);
        await house.Ingest.TakeAsync([house.Channel.Item(510, "2", "/start")], CancellationToken.None);
        await house.RestAsync();
        house.Channel.Told("2").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task messages_without_numbers_are_answered_as_they_were_stored()
    {
        await using var house = await House.OpenAsync(new PlainChannel(ChannelKind.WhatsApp));
        await house.SayAsync("1", Registering.Greeting);
        house.Channel.Heard.Clear();
        string[] words = [.. Enumerable.Range(1, 30).Select(i => $"сөз {i}")];
        await house.Ingest.TakeAsync([.. words.Select((w, i) => house.Channel.Item(1000 + i, "1", w, numbered: false))], CancellationToken.None);
        await house.RestAsync();
        house.Channel.Heard.ShouldBe(words);
    }

    [Fact]
    public async Task replies_reach_a_chat_in_the_order_of_the_turns()
    {
        await using var house = await House.OpenAsync();
        var one = 0;
        house.Channel.Platform = async (m, _) =>
        {
            if (Interlocked.Increment(ref one) % 3 == 0) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            return new SendOutcome.Sent("m" + m.OutboxId);
        };
        await house.Ingest.TakeAsync([.. Registering.Everything().Select((w, i) => house.Channel.Item(100 + i, "1", w))], CancellationToken.None);
        await house.RestAsync();
        house.Channel.Sent.Select(m => m.OutboxId).ShouldBeInOrder();
        house.Channel.Told("1")[^1].ShouldContain("Тіркеу нөмірі: 1.");
    }

    private static (string?, string?) Answers(string state)
    {
        var filling = (DialogState.Registering)DomainJson.ReadState(state).Dialog;
        string? Of(string name) => filling.Form.Answers.Where(a => a.Key.EndsWith(name, StringComparison.Ordinal)).Select(a => a.Value).FirstOrDefault();
        return (Of("/surname"), Of("/given"));
    }
}
