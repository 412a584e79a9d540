using System.Text;
using System.Text.Json;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Tests.Channels.Web;

public sealed class WebCodecTests
{
    private const string Id = "0190b0a0-0000-7000-8000-000000000001";
    private static readonly string Chat = new('a', 64);

    private static Inbound Content(object post) => WebDecoder.Decode(Stored(post)).Delivery!.Content;

    private static byte[] Stored(object post, object? file = null) =>
        JsonSerializer.SerializeToUtf8Bytes(new { chat = Chat, at = 1_767_225_600_000, post, file });

    [Fact]
    public void what_the_page_sends_is_read_as_what_the_person_did()
    {
        Content(new { id = Id, kind = "text", text = "Сана Әлиева" }).ShouldBe(new Inbound.Text("Сана Әлиева"));
        Content(new { id = Id, kind = "hello" }).ShouldBe(new Inbound.Text("/start"));
        Content(new { id = Id, kind = "hello", code = "ev_open2026" }).ShouldBe(new Inbound.Text("/start ev_open2026"));
        Content(new { id = Id, kind = "press", token = "7.2", line = "41" }).ShouldBe(new Inbound.Press("7.2", new MessageRef("41", null)));
    }

    [Fact]
    public void a_code_that_could_be_a_command_is_ignored() =>
        Content(new { id = Id, kind = "hello", code = "x\n/cancel" }).ShouldBe(new Inbound.Text("/start"));

    [Fact]
    public void a_file_is_described_by_the_store_and_not_by_the_page()
    {
        var item = Stored(new { id = Id, kind = "file", file = "f1", text = "Анықтама" }, new { id = "f1", name = "a.pdf", type = "application/pdf", bytes = 12 });
        WebDecoder.Decode(item).Delivery!.Content.ShouldBe(new Inbound.File("f1", "a.pdf", "application/pdf", 12, "Анықтама"));
        Content(new { id = Id, kind = "file", file = "f1" }).ShouldBe(new Inbound.Unsupported("file"));
    }

    [Theory]
    [InlineData("kk-KZ", "kk")]
    [InlineData("RU", "ru")]
    [InlineData("<script>", null)]
    [InlineData(null, null)]
    public void the_browsers_language_is_a_hint_by_its_first_part(string? tag, string? language) =>
        WebDecoder.Decode(Stored(new { id = Id, kind = "hello", language = tag })).Delivery!.ClientLanguage.ShouldBe(language);

    [Fact]
    public void an_item_is_known_by_its_chat_and_the_pages_id()
    {
        var item = WebDecoder.Split(Stored(new { id = Id, kind = "text", text = "иә" })).ShouldHaveSingleItem();
        item.ExternalId.ShouldBe($"{Chat}:{Id}");
        item.ChatKey.ShouldBe(Chat);
        item.Channel.ShouldBe(ChannelKind.Web);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"chat\":\"x\"}")]
    [InlineData("{\"chat\":{},\"at\":1}")]
    public void an_unreadable_item_is_kept_under_its_hash(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        var item = WebDecoder.Split(bytes).ShouldHaveSingleItem();
        item.ChatKey.ShouldBe("");
        item.ExternalId.Length.ShouldBe(64);
        WebDecoder.Decode(bytes).Delivery.ShouldBeNull();
    }

    [Theory]
    [InlineData("not json", "unreadable")]
    [InlineData("null", "unreadable")]
    [InlineData("{\"kind\":\"text\",\"text\":\"a\"}", "unreadable")]
    [InlineData("{\"id\":\"1%\",\"kind\":\"text\",\"text\":\"a\"}", "unreadable")]
    [InlineData("{\"id\":\"" + Id + "\",\"kind\":\"text\",\"text\":\"  \"}", "unreadable")]
    [InlineData("{\"id\":\"" + Id + "\",\"kind\":\"text\",\"text\":\"\\ud800\"}", "unreadable")]
    [InlineData("{\"id\":\"" + Id + "\",\"kind\":\"press\"}", "unreadable")]
    [InlineData("{\"id\":\"" + Id + "\",\"kind\":\"dance\"}", "unreadable")]
    [InlineData("{\"id\":7,\"kind\":\"hello\"}", "unreadable")]
    public void a_clumsy_post_is_refused_in_words(string json, string error) =>
        WebPost.Read(Encoding.UTF8.GetBytes(json)).Problem!.Error.ShouldBe(error);

    [Fact]
    public void a_text_of_4096_characters_is_taken_and_one_more_is_not()
    {
        Read(4096).Post.ShouldNotBeNull();
        Read(4097).Problem!.Error.ShouldBe("too-long");

        static (WebPost? Post, WebProblem? Problem) Read(int length) =>
            WebPost.Read(JsonSerializer.SerializeToUtf8Bytes(new { id = Id, kind = "text", text = new string('ә', length) }));
    }

    [Fact]
    public void control_characters_do_not_pass() => WebDecoder.Clean("а\0б\u001b\nв").ShouldBe("аб\nв");

    [Fact]
    public void a_message_becomes_a_line_with_a_button_for_every_choice()
    {
        var reply = new Reply.Message("Қай ауданнансыз?") { Prompt = 4, Options = [new("a", "Ақтау"), new("b", "Жаңаөзен") { Description = "қала" }, new("later", "Кейін") { Lasting = true }] };
        var line = WebEncoder.Encode(Out(reply));
        line.ToJson().ShouldBe("""{"key":"o9","kind":"text","lang":"kk","text":"Қай ауданнансыз?","options":[{"token":"4.0","label":"Ақтау"},{"token":"4.1","label":"Жаңаөзен","description":"қала"},{"token":"!later","label":"Кейін"}]}""");
        line.ToJson().ShouldStartWith(WebLine.JsonStart("o9"));
    }

    [Fact]
    public void a_file_and_a_settled_choice_become_lines()
    {
        WebEncoder.Encode(Out(new Reply.File("f1", "билет.svg", "image/svg+xml", "Билет"))).ToJson()
            .ShouldBe("""{"key":"o9","kind":"file","lang":"kk","text":"Билет","file":{"id":"f1","name":"билет.svg","type":"image/svg+xml"}}""");
        WebEncoder.Encode(Out(new Reply.Settle(new MessageRef("41", null), "Иә"))).ToJson()
            .ShouldBe("""{"key":"o9","kind":"settle","lang":"kk","settles":"41","choice":"Иә"}""");
    }

    [Fact]
    public void a_token_is_random_and_only_its_hash_is_an_address()
    {
        var token = WebIdentity.NewToken();
        token.Length.ShouldBe(32);
        token.ShouldNotBe(WebIdentity.NewToken());
        WebIdentity.Hash(token)!.ShouldNotContain(token);
        WebIdentity.Hash(token)!.Length.ShouldBe(64);
        WebIdentity.Hash("short").ShouldBeNull();
        WebIdentity.Hash(new string('G', 32)).ShouldBeNull();
        WebIdentity.Hash(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    public void a_network_address_is_counted_by_its_household(string address, string key) =>
        WebLimits.Key(System.Net.IPAddress.Parse(address)).ShouldBe(key);

    [Fact]
    public void options_that_make_no_sense_stop_the_start_and_say_what_to_set()
    {
        Should.Throw<InvalidOperationException>(() => new WebChatOptions { Organisation = " " }.Checked()).Message.ShouldContain("Organisation");
        Should.Throw<InvalidOperationException>(() => (WebHost.Defaults with { MaxFileBytes = 0 }).Checked()).Message.ShouldContain("above zero");
    }

    private static Outgoing Out(Reply reply) => new(new ChatAddress(ChannelKind.Web, Chat), reply, "kk", null, 9);
}
