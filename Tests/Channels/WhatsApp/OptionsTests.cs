using GrantBot.Infrastructure.Channels.WhatsApp;
using Microsoft.Extensions.Configuration;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class OptionsTests
{
    private static readonly WhatsAppOptions Good = new()
    {
        AccessToken = "EAA-token", AppSecret = "secret", VerifyToken = "word", PhoneNumberId = "100000000000001",
        Templates = new Dictionary<string, string> { ["kk"] = "news_waiting" },
    };

    [Fact]
    public void nothing_set_means_the_channel_is_off() => (new WhatsAppOptions().Wanted, new WhatsAppOptions().Problems().Count).ShouldBe((false, 0));

    [Fact]
    public void all_four_settings_are_enough() => (Good.Wanted, Good.Problems().Count).ShouldBe((true, 0));

    [Fact]
    public void every_missing_setting_is_named_at_once_with_its_remedy()
    {
        var problems = new WhatsAppOptions { AccessToken = "EAA-token" }.Problems();
        problems.Select(p => p.Split(' ')[0]).ShouldBe(["WhatsApp__AppSecret", "WhatsApp__VerifyToken", "WhatsApp__PhoneNumberId"]);
        problems.ShouldAllBe(p => p.Contains("needed together"));
    }

    [Fact]
    public void malformed_settings_are_named()
    {
        var bad = Good with
        {
            AccessToken = "two words",
            PhoneNumberId = "+7 700 000 00 00",
            ApiBaseUrl = "http://example.org",
            ApiVersion = "25",
            Templates = new Dictionary<string, string> { ["ru"] = "Есть новости", ["rem_dai_kk"] = "tomorrow", ["offer_kk"] = "seat_free" },
        };
        bad.Problems().Select(p => p.Split(' ')[0]).ShouldBe(
            ["WhatsApp__AccessToken", "WhatsApp__PhoneNumberId", "WhatsApp__ApiBaseUrl", "WhatsApp__ApiVersion", "WhatsApp__Templates__ru", "WhatsApp__Templates__rem_dai_kk"]);
    }

    [Fact]
    public void no_secret_is_ever_shown()
    {
        var shown = Good.ToString() + string.Join(' ', (Good with { AccessToken = "EAA token" }).Problems());
        foreach (var secret in new[] { "EAA", "secret,", "word," }) shown.ShouldNotContain(secret);
    }

    [Fact]
    public void settings_come_from_the_environment_section()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsApp:AccessToken"] = "EAA-token", ["WhatsApp:Templates:kk"] = "news_waiting",
        }).Build();
        var options = configuration.GetSection(WhatsAppOptions.Section).Get<WhatsAppOptions>()!;
        (options.AccessToken, options.ApiVersion, options.Templates["kk"]).ShouldBe(("EAA-token", "v25.0", "news_waiting"));
    }
}
