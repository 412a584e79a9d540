using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Load.Emulators.Telegram;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class SetupTests
{
    private static readonly TelegramProfile[] Profiles =
    [
        new(null, [new("start", "Start")], "Registers participants", "Registration"),
        new("kk", [new("start", "Бастау")], "Қатысушыларды тіркейді", "Тіркеу"),
        new("ru", [new("start", "Начать")], "Регистрирует участников", "Регистрация"),
        new("en", [new("start", "Start")], "Registers participants", "Registration"),
    ];

    [Fact]
    public async Task commands_and_descriptions_are_set_for_every_language()
    {
        await using var house = await TelegramHouse.OpenAsync();
        (await Setup(house).SetProfilesAsync(Profiles, default)).ShouldBeEmpty();
        house.Telegram.Profile.Profile.Count.ShouldBe(12);
        house.Telegram.Profile.Profile[("setMyDescription", "kk")].ShouldBe("Қатысушыларды тіркейді");
        house.Telegram.Profile.Profile[("setMyShortDescription", "")].ShouldBe("Registration");
    }

    [Fact]
    public async Task what_telegram_refuses_is_told_by_method_and_language()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Telegram.Break("setMyDescription", new Fault.Answer(400, "Bad Request: description is too long"));
        (await Setup(house).SetProfilesAsync([Profiles[2], Profiles[1] with { Language = "kk-KZ" }], default))
            .Select(p => p[..p.IndexOf(':', StringComparison.Ordinal)])
            .ShouldBe(["Telegram refused setMyDescription for language ru", "Telegram refused setMyCommands for language kk-KZ",
                "Telegram refused setMyDescription for language kk-KZ", "Telegram refused setMyShortDescription for language kk-KZ"]);
    }

    [Fact]
    public async Task the_webhook_is_set_through_faults()
    {
        await using var house = await TelegramHouse.OpenAsync();
        house.Telegram.Break("setWebhook", Fault.Status500, 2);
        house.Telegram.Break("setWebhook", new Fault.Answer(429, "Too Many Requests: retry after 1", 1));
        var time = new HastyTime();
        (await Setup(house, time).SetWebhookAsync(house.Settings with { WebhookUrl = "http://127.0.0.1:9/t", WebhookSecret = "s" }, default)).ShouldBeNull();
        house.Telegram.Feed.Url.ShouldBe("http://127.0.0.1:9/t");
        time.Waited.Select(w => w.TotalSeconds).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task a_webhook_telegram_refuses_names_the_setting()
    {
        await using var house = await TelegramHouse.OpenAsync();
        (await Setup(house).SetWebhookAsync(house.Settings with { WebhookUrl = "http://bot.example.org/", WebhookSecret = "s" }, default))
            .ShouldNotBeNull().ShouldStartWith("Telegram__WebhookUrl");
        await using var stranger = await TelegramHouse.OpenAsync(token: "123456:wrong");
        (await Setup(stranger).SetWebhookAsync(stranger.Settings, default)).ShouldNotBeNull().ShouldStartWith("Telegram__Token");
    }

    private static TelegramSetup Setup(TelegramHouse house, HastyTime? time = null) =>
        new(house.Client, time ?? new(), NullLogger<TelegramSetup>.Instance);
}
