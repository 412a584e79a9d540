using GrantBot.Bot.Ingress;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Load.Emulators.WhatsApp;
using GrantBot.Tests.Given;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrantBot.Tests.Host;

/// <summary>Which links are passed on, by what a deployment has set.</summary>
public sealed class BotNamesTests
{
    private const string Telegram = "Telegram:Token=123456789:AAsecretsecretsecretsecretsecretsecret;";
    private const string WhatsApp = "WhatsApp:AppSecret=secret;WhatsApp:AccessToken=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=1;";
    private const string Number = "WhatsApp:Number=77000000000;", Web = "WebChat:Enabled=true;", Public = "PublicUrl=https://bot.example.kz/;";
    private const string ByTelegram = "https://t.me/demo_bot?start=ev_a-b", ByWhatsApp = "https://wa.me/77000000000?text=%2Fstart%20ev_a-b", ByWeb = "https://bot.example.kz/#ev_a-b";

    [Theory]
    [InlineData("", "http://127.0.0.1:5080/#ev_a-b")]
    [InlineData(Public, ByWeb)]
    [InlineData(Telegram, ByTelegram)]
    [InlineData(WhatsApp + Number, ByWhatsApp)]
    [InlineData(WhatsApp, "")]
    [InlineData(Telegram + WhatsApp, ByTelegram)]
    [InlineData(Telegram + WhatsApp + Number, ByTelegram + " " + ByWhatsApp)]
    [InlineData(Telegram + Number + Public, ByTelegram)]
    [InlineData(Telegram + Web, ByTelegram)]
    [InlineData(Telegram + Web + "PublicUrl=http://localhost:5080", ByTelegram)]
    [InlineData(Telegram + Web + Public, ByTelegram + " " + ByWeb)]
    [InlineData(Telegram + WhatsApp + Number + Web + Public, ByTelegram + " " + ByWhatsApp + " " + ByWeb)]
    public void every_channel_that_strangers_can_open_has_its_link(string settings, string links) =>
        string.Join(' ', Names(settings).Links("ev_a-b").Select(l => l.Url)).ShouldBe(links);

    [Fact]
    public void a_telegram_whose_name_is_not_known_yet_has_no_link()
    {
        var names = Names(Telegram + WhatsApp + Number);
        names.Telegram = null;
        names.Links("ev_a-b").ShouldBe([new ChannelLink(ChannelKind.WhatsApp, ByWhatsApp)]);
    }

    [Fact]
    public async Task a_whatsapp_number_that_is_not_set_is_asked_for_until_it_is_known()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync();
        emulator.FailNext(1, new Fault.BadGateway(), ApiCall.Read);
        using var http = new HttpClient();
        var names = Names(Telegram + WhatsApp);
        var client = new WhatsAppClient(http, new() { AccessToken = emulator.Options.AccessToken, PhoneNumberId = emulator.Options.PhoneNumberId, ApiBaseUrl = emulator.BaseUrl.ToString() });
        using var host = new WhatsAppHost(client, names, new StillTime(DateTimeOffset.UnixEpoch), NullLogger<WhatsAppHost>.Instance);
        names.Links("ev_a-b").Select(l => l.Channel).ShouldBe([ChannelKind.Telegram]);
        await host.StartAsync(CancellationToken.None);
        await host.ExecuteTask!;
        names.Links("ev_a-b").Select(l => l.Url).ShouldBe([ByTelegram, "https://wa.me/77000000001?text=%2Fstart%20ev_a-b"]);
    }

    [Fact]
    public void the_longest_code_of_telegram_leads_on_from_whatsapp_as_well()
    {
        var code = DeepLink.Event + new string('a', 30) + "-" + new string('b', 30);
        code.Length.ShouldBe(64);
        var typed = new Uri(Names(WhatsApp + Number).Links(code).Single().Url).Query["?text=".Length..];
        Turn.StartCode(Uri.UnescapeDataString(typed)).ShouldBe(code);
    }

    private static BotNames Names(string settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => (string?)p[1])).Build();
        var (read, problems) = SettingsReader.Read(configuration);
        problems.ShouldBeEmpty();
        return new(read) { Telegram = read.Telegram is null ? null : "demo_bot", Web = read.PublicUrl ?? "http://127.0.0.1:5080" };
    }
}
