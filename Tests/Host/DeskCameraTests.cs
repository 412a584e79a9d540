using GrantBot.Domain.CheckIn;
using GrantBot.Tests.Channels.Web;
using Microsoft.Playwright;

namespace GrantBot.Tests.Host;

/// <summary>Tickets held before the camera of a desk page: a film runs before a real browser's fake camera.</summary>
public sealed class DeskCameraTests
{
    private const string NoReader = "delete globalThis.BarcodeDetector;";
    private const string Loaded = "() => typeof jsQR === 'function'";

    [Fact]
    public async Task a_browser_that_reads_no_codes_reads_them_with_the_library_also_without_a_network()
    {
        await using var house = await DeskHouse.OpenAsync();
        var good = await house.TicketAsync("K7M2QX");
        var other = await house.TicketAsync("P2P3P4");
        using var film = Film.Of(null, good, other[..^1] + (other[^1] == 'A' ? 'B' : 'A'));
        await using var browser = await DeskAsync(house, film, NoReader);
        var page = browser.Page;
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!await caches.match('/desk/jsqr.js')) await new Promise(r => setTimeout(r, 20)); }");
        (await page.EvaluateAsync<bool>(Loaded)).ShouldBeFalse("it is read when the camera is opened first");
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await SeesAsync(page, "#count", "Came: 0 of 3");
        await page.Locator("#scan").ClickAsync();
        await SeesAsync(page, "#verdict", "Әлиева Сана, No. 1");
        (await page.EvaluateAsync<bool>(Loaded)).ShouldBeTrue();
        await DeskHouse.LookAsync(page, "desk-camera");
        await SeesAsync(page, "#verdict", "Forged ticket");
        await SeesAsync(page, "#verdict", "Already in at");
        (await page.EvaluateAsync<bool>("() => { const box = document.getElementById('verdict').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }")).ShouldBeTrue("the verdict is seen above the camera");
        await page.Locator("#stop").ClickAsync();
        (await page.EvaluateAsync<bool>("() => document.getElementById('video').srcObject === null")).ShouldBeTrue();
        await page.Context.SetOfflineAsync(false);
        await SeesAsync(page, "#unsent", "Everything is sent.");
        (await house.CameAsync()).ShouldBe([(1, CheckInWay.PageTicket)]);
        browser.Errors.Where(e => e.Contains("Content Security", StringComparison.Ordinal) || e.Contains("Uncaught", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_browser_that_reads_codes_itself_does_not_load_the_library()
    {
        await using var house = await DeskHouse.OpenAsync();
        var ticket = await house.TicketAsync("K7M2QX");
        using var film = Film.Of(ticket);
        // Chromium reads codes on Android and macOS only; elsewhere this stands in for what the system would read
        await using var browser = await DeskAsync(house, film, $$"""
            globalThis.BarcodeDetector = class {
              static async getSupportedFormats() { return ["qr_code"]; }
              async detect(video) { return video.videoWidth > 0 ? [{ rawValue: "{{ticket}}" }] : []; }
            };
            """);
        await browser.Page.Locator("#scan").ClickAsync();
        await SeesAsync(browser.Page, "#verdict", "Әлиева Сана, No. 1");
        (await browser.Page.EvaluateAsync<bool>(Loaded)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("NotAllowedError", "allow the camera and try again")]
    [InlineData("NotFoundError", "This device has no camera")]
    [InlineData("NotReadableError", "Another program is using the camera")]
    [InlineData("NotSupportedError", "open it in Chrome or Safari")]
    [InlineData("TypeError", "Try again, or type the six characters")]
    public async Task a_camera_that_does_not_open_says_what_to_do(string error, string words)
    {
        await using var house = await DeskHouse.OpenAsync();
        await using var browser = await DeskAsync(house, null, error == "NotSupportedError"
            ? "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });"
            : $"navigator.mediaDevices.getUserMedia = async () => {{ throw new DOMException('no', '{error}'); }};");
        var page = browser.Page;
        await page.Locator("#scan").ClickAsync();
        await SeesAsync(page, "#verdict", "The camera did not open");
        await SeesAsync(page, "#verdict", words);
        (await page.Locator("#camera").IsVisibleAsync()).ShouldBeFalse();
        if (error == "NotAllowedError") await DeskHouse.LookAsync(page, "desk-camera-refused");
        await page.Locator("#text").FillAsync("K7M2QX");
        await page.Locator("#text").PressAsync("Enter");
        await SeesAsync(page, "#verdict", "Әлиева Сана, No. 1");
    }

    private static async Task<Browser> DeskAsync(DeskHouse house, Film? film, string script)
    {
        var blank = new Uri("about:blank");
        var browser = film is null ? await Browser.OpenAsync(blank, "en-US") : await Browser.FilmedAsync(blank, film.Path, "en-US");
        await browser.Page.Context.Clock.InstallAsync(new() { TimeDate = house.Bot.Time.GetUtcNow().UtcDateTime });
        await browser.Page.Context.AddInitScriptAsync(script);
        await browser.Page.GotoAsync((await house.LinkAsync()).ToString());
        await SeesAsync(browser.Page, "#count", "Came: 0 of 3");
        return browser;
    }

    private static Task SeesAsync(IPage page, string where, string text) => Assertions.Expect(page.Locator(where)).ToContainTextAsync(text, new() { Timeout = 15_000 });
}
