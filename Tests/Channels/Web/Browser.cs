using Microsoft.Playwright;

namespace GrantBot.Tests.Channels.Web;

/// <summary>A person at a phone: Debian's Chromium at 360 by 740 showing the chat page.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>One Chromium for all tests, a clean context for each; it ends with the test process.</summary>
    private static readonly Lazy<Task<IBrowser>> Shared = new(() => LaunchAsync());

    private readonly IBrowser? own;

    private Browser(IPage page, IBrowser? alone)
    {
        (Page, own) = (page, alone);
        page.Console += (_, message) => { if (message.Type == "error") Errors.Add(message.Text); };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the page complained of: uncaught errors and refusals of the content policy.</summary>
    public List<string> Errors { get; } = [];

    public ILocator Box => Page.Locator("#text");
    public ILocator Notice => Page.GetByRole(AriaRole.Status);

    /// <summary>The bot's messages, in order.</summary>
    public ILocator BotLines => Page.Locator(".line.bot .bubble p");

    /// <summary>The person's messages, in order.</summary>
    public ILocator OwnLines => Page.Locator(".line.own .bubble p");

    /// <summary>Opens a browser and the page; skips the test where there is no Chromium.</summary>
    public static async Task<Browser> OpenAsync(Uri address, string locale = "kk-KZ", ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is missing: apt-get install chromium");
        return await OpenAsync(address, await Shared.Value, null, locale, scheme);
    }

    /// <summary>Opens a browser of its own before whose camera a film (<see cref="Film"/>) runs, over and over.</summary>
    public static async Task<Browser> FilmedAsync(Uri address, string film, string locale = "kk-KZ")
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is missing: apt-get install chromium");
        var filmed = await LaunchAsync("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film);
        return await OpenAsync(address, filmed, filmed, locale, ColorScheme.Light);
    }

    private static async Task<Browser> OpenAsync(Uri address, IBrowser browser, IBrowser? alone, string locale, ColorScheme scheme)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 360, Height = 740 },
            HasTouch = true,
            Locale = locale,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var opened = new Browser(await context.NewPageAsync(), alone);
        await opened.Page.GotoAsync(address.ToString());
        return opened;
    }

    /// <summary>Types a message and sends it with Enter.</summary>
    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Presses the newest button with this label.</summary>
    public Task ChooseAsync(string label) => Choice(label).Last.ClickAsync();

    public ILocator Choice(string label) => Page.Locator(".option").GetByText(label, new() { Exact = true });

    /// <summary>Waits until a line of the bot contains the text.</summary>
    public Task HearAsync(string text) => BotLines.Filter(new() { HasText = text }).Last.WaitForAsync();

    /// <summary>Accessible name and role of the element with the focus, as "role name".</summary>
    public async Task<string> FocusAsync() => await Page.EvaluateAsync<string>(
        "() => { const e = document.activeElement; return e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent).trim(); }");

    /// <summary>Nothing is wider than the phone.</summary>
    public async Task<bool> FitsAsync() => await Page.EvaluateAsync<bool>(
        "() => document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll('main, #log, .options')].every(e => e.scrollWidth <= e.clientWidth)");

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
    }

    private static async Task<IBrowser> LaunchAsync(params string[] more)
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = [.. Arguments, .. more] });
    }
}
