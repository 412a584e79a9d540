using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising;

/// <summary>Something staff ask for by a command, a word or the menu.</summary>
/// <param name="Name">Its stable name, the end of its text keys.</param>
/// <param name="Needs">The right it takes.</param>
/// <param name="Everywhere">The right must hold for everything, not only for an event or a project.</param>
/// <param name="Slashed">The commands it is. In each language it is also what it is called in the menu, and by the words of its text "staff.say"; what is about an event goes behind them.</param>
internal sealed record StaffCommand(string Name, Right Needs, bool Everywhere, params string[] Slashed)
{
    /// <summary>All of them, in the order help lists them.</summary>
    public static IReadOnlyList<StaffCommand> All { get; } =
    [
        new("stats", Right.Count, false, "/stats"),
        new("digest", Right.Organise, true, "/digest"),
        new("indicators", Right.Count, false, "/indicators"),
        new("reach", Right.Organise, true, "/reach"),
        new("desk", Right.CheckIn, false, "/desk"),
        new("in", Right.CheckIn, false, "/in"),
        new("code", Right.CheckIn, false, "/code"),
        new("list", Right.Organise, false, "/list"),
        new("event", Right.CheckIn, false, "/event"),
        new("new", Right.Organise, false, "/new"),
        new("venues", Right.Organise, true, "/venues"),
        new("projects", Right.Organise, true, "/projects"),
        new("wait", Right.CheckIn, false, "/wait"),
        new("tables", Right.Organise, false, "/tables"),
        new("import", Right.Organise, false, "/import"),
        new("people", Right.Organise, true, "/people"),
        new("forms", Right.Organise, true, "/forms"),
        new("reviews", Right.CheckIn, false, "/reviews"),
        new("parked", Right.Organise, true, "/parked"),
        new("certificates", Right.Organise, false, "/certificates"),
        new("award", Right.Organise, false, "/award", "/awards"),
        new("send", Right.Organise, true, "/send"),
        new("survey", Right.Organise, false, "/survey"),
        new("consult", Right.Advise, false, "/consult"),
        new("journal", Right.Organise, true, "/journal"),
        new("group", Right.Own, true, "/group"),
        new("leave", Right.Count, false, "/leave"),
        new("team", Right.CheckIn, false, "/team"),
        new("promote", Right.Organise, false, "/promote"),
        new("stage", Right.CheckIn, false, "/stage"),
        new("invite", Right.Own, true, "/invite"),
        new("staff", Right.Own, true, "/staff"),
    ];

    private const int MostWords = 5;

    private static readonly ConditionalWeakTable<Texts, FrozenDictionary<string, StaffCommand>> Phrases = [];

    /// <summary>The command a message begins with, or whose name in the menu it is, and what stands behind it; of several the longest words count. Null when none.</summary>
    public static (StaffCommand Command, string About)? Find(Texts texts, string text)
    {
        var (slashed, behind) = Part(text, text.IndexOf(' ', StringComparison.Ordinal));
        if (All.FirstOrDefault(c => c.Slashed.Contains(slashed.ToLowerInvariant(), StringComparer.Ordinal)) is { } named) return (named, behind);
        var phrases = Phrases.GetValue(texts, Spoken);
        foreach (var end in Ends(text).Take(MostWords).Reverse())
            if (Part(text, end) is var (words, about) && phrases.TryGetValue(Fold.Text(words), out var command)) return (command, about);
        return null;
    }

    /// <summary>The commands that are one slip away from what a text begins with; of words without a slash only long ones, since short ones are like too many others.</summary>
    public static IReadOnlyList<StaffCommand> Near(Texts texts, string text)
    {
        var (words, shortest) = (Fold.Text(text).Split(' '), text.StartsWith('/') ? 4 : 6);
        string Begin(int count) => string.Join(' ', words.Take(count));
        return [.. Phrases.GetValue(texts, Spoken).Concat(All.SelectMany(c => c.Slashed.Select(s => KeyValuePair.Create(s[1..], c))))
            .Where(p => p.Key.Length >= shortest && Fold.OneSlip(p.Key, Begin(p.Key.Count(c => c == ' ') + 1))).Select(p => p.Value).Distinct()];
    }

    /// <summary>Where words of a text end.</summary>
    private static IEnumerable<int> Ends(string text)
    {
        for (var i = 1; i < text.Length; i++)
            if (char.IsWhiteSpace(text[i])) yield return i;
        yield return text.Length;
    }

    private static (string Words, string About) Part(string text, int end) => end < 0 ? (text, "") : (text[..end], text[end..].Trim());

    /// <summary>By what each command is called, in all languages.</summary>
    internal static FrozenDictionary<string, StaffCommand> Spoken(Texts texts) =>
        All.SelectMany(c => Texts.Languages.SelectMany(l => texts["staff.say." + c.Name, l].Split('|').Append(texts[c.Label, l])).Select(w => (Words: Fold.Text(w), Command: c))).DistinctBy(w => w.Words, StringComparer.Ordinal)
            .ToFrozenDictionary(w => w.Words, w => w.Command, StringComparer.Ordinal);

    /// <summary>Key of its name in the menu.</summary>
    public string Label => "menu.c." + Name;

    /// <summary>Whether this chat may use it somewhere.</summary>
    public bool Allowed(Script script) => Everywhere ? script.May(Needs) : script.MaySome(Needs);
}
