using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Channels.Web;
using GrantBot.Tests.Conversation;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Host;

/// <summary>Staff see charts in the web chat as drawings: sharp, with words for whoever does not see them, and nothing in them that runs.</summary>
public sealed class BrowserChartTests
{
    [Fact]
    public async Task a_chart_is_a_drawing_that_can_be_read_on_a_phone()
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.Web, RunningHost.Today);
        await PeopleAsync(bot);
        await using var browser = await Browser.OpenAsync(bot.Address, "ru-RU");
        await browser.HearAsync("Выберите язык");
        await browser.ChooseAsync("Русский");
        await browser.HearAsync("Выберите, что вам нужно");
        await browser.SayAsync("/staff " + bot.OwnerCode);
        await browser.HearAsync("Теперь вы сотрудник");
        foreach (var question in new[] { "сколько записалось по районам и полу", "доля подтверждённых по районам", "/stats open" })
        {
            await browser.SayAsync(question);
            await bot.DrainAsync();
        }
        var drawings = browser.Page.Locator(".bubble.drawing img");
        await drawings.Nth(1).WaitForAsync();
        await browser.HearAsync("По состоянию на");
        (await browser.FitsAsync()).ShouldBeTrue();
        for (var i = 0; i < await drawings.CountAsync(); i++)
        {
            var drawing = drawings.Nth(i);
            await drawing.EvaluateAsync("e => e.decode()");
            (await drawing.GetAttributeAsync("alt")).ShouldNotBeNullOrWhiteSpace();
            var letters = await drawing.EvaluateAsync<double>("e => 36 * e.getBoundingClientRect().width / e.naturalWidth");
            letters.ShouldBeGreaterThan(12, "letters of the drawing in pixels of the phone");
            await drawing.ScrollIntoViewIfNeededAsync();
            await DeskHouse.LookAsync(browser.Page, $"chart-{i}");
        }
        browser.Errors.ShouldBeEmpty();

        var address = await drawings.First.GetAttributeAsync("src");
        var answer = await browser.Page.APIRequest.GetAsync(new Uri(bot.Address, address).ToString(), new() { Headers = new Dictionary<string, string> { ["Cookie"] = await CookieAsync(browser) } });
        answer.Headers["content-type"].ShouldBe("image/svg+xml");
        answer.Headers["x-content-type-options"].ShouldBe("nosniff");
        answer.Headers["content-security-policy"].ShouldBe("default-src 'none'; frame-ancestors 'none'; sandbox");
        var svg = Encoding.UTF8.GetString(await answer.BodyAsync());
        svg.ShouldStartWith("<svg");
        svg.ShouldNotContain("<script");
        svg.ShouldNotContain("href");
    }

    private static async Task<string> CookieAsync(Browser browser) => string.Join("; ", (await browser.Page.Context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));

    /// <summary>Forty people of three places.</summary>
    private static async Task PeopleAsync(LivingBot bot)
    {
        await using var db = bot.Database();
        var e = await db.Events.SingleAsync(e => e.Code == "open");
        for (var i = 0; i < 40; i++)
        {
            var row = DoorScene.Add(db, e, "Әлиева", "Сана", null);
            (row.Gender, row.Territory, row.Age) = (i % 3 == 0 ? "male" : "female", i % 3 == 1 ? "munaily" : i % 2 == 0 ? "aktau" : "zhanaozen", 15 + (i % 12));
            await db.SaveChangesAsync();
        }
        await bot.RestartAsync();
    }
}
