using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Conversation;

/// <summary>Texts are there where the code asks for them, say the same in three languages, and fit where messengers show them.</summary>
public sealed partial class TextTests
{
    /// <summary>Keys whose text is a button, of at most 20 characters (WhatsApp).</summary>
    private static readonly string[] Buttons = ["btn."];

    /// <summary>Keys whose text is a row of a list, of at most 24 characters.</summary>
    private static readonly string[] Rows = ["menu.", "ter.", "list.more"];

    /// <summary>How keys begin whose rest is a value: what a breakdown is called stands before its groups.</summary>
    private static readonly string[] Built = ["age.", "category.", "gender."];

    /// <summary>Texts written ahead for what is still to be built, and those of answers that a shipped form refuses in words of its own, to which tests hold it.</summary>
    private static readonly string[] Ahead =
    [
        "sc.", "sv.", "essay.", "menu.consult", "menu.surveys", "btn.noanswer", "btn.human", "btn.delete", "breach", "s.many", "s.added", "s.dup", "s.frozen", "consent.photo",
        "d.withdraw.ok", "d.deleted", "d.partial", "d.objection", "e.name", "e.birth.range",
    ];

    [Fact]
    public void every_key_the_code_asks_for_exists_in_three_languages()
    {
        var asked = Sources("Domain", "Bot").SelectMany(s => Asked().Matches(s)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        asked.Count.ShouldBeGreaterThan(60);
        asked.Where(k => Texts.Languages.Any(l => !Has(k, l))).ShouldBeEmpty();
    }

    [Fact]
    public void every_text_is_said_somewhere()
    {
        var said = Sources("Domain", "Bot", "Infrastructure").SelectMany(s => Said().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var (beginnings, ends) = (said.Where(s => s.EndsWith('.')).Concat(Built).ToList(), said.Where(s => s.StartsWith('.')).ToList());
        bool IsSaid(string key) => said.Contains(key) || beginnings.Exists(b => key.StartsWith(b, StringComparison.Ordinal)) || ends.Exists(e => key.EndsWith(e, StringComparison.Ordinal) && said.Contains(key[..^e.Length]));
        Keys().Where(k => !IsSaid(k) && !Ahead.Any(a => k.StartsWith(a, StringComparison.Ordinal))).ShouldBeEmpty("a text that nobody says is deleted, in all three languages");
    }

    [Fact]
    public void every_text_speaks_three_languages_and_names_the_same_things()
    {
        var all = Keys();
        all.Count.ShouldBeGreaterThan(200);
        var odd = all.Where(k => Texts.Languages.Any(l => !Has(k, l)) || Texts.Languages.Select(l => Named(Locales.Shipped[k, l])).Distinct(StringComparer.Ordinal).Count() > 1);
        odd.ShouldBeEmpty();
    }

    [Fact]
    public void buttons_and_rows_are_shown_whole()
    {
        Long(Buttons, 20).ShouldBeEmpty();
        Long(Rows.Except(["menu.ask"]), 24).ShouldBeEmpty();
        Long(["list.open"], 20).ShouldBeEmpty();
    }

    [Fact]
    public void every_text_fits_into_one_message()
    {
        Long([""], 4096).ShouldBeEmpty();
        // a question with buttons on WhatsApp: the consent itself, with the longest names an organisation may have, must stay one message
        Long(["consent.short", "consent.again", "minor.parent", "d.withdraw.ask", "resume", "e.age", "ev.card", "check"], 1024).ShouldBeEmpty();
    }

    [Fact]
    public void no_text_is_blank_or_frayed() =>
        Keys().SelectMany(k => Texts.Languages.Select(l => (k, l, t: Locales.Shipped[k, l]))).Where(x => x.t.Length == 0 || x.t != x.t.Trim() || x.t.Contains("  ", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Long(IEnumerable<string> prefixes, int limit) =>
        from key in Keys()
        where prefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal)) && key != "menu.ask" && key != "consent.full"
        from language in Texts.Languages
        let text = Locales.Shipped[key, language]
        where text.Length > limit
        select $"{key} {language}: {text.Length}";

    private static bool Has(string key, string language) => File(language).ContainsKey(key);

    private static string Named(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static List<string> Keys() => [.. Texts.Languages.SelectMany(l => File(l).Keys).Distinct(StringComparer.Ordinal)];

    private static Dictionary<string, string> File(string language) => Files.GetOrAdd(language, l =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Content", "Locales", l), "*.json")
            .SelectMany(f => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(f))!).ToDictionary(StringComparer.Ordinal));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Dictionary<string, string>> Files = new(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(params IEnumerable<string> projects)
    {
        var root = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..");
        return projects.SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(System.IO.File.ReadAllText);
    }

    private static string Here([CallerFilePath] string here = "") => here;

    /// <summary>A literal that may be a key, or the piece of one before a value or after a point.</summary>
    [GeneratedRegex(@"""(\.?[a-zA-Z][\w.]*)[""{]", RegexOptions.NonBacktracking)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?:\b(?:script\.Text|script\.Choice|Tell)\(|\b[Tt]exts(?:\[|\.Say\())""([a-zA-Z][\w.]*\w)""", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?:^|[^$])(\{\w+\})", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
