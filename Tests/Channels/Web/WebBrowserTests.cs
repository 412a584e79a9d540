using GrantBot.Domain.Conversation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GrantBot.Tests.Channels.Web;

/// <summary>The page as people use it: on a small phone and by keyboard.</summary>
public sealed class WebBrowserTests
{
    [Fact]
    public async Task a_person_walks_through_the_chat_by_keyboard_alone()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.Page.Keyboard.PressAsync("Tab");
        (await browser.FocusAsync()).ShouldBe("button Жаңа чат");
        await browser.Page.Keyboard.PressAsync("Tab");
        (await browser.FocusAsync()).ShouldStartWith("div Әңгіме");
        await browser.Page.Keyboard.PressAsync("Tab");
        (await browser.FocusAsync()).ShouldBe("button Қазақша");
        await browser.Page.Keyboard.PressAsync("ArrowDown");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.HearAsync("Как вас зовут?");
        await Expect(browser.Box).ToBeFocusedAsync();
        (await browser.FocusAsync()).ShouldBe("textarea Ваше сообщение");
        await browser.Page.Keyboard.TypeAsync("Сана");
        await browser.Page.Keyboard.PressAsync("Shift+Enter");
        await browser.Page.Keyboard.TypeAsync("Әлиева");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.HearAsync("Рақмет, Сана");
        await Expect(browser.OwnLines).ToHaveTextAsync(["Сана\nӘлиева"]);
        browser.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_choice_is_shown_and_cannot_be_made_twice()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.ChooseAsync("English");
        await browser.HearAsync("What is your name?");
        var chosen = browser.Page.Locator(".option:visible");
        await Expect(chosen).ToHaveTextAsync(["✓ English"]);
        await Expect(chosen).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = "✓ English", Pressed = true })).ToBeVisibleAsync();
        await chosen.ClickAsync(new() { Force = true });
        await Expect(browser.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = "New chat" })).ToBeVisibleAsync();
        host.Heard.Count(d => d.Content is Inbound.Press).ShouldBe(1);
    }

    [Fact]
    public async Task a_text_that_is_too_long_stays_in_the_box()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync(new string('ә', 4097));
        await Expect(browser.Notice).ToContainTextAsync("4096");
        await Expect(browser.Box).ToHaveValueAsync(new string('ә', 4097));
        await browser.SayAsync("Сана");
        await browser.HearAsync("Рақмет, Сана!");
        await Expect(browser.Notice).ToBeEmptyAsync();
    }

    [Fact]
    public async Task the_key_that_ends_a_letter_does_not_send()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.Box.FillAsync("Әл");
        await browser.Box.EvaluateAsync("box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))");
        await Expect(browser.Box).ToHaveValueAsync("Әл");
        await Expect(browser.OwnLines).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task files_go_up_and_come_down()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.Page.GetByLabel("Файл жіберу").SetInputFilesAsync(new FilePayload { Name = "анықтама.txt", MimeType = "text/plain", Buffer = "Сана"u8.ToArray() });
        await browser.HearAsync("Файл алынды: анықтама.txt, 8 байт.");
        await Expect(browser.Page.Locator(".own a.file")).ToHaveTextAsync("Файл: анықтама.txt (1 KB)");
        await browser.SayAsync("билет");
        var link = browser.Page.Locator(".bot a.file");
        await Expect(link).ToHaveTextAsync("Файл: билет.txt");
        var download = await browser.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        download.SuggestedFilename.ShouldBe("билет.txt");
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldBe("№ 7");
    }

    [Fact]
    public async Task a_drawn_ticket_is_shown_with_its_caption_as_the_alternative()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync("сурет");
        var picture = browser.Page.GetByAltText("Билет № 7");
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 300);
        await Expect(picture).ToBeInViewportAsync(new() { Ratio = 1 });
        (await browser.FitsAsync()).ShouldBeTrue();
        browser.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task words_are_never_markup_and_links_are_safe()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync("<img src=x onerror=alert(1)>");
        await browser.HearAsync("Рақмет, <img src=x onerror=alert(1)>!");
        await browser.SayAsync("сілтеме");
        var link = browser.Page.Locator(".bubble p a");
        await Expect(link).ToHaveAttributeAsync("href", "https://example.org/rules?a=1&b=2");
        (await link.GetAttributeAsync("rel"))!.ShouldContain("noopener");
        await browser.HearAsync("<b>Қалың емес</b>");
        (await browser.Page.Locator(".bubble img, .bubble b").CountAsync()).ShouldBe(0);
        browser.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_new_chat_wants_a_yes_and_then_shows_nothing_of_the_old_one()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync("Сана");
        await browser.HearAsync("Рақмет, Сана!");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Жаңа чат", Exact = true }).ClickAsync();
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Жоқ, қаламын" }).ClickAsync();
        await Expect(browser.OwnLines).ToHaveCountAsync(1);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Жаңа чат", Exact = true }).ClickAsync();
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Иә, жаңа чат" }).ClickAsync();
        await Expect(browser.OwnLines).ToHaveCountAsync(0);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        host.Heard.Select(d => d.From).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("#ev_open2026")]
    [InlineData("?start=ev_open2026")]
    public async Task a_link_with_a_code_begins_there_once(string end)
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(new Uri(host.Address, end));
        await browser.HearAsync("Код: ev_open2026");
        new Uri(browser.Page.Url).PathAndQuery.ShouldBe("/");
        await browser.Page.ReloadAsync();
        await browser.HearAsync("Код: ev_open2026");
        host.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_long_list_scrolls_inside_the_phone()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync("тізім");
        await browser.HearAsync("Қай ауданнансыз?");
        (await browser.FitsAsync()).ShouldBeTrue();
        var list = browser.Page.Locator(".options.long");
        (await list.BoundingBoxAsync())!.Height.ShouldBeLessThan(400);
        await list.Locator(".option").First.FocusAsync();
        await browser.Page.Keyboard.PressAsync("End");
        await Expect(list.Locator(".option").Last).ToBeInViewportAsync();
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.HearAsync("Ауданыңыз жазылды. Дұрыс па?");
        await Expect(browser.Choice("Иә")).ToBeFocusedAsync();
        await Expect(list.Locator(".option:visible")).ToHaveTextAsync(["✓ " + ScriptedBot.Districts[^1]]);
    }

    [Fact]
    public async Task everything_has_a_name_a_role_and_room_for_a_finger()
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await Expect(browser.Page.GetByRole(AriaRole.Log, new() { Name = "Әңгіме" })).ToBeVisibleAsync();
        await Expect(browser.Page.GetByRole(AriaRole.Textbox, new() { Name = "Хабарламаңыз" })).ToBeVisibleAsync();
        await Expect(browser.Page.GetByRole(AriaRole.Heading, new() { Name = "«Рухтан» қоғамдық қоры" })).ToBeVisibleAsync();
        await Expect(browser.Page.GetByRole(AriaRole.Group, new() { Name = "Қай тілде сөйлесейік?" })).ToBeVisibleAsync();
        await Expect(browser.Page.Locator(".bubble").First).ToHaveTextAsync("Бот: Сәлеметсіз бе! Бұл «Рухтан» қорының тіркеу боты.");
        await Expect(browser.Page.Locator(".line").First).ToHaveAttributeAsync("lang", "kk");
        var faults = await browser.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button:not(dialog *), textarea, input, a')].flatMap(e => {
              const faults = [], box = (e.id === 'file' ? e.nextElementSibling : e).getBoundingClientRect();
              if (!(e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent).trim()) faults.push('no name: ' + e.outerHTML);
              if (box.height < 40 || box.width < 40) faults.push('too small: ' + e.outerHTML);
              return faults;
            }).concat([...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i).map(id => 'twice: ' + id))
            """);
        faults.ShouldBeEmpty();
        (await browser.FitsAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task words_stand_out_from_what_is_behind_them(ColorScheme scheme)
    {
        await using var host = await WebHost.StartAsync();
        await using var browser = await Browser.OpenAsync(host.Address, scheme: scheme);
        await browser.HearAsync("Қай тілде сөйлесейік?");
        await browser.SayAsync("Сана");
        await browser.HearAsync("Рақмет, Сана!");
        var weak = await browser.Page.EvaluateAsync<string[]>(
            """
            () => {
              const light = c => { const [r, g, b] = c.match(/\d+/g).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
              const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (c !== 'rgba(0, 0, 0, 0)') return c; } };
              return ['h1', '#restart', '.bot p', '.own p', '.option', '#text', '.tool', '#send'].filter(s => {
                const e = document.querySelector(s), a = light(getComputedStyle(e).color), b = light(behind(e));
                return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
              });
            }
            """);
        weak.ShouldBeEmpty();
    }
}
