using System.Net;
using GrantBot.Domain;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Channels.Web;
using GrantBot.Tests.Host;

namespace GrantBot.Tests.Certificates;

/// <summary>The public page says that a document is genuine, of which event and date, and names nobody.</summary>
public sealed class CertificatePageTests
{
    private const string Number = "001-open-014";

    [Theory]
    [InlineData("kk-KZ,kk;q=0.9,en;q=0.5", "Құжат түпнұсқа", "Ашық чемпионат")]
    [InlineData("ru", "Документ подлинный", "Открытый чемпионат")]
    [InlineData("en;q=0.8,ru;q=0.3", "This document is genuine", "Open Championship")]
    [InlineData("de,fr;q=0.9", "Құжат түпнұсқа", "Ашық чемпионат")]
    public async Task a_genuine_document_is_said_to_be_so_in_the_readers_language(string accept, string says, string title)
    {
        await using var host = await IssuedAsync();
        var (answer, page) = await GetAsync(host, $"c/{Number}?s={Seal(host)}", accept);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var part in new[] { says, title, Number, "2026", "Жастар алаңы" }) WebUtility.HtmlDecode(page).ShouldContain(part);
        page.ShouldNotContain("Үлгіов");
        page.ShouldNotContain("<script");
        answer.Headers.GetValues("X-Robots-Tag").ShouldHaveSingleItem().ShouldContain("noindex");
        answer.Headers.CacheControl!.ToString().ShouldBe("max-age=300, private");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Theory]
    [InlineData($"c/{Number}")]
    [InlineData($"c/{Number}?s=")]
    [InlineData($"c/{Number}?s=AAAAAAAAAAAAAAAA")]
    [InlineData("c/001-open-015?s={seal}")]
    [InlineData("c/001-open-14?s={seal}")]
    [InlineData("c/000-sample-001")]
    [InlineData("c/%3Cscript%3Ealert(1)%3C%2Fscript%3E?s={seal}")]
    [InlineData("c/..%2f..%2fetc%2fpasswd?s={seal}")]
    [InlineData("c/001-open-014%27%20OR%201=1--?s={seal}")]
    [InlineData("c/001-open-99999999999999999999?s={seal}&lang=%3Cb%3E")]
    public async Task anything_else_is_not_confirmed_and_all_of_it_looks_alike(string path)
    {
        await using var host = await IssuedAsync();
        var (answer, page) = await GetAsync(host, path.Replace("{seal}", Seal(host), StringComparison.Ordinal), "ru");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.ShouldBe((await GetAsync(host, "c/1", "ru")).Page);
        page.ShouldContain(WebUtility.HtmlEncode("Подлинность не подтверждена"));
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task a_document_that_was_taken_back_is_not_confirmed_and_one_of_an_erased_person_is()
    {
        await using var host = await IssuedAsync();
        await using var db = host.Database();
        var row = db.Certificates.Single();
        row.PersonId = null;
        await db.SaveChangesAsync();
        (await GetAsync(host, $"c/{Number}?s={Seal(host)}", "ru")).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        row.WithdrawnAt = RunningHost.Today;
        await db.SaveChangesAsync();
        (await GetAsync(host, $"c/{Number}?s={Seal(host)}", "ru")).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task who_tries_out_numbers_is_held_back()
    {
        await using var host = await IssuedAsync();
        var answers = new List<HttpStatusCode>();
        for (var n = 1; n <= 700; n++) answers.Add((await GetAsync(host, $"c/001-open-{n:000}", "ru")).Answer.StatusCode);
        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        answers[0].ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, InlineData("good"), InlineData("wrong")]
    public async Task the_page_fits_a_phone_and_switches_languages(string which)
    {
        await using var host = await IssuedAsync();
        await using var browser = await Browser.OpenAsync(new Uri(host.Client.BaseAddress!, $"c/{Number}?s={(which == "good" ? Seal(host) : "x")}"));
        (await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        if (Environment.GetEnvironmentVariable("GRANTBOT_PICTURES") is { } folder) await browser.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"certificate-{which}.png") });
        await browser.Page.GetByText("Русский").ClickAsync();
        (await browser.Page.GetAttributeAsync("html", "lang")).ShouldBe("ru");
        (await browser.Page.TextContentAsync("h1")).ShouldBe(which == "good" ? "Документ подлинный" : "Подлинность не подтверждена");
        browser.Errors.Where(e => !e.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<RunningHost> IssuedAsync()
    {
        var host = await RunningHost.StartAsync(s => s);
        await using var db = host.Database();
        db.Certificates.Add(new CertificateRow
        {
            Number = Number, EventId = db.Events.Single(e => e.Code == "open").Id, Serial = 14, RegistrationId = new(Ids.New(RunningHost.Today)), PersonId = new PersonId(Ids.New(RunningHost.Today)), Language = "kk", IssuedAt = RunningHost.Today,
        });
        await db.SaveChangesAsync();
        return host;
    }

    private static string Seal(RunningHost host)
    {
        using var db = host.Database();
        return CertificateKey.Seal(db).Token(CertificateNumber.Parse(Number)!);
    }

    private static async Task<(HttpResponseMessage Answer, string Page)> GetAsync(RunningHost host, string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", accept);
        var answer = await host.Client.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
