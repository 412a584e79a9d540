using GrantBot.Domain.Conversation;
using GrantBot.Tests.Channels.Web;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Host;

/// <summary>A person at a phone registers for the camp on the program's own page, in Kazakh, from the first word to the number.</summary>
public sealed class BrowserRegistrationTests
{
    /// <summary>What the bot says, and the answer: in brackets a button, else typed.</summary>
    private static readonly (string Hears, string Answers)[] Walk =
    [
        ("Тілді таңдаңыз", "[Қазақша]"), ("Төменнен қажетін таңдаңыз", "[Іс-шараға тіркелу]"), ("Біреуін таңдаңыз", "[Пікірсайыс лагері]"), ("Кімдер қатысады", "[Тіркелу]"),
        ("дербес деректеріңізді", "[Келісемін]"), ("Тегіңізді жазыңыз", "Әлиева"), ("Атыңызды жазыңыз", "Сана"), ("Әкеңіздің атын", "[Өткізіп жіберу]"),
        ("Туған күніңізді", "05.03.2004"), ("Жынысыңызды", "[Әйел]"), ("Қай қалада", "[Ақтау қаласы]"), ("Қазір немен", "[Студент]"), ("Оқу орныңызды", "[Университет]"),
        ("Сыныбыңызды", "3"), ("Арнайы жағдай", "Пандус керек"), ("Телефон нөміріңізді", "8 700 000 00 01"), ("жариялауға рұқсат", "[Жоқ]"), ("Еске салу", "[Иә]"), ("Тексеріп шығыңыз", "[Бәрі дұрыс]"),
    ];

    [Fact]
    public async Task a_person_registers_on_a_small_phone_and_finds_the_conversation_again()
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.Web, RunningHost.Today);
        await using var browser = await Browser.OpenAsync(bot.Address);
        foreach (var (hears, answers) in Walk)
        {
            await browser.HearAsync(hears);
            (await browser.FitsAsync()).ShouldBeTrue(hears);
            if (answers[0] == '[') await browser.ChooseAsync(answers[1..^1]);
            else await browser.SayAsync(answers);
        }
        await browser.HearAsync("Тіркеу нөмірі: 1.");
        await bot.DrainAsync();
        var before = await browser.BotLines.AllTextContentsAsync();
        await LookAsync(browser, "registered");

        await browser.Page.ReloadAsync();
        await browser.HearAsync("Тіркеу нөмірі: 1.");
        (await browser.BotLines.AllTextContentsAsync()).ShouldBe(before);
        (await browser.OwnLines.AllTextContentsAsync()).ShouldContain("Пандус керек");
        (await browser.FitsAsync()).ShouldBeTrue();
        browser.Errors.ShouldBeEmpty();
        await LookAsync(browser, "reloaded");

        await using var db = bot.Database();
        var kept = (await db.Registrations.AsNoTracking().ToListAsync()).ShouldHaveSingleItem();
        var camp = await db.Events.AsNoTracking().SingleAsync(e => e.Code == "camp");
        (kept.Number, kept.EventId).ShouldBe((1, camp.Id));
    }

    /// <summary>A picture for people who want to see the page; none without GRANTBOT_PICTURES.</summary>
    private static async Task LookAsync(Browser browser, string name)
    {
        if (Environment.GetEnvironmentVariable("GRANTBOT_PICTURES") is { Length: > 0 } folder)
            await browser.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
