using System.Net;
using System.Security.Cryptography;
using System.Text;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Load.Emulators.Telegram;
using GrantBot.Load.Emulators.WhatsApp;
using GrantBot.Tests.Channels.WhatsApp;

namespace GrantBot.Tests.Host;

/// <summary>Webhook requests by somebody who is not the platform, and clumsy ones by somebody who is.</summary>
public sealed class ForgeryTests
{
    private const string Start = """{"update_id":1,"message":{"message_id":1,"date":1772323200,"chat":{"id":7001,"type":"private"},"from":{"id":7001,"is_bot":false,"first_name":"Сана"},"text":"/start"}}""";

    [Theory, InlineData(null), InlineData(""), InlineData("obviously-a-secret-of-the-webhooK"), InlineData("x")]
    public async Task an_update_without_telegrams_secret_is_refused_counted_and_not_kept(string? secret)
    {
        await using var telegram = await TelegramAsync();
        await using var host = await RunningHost.StartAsync(s => s with { Telegram = RunningHost.ByWebhook(telegram) });
        var before = await host.CountAsync("grantbot_forged");
        (await host.TelegramAsync(Start, secret)).ShouldBe(HttpStatusCode.Unauthorized);
        (await host.InboxAsync()).ShouldBeEmpty();
        (await host.CountAsync("grantbot_forged")).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task an_update_with_telegrams_secret_is_answered()
    {
        await using var telegram = await TelegramAsync();
        await using var host = await RunningHost.StartAsync(s => s with { Telegram = RunningHost.ByWebhook(telegram) });
        (await host.TelegramAsync(Start)).ShouldBe(HttpStatusCode.OK);
        (await host.InboxAsync()).ShouldHaveSingleItem().State.ShouldBe(InboxState.Done);
        telegram.Person(7001).Chat.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"update_id\":\"one\",\"message\":[]}")]
    [InlineData("{\"update_id\":99999999999999999999999,\"message\":{\"chat\":{\"id\":{}}}}")]
    [InlineData("{\"update_id\":9,\"callback_query\":{\"id\":5,\"data\":null,\"from\":null}}")]
    [InlineData("{\"update_id\":9,\"message\":{\"message_id\":1,\"date\":-1e300,\"chat\":{\"id\":7001,\"type\":\"private\"},\"from\":{\"id\":7001},\"text\":\"\\ud800\"}}")]
    public async Task rubbish_with_the_right_secret_harms_nothing(string rubbish)
    {
        await using var telegram = await TelegramAsync();
        await using var host = await RunningHost.StartAsync(s => s with { Telegram = RunningHost.ByWebhook(telegram) });
        (await host.TelegramAsync(rubbish)).ShouldBe(HttpStatusCode.OK);
        (await host.InboxAsync()).ShouldAllBe(i => i.State != InboxState.Waiting);
        (await host.TelegramAsync(Start)).ShouldBe(HttpStatusCode.OK);
        await host.DrainAsync();
        telegram.Person(7001).Chat[^1].Text.ShouldContain("Тілді таңдаңыз");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task a_body_no_platform_would_send_is_too_large(bool chunked)
    {
        await using var telegram = await TelegramAsync();
        await using var whatsApp = await WhatsAppEmulator.StartAsync(new());
        await using var host = await RunningHost.StartAsync(s => s with { Telegram = RunningHost.ByWebhook(telegram), WhatsApp = Options(whatsApp) });
        (await host.PostAsync("telegram/webhook", new byte[(1024 * 1024) + 1], TelegramWebhook.SecretHeader, RunningHost.TelegramSecret, chunked)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await host.PostAsync("whatsapp/webhook", new byte[(3 * 1024 * 1024) + 1], WhatsAppSignature.Header, "sha256=", chunked)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await host.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_delivery_without_metas_signature_is_refused_counted_and_not_kept()
    {
        await using var whatsApp = await WhatsAppEmulator.StartAsync(new());
        await using var host = await RunningHost.StartAsync(s => s with { WhatsApp = Options(whatsApp) });
        var body = Delivery(whatsApp);
        var good = Sign(body, whatsApp.Options.AppSecret);
        var before = await host.CountAsync("grantbot_forged");
        string?[] forged = [null, "sha256=", "sha1=" + good[7..], Sign(body, "another secret"), good[..^1] + (good[^1] == '0' ? '1' : '0'), "sha256=" + new string('z', 64)];
        foreach (var signature in forged) (await host.WhatsAppAsync(body, signature)).ShouldBe(HttpStatusCode.Forbidden);
        (await host.WhatsAppAsync([.. body, (byte)' '], good)).ShouldBe(HttpStatusCode.Forbidden);
        (await host.InboxAsync()).ShouldBeEmpty();
        (await host.CountAsync("grantbot_forged")).ShouldBeGreaterThanOrEqualTo(before + 6);
    }

    [Fact]
    public async Task a_signed_delivery_is_taken_and_signed_rubbish_before_it_harms_nothing()
    {
        await using var whatsApp = await WhatsAppEmulator.StartAsync(new());
        await using var host = await RunningHost.StartAsync(s => s with { WhatsApp = Options(whatsApp) });
        foreach (var rubbish in new[] { "", "{", "null", "[]", """{"object":"page"}""", """{"object":"whatsapp_business_account","entry":{"changes":1}}""" })
        {
            var bytes = Encoding.UTF8.GetBytes(rubbish);
            (await host.WhatsAppAsync(bytes, Sign(bytes, whatsApp.Options.AppSecret))).ShouldBe(HttpStatusCode.OK, rubbish);
        }
        var body = Delivery(whatsApp);
        (await host.WhatsAppAsync(body, Sign(body, whatsApp.Options.AppSecret))).ShouldBe(HttpStatusCode.OK);
        var inbox = await host.InboxAsync();
        inbox.ShouldAllBe(i => i.State != InboxState.Waiting);
        await using var db = host.Database();
        db.Chats.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("subscribe", true, HttpStatusCode.OK, "1158201444")]
    [InlineData("subscribe", false, HttpStatusCode.Forbidden, "")]
    [InlineData("unsubscribe", true, HttpStatusCode.Forbidden, "")]
    public async Task the_challenge_of_the_setup_is_answered_bare_to_who_knows_the_word(string mode, bool knows, HttpStatusCode status, string text)
    {
        await using var whatsApp = await WhatsAppEmulator.StartAsync(new());
        await using var host = await RunningHost.StartAsync(s => s with { WhatsApp = Options(whatsApp) });
        var word = knows ? Uri.EscapeDataString(whatsApp.Options.VerifyToken) : "guessed";
        using var answer = await host.Client.GetAsync(new Uri($"whatsapp/webhook?hub.mode={mode}&hub.challenge=1158201444&hub.verify_token={word}", UriKind.Relative));
        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((status, text));
    }

    private static async Task<TelegramEmulator> TelegramAsync()
    {
        var telegram = new TelegramEmulator();
        await telegram.StartAsync();
        telegram.Person(7001).Standing = Standing.Talks;
        return telegram;
    }

    private static WhatsAppOptions Options(WhatsAppEmulator whatsApp) => new()
    {
        AccessToken = whatsApp.Options.AccessToken, AppSecret = whatsApp.Options.AppSecret, VerifyToken = whatsApp.Options.VerifyToken,
        PhoneNumberId = whatsApp.Options.PhoneNumberId, ApiBaseUrl = whatsApp.BaseUrl.ToString(),
    };

    private static byte[] Delivery(WhatsAppEmulator whatsApp) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Payloads.Message("text", """{"body":"/start"}""")).Replace(Payloads.NumberId, whatsApp.Options.PhoneNumberId, StringComparison.Ordinal));

    private static string Sign(byte[] body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
