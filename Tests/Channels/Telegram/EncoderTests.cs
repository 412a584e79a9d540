using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class EncoderTests
{
    [Fact]
    public void a_plain_message_is_escaped_and_takes_away_old_keys() =>
        Written(new Reply.Message("5 < 6 & 7 > 2")).ShouldBe("""
            sendMessage 42 "5 &lt; 6 &amp; 7 &gt; 2" keys gone
            """);

    [Fact]
    public void choices_stand_one_below_the_other() =>
        Written(new Reply.Message("Қай тіл?") { Prompt = 7, Options = [new("kk", "Қазақша"), new("ru", "Русский"), new("en", "English")] }).ShouldBe("""
            sendMessage 42 "Қай тіл?"
              [Қазақша 7.0]
              [Русский 7.1]
              [English 7.2]
            """);

    [Fact]
    public void short_compact_choices_stand_side_by_side() =>
        Written(new Reply.Message("?") { Prompt = 7, Compact = true, Options = [new("y", "Иә"), new("n", "Жоқ"), new("s", "Өткізіп жіберу")] }).ShouldBe("""
            sendMessage 42 "?"
              [Иә 7.0] [Жоқ 7.1]
              [Өткізіп жіберу 7.2]
            """);

    [Fact]
    public void one_long_label_puts_compact_choices_below_each_other() =>
        Written(new Reply.Message("?") { Prompt = 7, Compact = true, Options = [new("y", "Иә"), new("n", "Мен әлі шешкен жоқпын")] }).ShouldBe("""
            sendMessage 42 "?"
              [Иә 7.0]
              [Мен әлі шешкен жоқпын 7.1]
            """);

    [Fact]
    public void a_lasting_choice_carries_its_own_id() =>
        Written(new Reply.Message("?") { Options = [new("cancel:42", "Келе алмаймын") { Lasting = true }] }).ShouldBe("""
            sendMessage 42 "?"
              [Келе алмаймын !cancel:42]
            """);

    [Fact]
    public void a_contact_button_is_a_key_and_choices_join_it() =>
        Written(new Reply.Message("Телефон?") { ContactButton = "Нөмірімді жіберу", Prompt = 7, Options = [new("skip", "Өткізу")] }).ShouldBe("""
            sendMessage 42 "Телефон?"
              (Нөмірімді жіберу, contact)
              (Өткізу)
            """);

    [Fact]
    public void a_settled_message_shows_the_choice_and_loses_its_buttons() =>
        Written(new Reply.Settle(new("5", "a < b?"), "Иә & жоқ")).ShouldBe("""
            editMessageText 42/5 "a &lt; b?\n\n✓ <b>Иә &amp; жоқ</b>"
            """);

    [Fact]
    public void a_settled_message_of_unknown_text_only_loses_its_buttons()
    {
        Written(new Reply.Settle(new("5", null), "Иә")).ShouldBe("editMessageReplyMarkup 42/5");
        Written(new Reply.Settle(new("5", new string('a', 4095)), "Иә")).ShouldBe("editMessageReplyMarkup 42/5");
    }

    [Fact]
    public void settling_what_is_no_telegram_message_does_nothing() => Written(new Reply.Settle(new("wamid.1", "?"), "Иә")).ShouldBe("");

    [Theory]
    [InlineData("image/png", "sendPhoto")]
    [InlineData("image/jpeg", "sendPhoto")]
    [InlineData("image/svg+xml", "sendDocument")]
    [InlineData("application/pdf", "sendDocument")]
    public void a_picture_is_shown_and_anything_else_offered(string type, string method) =>
        Written(new Reply.File("f1", "билет.x", type, "Сіздің билетіңіз")).ShouldBe($"{method} 42 f1 билет.x \"Сіздің билетіңіз\"");

    [Fact]
    public void a_caption_is_cut_at_its_limit()
    {
        var call = (SendFile)Encode(new Reply.File("f", "n", "image/png", new string('ы', 2000)))[0];
        call.Caption.ShouldBe(new string('ы', 1023) + "…");
    }

    [Fact]
    public void a_long_text_goes_in_parts_with_the_buttons_on_the_last()
    {
        var paragraph = new string('ә', 3000);
        var calls = Encode(new Reply.Message(paragraph + "\n\n" + paragraph) { Prompt = 1, Options = [new("y", "Иә")] }).Cast<SendMessage>().ToList();
        calls.Select(c => c.Text).ShouldBe([paragraph, paragraph]);
        calls[0].ReplyMarkup.ShouldBeNull();
        calls[1].ReplyMarkup.ShouldBeOfType<InlineKeyboardMarkup>();
    }

    [Fact]
    public void nothing_to_say_is_not_sent_but_buttons_get_a_place_to_stand()
    {
        Written(new Reply.Message(" \n ")).ShouldBe("");
        Written(new Reply.Message("") { Prompt = 1, Options = [new("y", " ")] }).ShouldBe("""
            sendMessage 42 "…"
              [… 1.0]
            """);
    }

    [Theory]
    [InlineData(90, 0, 90, "1.0", "1.89")]
    [InlineData(91, 0, 91, "1.0", "1.p1")]
    [InlineData(91, 1, 2, "1.90", "1.p0")]
    [InlineData(91, 2, 91, "1.0", "1.p1")]
    [InlineData(91, -1, 2, "1.90", "1.p0")]
    public void more_than_ninety_choices_come_in_pages(int options, int page, int rows, string first, string last)
    {
        var message = new Reply.Message("?") { Prompt = 1, Page = page, Options = [.. Enumerable.Range(0, options).Select(i => new Option($"{i}", $"№ {i}"))], Words = new("Ашу", "Тағы", "") };
        var keyboard = (InlineKeyboardMarkup)((SendMessage)Encode(message)[0]).ReplyMarkup!;
        keyboard.InlineKeyboard.Count.ShouldBe(rows);
        keyboard.InlineKeyboard[0][0].CallbackData.ShouldBe(first);
        keyboard.InlineKeyboard[^1][0].CallbackData.ShouldBe(last);
    }

    [Theory]
    [InlineData("https://t.me/demo_bot?start=ev_open", false)]
    [InlineData("Telegram: https://t.me/demo_bot?start=ev_open\nWhatsApp: https://wa.me/77000000000", true)]
    public void several_links_show_no_card_of_the_first(string text, bool none)
    {
        (((SendMessage)Encode(new Reply.Message(text))[0]).LinkPreviewOptions is { IsDisabled: true }).ShouldBe(none);
        (((EditMessageText)Encode(new Reply.Settle(new("5", text), "Мәзір"))[0]).LinkPreviewOptions is { IsDisabled: true }).ShouldBe(none);
    }

    [Fact]
    public void an_address_of_another_kind_makes_no_call() =>
        TelegramEncoder.Encode(new(new(ChannelKind.Web, "web-1"), new Reply.Message("a"), "kk", null, 1)).ShouldBeEmpty();

    private static IReadOnlyList<TelegramCall> Encode(Reply reply) => TelegramEncoder.Encode(new(new(ChannelKind.Telegram, "42"), reply, "kk", null, 1));

    /// <summary>The calls as a person would sketch them.</summary>
    private static string Written(Reply reply)
    {
        var text = new StringBuilder();
        foreach (var call in Encode(reply))
        {
            text.Append(call.Method).Append(' ').AppendLine(call switch
            {
                SendMessage m => $"{m.ChatId} \"{m.Text}\"{Markup(m.ReplyMarkup)}",
                EditMessageText e => $"{e.ChatId}/{e.MessageId} \"{e.Text.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
                EditMessageReplyMarkup e => $"{e.ChatId}/{e.MessageId}",
                SendFile f => $"{f.ChatId} {f.FileId} {f.Name} \"{f.Caption}\"",
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        return text.ToString().TrimEnd();
    }

    private static string Markup(ReplyMarkup? markup) => markup switch
    {
        null => "",
        ReplyKeyboardRemove => " keys gone",
        InlineKeyboardMarkup i => string.Concat(i.InlineKeyboard.Select(r => "\n  " + string.Join(' ', r.Select(b => $"[{b.Text} {b.CallbackData}]")))),
        ReplyKeyboardMarkup k => string.Concat(k.Keyboard.Select(r => "\n  " + string.Join(' ', r.Select(b => $"({b.Text}{(b.RequestContact == true ? ", contact" : "")})")))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
