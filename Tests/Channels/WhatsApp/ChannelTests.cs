using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class ChannelTests
{
    private static readonly ListWords Words = new("Таңдау", "Тағы", "Санын жазыңыз.");

    [Fact]
    public async Task a_text_arrives_with_the_id_that_was_returned()
    {
        await using var talk = await Conversation.StartAsync();
        var sent = (await talk.SayAsync("Атыңыз кім?")).ShouldBeOfType<SendOutcome.Sent>();
        var received = await talk.Sana.NextAsync(Conversation.Soon);
        (received.Id, received.Text, received.CallbackData).ShouldBe((sent.MessageId, "Атыңыз кім?", "5"));
    }

    [Fact]
    public async Task buttons_and_rows_carry_the_tokens_a_press_brings_back()
    {
        await using var talk = await Conversation.StartAsync();
        await talk.SendAsync(new Reply.Message("Келісесіз бе?") { Prompt = 3, Options = [new("y", "Иә"), new("n", "Жоқ")] });
        await talk.SendAsync(new Reply.Message("Аудан?") { Prompt = 4, Words = Words, Options = [.. Enumerable.Range(0, 12).Select(i => new Option($"d{i}", $"Аудан {i}"))] });
        (await talk.Sana.NextAsync(Conversation.Soon)).Buttons.Select(b => b.Id).ShouldBe(["3.0", "3.1"]);
        (await talk.Sana.NextAsync(Conversation.Soon)).Rows[^1].Id.ShouldBe("4.p1");
    }

    [Fact]
    public async Task a_long_text_comes_in_parts_and_the_last_id_counts()
    {
        await using var talk = await Conversation.StartAsync();
        var sent = (SendOutcome.Sent)await talk.SayAsync(string.Join(' ', Enumerable.Range(0, 1500)));
        await talk.Sana.NextAsync(Conversation.Soon);
        (await talk.Sana.NextAsync(Conversation.Soon)).Id.ShouldBe(sent.MessageId);
    }

    [Fact]
    public async Task a_person_without_a_number_is_reached_by_user_id()
    {
        await using var talk = await Conversation.StartAsync();
        var person = talk.Emulator.AddPersonWithoutNumber("KZ.777");
        person.SendText("Сәлем");
        (await talk.SendAsync(new Reply.Message("Қош келдіңіз"), "KZ.777")).ShouldBeOfType<SendOutcome.Sent>();
        (await person.NextAsync(Conversation.Soon)).Text.ShouldBe("Қош келдіңіз");
    }

    [Theory]
    [InlineData("image/png", "image", "image/png")]
    [InlineData("application/pdf", "document", "application/pdf")]
    [InlineData("image/svg+xml", "document", "text/plain")]
    [InlineData("text/csv; charset=utf-8", "document", "text/plain")]
    public async Task a_file_is_uploaded_and_shown_or_offered(string mediaType, string shownAs, string uploadedAs)
    {
        await using var talk = await Conversation.StartAsync();
        talk.Files["f1"] = Encoding.UTF8.GetBytes("content");
        (await talk.SendAsync(new Reply.File("f1", "билет.dat", mediaType, "Сіздің билет"))).ShouldBeOfType<SendOutcome.Sent>();
        var received = await talk.Sana.NextAsync(Conversation.Soon);
        (received.Type, received.Text, received.FileName).ShouldBe((shownAs, "Сіздің билет", shownAs == "document" ? "билет.dat" : null));
        talk.Emulator.Media.Find(received.MediaId!)!.MediaType.ShouldBe(uploadedAs);
    }

    [Theory]
    [InlineData("image/png", "image")]
    [InlineData("application/pdf", "document")]
    public async Task a_file_for_many_is_uploaded_once_and_again_when_its_days_are_over(string mediaType, string shownAs)
    {
        await using var talk = await Conversation.StartAsync();
        talk.Files["f1"] = [1, 2, 3];
        var people = Enumerable.Range(0, 12).Select(i => talk.Emulator.AddPerson($"7700000{1000 + i}")).ToList();
        async Task SendAsync()
        {
            foreach (var person in people) person.SendText("Сәлем");
            talk.LastHeard = talk.Emulator.Now;
            (await Task.WhenAll(people.Select(p => talk.SendAsync(new Reply.File("f1", "Плакат.png", mediaType, "Келіңіз"), p.WaId!).AsTask()))).ShouldAllBe(o => o is SendOutcome.Sent);
            foreach (var person in people) (await person.NextAsync(Conversation.Soon)).Type.ShouldBe(shownAs);
        }
        await SendAsync();
        talk.Emulator.Counts.Uploads.ShouldBe(1);
        talk.Emulator.Advance(TimeSpan.FromDays(28));
        await SendAsync();
        talk.Emulator.Counts.Uploads.ShouldBe(1);
        talk.Emulator.Advance(TimeSpan.FromDays(3));
        await SendAsync();
        talk.Emulator.Counts.Uploads.ShouldBe(2);
    }

    [Fact]
    public async Task an_upload_that_meta_has_lost_is_made_again()
    {
        await using var talk = await Conversation.StartAsync();
        talk.Files["f1"] = [1, 2, 3];
        await talk.SendAsync(new Reply.File("f1", "a.pdf", "application/pdf", ""));
        talk.Emulator.Media.Lose();
        (await talk.SendAsync(new Reply.File("f1", "a.pdf", "application/pdf", ""))).ShouldBeOfType<SendOutcome.Sent>();
        talk.Emulator.Counts.Uploads.ShouldBe(2);
    }

    [Fact]
    public async Task a_picture_over_five_megabytes_is_refused_by_meta_and_kept_for_staff()
    {
        await using var talk = await Conversation.StartAsync();
        talk.Files["f1"] = new byte[(5 * 1024 * 1024) + 1];
        (await talk.SendAsync(new Reply.File("f1", "a.png", "image/png", ""))).ShouldBeOfType<SendOutcome.Refused>().Code.ShouldBe(100);
    }

    [Fact]
    public async Task a_file_gone_from_the_store_is_refused()
    {
        await using var talk = await Conversation.StartAsync();
        (await talk.SendAsync(new Reply.File("gone", "a.pdf", "application/pdf", ""))).ShouldBeOfType<SendOutcome.Refused>();
    }

    [Fact]
    public async Task a_settled_choice_sends_nothing()
    {
        await using var talk = await Conversation.StartAsync();
        (await talk.SendAsync(new Reply.Settle(new("wamid.X", null), "Иә"))).ShouldBe(new SendOutcome.Sent(null));
        talk.Emulator.Counts.Accepted.ShouldBe(0);
    }

    [Theory]
    [InlineData(23 * 60 + 54, true)]
    [InlineData(23 * 60 + 56, false)]
    [InlineData(null, false)]
    public async Task the_window_closes_five_minutes_early_and_no_call_is_made(int? minutesAgo, bool open)
    {
        await using var talk = await Conversation.StartAsync();
        talk.LastHeard = minutesAgo is { } minutes ? talk.Emulator.Now - TimeSpan.FromMinutes(minutes) : null;
        var outcome = await talk.SayAsync("Ертең күтеміз");
        (outcome is SendOutcome.Sent, outcome is SendOutcome.WindowClosed, talk.Emulator.Counts.Accepted).ShouldBe((open, !open, open ? 1 : 0));
    }

    [Fact]
    public async Task outside_the_window_the_template_of_the_language_goes_instead()
    {
        await using var talk = await Conversation.StartAsync(
            new() { Templates = new HashSet<(string, string)> { ("news_waiting", "kk") } },
            o => o with { Templates = new Dictionary<string, string> { ["kk"] = "news_waiting" } });
        talk.Emulator.Advance(TimeSpan.FromHours(25));
        (await talk.SayAsync("Ертең күтеміз")).ShouldBeOfType<SendOutcome.InvitedBack>();
        (await talk.Sana.NextAsync(Conversation.Soon)).Template.ShouldBe("news_waiting/kk");
    }

    [Fact]
    public async Task outside_the_window_a_reminder_goes_by_its_own_template_with_buttons_that_work()
    {
        await using var talk = await Conversation.StartAsync(
            new() { Templates = new HashSet<(string, string)> { ("tomorrow", "kk") }, Shapes = new Dictionary<string, (int, int)> { ["tomorrow"] = (4, 1) } },
            o => o with { Templates = new Dictionary<string, string> { ["rem_day_kk"] = "tomorrow", ["kk"] = "news_waiting" } });
        talk.Emulator.Advance(TimeSpan.FromHours(25));
        var reminder = new Reply.Message("Ертең – турнир. Келесіз бе?") { Options = [new("come.1", "Келемін") { Lasting = true }], Template = new("rem_day", ["Турнир", "05.04.2026", "11:00", "Ақтау,\nЖастар орталығы"]) };
        (await talk.SendAsync(reminder)).ShouldBeOfType<SendOutcome.Sent>();
        var seen = await talk.Sana.NextAsync(Conversation.Soon);
        (seen.Template, seen.Text, seen.Buttons.Single().Id).ShouldBe(("tomorrow/kk", "Турнир | 05.04.2026 | 11:00 | Ақтау, Жастар орталығы", "!come.1"));
    }

    [Fact]
    public async Task a_template_with_another_number_of_variables_is_refused()
    {
        await using var talk = await Conversation.StartAsync(
            new() { Templates = new HashSet<(string, string)> { ("tomorrow", "kk") }, Shapes = new Dictionary<string, (int, int)> { ["tomorrow"] = (3, 2) } },
            o => o with { Templates = new Dictionary<string, string> { ["rem_day_kk"] = "tomorrow" } });
        talk.LastHeard = null;
        (await talk.SendAsync(new Reply.Message("x") { Template = new("rem_day", ["Турнир"]) })).ShouldBeOfType<SendOutcome.Refused>().Code.ShouldBe(132000);
    }

    [Fact]
    public async Task what_can_be_said_at_any_time_is_what_has_a_template_in_the_language()
    {
        await using var talk = await Conversation.StartAsync(null, o => o with { Templates = new Dictionary<string, string> { ["offer_kk"] = "seat_free", ["kk"] = "news_waiting" } });
        var offer = new Reply.Message("x") { Template = new("offer", ["Турнир", "05.04.2026 11:00"]) };
        (talk.Channel.SaysAnyTime(offer, "kk"), talk.Channel.SaysAnyTime(offer, "ru"), talk.Channel.SaysAnyTime(new Reply.Message("x"), "kk")).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task a_template_meta_does_not_know_is_refused()
    {
        await using var talk = await Conversation.StartAsync(null, o => o with { Templates = new Dictionary<string, string> { ["kk"] = "typo" } });
        talk.LastHeard = null;
        (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.Refused>().Code.ShouldBe(132001);
    }

    [Fact]
    public async Task meta_s_own_word_on_the_window_is_believed()
    {
        await using var talk = await Conversation.StartAsync();
        talk.Emulator.Advance(TimeSpan.FromHours(25));
        talk.LastHeard = talk.Emulator.Now;
        (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.WindowClosed>();
    }

    [Fact]
    public async Task a_person_who_cannot_be_reached_is_blocked()
    {
        await using var talk = await Conversation.StartAsync();
        talk.Sana.Reachable = false;
        (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.Blocked>();
    }

    [Fact]
    public async Task too_many_to_one_person_wait_for_that_chat_only()
    {
        await using var talk = await Conversation.StartAsync(new() { Throughput = 0 });
        for (var i = 0; i < 45; i++) (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.Sent>();
        (await talk.SayAsync("x")).ShouldBe(new SendOutcome.RetryAfter(TimeSpan.FromSeconds(4), false));
    }

    [Fact]
    public async Task a_wrong_token_is_unreachable_and_shown_nowhere()
    {
        await using var talk = await Conversation.StartAsync(null, o => o with { AccessToken = "EAA-stale-token" });
        var why = (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.Unreachable>().Why;
        why.ShouldStartWith("190 ");
        why.ShouldNotContain("EAA");
    }

    public static TheoryData<Fault> Outages => [new Fault.BadGateway(), new Fault.Drop(), Fault.Error500, new Fault.LoseAnswer()];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task an_outage_is_unreachable_and_the_next_try_succeeds(Fault fault)
    {
        await using var talk = await Conversation.StartAsync();
        talk.Emulator.FailNext(1, fault);
        (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.Unreachable>();
        (await talk.SayAsync("x")).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task nobody_at_the_address_is_unreachable()
    {
        await using var talk = await Conversation.StartAsync(null, o => o with { ApiBaseUrl = "http://127.0.0.1:1" });
        (await talk.SayAsync("x")).ShouldBe(new SendOutcome.Unreachable("no connection"));
    }

    [Fact]
    public async Task only_the_caller_s_own_cancellation_throws()
    {
        await using var talk = await Conversation.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var outgoing = new Outgoing(new(ChannelKind.WhatsApp, Payloads.Sana), new Reply.Message("x"), "kk", talk.LastHeard, 5);
        await Should.ThrowAsync<OperationCanceledException>(async () => await talk.Channel.SendAsync(outgoing, cancelled.Token));
    }

    [Fact]
    public async Task an_acknowledged_message_is_read_and_shows_typing()
    {
        await using var talk = await Conversation.StartAsync();
        await talk.Channel.AcknowledgeAsync(MessageItem(talk.LastWamid), Conversation.Soon);
        talk.Emulator.Counts.Reads.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"status":{"id":"wamid.X","status":"read"}}""")]
    [InlineData("""{"message":{"id":"wamid.X","type":"system"}}""")]
    [InlineData("not json")]
    public async Task other_items_are_not_acknowledged(string item)
    {
        await using var talk = await Conversation.StartAsync();
        await talk.Channel.AcknowledgeAsync(Encoding.UTF8.GetBytes(item), Conversation.Soon);
        (talk.Emulator.Counts.Reads, talk.Emulator.Counts.Refused).ShouldBe((0, 0));
    }

    [Fact]
    public async Task a_failed_read_mark_is_swallowed()
    {
        await using var talk = await Conversation.StartAsync();
        await talk.Channel.AcknowledgeAsync(MessageItem("wamid.unknown"), Conversation.Soon);
        talk.Emulator.Counts.Refused.ShouldBe(1);
    }

    [Fact]
    public async Task a_retried_message_of_several_parts_goes_on_where_it_stopped()
    {
        await using var talk = await Conversation.StartAsync();
        var text = new string('a', 4096) + "\n\n" + new string('b', 100);
        talk.Emulator.FailNext(1, new Fault.Delay(TimeSpan.Zero));
        talk.Emulator.FailNext(1, new Fault.BadGateway());
        (await talk.SayAsync(text)).ShouldBeOfType<SendOutcome.Unreachable>();
        (await talk.SayAsync(text)).ShouldBeOfType<SendOutcome.Sent>();
        (await talk.Sana.NextAsync(Conversation.Soon)).Text[0].ShouldBe('a');
        (await talk.Sana.NextAsync(Conversation.Soon)).Text[0].ShouldBe('b');
        talk.Emulator.Counts.Accepted.ShouldBe(2);
    }

    private static byte[] MessageItem(string id) => Encoding.UTF8.GetBytes($$"""{"message":{"id":"{{id}}","type":"text"} }""");
}
