using GrantBot.Infrastructure.Channels.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class OptionsTests
{
    private static readonly TelegramOptions Good = new() { Token = "123456:AAAA_bbbb-cccc", WebhookUrl = "https://bot.example.org/telegram", WebhookSecret = "abc_DEF-123" };

    [Fact]
    public void good_settings_have_no_problems()
    {
        Good.Problems().ShouldBeEmpty();
        (Good with { WebhookUrl = null, WebhookSecret = null }).Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Telegram__Token is not set")]
    [InlineData("hello", "Telegram__Token does not look")]
    [InlineData("123456:", "Telegram__Token does not look")]
    [InlineData("0123:abc", "Telegram__Token does not look")]
    [InlineData("123456:abc def", "Telegram__Token does not look")]
    public void a_wrong_token_is_named_and_never_repeated(string token, string words)
    {
        var problem = (Good with { Token = token }).Problems().ShouldHaveSingleItem();
        problem.ShouldStartWith(words);
        if (token.Length > 0) problem.ShouldNotContain(token);
    }

    [Theory]
    [InlineData("bot.example.org")]
    [InlineData("http://bot.example.org/telegram")]
    [InlineData("https://bot.example.org:8080/telegram")]
    public void a_webhook_telegram_cannot_call_is_named(string url) =>
        (Good with { WebhookUrl = url }).Problems().ShouldHaveSingleItem().ShouldStartWith("Telegram__WebhookUrl");

    [Fact]
    public void a_local_server_may_call_any_webhook() =>
        (Good with { ApiBaseUrl = "http://127.0.0.1:5000", WebhookUrl = "http://127.0.0.1:5001/t" }).Problems().ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("пароль")]
    [InlineData("a b")]
    public void a_webhook_needs_a_secret_of_plain_letters(string? secret) =>
        (Good with { WebhookSecret = secret }).Problems().ShouldHaveSingleItem().ShouldContain("openssl rand -hex 32");

    [Fact]
    public void all_mistakes_are_told_at_once() =>
        new TelegramOptions { ApiBaseUrl = "x/", WebhookUrl = "y" }.Problems().Count.ShouldBe(4);

    [Fact]
    public void settings_written_to_a_log_hold_no_secret()
    {
        Good.ToString().ShouldNotContain("AAAA");
        Good.ToString().ShouldNotContain("DEF");
    }
}
