using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.WhatsApp;
using static GrantBot.Tests.Channels.WhatsApp.Payloads;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class DecoderTests
{
    public static TheoryData<string, string, Inbound> Messages => new()
    {
        { "text", """{"body":"\u0421\u04d9\u043b\u0435\u043c \ud83d\udc4b\n2"}""", new Inbound.Text("Сәлем 👋\n2") },
        { "interactive", """{"type":"button_reply","button_reply":{"id":"7.0","title":"Иә"}}""", new Inbound.Press("7.0", null) },
        { "interactive", """{"type":"list_reply","list_reply":{"id":"7.p1","title":"Тағы","description":"x"}}""", new Inbound.Press("7.p1", null) },
        { "interactive", """{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{}"}}""", new Inbound.Unsupported("nfm_reply") },
        { "interactive", """{"type":"button_reply"}""", new Inbound.Unsupported("button_reply") },
        { "interactive", "[]", new Inbound.Unsupported("interactive") },
        { "button", """{"payload":"!cant_come","text":"Келе алмаймын"}""", new Inbound.Press("!cant_come", null) },
        { "contacts", """[{"name":{"formatted_name":"Сана"},"phones":[{"phone":"+7 700 000 00 00","wa_id":"77000000000","type":"CELL"}]}]""", new Inbound.Contact("+77000000000", true) },
        { "contacts", """[{"phones":[{"phone":"8 (700) 000-00-00"}]}]""", new Inbound.Contact("+77000000000", true) },
        { "contacts", """[{"phones":[{"phone":"+7 700 000 00 09","wa_id":"77000000009"}]}]""", new Inbound.Contact("+77000000009", false) },
        { "contacts", """[{"phones":[{"phone":"+7 700 000 00 09"}]},{"phones":[{"phone":"+77000000000"}]}]""", new Inbound.Contact("+77000000000", true) },
        { "contacts", """[{"origin":"contact_request","phones":[{"phone":"+7 700 000 00 09"}]}]""", new Inbound.Contact("+77000000009", true) },
        { "contacts", """[{"phones":[{"phone":"call me"}]}]""", new Inbound.Unsupported("contacts") },
        { "image", """{"id":"44","mime_type":"image/jpeg","sha256":"x","caption":"Справка"}""", new Inbound.File("44", null, "image/jpeg", null, "Справка") },
        { "document", """{"id":"45","mime_type":"application/pdf","sha256":"x","filename":"келісім.pdf"}""", new Inbound.File("45", "келісім.pdf", "application/pdf", null, null) },
        { "audio", """{"id":"46","mime_type":"audio/ogg; codecs=opus","sha256":"x","voice":true}""", new Inbound.File("46", null, "audio/ogg; codecs=opus", null, null) },
        { "video", """{"id":"47","mime_type":"video/mp4","sha256":"x"}""", new Inbound.File("47", null, "video/mp4", null, null) },
        { "sticker", """{"id":"48","mime_type":"image/webp","sha256":"x","animated":false}""", new Inbound.Unsupported("sticker") },
        { "image", """{"mime_type":"image/jpeg"}""", new Inbound.Unsupported("image") },
        { "location", """{"latitude":43.65,"longitude":51.16}""", new Inbound.Location(43.65, 51.16) },
        { "location", """{"latitude":143.65,"longitude":51.16}""", new Inbound.Unsupported("location") },
        { "reaction", """{"message_id":"wamid.X","emoji":"👍"}""", new Inbound.Unsupported("reaction") },
        { "order", """{"catalog_id":"1"}""", new Inbound.Unsupported("order") },
        { "unsupported", """[{"code":131051}]""", new Inbound.Unsupported("unsupported") },
        { "hologram_2031", "{}", new Inbound.Unsupported("hologram_2031") },
        { "text", """{"body":""}""", new Inbound.Unsupported("text") },
        { "text", "\"body\"", new Inbound.Unsupported("text") },
        { "text", """{"body":"\ud83d"}""", new Inbound.Unsupported("text") },
        { "system", """{"body":"changed","wa_id":"77000000005","type":"user_changed_number"}""", new Inbound.Unsupported("user_changed_number") },
        { "<b>+77000000000</b>", "{}", new Inbound.Unsupported("unknown") },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void a_message_reads_as(string type, string content, Inbound expected) =>
        Delivered(Message(type, content)).Content.ShouldBe(expected);

    [Fact]
    public void a_delivery_tells_who_and_when_and_what_whatsapp_vouches_for()
    {
        var delivery = Delivered(Message("text", """{"body":"Сәлем"}"""));
        delivery.From.ShouldBe(new(ChannelKind.WhatsApp, Sana));
        delivery.Aliases.ShouldBe([new(ChannelKind.WhatsApp, SanaUser)]);
        delivery.VerifiedPhone.ShouldBe("+77000000000");
        delivery.At.ShouldBe(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void a_person_without_a_number_has_no_verified_phone()
    {
        var delivery = Delivered(Envelope(Value($$"""
            "contacts":[{"profile":{"name":"Сана"},"user_id":"{{SanaUser}}"}],"messages":[{"from_user_id":"{{SanaUser}}","id":"{{Wamid}}","timestamp":"1","type":"text","text":{"body":"x"} }]
            """)));
        (delivery.From.Value, delivery.VerifiedPhone, delivery.Aliases.Count).ShouldBe((SanaUser, null, 0));
    }

    [Theory]
    [InlineData("KZ.ENT.1349")]
    [InlineData("KZ-new_form:2031")]
    public void an_id_of_a_form_yet_to_be_invented_loses_nobody(string id) =>
        Delivered(Envelope(Value($$"""
            "messages":[{"from_user_id":"{{id}}","id":"x","timestamp":"1","type":"text","text":{"body":"x"} }]
            """))).From.Value.ShouldBe(id);

    [Fact]
    public void a_changed_number_keeps_both_numbers_in_the_item_and_vouches_for_neither()
    {
        var item = Item(Envelope(Value($$"""
            "messages":[{"from":"{{Sana}}","id":"{{Wamid}}","timestamp":"1","type":"system","system":{"body":"x","wa_id":"77000000005","type":"user_changed_number"} }]
            """)));
        Encoding.UTF8.GetString(item.Span).ShouldContain("77000000005");
        WhatsAppDecoder.Decode(item).Delivery!.VerifiedPhone.ShouldBeNull();
        WhatsAppDecoder.ReadableId(item).ShouldBeNull();
    }

    [Fact]
    public void a_preference_reads_as_unsupported() =>
        Delivered(Envelope(Value($$"""
            "user_preferences":[{"wa_id":"{{Sana}}","category":"marketing_messages","value":"stop","timestamp":"1"}]
            """))).Content.ShouldBe(new Inbound.Unsupported("user_preferences"));

    public static TheoryData<string, ReceiptKind, int?> Receipts => new()
    {
        { "\"status\":\"sent\",\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"category\":\"service\"}", ReceiptKind.Sent, null },
        { "\"status\":\"delivered\"", ReceiptKind.Delivered, null },
        { "\"status\":\"read\"", ReceiptKind.Read, null },
        { "\"status\":\"played\"", ReceiptKind.Read, null },
        { "\"status\":\"failed\",\"errors\":[{\"code\":131047,\"title\":\"Re-engagement message\"},{\"code\":1}]", ReceiptKind.Failed, 131047 },
        { "\"status\":\"failed\"", ReceiptKind.Failed, null },
        { "\"status\":\"failed\",\"errors\":[{\"code\":99999999999}]", ReceiptKind.Failed, null },
    };

    [Theory]
    [MemberData(nameof(Receipts))]
    public void a_status_reads_as_a_receipt(string members, ReceiptKind kind, int? code) =>
        WhatsAppDecoder.Decode(Item(Status(members))).Receipt.ShouldBe(new Receipt("wamid.OUT", kind, code, DateTimeOffset.FromUnixTimeSeconds(1772323201)));

    [Fact]
    public void a_status_of_the_future_is_neither_act_nor_receipt() =>
        WhatsAppDecoder.Decode(Item(Status("\"status\":\"teleported\""))).ShouldBe(new Decoded(null, null));

    [Theory]
    [InlineData("\"timestamp\":\"soon\"")]
    [InlineData("\"timestamp\":\"99999999999999999\"")]
    [InlineData("\"timestamp\":{}")]
    [InlineData("\"timestamp\":-5")]
    public void an_absurd_time_reads_as_the_epoch(string timestamp) =>
        Delivered(Envelope(Value($$"""
            "messages":[{"from":"{{Sana}}","id":"x",{{timestamp}},"type":"text","text":{"body":"x"} }]
            """))).At.ShouldBe(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("8 700 000 00 00", "77000000000")]
    [InlineData("+7(700)000-00-00", "77000000000")]
    [InlineData("77000000000", "77000000000")]
    [InlineData("+81 3 1234 5678", "81312345678")]
    [InlineData("1234", null)]
    [InlineData("7700000000000000", null)]
    [InlineData("+7 700 ooo", null)]
    [InlineData("٧٧٠٠٠٠٠٠٠٠٠", null)]
    public void a_phone_number_is_its_digits(string written, string? digits) => WhatsAppSender.Digits(written).ShouldBe(digits);

    [Fact]
    public void no_mangled_payload_makes_the_decoder_throw()
    {
        var payload = Message("interactive", """{"type":"list_reply","list_reply":{"id":"7.1","title":"Ә"}}""");
        var random = new Random(7);
        var splitter = new WhatsAppSplitter(NumberId);
        for (var i = 0; i < 3000; i++)
        {
            var mangled = payload.ToArray();
            for (var change = 0; change < 4; change++) mangled[random.Next(mangled.Length)] = (byte)random.Next(256);
            Should.NotThrow(() => splitter.Split(mangled).Select(item => WhatsAppDecoder.Decode(item.Payload)).ToArray());
        }
    }

    private static Delivery Delivered(byte[] payload) => WhatsAppDecoder.Decode(Item(payload)).Delivery.ShouldNotBeNull();

    private static ReadOnlyMemory<byte> Item(byte[] payload) => new WhatsAppSplitter(NumberId).Split(payload).ShouldHaveSingleItem().Payload;
}
