using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GrantBot.Bot.Pages;

namespace GrantBot.Tests.Channels.Web;

public sealed partial class DeskPageTests
{
    private static readonly string Scripts = string.Join('\n', DeskPage.Files.Where(f => f.EndsWith(".js", StringComparison.Ordinal)).Select(Text));

    [Fact]
    public void the_page_is_light_needs_nobody_else_and_never_writes_markup_from_names()
    {
        DeskPage.Files.Sum(f => WebPage.Read("Desk/" + f).Length).ShouldBeLessThan(48 * 1024);
        foreach (var danger in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "https://", "http://" }) Scripts.ShouldNotContain(danger);
    }

    [Fact]
    public void its_words_are_in_all_three_languages_and_name_the_same_things()
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Texts().Match(Scripts).Groups[1].Value)!;
        texts.Keys.ShouldBe(["kk", "ru", "en"]);
        foreach (var (key, kk) in texts["kk"])
            foreach (var language in texts.Values) Named(language[key]).ShouldBe(Named(kk), key);
        foreach (var language in texts.Values) language.Keys.ShouldBe(texts["kk"].Keys);
        foreach (Match used in Used().Matches(Text("index.html") + Scripts)) texts["kk"].Keys.ShouldContain(used.Groups[1].Value);
    }

    [Fact]
    public void every_file_is_kept_for_times_without_a_network()
    {
        foreach (var file in DeskPage.Files.Where(f => f != "worker.js")) Text("worker.js").ShouldContain($"\"{DeskPage.Address(file)}\"");
        foreach (Match import in Imported().Matches(Scripts)) DeskPage.Files.ShouldContain(import.Groups[1].Value);
    }

    private static string Named(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    private static string Text(string file) => Encoding.UTF8.GetString(WebPage.Read("Desk/" + file));

    [GeneratedRegex(@"from ""\./([\w.]+)"";", RegexOptions.NonBacktracking)]
    private static partial Regex Imported();

    [GeneratedRegex(@"const TEXTS = (\{[\s\S]*?\n\});", RegexOptions.None, 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:data-(?:text|label)=""|say\("")(\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Used();
}
