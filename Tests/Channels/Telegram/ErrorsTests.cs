using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using static GrantBot.Infrastructure.Channels.SendOutcome;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class ErrorsTests
{
    [Theory]
    [InlineData(400, "Bad Request: chat not found", typeof(Blocked))]
    [InlineData(403, "Forbidden: bot was blocked by the user", typeof(Blocked))]
    [InlineData(403, "Forbidden: user is deactivated", typeof(Blocked))]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", typeof(Blocked))]
    [InlineData(403, "Forbidden: the bot can't send messages to the bot", typeof(Blocked))]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", typeof(Blocked))]
    [InlineData(403, "Forbidden: bot is not a member of the supergroup chat", typeof(Blocked))]
    [InlineData(403, "Forbidden: the group chat was deleted", typeof(Blocked))]
    [InlineData(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", typeof(Sent))]
    [InlineData(400, "Bad Request: group chat was upgraded to a supergroup chat", typeof(Refused))]
    [InlineData(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", typeof(Refused))]
    [InlineData(400, "Bad Request: message is too long", typeof(Refused))]
    [InlineData(400, "Bad Request: message caption is too long", typeof(Refused))]
    [InlineData(400, "Bad Request: text is too long", typeof(Refused))]
    [InlineData(400, "Bad Request: message text is empty", typeof(Refused))]
    [InlineData(400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 5", typeof(Refused))]
    [InlineData(400, "Bad Request: unsupported parse_mode", typeof(Refused))]
    [InlineData(400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", typeof(Refused))]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", typeof(Refused))]
    [InlineData(400, "Bad Request: can't parse reply keyboard markup JSON object", typeof(Refused))]
    [InlineData(400, "Bad Request: reply markup is too long", typeof(Refused))]
    [InlineData(400, "Bad Request: message thread not found", typeof(Refused))]
    [InlineData(400, "Bad Request: message to be replied not found", typeof(Refused))]
    [InlineData(400, "Bad Request: file is too big", typeof(Refused))]
    [InlineData(400, "Bad Request: wrong file_id or the file is temporarily unavailable", typeof(Refused))]
    [InlineData(404, "Not Found: method not found", typeof(Refused))]
    [InlineData(413, "Request Entity Too Large", typeof(Refused))]
    [InlineData(500, "Internal Server Error", typeof(Unreachable))]
    [InlineData(502, "Bad Gateway", typeof(Unreachable))]
    [InlineData(0, "network: ConnectionError", typeof(Unreachable))]
    [InlineData(401, "Unauthorized", typeof(RetryAfter))]
    [InlineData(404, "Not Found", typeof(RetryAfter))]
    [InlineData(429, "Too Many Requests: retry after 7", typeof(RetryAfter))]
    public void every_documented_answer_has_one_outcome(int code, string text, Type outcome) =>
        TelegramErrors.Outcome(new(code, text, code == 429 ? 7 : null, null)).ShouldBeOfType(outcome);

    [Fact]
    public void a_flood_pauses_its_chat_for_the_time_asked() =>
        TelegramErrors.Outcome(new(429, "", 7, null)).ShouldBe(new RetryAfter(TimeSpan.FromSeconds(7), WholeAccount: false));

    [Fact]
    public void a_wrong_token_pauses_the_account_and_loses_nothing() =>
        TelegramErrors.Outcome(new(401, "Unauthorized", null, null)).ShouldBe(new RetryAfter(TelegramErrors.TokenPause, WholeAccount: true));

    [Fact]
    public void the_words_of_a_refusal_are_kept_for_staff() =>
        TelegramErrors.Outcome(new(400, "Bad Request: text is too long", null, null)).ShouldBe(new Refused(400, "Bad Request: text is too long"));

    [Theory]
    [InlineData("""{"ok":true,"result":{"message_id":12,"chat":{"id":1,"message_id":3}}}""", 200, null, 12L)]
    [InlineData("""{"result":{"from":{"message_id":1},"message_id":12},"ok":true}""", 200, null, 12L)]
    [InlineData("""{"ok":true,"result":true,"description":"Webhook was set"}""", 200, null, null)]
    [InlineData("""{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3,"new":{}}}""", 429, 3, null)]
    [InlineData("""{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-1001}}""", 400, null, null)]
    [InlineData("<html>502 Bad Gateway</html>", 0, null, null)]
    [InlineData("{\"ok\":", 0, null, null)]
    [InlineData("{\"ok\":\"yes\"}", 0, null, null)]
    [InlineData("", 0, null, null)]
    [InlineData("[]", 0, null, null)]
    public void an_answer_is_read_as_far_as_needed(string json, int code, int? retryAfter, long? messageId)
    {
        var answer = TelegramAnswer.Read(System.Text.Encoding.UTF8.GetBytes(json), 200);
        (answer.Code, answer.RetryAfter, answer.MessageId).ShouldBe((code, retryAfter, messageId));
    }
}
