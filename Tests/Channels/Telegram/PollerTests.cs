using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Load.Emulators.Telegram;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class PollerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task updates_are_stored_in_order_and_confirmed()
    {
        await using var house = await TelegramHouse.OpenAsync();
        for (var i = 0; i < 250; i++) house.Sana.SendText($"{i}");
        var inbox = new Inbox(house, wanted: 250);
        await inbox.PollAsync();
        inbox.Stored.Select(i => i.Order).ShouldBe(inbox.Stored.Select(i => i.Order).Order());
        inbox.Stored.Count.ShouldBe(250);
        house.Telegram.Counts.Redelivered.ShouldBe(0);
    }

    [Fact]
    public async Task what_could_not_be_stored_is_not_confirmed_and_comes_again()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("one");
        house.Sana.SendText("two");
        var inbox = new Inbox(house, wanted: 2) { Failures = 3 };
        await inbox.PollAsync();
        inbox.Batches.ShouldBe(["fail 2", "fail 2", "fail 2", "2"]);
        inbox.Time.Waited.Take(3).ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]);
    }

    [Fact]
    public async Task a_poller_that_dies_after_storing_leaves_the_batch_to_the_next_one()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("one");
        var first = new Inbox(house, wanted: 1);
        await first.PollAsync(); // stopped before the next fetch could confirm
        var second = new Inbox(house, wanted: 1);
        await second.PollAsync();
        second.Stored.Select(i => i.ExternalId).ShouldBe(first.Stored.Select(i => i.ExternalId));
    }

    [Fact]
    public async Task a_webhook_is_taken_away_with_its_waiting_updates_kept()
    {
        await using var house = await TelegramHouse.OpenAsync(new() { RetryScale = 0.001 });
        await house.Client.CallAsync(new SetWebhook("http://127.0.0.1:9/none", "s", 1, TelegramWebhook.AllowedUpdates), default);
        house.Sana.SendText("waiting");
        var inbox = new Inbox(house, wanted: 1);
        await inbox.PollAsync();
        inbox.Stored.Count.ShouldBe(1);
    }

    [Fact]
    public async Task faults_are_waited_out_with_growing_pauses()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Telegram.Break("deleteWebhook", Fault.Status500);
        house.Telegram.Break("getUpdates", Fault.Status500);
        house.Telegram.Break("getUpdates", new Fault.Drop());
        house.Telegram.Break("getUpdates", new Fault.Answer(429, "Too Many Requests: retry after 33", 33));
        house.Telegram.Break("getUpdates", new Fault.Answer(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        house.Sana.SendText("at last");
        var inbox = new Inbox(house, wanted: 1);
        await inbox.PollAsync();
        inbox.Time.Waited.Select(w => w.TotalSeconds).ShouldBe([1, 1, 2, 33, 5]);
    }

    [Fact]
    public async Task an_update_from_the_wire_is_not_changed()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("Сәлем ] } \" \\ 👋");
        var inbox = new Inbox(house, wanted: 1);
        await inbox.PollAsync();
        house.Channel.Decode(inbox.Stored[0].Payload).Delivery!.Content.ShouldBe(new Domain.Conversation.Inbound.Text("Сәлем ] } \" \\ 👋"));
    }

    /// <summary>Stores what a poller brings and stops it when it has enough.</summary>
    private sealed class Inbox(TelegramHouse house, int wanted)
    {
        public List<InboxItem> Stored { get; } = [];
        public List<string> Batches { get; } = [];
        public HastyTime Time { get; } = new();
        public int Failures { get; set; }

        public async Task PollAsync()
        {
            using var enough = new CancellationTokenSource(Patience);
            await new TelegramPoller(house.Client, (items, _) => Store(items, enough), Time, NullLogger<TelegramPoller>.Instance) { WaitSeconds = 5 }
                .RunAsync(enough.Token).WaitAsync(Patience);
        }

        private Task Store(IReadOnlyList<InboxItem> items, CancellationTokenSource enough)
        {
            Batches.Add(Failures > 0 ? $"fail {items.Count}" : $"{items.Count}");
            if (Failures-- > 0) throw new IOException("The disk is full");
            Stored.AddRange(items);
            if (Stored.Count >= wanted) enough.Cancel();
            return Task.CompletedTask;
        }
    }
}
