using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class DecoderTests
{
    private static readonly DateTimeOffset Received = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private const string Sana = """{"id":77,"is_bot":false,"first_name":"Сана","language_code":"kk"}""";
    private const string Private = """{"id":77,"first_name":"Сана","type":"private"}""";
    private const string Head = $$$""" "message_id":5,"from":{{{Sana}}},"chat":{{{Private}}},"date":1767225600""";

    public static TheoryData<string, string> Payloads => new()
    {
        { Message("""
            "text":"Сәлем 👋"
            """), "77 kk Text { Value = Сәлем 👋 }" },
        { Message("""
            "text":"/start@our_bot ev_open2026"
            """), "77 kk Text { Value = /start ev_open2026 }" },
        { Message("""
            "text":"/help@our_bot"
            """), "77 kk Text { Value = /help }" },
        { Message("""
            "text":"mail me@example.org /now@once"
            """), "77 kk Text { Value = mail me@example.org /now@once }" },
        { Message("""
            "text":"broken \ud83d half, whole \ud83d\ude00, path C:\\ud800"
            """), "77 kk Text { Value = broken \ufffd half, whole 😀, path C:\\ud800 }" },
        { Message("""
            "contact":{"phone_number":"77000000000","first_name":"Сана","user_id":77}
            """), "77 kk Contact { Phone = 77000000000, Own = True }" },
        { Message("""
            "contact":{"phone_number":"+77000000001","first_name":"Біреу","user_id":78}
            """), "77 kk Contact { Phone = +77000000001, Own = False }" },
        { Message("""
            "contact":{"phone_number":"+77000000001","first_name":"Біреу"}
            """), "77 kk Contact { Phone = +77000000001, Own = False }" },
        { Message("""
            "photo":[{"file_id":"small","file_size":100},{"file_id":"large","file_size":9000}],"caption":"анықтама"
            """), "77 kk File { Handle = large, Name = , MediaType = image/jpeg, Bytes = 9000, Caption = анықтама }" },
        { Message("""
            "document":{"file_id":"d1","file_name":"форма.xlsx","mime_type":"application/vnd.ms-excel","file_size":5000}
            """), "77 kk File { Handle = d1, Name = форма.xlsx, MediaType = application/vnd.ms-excel, Bytes = 5000, Caption =  }" },
        { Message("""
            "voice":{"file_id":"v1","duration":3,"mime_type":"audio/ogg"}
            """), "77 kk File { Handle = v1, Name = , MediaType = audio/ogg, Bytes = , Caption =  }" },
        { Message("""
            "video":{"file_id":"v2"}
            """), "77 kk File { Handle = v2, Name = , MediaType = , Bytes = , Caption =  }" },
        { Message("""
            "audio":{"file_id":"a1"}
            """), "77 kk File { Handle = a1, Name = , MediaType = , Bytes = , Caption =  }" },
        { Message("""
            "sticker":{"file_id":"s","emoji":"👍"}
            """), "77 kk Unsupported { What = sticker }" },
        { Message("""
            "reply_to_message":{"message_id":1},"location":{"latitude":43.6,"longitude":51.1}
            """), "77 kk Location { Latitude = 43.6, Longitude = 51.1 }" },
        { Message("""
            "contact":{"first_name":"no number"}
            """), "77 kk Unsupported { What = contact }" },
        { Message("""
            "text":["not","text"]
            """), "77  Unsupported { What = message }" },
        { $$$"""{"update_id":9,"edited_message":{{{{Head}}},"text":"late"}}""", "77 kk Edited { Message = 5, Value = late }" },
        { Press($$$""","data":"7.2","message":{{{{Head}}},"text":"Сұрақ?"}"""), "77 kk Press { Token = 7.2, Message = MessageRef { Id = 5, Text = Сұрақ? } }" },
        { Press($$$""","data":"7.2","message":{{{{Head}}},"caption":"a photo's"}"""), "77 kk Press { Token = 7.2, Message = MessageRef { Id = 5, Text =  } }" },
        { Press($$$""","data":"!stop","message":{"message_id":5,"chat":{{{Private}}},"date":0}"""), "77 kk Press { Token = !stop, Message =  }" },
        { Press(""","data":"7.2" """), "77 kk Press { Token = 7.2, Message =  }" },
        { Press(""","game_short_name":"chess" """), "77 kk Unsupported { What = callback_query }" },
        { Member("kicked"), "77 kk Left { }" },
        { Member("member"), "77 kk Returned { }" },
        { Member("restricted"), "77 kk Unsupported { What = my_chat_member }" },
        { $$$"""{"update_id":9,"message_reaction":{"chat":{{{Private}}},"message_id":5}}""", "77  Unsupported { What = message_reaction }" },
        { $$$"""{"update_id":9,"something_of_2030":{"chat":{{{Private}}},"deep":[[[]]]}}""", "77  Unsupported { What = something_of_2030 }" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void an_update_of_a_private_chat_becomes_what_the_person_did(string payload, string expected)
    {
        var delivery = Decode(payload).Delivery.ShouldNotBeNull();
        $"{delivery.From.Value} {delivery.ClientLanguage} {delivery.Content}".ShouldBe(expected.Replace("\\ufffd", "\ufffd", StringComparison.Ordinal));
        delivery.From.Channel.ShouldBe(ChannelKind.Telegram);
    }

    [Theory]
    [InlineData("""{"update_id":9,"message":{"message_id":5,"chat":{"id":-100,"type":"supergroup"},"date":1,"text":"hi all"}}""")]
    [InlineData("""{"update_id":9,"message":{"message_id":5,"from":{"id":77},"chat":{"id":-100,"type":"supergroup"},"date":1,"text":"so it is","reply_to_message":{"message_id":4,"from":{"id":78},"chat":{"id":-100,"type":"supergroup"},"date":1}}}""")]
    [InlineData("""{"update_id":9,"message":{"message_id":5,"from":{"id":77},"chat":{"id":-100,"type":"channel"},"date":1,"text":"/start"}}""")]
    [InlineData("""{"update_id":9,"poll":{"id":"1"}}""")]
    [InlineData("""{"update_id":9}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"update_id\":")]
    public void what_members_of_a_group_say_and_what_concerns_no_chat_is_nobodys_act(string payload) => Decode(payload).ShouldBe(new Decoded(null, null));

    [Theory]
    [InlineData(""","message":{"message_id":5,"from":{"id":77},"chat":{"id":-100,"type":"group"},"date":1,"text":"/staffgroup@our_bot ABC"}""", "Text { Value = /staffgroup ABC }", null, null)]
    [InlineData(""","message":{"message_id":5,"message_thread_id":3,"is_topic_message":true,"from":{"id":77},"chat":{"id":-100,"type":"supergroup","is_forum":true},"date":1,"text":"a","reply_to_message":{"message_id":3,"from":{"id":1,"is_bot":true},"date":1}}""", "Text { Value = a }", "3", null)]
    [InlineData(""","message":{"message_id":5,"from":{"id":77},"chat":{"id":-100,"type":"group"},"date":1,"text":"a","reply_to_message":{"message_id":4,"from":{"id":1,"is_bot":true},"date":1}}""", "Text { Value = a }", null, "4")]
    [InlineData(""","message":{"message_id":5,"from":{"id":77},"chat":{"id":-100,"type":"group"},"date":1,"migrate_to_chat_id":-1001}""", "Moved { To = ChatAddress { Channel = Telegram, Value = -1001 } }", null, null)]
    [InlineData(""","callback_query":{"id":"1","from":{"id":77},"data":"!cs.take.1","message":{"message_id":5,"chat":{"id":-100,"type":"group"},"date":1}}""", "Press { Token = !cs.take.1, Message =  }", null, null)]
    [InlineData(""","my_chat_member":{"chat":{"id":-100,"type":"group"},"from":{"id":77},"date":1,"new_chat_member":{"status":"administrator"}}""", "Returned { }", null, null)]
    [InlineData(""","my_chat_member":{"chat":{"id":-100,"type":"group"},"from":{"id":77},"date":1,"new_chat_member":{"status":"left"}}""", "Left { }", null, null)]
    public void of_a_group_is_read_what_is_said_to_the_bot(string payload, string expected, string? topic, string? to)
    {
        var delivery = Decode("""{"update_id":9""" + payload + "}").Delivery.ShouldNotBeNull();
        (delivery.From.Value, delivery.Group!.By.Value, delivery.Group.Topic, delivery.ReplyTo).ShouldBe(("-100", "77", topic, to));
        delivery.Content.ToString().ShouldBe(expected);
    }

    [Fact]
    public void a_message_has_the_platforms_time_and_a_press_the_time_it_came()
    {
        Decode(Message("\"text\":\"a\"")).Delivery!.At.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Decode(Press($$$""","data":"7.2","message":{{{{Head}}},"text":"old"}""")).Delivery!.At.ShouldBe(Received);
        Decode(Message("\"text\":\"a\"").Replace("1767225600", "999999999999999", StringComparison.Ordinal)).Delivery!.At.ShouldBe(Received);
    }

    [Fact]
    public void no_damage_to_a_payload_throws()
    {
        foreach (var (payload, _) in Payloads.Select(r => r.Data))
        {
            for (var cut = 0; cut < payload.Length; cut++) Take(payload[..cut]);
            foreach (var (from, to) in new[] { ("77", "\"77\""), ("5", "5.5"), ("\"private\"", "null"), ("{\"id\"", "[{\"id\""), ("\"update_id\":9", "\"update_id\":1e99"), ("\"", "\\\""), ("а", "\ud800") })
                Take(payload.Replace(from, to, StringComparison.Ordinal));
            Take(payload.Replace("1767225600", "-1", StringComparison.Ordinal));
        }

        static void Take(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Should.NotThrow(() => TelegramDecoder.Decode(bytes, Received));
            TelegramChannel.Item(bytes).Payload.Length.ShouldBe(bytes.Length);
        }
    }

    [Fact]
    public void bytes_that_are_not_utf8_cost_one_character()
    {
        var bytes = Encoding.UTF8.GetBytes(Message("\"text\":\"a?b\""));
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xff;
        TelegramDecoder.Decode(bytes, Received).Delivery!.Content.ShouldBe(new Inbound.Text("a\ufffdb"));
    }

    [Fact]
    public void an_item_is_known_by_its_update_id_and_ordered_within_its_chat()
    {
        var item = Item(Message("\"text\":\"a\""));
        (item.ExternalId, item.ChatKey, item.Order).ShouldBe(("9", "77", 9));
        Item(Press(""","data":"7.2" """)).ChatKey.ShouldBe("77");
        Item("""{"callback_query":{"id":"1","from":{"id":77},"message":{"chat":{"id":-5}}},"update_id":10}""").ShouldSatisfyAllConditions(
            i => i.ChatKey.ShouldBe("-5"), i => i.Order.ShouldBe(10));
        Item("""{"update_id":9,"poll":{"id":"1"}}""").ChatKey.ShouldBe("");
    }

    [Fact]
    public void what_is_no_update_is_kept_under_its_hash()
    {
        var item = Item("{\"hello\":1}");
        item.ExternalId.ShouldStartWith("sha256:");
        item.ExternalId.ShouldBe(Item("{\"hello\":1}").ExternalId);
        (item.ChatKey, item.Order).ShouldBe(("", 0));
    }

    private static Decoded Decode(string payload) => TelegramDecoder.Decode(Encoding.UTF8.GetBytes(payload), Received);

    private static InboxItem Item(string payload) => TelegramChannel.Item(Encoding.UTF8.GetBytes(payload));

    private static string Message(string content) => $$$"""{"update_id":9,"message":{{{{Head}}},{{{content}}}}}""";

    private static string Press(string rest) => $$$"""{"update_id":9,"callback_query":{"id":"4001","from":{{{Sana}}},"chat_instance":"1"{{{rest}}}}}""";

    private static string Member(string status) =>
        $$$"""{"update_id":9,"my_chat_member":{"chat":{{{Private}}},"from":{{{Sana}}},"date":1767225600,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"{{{status}}}"} }}""";
}
