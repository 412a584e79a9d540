using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

/// <summary>What people do in the emulator reaches the decoder as Meta would bring it.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task the_webhook_proves_itself_with_the_right_word_only()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        (await emulator.VerifyWebhookAsync(), await emulator.VerifyWebhookAsync("wrong")).ShouldBe((true, false));
    }

    [Fact]
    public async Task a_signed_body_is_pure_ascii_with_escaped_letters_and_slashes()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        emulator.AddPerson("77000000000").SendText("Сәлем 👋 1/2 \"x\"\n");
        await WebhookReceiver.DrainAsync(emulator);
        var body = receiver.Bodies.ShouldHaveSingleItem();
        body.ShouldAllBe(b => b < 128);
        Encoding.ASCII.GetString(body).ShouldContain("""\u0421\u04d9\u043b\u0435\u043c \ud83d\udc4b 1\/2 \"x\"\n""");
        Decoded(receiver).ShouldHaveSingleItem().Delivery!.Content.ShouldBe(new Inbound.Text("Сәлем 👋 1/2 \"x\"\n"));
    }

    [Fact]
    public async Task every_act_of_a_person_decodes_as_what_it_was()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new() { Concurrency = 1 });
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        var sana = emulator.AddPerson("77000000000", userId: "KZ.1");
        var message = new BotMessage("wamid.B", "interactive", "?") { Buttons = [new("7.0", "Иә", null)], Rows = [new("7.1", "Ақтау", "қала")] };
        sana.PressButton(message, 0);
        sana.ChooseRow(message, 0);
        sana.PressTemplateButton(message, "!stop", "Жоқ");
        sana.SendContact("8 700 000 00 00", "Сана Әлиева");
        sana.SendContact("+7 700 000 00 09", "Дана", "77000000009");
        sana.SendMedia("document", "application/pdf", [1], "келісім.pdf", "міне");
        sana.ChangeNumber("77000000005");
        sana.SetMarketing(stop: true);
        await WebhookReceiver.DrainAsync(emulator);
        var acts = Decoded(receiver).Select(d => d.Delivery!.Content).ToArray();
        acts[..5].ShouldBe([new Inbound.Press("7.0", null), new Inbound.Press("7.1", null), new Inbound.Press("!stop", null), new Inbound.Contact("+77000000000", true), new Inbound.Contact("+77000000009", false)]);
        acts[5].ShouldBeOfType<Inbound.File>().Name.ShouldBe("келісім.pdf");
        acts[6..].ShouldBe([new Inbound.Unsupported("user_changed_number"), new Inbound.Unsupported("user_preferences")]);
        Decoded(receiver).ShouldAllBe(d => d.Delivery!.From == new ChatAddress(ChannelKind.WhatsApp, "77000000000"));
    }

    [Fact]
    public async Task anything_but_200_is_delivered_again()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new() { TimeScale = 1000 });
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        receiver.Status = n => n switch { 1 => 500, 2 => 204, 3 => 403, _ => 200 };
        var id = emulator.AddPerson("77000000000").SendText("Сәлем");
        await WebhookReceiver.DrainAsync(emulator);
        (receiver.Posts, emulator.Webhooks.Refused).ShouldBe((4, 3L));
        receiver.Ids.ShouldBe([id]);
    }

    [Fact]
    public async Task duplicates_have_the_same_ids()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new() { Duplicates = 1 });
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        var id = emulator.AddPerson("77000000000").SendText("Сәлем");
        await WebhookReceiver.DrainAsync(emulator);
        receiver.Ids.ShouldBe([id, id]);
    }

    [Fact]
    public async Task updates_of_several_people_share_a_post()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new() { BatchSize = 100, Concurrency = 1, TimeScale = 1000 });
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        receiver.Status = n => n == 1 ? 503 : 200;
        var sent = Enumerable.Range(0, 300).Select(i => emulator.AddPerson($"7700000{i:0000}").SendText("Сәлем")).ToArray();
        await WebhookReceiver.DrainAsync(emulator);
        receiver.Ids.ShouldBe(sent, ignoreOrder: true);
        receiver.Posts.ShouldBeLessThan(150);
    }

    [Fact]
    public async Task concurrent_deliveries_overtake_one_another_and_none_is_lost()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new() { Jitter = TimeSpan.FromMilliseconds(20), Concurrency = 16 });
        await using var receiver = await WebhookReceiver.StartAsync(emulator);
        var sana = emulator.AddPerson("77000000000");
        var sent = Enumerable.Range(0, 200).Select(i => sana.SendText($"{i}")).ToArray();
        await WebhookReceiver.DrainAsync(emulator);
        receiver.Ids.ShouldBe(sent, ignoreOrder: true);
        receiver.Ids.ShouldNotBe(sent);
    }

    [Fact]
    public async Task a_sent_message_is_reported_sent_delivered_and_read_with_its_price()
    {
        await using var talk = await Conversation.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(talk.Emulator);
        var id = ((SendOutcome.Sent)await talk.SayAsync("Сәлем")).MessageId!;
        await WebhookReceiver.DrainAsync(talk.Emulator);
        Decoded(receiver).Where(d => d.Receipt is not null).Select(d => (d.Receipt!.MessageId, d.Receipt.Kind)).ShouldBe(
            [(id, ReceiptKind.Sent), (id, ReceiptKind.Delivered), (id, ReceiptKind.Read)], ignoreOrder: true);
        receiver.Bodies.Count(b => Encoding.ASCII.GetString(b).Contains("\"pricing_model\":\"PMP\"")).ShouldBe(2);
        receiver.Bodies.Count(b => Encoding.ASCII.GetString(b).Contains("\"biz_opaque_callback_data\":\"5\"")).ShouldBe(3);
    }

    [Fact]
    public async Task a_closed_window_may_also_come_as_a_failed_status()
    {
        await using var talk = await Conversation.StartAsync(new() { FailByStatus = true });
        await using var receiver = await WebhookReceiver.StartAsync(talk.Emulator);
        talk.Emulator.Advance(TimeSpan.FromHours(25));
        talk.LastHeard = talk.Emulator.Now;
        var id = ((SendOutcome.Sent)await talk.SayAsync("Сәлем")).MessageId!;
        await WebhookReceiver.DrainAsync(talk.Emulator);
        var receipt = Decoded(receiver).Single(d => d.Receipt is not null).Receipt!;
        (receipt.MessageId, receipt.Kind, receipt.Code).ShouldBe((id, ReceiptKind.Failed, 131047));
    }

    private static List<Decoded> Decoded(WebhookReceiver receiver) =>
        [.. receiver.Bodies.SelectMany(b => new WhatsAppSplitter("100000000000001").Split(b)).Select(i => WhatsAppDecoder.Decode(i.Payload))];
}
