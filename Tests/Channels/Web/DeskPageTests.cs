using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GrantBot.Bot.Pages;

namespace GrantBot.Tests.Channels.Web;

public sealed partial class DeskPageTests
{
    /// <summary>The library that reads QR codes where the browser cannot.</summary>
    private const string Borrowed = "jsqr.js";

    private static readonly string Scripts = string.Join('\n', DeskPage.Files.Where(f => f.EndsWith(".js", StringComparison.Ordinal) && f != Borrowed).Select(Text));

    [Fact]
    public void the_page_is_light_needs_nobody_else_and_never_writes_markup_from_names()
    {
        DeskPage.Files.Where(f => f != Borrowed).Sum(f => WebPage.Read("Desk/" + f).Length).ShouldBeLessThan(52 * 1024);
        foreach (var danger in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "https://", "http://" }) Scripts.ShouldNotContain(danger);
    }

    [Fact]
    public void the_borrowed_reader_is_the_one_its_authors_published()
    {
        var text = Text(Borrowed);
        text.ShouldStartWith("/*! jsQR 1.4.0");
        text[..text.IndexOf("*/", StringComparison.Ordinal)].ShouldContain("Apache License");
        var published = Encoding.UTF8.GetBytes(text[(text.IndexOf("*/\n", StringComparison.Ordinal) + 3)..]);
        Convert.ToHexStringLower(SHA256.HashData(published)).ShouldBe("bc40c8a15196236b2314db0856f72ca0b49980cd5413b8c852a7349f5fee0859", "dist/jsQR.js of npm's jsqr 1.4.0");
    }

    [Fact]
    public void its_words_are_in_all_three_languages_and_name_the_same_things()
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Texts().Match(Scripts).Groups[1].Value)!;
        texts.Keys.ShouldBe(["kk", "ru", "en"]);
        foreach (var (key, kk) in texts["kk"])
            foreach (var language in texts.Values) Named(language[key]).ShouldBe(Named(kk), key);
        foreach (var language in texts.Values) language.Keys.ShouldBe(texts["kk"].Keys);
        foreach (var used in Used().Matches(Text("index.html") + Scripts).Concat(Refusals().Matches(Scripts))) texts["kk"].Keys.ShouldContain(used.Groups[1].Value);
    }

    [Fact]
    public void every_file_is_kept_for_times_without_a_network()
    {
        foreach (var file in DeskPage.Files.Where(f => f != "worker.js")) Text("worker.js").ShouldContain($"\"{DeskPage.Address(file)}\"");
        foreach (Match import in Imported().Matches(Scripts)) DeskPage.Files.ShouldContain(import.Groups[1].Value);
    }

    private static string Named(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    private static string Text(string file) => Encoding.UTF8.GetString(WebPage.Read("Desk/" + file));

    [GeneratedRegex(@"(?:from |import\()""\./([\w.]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Imported();

    [GeneratedRegex(@"const TEXTS = (\{[\s\S]*?\n\});", RegexOptions.None, 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@": ""(camera\w+)""[, ]", RegexOptions.NonBacktracking)]
    private static partial Regex Refusals();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:data-(?:text|label)=""|say\("")(\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Used();
}
