using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Channels.Web;
using Microsoft.Playwright;

namespace GrantBot.Tests.Host;

/// <summary>A phone at the door, with the network cut, the tab killed and tickets that are none.</summary>
public sealed class DeskBrowserTests
{
    [Fact]
    public async Task the_desk_works_without_a_network_and_loses_nothing_when_the_tab_is_killed()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, await house.LinkAsync());
        var page = browser.Page;
        await Sees(page, "#count", "Came: 0 of 3");
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!await caches.match('/desk/desk.js')) await new Promise(r => setTimeout(r, 20)); }");
        page.Url.ShouldEndWith("/desk/", customMessage: "the code is used up and gone from the address");
        await LookAsync(page, "desk-online");

        await house.LateAsync("Жаңабай", "Ержан", "W4W5W6");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Әлиева Сана" }).ClickAsync();
        await Sees(page, "#verdict", "Checked in");
        await ScanAsync(page, await house.TicketAsync("M4N8PR"));
        await Sees(page, "#verdict", "Серіков Арман, No. 2");
        await ScanAsync(page, await house.TicketAsync("W4W5W6"));
        await Sees(page, "#verdict", "Ticket W4W5W6. The ticket is good");
        await Sees(page, "#unsent", "Not sent yet: 3");
        await LookAsync(page, "desk-offline");
        await ScanAsync(page, Forged(await house.TicketAsync("P2P3P4")));
        await Sees(page, "#verdict", "Forged ticket");
        await LookAsync(page, "desk-forged");
        await ScanAsync(page, await house.TicketAsync("P2P3P4", "camp"));
        await Sees(page, "#verdict", "Not this event's ticket");
        await ScanAsync(page, "ZZZZZZ");
        await Sees(page, "#verdict", "This code is not in the list");
        (await house.CameAsync()).ShouldBeEmpty();

        page = await KillAsync(page);
        await page.GotoAsync(new Uri(house.Bot.Address, "desk/").ToString());
        await Sees(page, "#unsent", "Not sent yet: 3");
        await Sees(page, "#count", "Came: 2 of 3");
        await ScanAsync(page, "m4n 8pr");
        await Sees(page, "#verdict", "Already in at");
        await LookAsync(page, "desk-reopened");

        await page.Context.SetOfflineAsync(false);
        await Sees(page, "#unsent", "Everything is sent.");
        await Sees(page, "#count", "Came: 3 of 4");
        (await house.CameAsync()).ShouldBe([(1, CheckInWay.PageList), (2, CheckInWay.PageTicket), (4, CheckInWay.PageTicket)]);
        (await house.SayAsync("/desk")).ShouldContain("Came: 3 of 4");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        browser.Errors.Where(e => e.Contains("Content Security", StringComparison.Ordinal) || e.Contains("Uncaught", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_names_go_when_the_role_ends_and_what_was_scanned_waits_for_the_next_link()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, await house.LinkAsync());
        var page = browser.Page;
        await Sees(page, "#count", "Came: 0 of 3");
        var next = await house.LinkAsync();
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Әлиева Сана" }).ClickAsync();
        await Sees(page, "#verdict", "Checked in");
        (await house.SayAsync("/leave")).ShouldContain("no longer staff");
        await page.Context.SetOfflineAsync(false);
        await Sees(page, "#why", "This page has ended and the names are deleted");
        await LookAsync(page, "desk-ended");
        (await page.Locator("body").InnerTextAsync()).ShouldNotContain("Әлиева");
        (await page.EvaluateAsync<string>(Kept)).ShouldNotContain("Әлиева");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(next.ToString());
        await Sees(page, "#why", "This link was opened already or is too old");
        (await house.CameAsync()).ShouldBeEmpty();
        (await page.EvaluateAsync<string>(Kept)).ShouldContain("\"no\":1");
    }

    [Fact]
    public async Task a_keyboard_and_a_scanner_that_types_are_enough_and_another_desk_is_told_of()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, await house.LinkAsync());
        var page = browser.Page;
        await Sees(page, "#count", "Came: 0 of 3");
        await page.Locator("#text").FocusAsync();
        await page.Keyboard.TypeAsync("kuanysh");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Sees(page, "#verdict", "Қуанышқызы Айдана, No. 3");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("text");
        await page.Keyboard.TypeAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Sees(page, "#verdict", "Әлиева Сана, No. 1");
        await Sees(page, "#unsent", "Everything is sent.");

        await page.Context.SetOfflineAsync(true);
        await house.Bot.PassAsync(TimeSpan.FromMinutes(5)); // within a second the two would be one and the same
        (await house.SayAsync("/in open 2")).ShouldContain("Checked in: Серіков Арман");
        await ScanAsync(page, await house.TicketAsync("M4N8PR"));
        await Sees(page, "#verdict", "Checked in");
        await page.Context.SetOfflineAsync(false);
        await Sees(page, "#problems", "Серіков Арман: another desk checked them in earlier");
        await LookAsync(page, "desk-double");
        await page.Locator("#language").SelectOptionAsync("kk");
        await Sees(page, "#count", "Келгені: 3 / 3");
        await LookAsync(page, "desk-kk");
        await page.Locator("#leave").ClickAsync();
        await page.Locator("#confirm button[value=yes]").ClickAsync();
        await Sees(page, "#why", "Сіз шықтыңыз, есімдер өшірілді.");
        (await page.EvaluateAsync<string>(Kept)).ShouldNotContain("Әлиева");
    }

    [Fact]
    public async Task a_wrong_tap_is_taken_back_without_a_network_and_after_the_tab_was_killed()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, await house.LinkAsync());
        var page = browser.Page;
        await Sees(page, "#count", "Came: 0 of 3");
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!await caches.match('/desk/recent.js')) await new Promise(r => setTimeout(r, 20)); }");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Әлиева Сана" }).ClickAsync();
        await LookAsync(page, "desk-undo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo check-in: Әлиева Сана" }).First.ClickAsync();
        await Sees(page, "#verdict", "Check-in taken back");
        await Sees(page, "#count", "Came: 0 of 3");
        await Sees(page, "#unsent", "Not sent yet: 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Серіков Арман" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Қуанышқызы Айдана" }).ClickAsync();
        await Sees(page, "#count", "Came: 2 of 3");

        page = await KillAsync(page);
        await page.GotoAsync(new Uri(house.Bot.Address, "desk/").ToString());
        await Sees(page, "#count", "Came: 2 of 3");
        await page.Locator("#recent summary").ClickAsync();
        await LookAsync(page, "desk-recent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo check-in: Серіков Арман" }).ClickAsync();
        await Sees(page, "#count", "Came: 1 of 3");
        await page.Context.SetOfflineAsync(false);
        await Sees(page, "#unsent", "Everything is sent.");
        (await house.CameAsync()).ShouldBe([(3, CheckInWay.PageList)]);
        (await house.FactsAsync()).ShouldBe([("CheckedIn", 1), ("CheckInUndone", 1), ("CheckedIn", 2), ("CheckedIn", 3), ("CheckInUndone", 2)]);

        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Undo check-in: Қуанышқызы Айдана" }).ClickAsync(), r => r.Request.Method == "POST");
        await Sees(page, "#verdict", "Check-in taken back");
        await Sees(page, "#unsent", "Everything is sent.");
        await Sees(page, "#count", "Came: 0 of 3");
        (await house.CameAsync()).ShouldBeEmpty();
        (await house.SayAsync("/desk")).ShouldContain("Came: 0 of 3");
    }

    [Fact]
    public async Task a_check_in_of_some_time_ago_is_not_offered_to_be_taken_back()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, await house.LinkAsync());
        var page = browser.Page;
        await Sees(page, "#count", "Came: 0 of 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Әлиева Сана" }).ClickAsync();
        await Assertions.Expect(page.Locator("#undo")).ToBeVisibleAsync();
        await page.Context.Clock.FastForwardAsync("11:00");
        await Assertions.Expect(page.Locator("#undo")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#recent")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task somebody_who_is_not_in_the_list_leads_back_to_the_chat()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, await house.LinkAsync());
        var page = browser.Page;
        await Sees(page, "#count", "Came: 0 of 3");
        await page.Locator("#text").FillAsync("Бекова");
        await Sees(page, "#heading", "Nobody was found.");
        await Sees(page, "#guest-how", "signs the consent on paper first");
        await LookAsync(page, "desk-nobody");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Register a guest in the chat" }).GetAttributeAsync("href");
        link.ShouldBe(new Uri(house.Bot.Address, "#w_open").ToString());
        (await house.SayAsync("/start w_open")).ShouldContain("Has the guest signed the paper consent?");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#text").FillAsync("Бекова А");
        await Sees(page, "#guest-how", "the chat does not work");
    }

    [Fact]
    public async Task a_window_that_cannot_work_without_a_network_does_not_use_up_the_link()
    {
        await using var house = await DeskHouse.OpenAsync();
        var link = await house.LinkAsync();
        await using (var narrow = await Browser.OpenAsync(new Uri("about:blank"), "en-US"))
        {
            await narrow.Page.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });");
            await narrow.Page.GotoAsync(link.ToString());
            await Sees(narrow.Page, "#why", "Open the same link in a normal window");
        }
        await using var browser = await OpenAsync(house, link);
        await Sees(browser.Page, "#count", "Came: 0 of 3");
    }

    [Fact]
    public async Task the_page_folds_spellings_and_reads_links_as_the_bot_does()
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await OpenAsync(house, new Uri(house.Bot.Address, "desk/"));
        await Sees(browser.Page, "#why", "Write /desk in the chat");
        foreach (var text in new[] { "Әлиева Сана", "Қуанышқызы", "O’Neil-Smith", "Ёлкин  Пётр", "ҒҢҮҰҺІӨ әіңғүұқөһ", "Kuanysh Q. 2", "é̂ Zoë" })
            (await browser.Page.EvaluateAsync<string>("async t => (await import('/desk/door.js')).fold(t)", text)).ShouldBe(Fold.Text(text));
        var ticket = await house.TicketAsync("K7M2QX");
        var token = ticket[(ticket.IndexOf("k_", StringComparison.Ordinal) + 2)..];
        foreach (var read in new[] { ticket, token, token.ToLowerInvariant(), "k_" + token, $"https://wa.me/77000000000?text=%2Fstart%20k_{token}", new Uri(house.Bot.Address, "#k_" + token).ToString(), "/start k_" + token })
            (await browser.Page.EvaluateAsync<string>("async t => (await import('/desk/door.js')).tokenIn(t)", read)).ShouldBe(token, read);
        foreach (var read in new[] { "https://t.me/some_bot?start=d_K7M2Q2", token[..^1], token + "A", "Сана" })
            (await browser.Page.EvaluateAsync<string?>("async t => (await import('/desk/door.js')).tokenIn(t)", read)).ShouldBeNull(read);
    }

    /// <summary>Everything the page keeps on the device.</summary>
    private const string Kept = """
        () => new Promise(done => { const asked = indexedDB.open("grantbot-desk"); asked.onsuccess = async () => {
          const all = store => new Promise(d => { const r = asked.result.transaction(store).objectStore(store).getAll(); r.onsuccess = () => d(r.result); });
          done(JSON.stringify([await all("kept"), await all("queue")])); }; })
        """;

    private static async Task<Browser> OpenAsync(DeskHouse house, Uri link)
    {
        var browser = await Browser.OpenAsync(new Uri("about:blank"), "en-US");
        await browser.Page.Context.Clock.InstallAsync(new() { TimeDate = house.Bot.Time.GetUtcNow().UtcDateTime });
        await browser.Page.GotoAsync(link.ToString());
        return browser;
    }

    /// <summary>Ends the tab's process as a system short of memory does, and opens another tab.</summary>
    private static async Task<IPage> KillAsync(IPage page)
    {
        var next = await page.Context.NewPageAsync();
        var crashed = new TaskCompletionSource();
        page.Crash += (_, _) => crashed.TrySetResult();
        var session = await page.Context.NewCDPSessionAsync(page);
        _ = session.SendAsync("Page.crash").ContinueWith(static t => t.Exception, TaskScheduler.Default);
        await crashed.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await page.CloseAsync();
        return next;
    }

    private static async Task ScanAsync(IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#text").PressAsync("Enter");
    }

    private static string Forged(string link) => link[..^1] + (link[^1] == 'A' ? 'B' : 'A');

    private static Task Sees(IPage page, string where, string text) => Assertions.Expect(page.Locator(where)).ToContainTextAsync(text, new() { Timeout = 15_000 });

    private static Task LookAsync(IPage page, string name) => DeskHouse.LookAsync(page, name);
}
