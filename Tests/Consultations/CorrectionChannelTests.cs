using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Tests.Consultations;

/// <summary>What platforms tell of words that were changed or taken back, and what each channel makes of it.</summary>
public sealed class CorrectionChannelTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void telegram_tells_of_an_edit_and_of_the_message_answered_to()
    {
        Telegram("""{"update_id":1,"edited_message":{"message_id":17,"from":{"id":7,"is_bot":false,"first_name":"Сана"},"chat":{"id":7,"type":"private"},"date":1,"edit_date":2,"caption":"Жұмада"}}""").Content.ShouldBe(new Inbound.Edited("17", "Жұмада"));
        Telegram("""{"update_id":2,"message":{"message_id":18,"from":{"id":7,"is_bot":false,"first_name":"Сана"},"chat":{"id":7,"type":"private"},"date":1,"text":"/del","reply_to_message":{"message_id":17,"date":1,"chat":{"id":7,"type":"private"}}}}""")
            .ShouldSatisfyAllConditions(d => d.MessageId.ShouldBe("18"), d => d.ReplyTo.ShouldBe("17"));
    }

    [Fact]
    public void whatsapp_tells_of_edits_and_deletions_where_the_number_is_shared_with_its_app()
    {
        WhatsApp("""{"message":{"from":"77000000001","id":"w2","timestamp":"1","type":"edit","edit":{"original_message_id":"w1","message":{"type":"text","text":{"body":"Жұмада"}}}}}""").ShouldBe(new Inbound.Edited("w1", "Жұмада"));
        WhatsApp("""{"message":{"from":"77000000001","id":"w2","timestamp":"1","type":"edit","edit":{"original_message_id":"w1","message":{"context":{"id":"M0"},"type":"image","image":{"caption":"Жұмада","mime_type":"image/jpeg","sha256":"x","id":"7","url":"https://example.org/7"}}}}}""").ShouldBe(new Inbound.Edited("w1", "Жұмада"));
        WhatsApp("""{"message":{"from":"77000000001","id":"w3","timestamp":"1","type":"revoke","revoke":{"original_message_id":"w1"}}}""").ShouldBe(new Inbound.Removed("w1"));
        WhatsApp("""{"message":{"from":"77000000001","id":"w3","timestamp":"1","type":"edit","edit":{}}}""").ShouldBe(new Inbound.Unsupported("edit"));
    }

    [Fact]
    public void a_copy_without_buttons_is_sent_so_that_it_can_be_changed()
    {
        var said = new Reply.Message("Жұмада") { As = new(SentKind.Line, 1) };
        TelegramEncoder.Encode(To(said)).ShouldBe([new SendMessage(7, "Жұмада")]);
        TelegramEncoder.Encode(To(said with { Replaces = new("17", null) })).ShouldBe([new EditMessageText(7, 17, "Жұмада")]);
        TelegramEncoder.Encode(To(new Reply.Remove(new("17", null)))).ShouldBe([new DeleteMessage(7, 17)]);
        WebEncoder.Encode(To(said)).ToJson().ShouldContain(WebLine.SaidMark(1));
    }

    private static Outgoing To(Reply reply) => new(new(ChannelKind.Telegram, "7"), reply, "kk", Now, 1);

    private static Delivery Telegram(string json) => TelegramDecoder.Decode(System.Text.Encoding.UTF8.GetBytes(json), Now).Delivery!;

    private static Inbound WhatsApp(string json) => WhatsAppDecoder.Decode(System.Text.Encoding.UTF8.GetBytes(json)).Delivery!.Content;
}
