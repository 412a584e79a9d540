using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GrantBot.Bot.Pages;

namespace GrantBot.Tests.Channels.Web;

public sealed partial class WebPageTests
{
    private static readonly string Scripts = string.Join('\n', WebPage.Files.Where(f => f.EndsWith(".js", StringComparison.Ordinal)).Select(Text));

    [Fact]
    public void the_page_is_light_and_needs_nobody_else()
    {
        WebPage.Files.Sum(f => WebPage.Read(f).Length).ShouldBeLessThan(44 * 1024);
        foreach (var file in WebPage.Files) Elsewhere().IsMatch(Text(file)).ShouldBeFalse(file);
    }

    [Fact]
    public void the_page_never_writes_markup_from_words()
    {
        foreach (var danger in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function" }) Scripts.ShouldNotContain(danger);
    }

    [Fact]
    public void the_pages_own_words_are_in_all_three_languages()
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Texts().Match(Scripts).Groups[1].Value)!;
        texts.Keys.ShouldBe(["kk", "ru", "en"]);
        foreach (var language in texts.Values) language.Keys.ShouldBe(texts["kk"].Keys);
        var html = Text("index.html");
        foreach (Match used in Used().Matches(html + Scripts)) texts["kk"].Keys.ShouldContain(used.Groups[1].Value);
    }

    [Fact]
    public void every_module_is_served_short_and_used()
    {
        foreach (Match import in Imported().Matches(Scripts)) WebPage.Files.ShouldContain(import.Groups[1].Value);
        foreach (var file in WebPage.Files.Where(f => f.EndsWith(".js", StringComparison.Ordinal)))
        {
            Text(file).Split('\n').Length.ShouldBeInRange(40, 250, file);
            Text("index.html").ShouldContain($"\"/{file}\"", customMessage: "named in the page, so that all are fetched at once");
        }
    }

    [Fact]
    public async Task the_page_is_served_with_strict_headers_and_an_etag()
    {
        await using var host = await WebHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var path in WebPage.Files.Select(WebPage.Address))
        {
            using var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    private static string Text(string file) => Encoding.UTF8.GetString(WebPage.Read(file));

    [GeneratedRegex(@"from ""\./([\w.]+)"";", RegexOptions.NonBacktracking)]
    private static partial Regex Imported();

    [GeneratedRegex(@"(?:src|href|url\()\s*=?\s*[""']?(?:https?:)?//", RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"const TEXTS = (\{[\s\S]*?\n\});", RegexOptions.None, 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"(?:data-(?:text|label|hint|placeholder)=""|say\("")(\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Used();
}
