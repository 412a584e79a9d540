using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class EncoderTests
{
    private static readonly ListWords Words = new("Таңдау", "Тағы көрсету", "Санын жазыңыз.");

    [Fact]
    public void a_plain_message_is_a_text() => Shown(new("Атыңыз кім?")).ShouldBe("text: Атыңыз кім?\n");

    [Fact]
    public void up_to_three_short_choices_are_buttons() =>
        Shown(Ask("Келісесіз бе?", "Иә", "Жоқ", "Кейінірек")).ShouldBe("""
            buttons: Келісесіз бе?
              [Иә] 7.0
              [Жоқ] 7.1
              [Кейінірек] 7.2

            """);

    [Fact]
    public void a_label_of_21_characters_makes_it_a_list() =>
        Shown(Ask("Қайсысы?", "Жиырма бір әріптік ат", "Екінші")).ShouldBe("""
            list: Қайсысы? (Таңдау)
              - Жиырма бір әріптік ат  7.0
              - Екінші  7.1

            """);

    [Fact]
    public void a_row_that_had_to_be_cut_has_its_whole_label_below() =>
        Shown(Ask("Аудан?", "Мұнайлы ауданы, Маңғыстау ауылы", "Ақтау", "Жаңаөзен", "Бейнеу")).ShouldBe("""
            list: Аудан? (Таңдау)
              - Мұнайлы ауданы, Маңғыст… Мұнайлы ауданы, Маңғыстау ауылы 7.0
              - Ақтау  7.1
              - Жаңаөзен  7.2
              - Бейнеу  7.3

            """);

    [Fact]
    public void a_choice_may_have_a_second_line() =>
        Shown(new("Іс-шара?") { Prompt = 7, Words = Words, Options = [new("a", "Хакатон") { Description = "15 наурыз, Ақтау" }, new("b", "Дәріс"), new("c", "Турнир"), new("d", "Жәрмеңке")] })
            .ShouldStartWith("list: Іс-шара? (Таңдау)\n  - Хакатон 15 наурыз, Ақтау 7.0\n  - Дәріс  7.1\n");

    [Fact]
    public void ten_choices_are_one_list_without_a_further_page() =>
        Shown(Ask("?", Numbers(10))).Split('\n')[1..11].ShouldBe(Enumerable.Range(0, 10).Select(i => $"  - n{i}  7.{i}"));

    [Fact]
    public void over_ten_choices_show_nine_and_a_row_that_leads_on() =>
        Shown(Ask("?", Numbers(12))).ShouldEndWith("  - n8  7.8\n  - Тағы көрсету  7.p1\n");

    [Theory]
    [InlineData(12, 1, "9,10,11")]
    [InlineData(12, 99, "9,10,11")]
    [InlineData(12, -1, "0,1,2,3,4,5,6,7,8,p1")]
    [InlineData(19, 1, "9,10,11,12,13,14,15,16,17,18")]
    [InlineData(20, 1, "9,10,11,12,13,14,15,16,17,p2")]
    [InlineData(20, 2, "18,19")]
    public void a_further_page_holds(int choices, int page, string tokens)
    {
        var rows = Encode(Ask("?", Numbers(choices)) with { Page = page })[^1].Interactive!.Action.Sections![0].Rows;
        string.Join(',', rows.Select(r => r.Id[2..])).ShouldBe(tokens);
    }

    [Fact]
    public void pages_together_show_every_choice_once()
    {
        for (var choices = 11; choices < 60; choices++)
        {
            var seen = new List<string>();
            string? next;
            var page = 0;
            do
            {
                var ids = Encode(Ask("?", Numbers(choices)) with { Page = page++ })[^1].Interactive!.Action.Sections![0].Rows.Select(r => r.Id).ToList();
                next = ids.FirstOrDefault(i => i.Contains('p'));
                seen.AddRange(ids.Where(i => i != next));
            }
            while (next is not null);
            seen.ShouldBe(Enumerable.Range(0, choices).Select(i => $"7.{i}"));
        }
    }

    [Fact]
    public void labels_that_look_the_same_after_cutting_are_told_apart_by_the_line_below() =>
        Shown(Ask("Мектеп?", "№1 жалпы білім беретін мектеп", "№1 жалпы білім беретін лицей")).ShouldBe("""
            list: Мектеп? (Таңдау)
              - №1 жалпы білім беретін… №1 жалпы білім беретін мектеп 7.0
              - №1 жалпы білім беретін… №1 жалпы білім беретін лицей 7.1

            """);

    [Fact]
    public void labels_that_look_the_same_in_both_lines_are_numbered()
    {
        var long1 = new string('ұ', 80);
        Shown(Ask("Мектеп?", long1 + " 1", long1 + " 2")).ShouldStartWith($"text: Мектеп?\n\n1. {long1} 1\n2. {long1} 2\n");
    }

    [Fact]
    public void equal_labels_are_numbered() => Shown(Ask("?", "Сана", "Сана")).ShouldStartWith("text: ?\n\n1. Сана\n2. Сана\n");

    [Fact]
    public void a_lasting_choice_travels_with_its_own_id() =>
        Shown(new("Ертең күтеміз.") { Options = [new("cant_come:42", "Келе алмаймын") { Lasting = true }] }).ShouldEndWith("  [Келе алмаймын] !cant_come:42\n");

    [Fact]
    public void a_label_of_several_lines_becomes_one() => Shown(Ask("?", " Иә \n әрине ", "Жоқ")).ShouldContain("[Иә әрине]");

    [Fact]
    public void the_contact_button_is_ignored() => Shown(new("Нөміріңіз?") { ContactButton = "Нөмірмен бөлісу" }).ShouldBe("text: Нөміріңіз?\n");

    [Fact]
    public void a_text_too_long_for_buttons_goes_ahead_up_to_its_last_paragraph()
    {
        var consent = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"{i}. " + new string('ә', 150)));
        var sent = Encode(Ask(consent + "\n\nКелісесіз бе?", "Иә", "Жоқ"));
        sent.Select(m => m.Type).ShouldBe(["text", "interactive"]);
        sent[0].Text!.Body.ShouldStartWith("1. ә");
        sent[1].Interactive!.Body.Text.ShouldEndWith("\n\nКелісесіз бе?");
        sent[1].Interactive!.Body.Text.ShouldMatch("^[0-9]+\\. ә");
    }

    [Fact]
    public void a_further_page_does_not_repeat_a_long_text() =>
        Encode(Ask(new string('a', 5000), Numbers(12)) with { Page = 1 }).ShouldHaveSingleItem().Type.ShouldBe("interactive");

    [Fact]
    public void nothing_to_say_is_nothing_to_send() => Encode(new(" \n")).ShouldBeEmpty();

    [Fact]
    public void choices_without_a_text_still_have_a_body() => Shown(Ask("", "Иә")).ShouldStartWith("buttons: …");

    [Fact]
    public void a_phone_gets_its_plus_and_a_user_id_is_a_recipient()
    {
        var phone = Encode(new("x"))[0];
        var user = WhatsAppEncoder.Message(Out(new Reply.Message("x"), "KZ.1349"), new("x"))[0];
        (phone.To, phone.Recipient, user.To, user.Recipient).ShouldBe(("+77000000000", null, null, "KZ.1349"));
    }

    [Fact]
    public void the_wire_is_snake_case_without_nulls() =>
        JsonNode.DeepEquals(JsonNode.Parse(Wire(Encode(Ask("Келісесіз бе?", "Иә"))[0])), JsonNode.Parse("""
            {
              "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+77000000000", "biz_opaque_callback_data": "5",
              "type": "interactive",
              "interactive": {
                "type": "button",
                "body": { "text": "Келісесіз бе?" },
                "action": { "buttons": [ { "type": "reply", "reply": { "id": "7.0", "title": "Иә" } } ] }
              }
            }
            """)).ShouldBeTrue();

    [Fact]
    public void a_template_names_its_language() =>
        Wire(WhatsAppEncoder.Template(Out(new Reply.Message("x")), "news_waiting")).ShouldContain("""{"name":"news_waiting","language":{"code":"kk"}}""");

    [Fact]
    public void a_picture_has_a_caption_and_a_document_a_name_too()
    {
        var file = new Reply.File("f1", "билет.png", "image/png", "Сіздің билет");
        WhatsAppEncoder.File(Out(file), file, "900", asImage: true).ShouldHaveSingleItem().Image.ShouldBe(new MediaBody("900", "Сіздің билет", null));
        WhatsAppEncoder.File(Out(file), file, "900", asImage: false).ShouldHaveSingleItem().Document.ShouldBe(new MediaBody("900", "Сіздің билет", "билет.png"));
    }

    [Fact]
    public void a_caption_that_is_too_long_goes_ahead_as_text()
    {
        var file = new Reply.File("f1", "a.pdf", "application/pdf", new string('я', 1025));
        var sent = WhatsAppEncoder.File(Out(file), file, "900", asImage: false);
        sent.Select(m => m.Type).ShouldBe(["text", "document"]);
        sent[1].Document!.Caption.ShouldBeNull();
    }

    [Fact]
    public void a_long_file_name_keeps_its_ending()
    {
        var file = new Reply.File("f1", new string('a', 300) + ".docx", "application/pdf", "");
        var name = WhatsAppEncoder.File(Out(file), file, "900", asImage: false)[0].Document!.Filename!;
        (name.Length, name[^6..]).ShouldBe((240, "….docx"));
    }

    /// <summary>The emulator's rules are Meta's: whatever the bot says, no limit is broken.</summary>
    [Fact]
    public void no_message_breaks_a_limit_of_meta()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var message = Clumsy(random);
            foreach (var request in Encode(message))
            {
                using var document = JsonDocument.Parse(Wire(request));
                MessageRules.Check(document.RootElement).ShouldBeNull();
            }
        }
    }

    private static Reply.Message Clumsy(Random random) => new(Text(random, random.Next(4) == 0 ? 9000 : 1500))
    {
        Prompt = 7,
        Page = random.Next(4),
        Words = random.Next(3) == 0 ? null : new(Text(random, 40), Text(random, 40), Text(random, 40)),
        Options = [.. Enumerable.Range(0, random.Next(3) == 0 ? random.Next(30) : random.Next(4)).Select(i =>
            new Option($"o{i}", Text(random, 50)) { Description = random.Next(2) == 0 ? Text(random, 120) : null, Lasting = random.Next(5) == 0 })],
    };

    private static string Text(Random random, int longest)
    {
        string[] pieces = ["ә", "Қ", "a", " ", "  ", "\n", "\n\n", ". ", "👩‍👩‍👧‍👦", "🇰🇿", "й", "\u0301", "\r\n", "\u200b"];
        var text = new StringBuilder();
        for (var left = random.Next(longest + 1); text.Length < left;) text.Append(pieces[random.Next(random.Next(2) == 0 ? 3 : pieces.Length)]);
        return text.ToString();
    }

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => $"n{i}")];

    private static Reply.Message Ask(string text, params string[] labels) =>
        new(text) { Prompt = 7, Words = Words, Options = [.. labels.Select((l, i) => new Option($"o{i}", l))] };

    private static Outgoing Out(Reply reply, string to = "77000000000") => new(new(ChannelKind.WhatsApp, to), reply, "kk", null, 5);

    private static IReadOnlyList<MessageRequest> Encode(Reply.Message message) => WhatsAppEncoder.Message(Out(message), message);

    private static string Wire(MessageRequest request) => JsonSerializer.Serialize(request, WhatsAppJson.Default.MessageRequest);

    private static string Shown(Reply.Message message)
    {
        var shown = new StringBuilder();
        foreach (var sent in Encode(message))
        {
            if (sent.Text is { } text) shown.Append("text: ").Append(text.Body).Append('\n');
            if (sent.Interactive is not { } interactive) continue;
            shown.Append(interactive.Type == "list" ? $"list: {interactive.Body.Text} ({interactive.Action.Button})\n" : $"buttons: {interactive.Body.Text}\n");
            foreach (var button in interactive.Action.Buttons ?? []) shown.Append($"  [{button.Reply.Title}] {button.Reply.Id}\n");
            foreach (var row in interactive.Action.Sections?[0].Rows ?? []) shown.Append($"  - {row.Title} {row.Description} {row.Id}\n");
        }
        return shown.ToString();
    }
}
