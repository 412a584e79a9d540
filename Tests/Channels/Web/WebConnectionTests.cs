using GrantBot.Domain.Conversation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GrantBot.Tests.Channels.Web;

/// <summary>The page over a bad connection: nothing is lost, nothing comes twice.</summary>
public sealed class WebConnectionTests
{
    [Fact]
    public async Task a_reload_in_the_middle_shows_the_same_conversation()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.ChooseAsync("Қазақша");
        await browser.HearAsync("Атыңыз кім?");
        await browser.SayAsync("Сана");
        await browser.HearAsync("Рақмет, Сана!");
        var before = await browser.Page.Locator(".line").AllInnerTextsAsync();
        await browser.Page.ReloadAsync();
        await browser.HearAsync("Рақмет, Сана!");
        (await browser.Page.Locator(".line").AllInnerTextsAsync()).ShouldBe(before);
        host.Heard.Count.ShouldBe(3);
    }

    [Fact]
    public async Task what_is_written_while_the_server_is_away_arrives_once_and_in_order()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await host.DropAsync();
        await browser.SayAsync("бірінші");
        await browser.SayAsync("екінші");
        await Expect(browser.Notice).ToContainTextAsync("Байланыс жоқ");
        await Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = "Қазір жіберу" })).ToBeVisibleAsync();
        await host.ReturnAsync();
        await browser.HearAsync("Рақмет, екінші!");
        await Expect(browser.OwnLines).ToHaveTextAsync(["бірінші", "екінші"]);
        await Expect(browser.Notice).ToBeEmptyAsync();
        await Expect(browser.Page.Locator(".state")).ToHaveCountAsync(0);
        await browser.Page.ReloadAsync();
        await browser.HearAsync("Рақмет, екінші!");
        await Expect(browser.OwnLines).ToHaveTextAsync(["бірінші", "екінші"]);
        host.Heard.Select(d => d.Content).OfType<Inbound.Text>().Select(t => t.Value).ShouldBe(["/start", "бірінші", "екінші"]);
    }

    [Fact]
    public async Task an_answer_lost_on_the_way_is_asked_for_again_without_doubling()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        var lost = 0;
        await browser.Page.RouteAsync("**/chat/send", async route =>
        {
            if (lost++ > 0) { await route.ContinueAsync(); return; }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        var resent = browser.Page.WaitForResponseAsync("**/chat/send");
        await browser.SayAsync("Сана");
        await resent;
        await Expect(browser.Page.Locator(".state")).ToHaveCountAsync(0);
        await Expect(browser.OwnLines).ToHaveTextAsync(["Сана"]);
        lost.ShouldBe(2);
        host.Heard.Count.ShouldBe(2);
    }

    [Fact]
    public async Task what_was_not_sent_survives_a_reload()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.Page.RouteAsync("**/chat/send", route => route.AbortAsync());
        await browser.SayAsync("Сана");
        await Expect(browser.Notice).ToContainTextAsync("Байланыс жоқ");
        await browser.Page.UnrouteAsync("**/chat/send");
        await browser.Page.ReloadAsync();
        await browser.HearAsync("Рақмет, Сана!");
        await Expect(browser.OwnLines).ToHaveTextAsync(["Сана"]);
        host.Heard.Count.ShouldBe(2);
    }

    [Fact]
    public async Task who_writes_too_much_is_told_so_and_the_message_goes_later()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.Page.RouteAsync("**/chat/send", route => route.FulfillAsync(new()
        {
            Status = 429,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
            Body = """{"error":"slow","kk":"Сәл күтіңіз","ru":"Подождите","en":"Wait"}""",
        }), new() { Times = 1 });
        await browser.SayAsync("Сана");
        await Expect(browser.Notice).ToHaveTextAsync("Сәл күтіңіз");
        await browser.HearAsync("Рақмет, Сана!");
        await Expect(browser.Notice).ToBeEmptyAsync();
    }

    [Fact]
    public async Task where_streams_are_held_back_the_page_asks_instead()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.Page.RouteAsync("**/chat/stream**", route => route.AbortAsync());
        await browser.Page.ReloadAsync();
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync("Сана");
        await browser.HearAsync("Рақмет, Сана!");
    }
}
