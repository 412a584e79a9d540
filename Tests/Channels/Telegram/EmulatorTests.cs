using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

/// <summary>The emulator refuses what Telegram refuses, in Telegram's words.</summary>
public sealed class EmulatorTests : IAsyncLifetime
{
    private readonly TelegramEmulator telegram = new(new() { PressLifetime = TimeSpan.Zero });
    private readonly HttpClient http = new();

    public async ValueTask InitializeAsync()
    {
        await telegram.StartAsync();
        telegram.Person(7).SendText("/start");
        telegram.Person(8);
        telegram.Person(9).Standing = Standing.Blocked;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await telegram.DisposeAsync();
    }

    [Theory]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a"}""", null)]
    [InlineData("SENDmessage", """{"chat_id":"7","text":"a"}""", null)]
    [InlineData("sendMesage", "{}", "404 Not Found: method not found")]
    [InlineData("sendMessage", """{"text":"a"}""", "400 Bad Request: chat_id is empty")]
    [InlineData("sendMessage", """{"chat_id":7}""", "400 Bad Request: message text is empty")]
    [InlineData("sendMessage", """{"chat_id":7,"text":" \n "}""", "400 Bad Request: message text is empty")]
    [InlineData("sendMessage", """{"chat_id":8,"text":"a"}""", "400 Bad Request: chat not found")]
    [InlineData("sendMessage", """{"chat_id":404,"text":"a"}""", "400 Bad Request: chat not found")]
    [InlineData("sendMessage", """{"chat_id":9,"text":"a"}""", "403 Forbidden: bot was blocked by the user")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","parse_mode":"Markup"}""", "400 Bad Request: unsupported parse_mode")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","reply_markup":"{"}""", "400 Bad Request: can't parse reply keyboard markup JSON object")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b","url":"https://example.org"}]]}}""", "400 Bad Request: can't parse inline keyboard button: exactly one action must be given")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":""}]]}}""", "400 Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("editMessageText", """{"chat_id":7,"message_id":1,"text":"a"}""", "400 Bad Request: message to edit not found")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"1"}""", "400 Bad Request: query is too old and response timeout expired or query ID is invalid")]
    [InlineData("getFile", """{"file_id":"x"}""", "400 Bad Request: wrong file_id or the file is temporarily unavailable")]
    [InlineData("setMyCommands", """{"commands":[{"command":"a","description":"b"}],"language_code":"kk-KZ"}""", "400 Bad Request: invalid language code specified")]
    [InlineData("setWebhook", """{"url":"http://example.org/"}""", "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("setWebhook", """{"url":"https://example.org:8080/"}""", "400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("setWebhook", """{"url":"https://example.org/","secret_token":"a b"}""", "400 Bad Request: secret token contains unallowed characters")]
    [InlineData("deleteMessage", """{"chat_id":7,"message_id":1}""", "400 Bad Request: message to delete not found")]
    [InlineData("sendPhoto", """{"chat_id":7}""", "400 Bad Request: there is no photo in the request")]
    public async Task a_call_is_judged_in_telegrams_words(string method, string json, string? error) => (await CallAsync(method, json)).ShouldBe(error);

    [Theory]
    [InlineData("<b>a</b> &lt; &amp; &#1089; &nbsp;", "a < & с &nbsp;", null)]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\">x</a><span class='tg-spoiler'>y</span>", "xy", null)]
    [InlineData("сә <p>", null, "Unsupported start tag \"p\" at byte offset 5")]
    [InlineData("5 < 6", null, "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("5 <6", null, "Unclosed start tag at byte offset 2")]
    [InlineData("a</b>", null, "Unexpected end tag at byte offset 1")]
    [InlineData("<b>a</i>", null, "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b>a", null, "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<span>a</span>", null, "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    public async Task html_is_read_by_telegrams_rules(string html, string? plain, string? error)
    {
        var answer = await CallAsync("sendMessage", JsonSerializer.Serialize(new { chat_id = 7, text = html, parse_mode = "HTML" }));
        answer.ShouldBe(error is null ? null : "400 Bad Request: can't parse entities: " + error);
        if (plain is not null) telegram.Person(7).Chat[^1].Text.ShouldBe(plain);
    }

    [Theory]
    [InlineData("sendMessage", """{"chat_id":-10,"text":"a"}""", null)]
    [InlineData("sendMessage", """{"chat_id":-11,"text":"a"}""", "400 Bad Request: chat not found")]
    [InlineData("sendMessage", """{"chat_id":-12,"text":"a"}""", "403 Forbidden: bot was kicked from the supergroup chat")]
    [InlineData("sendMessage", """{"chat_id":-10,"text":"a","message_thread_id":4}""", "400 Bad Request: message thread not found")]
    [InlineData("sendMessage", """{"chat_id":-10,"text":"a","reply_parameters":{"message_id":4}}""", "400 Bad Request: message to be replied not found")]
    [InlineData("sendMessage", """{"chat_id":-10,"text":"a","reply_parameters":{"message_id":4,"allow_sending_without_reply":true}}""", null)]
    [InlineData("createForumTopic", """{"chat_id":-10,"name":"a"}""", "400 Bad Request: the chat is not a forum")]
    public async Task a_group_refuses_what_telegram_refuses(string method, string json, string? refusal)
    {
        telegram.Group(-10).Add(telegram.Person(7));
        telegram.Group(-12).Add(telegram.Person(7));
        telegram.Group(-12).Remove(telegram.Person(7));
        (await CallAsync(method, json)).ShouldBe(refusal);
    }

    [Fact]
    public async Task lengths_are_counted_after_parsing_in_code_points_and_bytes()
    {
        (await SayAsync(string.Concat(Enumerable.Repeat("👍", 4096)))).ShouldBeNull();
        (await SayAsync(new string('а', 4097))).ShouldBe("400 Bad Request: message is too long");
        (await SayAsync("<b>" + new string('&', 4096).Replace("&", "&amp;", StringComparison.Ordinal) + "</b>")).ShouldBeNull();
        (await SayAsync(new string('а', 20_000))).ShouldBe("400 Bad Request: text is too long");
        (await SayAsync("?", new string('ы', 32))).ShouldBeNull();
        (await SayAsync("?", new string('ы', 32) + "a")).ShouldBe("400 Bad Request: BUTTON_DATA_INVALID");
        (await CallAsync("setMyShortDescription", JsonSerializer.Serialize(new { short_description = new string('я', 121) }))).ShouldBe("400 Bad Request: short description is too long");
    }

    [Fact]
    public async Task parameters_come_by_query_form_and_multipart_too()
    {
        (await ReadAsync(await http.GetAsync(new Uri(Address("sendMessage") + "?chat_id=7&text=query")))).ShouldBeNull();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        { ["chat_id"] = "7", ["text"] = "form", ["reply_markup"] = """{"inline_keyboard":[[{"text":"Иә","callback_data":"1.0"}]]}""" });
        (await ReadAsync(await http.PostAsync(new Uri(Address("sendMessage")), form))).ShouldBeNull();
        using var parts = new MultipartFormDataContent { { new StringContent("7"), "chat_id" }, { new ByteArrayContent([1]), "document", "a.txt" } };
        (await ReadAsync(await http.PostAsync(new Uri(Address("sendDocument")), parts))).ShouldBeNull();
        telegram.Person(7).Chat.Select(m => m.Text).ShouldBe(["query", "form", ""]);
        telegram.Person(7).Chat[1].Buttons.ShouldBe([new("Иә", "1.0")]);
    }

    [Theory]
    [InlineData("/hello", "404 Not Found")]
    [InlineData("/bot1:2/getMe", "401 Unauthorized")]
    [InlineData("/botnone/getMe", "401 Unauthorized: invalid token specified")]
    public async Task a_stranger_is_turned_away(string path, string error) =>
        (await ReadAsync(await http.GetAsync(new Uri(telegram.BaseUrl + path)))).ShouldBe(error);

    [Fact]
    public async Task a_press_answered_too_late_is_refused()
    {
        telegram.Person(7).Press(1, "1.0");
        var updates = await http.GetFromJsonAsync<JsonElement>(new Uri(Address("getUpdates") + "?allowed_updates=[\"callback_query\"]"));
        updates.GetProperty("result").GetArrayLength().ShouldBeLessThan(2); // it lives no longer than its answer may take
        (await CallAsync("answerCallbackQuery", """{"callback_query_id":"4000000000000000001"}""")).ShouldStartWith("400 Bad Request: query is too old");
    }

    [Fact]
    public async Task an_edit_that_changes_nothing_is_refused()
    {
        await CallAsync("sendMessage", """{"chat_id":7,"text":"a"}""");
        var id = telegram.Person(7).Chat[^1].MessageId;
        (await CallAsync("editMessageText", $$"""{"chat_id":7,"message_id":{{id}},"text":"a"}""")).ShouldStartWith("400 Bad Request: message is not modified: specified new");
        (await CallAsync("editMessageText", $$"""{"chat_id":7,"message_id":{{id}},"text":"b"}""")).ShouldBeNull();
    }

    [Fact]
    public async Task a_second_poller_ends_the_first_and_a_webhook_forbids_both()
    {
        await http.GetAsync(new Uri(Address("getUpdates") + "?offset=-1"));
        await http.GetAsync(new Uri(Address("getUpdates") + "?offset=700000001"));
        var first = CallAsync("getUpdates", """{"timeout":30}""");
        var second = CallAsync("getUpdates", """{"timeout":1}""");
        var ended = await Task.WhenAny(first, second);
        (await ended).ShouldBe("409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        (await CallAsync("setWebhook", """{"url":"http://127.0.0.1:9/"}""")).ShouldBeNull();
        (await CallAsync("getUpdates", "{}")).ShouldBe("409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }

    [Fact]
    public async Task an_offset_confirms_what_lies_below_it()
    {
        telegram.Person(7).SendText("two");
        (await IdsAsync("")).ShouldBe([700000000, 700000001]);
        (await IdsAsync("?offset=700000001")).ShouldBe([700000001]);
        (await IdsAsync("?offset=700000999")).ShouldBe([700000001]); // in the future: confirms nothing
        (await IdsAsync("?offset=700000002")).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<long>> IdsAsync(string query)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>(new Uri(Address("getUpdates") + query));
        return [.. answer.GetProperty("result").EnumerateArray().Select(u => u.GetProperty("update_id").GetInt64())];
    }

    private string Address(string method) => $"{telegram.BaseUrl}/bot{telegram.Options.Token}/{method}";

    private Task<string?> SayAsync(string html, string token = "1.0") => CallAsync("sendMessage", JsonSerializer.Serialize(new
    {
        chat_id = 7,
        text = html,
        parse_mode = "HTML",
        reply_markup = new { inline_keyboard = new[] { new[] { new { text = "a", callback_data = token } } } },
    }));

    private async Task<string?> CallAsync(string method, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await ReadAsync(await http.PostAsync(new Uri(Address(method)), content));
    }

    /// <summary>Null when the call was carried out, else code and words; checks that the HTTP status says the same.</summary>
    private static async Task<string?> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (answer.GetProperty("ok").GetBoolean()) return null;
            answer.GetProperty("error_code").GetInt32().ShouldBe((int)response.StatusCode);
            return $"{(int)response.StatusCode} {answer.GetProperty("description").GetString()}";
        }
    }
}
