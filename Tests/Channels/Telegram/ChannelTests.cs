using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class ChannelTests
{
    private static readonly Reply.Message Question = new("5 < 6 & \"сіз\" келесіз бе?") { Prompt = 3, Compact = true, Options = [new("y", "Иә"), new("n", "Жоқ")] };

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    public async Task a_file_for_many_is_uploaded_once_and_again_only_when_telegram_has_lost_it(string type)
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Files["f1"] = [1, 2, 3];
        var people = Enumerable.Range(200, 12).Select(id => house.Telegram.Person(id)).ToList();
        foreach (var person in people) person.SendText("/start");
        (await Task.WhenAll(people.Select((p, i) => house.SendAsync(new Reply.File("f1", "Плакат.png", type, $"№{i}"), p.Id).AsTask()))).ShouldAllBe(o => o is SendOutcome.Sent);
        house.Telegram.Counts.Uploads.ShouldBe(1);
        people.Select(p => p.Chat.ShouldHaveSingleItem()).ShouldAllBe(m => m.File!.Name == "Плакат.png" && m.File.Content.Length == 3);
        people.Select(p => p.Chat[0].Text).ShouldBe(Enumerable.Range(0, 12).Select(i => $"№{i}"));

        house.Telegram.ForgetSent();
        (await Task.WhenAll(people.Select(p => house.SendAsync(new Reply.File("f1", "Плакат.png", type, ""), p.Id).AsTask()))).ShouldAllBe(o => o is SendOutcome.Sent);
        house.Telegram.Counts.Uploads.ShouldBe(2);
        people.ShouldAllBe(p => p.Chat.Count == 2);
    }

    [Fact]
    public async Task a_question_reaches_the_person_and_the_press_comes_back()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        var sent = (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.Sent>();

        var seen = house.Sana.Chat.ShouldHaveSingleItem();
        seen.Text.ShouldBe(Question.Text);
        seen.Buttons.ShouldBe([new("Иә", "3.0"), new("Жоқ", "3.1")]);
        sent.MessageId.ShouldBe($"{seen.MessageId}");

        house.Sana.Press("Жоқ");
        var press = (await FetchAsync(house))[^1];
        house.Channel.Decode(press.Payload).Delivery!.Content.ShouldBe(new Inbound.Press("3.1", new($"{seen.MessageId}", Question.Text)));
    }

    [Fact]
    public async Task a_settled_question_shows_the_choice_and_settling_again_is_no_failure()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        var id = ((SendOutcome.Sent)await house.SendAsync(Question)).MessageId!;
        var settle = new Reply.Settle(new(id, Question.Text), "Иә");

        (await house.SendAsync(settle)).ShouldBe(new SendOutcome.Sent(null));
        (await house.SendAsync(settle)).ShouldBe(new SendOutcome.Sent(null));
        house.Sana.Chat.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.Text.ShouldBe(Question.Text + "\n\n✓ Иә"), m => m.Buttons.ShouldBeEmpty());
    }

    [Fact]
    public async Task a_question_of_unknown_text_loses_its_buttons_only()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        var id = ((SendOutcome.Sent)await house.SendAsync(Question)).MessageId!;
        (await house.SendAsync(new Reply.Settle(new(id, null), "Иә"))).ShouldBe(new SendOutcome.Sent(null));
        house.Sana.Chat.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Text.ShouldBe(Question.Text), m => m.Buttons.ShouldBeEmpty());
    }

    [Fact]
    public async Task a_contact_prompt_has_its_key_until_the_next_plain_message()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        await house.SendAsync(new Reply.Message("Телефон?") { ContactButton = "Нөмірімді жіберу" });
        house.Sana.Chat[0].ContactButton.ShouldBe("Нөмірімді жіберу");
        await house.SendAsync(new Reply.Message("Рақмет"));
        house.Sana.Chat[1].RemovesKeys.ShouldBeTrue();
    }

    [Theory]
    [InlineData("image/png", "photo")]
    [InlineData("application/pdf", "document")]
    public async Task a_file_arrives_whole_with_its_name_and_caption(string type, string field)
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        house.Files["f1"] = [1, 2, 3, 0, 255];
        (await house.SendAsync(new Reply.File("f1", "Билет \"1\" & әріп.png", type, "a < b"))).ShouldBeOfType<SendOutcome.Sent>().MessageId.ShouldNotBeNull();
        var seen = house.Sana.Chat.ShouldHaveSingleItem();
        seen.Text.ShouldBe("a < b");
        seen.File!.ShouldSatisfyAllConditions(
            f => f.Field.ShouldBe(field), f => f.Name.ShouldBe("Билет _1_ & әріп.png"), f => f.MediaType.ShouldBe(type), f => f.Content.ShouldBe([1, 2, 3, 0, 255]));
    }

    [Fact]
    public async Task a_file_we_do_not_have_is_refused()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        (await house.SendAsync(new Reply.File("lost", "n", "image/png", ""))).ShouldBeOfType<SendOutcome.Refused>();
    }

    [Fact]
    public async Task text_that_is_not_unicode_still_goes_out()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        (await house.SendAsync(new Reply.Message("a\ud83d <b"))).ShouldBeOfType<SendOutcome.Sent>();
        house.Sana.Chat.ShouldHaveSingleItem().Text.ShouldBe("a\ufffd <b");
    }

    [Fact]
    public async Task a_very_long_text_arrives_in_order_and_whole()
    {
        await using var house = await TelegramHouse.OpenAsync(new() { ChatPerSecond = 0 });
        house.Sana.SendText("/start");
        var text = string.Join("\n\n", Enumerable.Range(0, 7).Select(i => $"<{i}> & " + string.Concat(Enumerable.Repeat("сәлем ", 250)).Trim()));
        (await house.SendAsync(new Reply.Message(text))).ShouldBeOfType<SendOutcome.Sent>().MessageId.ShouldBe($"{house.Sana.Chat[^1].MessageId}");
        string.Join("\n\n", house.Sana.Chat.Select(m => m.Text)).ShouldBe(text);
        house.Sana.Chat.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(nameof(Standing.NeverWrote))]
    [InlineData(nameof(Standing.Blocked))]
    [InlineData(nameof(Standing.Deactivated))]
    [InlineData(nameof(Standing.CannotBeWrittenFirst))]
    public async Task a_person_who_cannot_be_reached_is_blocked(string standing)
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.Standing = Enum.Parse<Standing>(standing);
        (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.Blocked>();
        (await house.SendAsync(Question, chat: 404)).ShouldBeOfType<SendOutcome.Blocked>();
    }

    [Fact]
    public async Task a_flood_waits_for_the_time_the_platform_names()
    {
        await using var house = await TelegramHouse.OpenAsync(new() { ChatPerSecond = 0.1, ChatBurst = 1 });
        house.Sana.SendText("/start");
        (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.Sent>();
        (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.RetryAfter>().ShouldSatisfyAllConditions(
            r => r.After.ShouldBeInRange(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10)), r => r.WholeAccount.ShouldBeFalse());
    }

    [Fact]
    public async Task faults_of_the_platform_and_the_line_are_values()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        foreach (var fault in new[] { Fault.Status500, new Fault.Drop(), new Fault.DropAnswer() })
        {
            house.Telegram.Break("sendMessage", fault);
            (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.Unreachable>();
        }
        (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task no_fault_tells_the_token()
    {
        await using var house = await TelegramHouse.OpenAsync(token: "123456:secret-of-another");
        (await house.SendAsync(Question)).ShouldBe(new SendOutcome.RetryAfter(TelegramErrors.TokenPause, WholeAccount: true));
        await house.Telegram.DisposeAsync();
        (await house.SendAsync(Question)).ShouldBeOfType<SendOutcome.Unreachable>().Why.ShouldNotContain("secret");
    }

    [Fact]
    public async Task only_a_cancelled_token_throws()
    {
        await using var house = await TelegramHouse.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await house.Channel.SendAsync(new(new(ChannelKind.Telegram, "77"), Question, "kk", null, 1), cancelled.Token));
    }

    [Fact]
    public async Task a_press_is_answered_and_too_late_is_no_matter()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        house.Sana.Press(1, "1.0");
        var items = await FetchAsync(house);
        house.Telegram.OpenPresses.ShouldBe(1);
        foreach (var item in items.Concat(items)) await house.Channel.AcknowledgeAsync(item.Payload, default);
        house.Telegram.OpenPresses.ShouldBe(0);
        house.Telegram.Counts.Errors.ShouldBe(1); // the second answer
    }

    [Fact]
    public async Task a_persons_file_can_be_fetched()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendDocument("форма.xlsx", "application/zip", [9, 8, 7]);
        var file = (Inbound.File)house.Channel.Decode((await FetchAsync(house))[0].Payload).Delivery!.Content;
        var (answer, content) = await house.Client.DownloadAsync(file.Handle, default);
        answer.Ok.ShouldBeTrue();
        using var read = new MemoryStream();
        await content!.CopyToAsync(read, TestContext.Current.CancellationToken);
        read.ToArray().ShouldBe([9, 8, 7]);
        (await house.Client.DownloadAsync("unknown", default)).Answer.Code.ShouldBe(400);
    }

    [Fact]
    public async Task the_bot_learns_its_name_and_shows_that_it_types()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Sana.SendText("/start");
        (await house.Client.GetMeAsync(default)).Me!.Username.ShouldBe("emulated_bot");
        (await house.Client.CallAsync(new SendChatAction(77, "typing"), default)).Ok.ShouldBeTrue();
    }

    private static async Task<IReadOnlyList<InboxItem>> FetchAsync(TelegramHouse house)
    {
        var (answer, updates) = await house.Client.GetUpdatesAsync(new(null, 100, 0, TelegramWebhook.AllowedUpdates), default);
        answer.Ok.ShouldBeTrue(answer.Description);
        return [.. updates.SelectMany(u => house.Channel.Split(u))];
    }
}
