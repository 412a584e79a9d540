using System.Diagnostics.Metrics;
using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels.WhatsApp;
using static GrantBot.Tests.Channels.WhatsApp.Payloads;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class SplitTests
{
    private static readonly WhatsAppSplitter Splitter = new(NumberId);

    [Fact]
    public void a_message_is_one_item_named_by_its_wamid_and_kept_by_phone()
    {
        var item = Splitter.Split(Message("text", """{"body":"Сәлем"}""")).ShouldHaveSingleItem();
        (item.Channel, item.ExternalId, item.ChatKey, item.Order).ShouldBe((ChannelKind.WhatsApp, Wamid, Sana, 0L));
    }

    [Fact]
    public void each_state_of_a_message_is_an_item_of_its_own()
    {
        var item = Splitter.Split(Status("\"status\":\"delivered\"")).ShouldHaveSingleItem();
        (item.ExternalId, item.ChatKey).ShouldBe(("status:wamid.OUT:delivered", Sana));
    }

    [Fact]
    public void a_person_without_a_number_is_known_by_the_business_scoped_id()
    {
        var payload = Envelope(Value($$"""
            "contacts":[{"profile":{"name":"Сана","username":"sana"},"user_id":"{{SanaUser}}"}],
            "messages":[{"from_user_id":"{{SanaUser}}","id":"{{Wamid}}","timestamp":"1772323200","type":"text","text":{"body":"Сәлем"} }]
            """));
        Splitter.Split(payload).ShouldHaveSingleItem().ChatKey.ShouldBe(SanaUser);
    }

    [Fact]
    public void a_batch_is_split_in_order_over_entries_changes_messages_and_statuses()
    {
        var one = """{"from":"77000000000","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"1"}}""";
        var two = """{"from":"77000000002","id":"wamid.2","timestamp":"2","type":"text","text":{"body":"2"}}""";
        var contacts = """[{"profile":{"name":"А"},"wa_id":"77000000002","user_id":"KZ.2"},{"profile":{"name":"Б"},"wa_id":"77000000000","user_id":"KZ.1"}]""";
        var items = Splitter.Split(Envelope(
            Value($"\"contacts\":{contacts},\"messages\":[{one},{two}]"),
            Value("\"statuses\":[{\"id\":\"wamid.3\",\"status\":\"sent\",\"timestamp\":\"3\"},{\"id\":\"wamid.3\",\"status\":\"read\",\"timestamp\":\"3\"}]")));
        items.Select(i => i.ExternalId).ShouldBe(["wamid.1", "wamid.2", "status:wamid.3:sent", "status:wamid.3:read"]);
        WhatsAppDecoder.Decode(items[1].Payload).Delivery!.Aliases.ShouldBe([new(ChannelKind.WhatsApp, "KZ.2")]);
    }

    [Fact]
    public void a_thousand_updates_are_a_thousand_items()
    {
        var statuses = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"id":"wamid.{{i}}","status":"sent","timestamp":"1"}"""));
        Splitter.Split(Envelope(Value($"\"statuses\":[{statuses}]"))).Count.ShouldBe(1000);
    }

    [Fact]
    public void updates_of_another_number_are_dropped_and_counted()
    {
        var (here, dropped) = (Environment.CurrentManagedThreadId, 0L); // other tests count at the same time
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => { if (tags[0].Value is "other number" && Environment.CurrentManagedThreadId == here) dropped += count; });
        listener.EnableMeasurementEvents(WhatsAppMeters.Dropped);
        Splitter.Split(Envelope(Value("\"statuses\":[{\"id\":\"x\",\"status\":\"sent\"}]", number: "999"))).ShouldBeEmpty();
        dropped.ShouldBe(1);
    }

    [Fact]
    public void fields_the_bot_has_no_use_for_are_ignored() =>
        Splitter.Split(Envelope("""{"field":"message_template_status_update","value":{"event":"APPROVED","message_template_name":"news"}}""")).ShouldBeEmpty();

    [Fact]
    public void a_preference_is_an_item_and_the_same_one_twice_is_the_same_item()
    {
        var payload = Envelope(Value($$"""
            "user_preferences":[{"wa_id":"{{Sana}}","category":"marketing_messages","value":"stop","timestamp":"1772323200"}]
            """));
        var item = Splitter.Split(payload).ShouldHaveSingleItem();
        (item.ChatKey, item.ExternalId).ShouldBe((Sana, Splitter.Split(payload)[0].ExternalId));
        item.ExternalId.ShouldStartWith("preference:");
        item.ExternalId.ShouldNotContain(Sana);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"entry":{}}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[{}]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"statuses":[{"id":"x"}]}}]}]}""")]
    [InlineData("""{"entry":[{"changes":[{"value":{"errors":[{"code":131051}]}}]}]}""")]
    public void what_cannot_be_read_is_kept_under_its_hash(string payload)
    {
        var item = Splitter.Split(Encoding.UTF8.GetBytes(payload)).ShouldHaveSingleItem();
        item.ExternalId.ShouldStartWith("unread:");
        item.ChatKey.ShouldBe("");
        WhatsAppDecoder.Decode(item.Payload).ShouldBe(new Infrastructure.Channels.Decoded(null, null));
    }

    [Theory]
    [InlineData("""{"entry":[1,null,"x",{"changes":3},{"changes":[null,{"value":7},{"value":{"messages":{}}}]}]}""")]
    public void stray_values_do_no_harm(string payload) => Splitter.Split(Encoding.UTF8.GetBytes(payload)).ShouldBeEmpty();
}
