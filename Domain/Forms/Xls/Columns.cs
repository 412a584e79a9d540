using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">The one name we use.</param>
/// <param name="Meaning">What it does in a chat, for authors.</param>
/// <param name="Aliases">Other headings that mean it, in lower case.</param>
internal sealed record Column(string Name, string Meaning, params string[] Aliases);

/// <summary>Every spelling of a column heading XLSForm and its dialects know. The only such table; reading, advice and the README follow it.</summary>
internal static partial class Columns
{
    public const string Type = "type", Name = "name", Label = "label", Hint = "hint", Required = "required", RequiredMessage = "required_message",
        Relevant = "relevant", Constraint = "constraint", ConstraintMessage = "constraint_message", Calculation = "calculation", Default = "default",
        ChoiceFilter = "choice_filter", RepeatCount = "repeat_count", ReadOnly = "read_only", Parameters = "parameters", Appearance = "appearance",
        Disabled = "disabled", Trigger = "trigger", List = "list_name", InstanceName = "instance_name",
        // Ours, ignored by other tools: what a text really is ("phone"), the longest answer, a short label for summaries, and which choice is right.
        Kind = "grantbot::kind", MaxLength = "grantbot::max", Short = "grantbot::short", Right = "grantbot::right";

    /// <summary>Columns whose heading may end in a language.</summary>
    public static readonly IReadOnlySet<string> Translated = new HashSet<string>(StringComparer.Ordinal)
        { Label, Hint, Short, RequiredMessage, ConstraintMessage, "guidance_hint", "media::image", "media::audio", "media::video", "form_title" };

    /// <summary>Columns that hold an expression.</summary>
    public static readonly IReadOnlyList<string> Expressions = [Relevant, Constraint, Calculation, Required, ChoiceFilter];

    private static readonly Column[] Media =
    [
        new("media::image", "file name of a picture", "image"), new("media::audio", "read, not played", "audio"), new("media::video", "read, not played", "video"),
    ];

    /// <summary>The sheets and their columns.</summary>
    public static readonly IReadOnlyList<(string Sheet, IReadOnlyList<Column> Columns)> Sheets =
    [
        ("survey",
        [
            new(Type, "type of the question, with its list", "command"),
            new(Name, "name of the answer", "tag", "value"),
            new(Label, "the question", "caption", "text"),
            new(Hint, "a line below the question"),
            new("guidance_hint", "further advice, for who asks for it"),
            new(Required, "yes, or an expression: the question cannot be skipped", "bind::required"),
            new(RequiredMessage, "what is said to who tries", "requiredmsg", "required message", "bind::jr:requiredmsg"),
            new(Relevant, "the question counts only while this is true", "relevance", "bind::relevant"),
            new(Constraint, "true for every good answer, which is `.`", "bind::constraint"),
            new(ConstraintMessage, "what is said about another", "constraining message", "constraining_message", "constraint message", "bind::jr:constraintmsg"),
            new(Calculation, "works the value out", "calculate", "bind::calculate"),
            new(Trigger, "works it out only when that question changes"),
            new(Default, "a first answer, offered"),
            new(ChoiceFilter, "the choices offered; their further columns are known in it", "choice filter"),
            new(Parameters, "`start`, `end`, `step`, `randomize`, `seed`, `value`, `label`"),
            new(RepeatCount, "how many instances a repeat has", "count", "jr:count", "control::jr:count"),
            new(ReadOnly, "yes: shown, not asked", "readonly", "read only", "bind::readonly"),
            new(Appearance, "read; a chat has one appearance", "control::appearance", "body::appearance"),
            new(Disabled, "yes: the row is left out"),
            .. Media,
            new(Kind, "ours: phone or email, what a text really is", "grantbot_kind"),
            new(MaxLength, "ours: longest answer in characters", "grantbot_max"),
            new(Short, "ours: short label for the summary", "grantbot_short"),
            new(Right, "ours: name of the right choice, several with spaces between", "grantbot_right"),
        ]),
        ("choices",
        [
            new(List, "the list the choice belongs to", "list name", "listname"),
            new(Name, "what is stored", "value"),
            new(Label, "what is shown; without one, the name", "caption", "text"),
            .. Media,
        ]),
        ("settings",
        [
            new("form_title", "the title; \"A / B / C\" gives each language its own", "title", "form title", "set form title"),
            new("form_id", "by which versions and answers belong together", "id_string", "form id", "set form id"),
            new("version", "read; the bot numbers versions itself"),
            new("default_language", "stands in for what is not translated", "default language"),
            new(Name, "name of the root, else data"),
            new("allow_choice_duplicates", "yes: names of a list may repeat"),
            new(InstanceName, "an expression: the title of what was sent", "instance name"),
        ]),
    ];

    private static readonly Dictionary<string, Dictionary<string, string>> Spellings = Sheets.ToDictionary(s => s.Sheet,
        s => s.Columns.SelectMany(c => c.Aliases.Prepend(c.Name).Select(spelling => (spelling, c.Name))).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Known headings of a sheet by spelling.</summary>
    public static IReadOnlyDictionary<string, string> Of(string sheet) => Spellings[sheet];

    /// <summary>Reads a heading such as "label::Қазақша (kk)" or "media::image::ru". An unknown heading keeps its own spelling and is not <c>Known</c>.</summary>
    public static (string Name, string? Language, bool Known) Read(string sheet, string heading)
    {
        var known = Of(sheet);
        var tidy = Spaces().Replace(heading.Trim(), " ");
        if (Find(known, tidy) is { } whole) return (whole, null, true);
        for (var at = tidy.LastIndexOf(':'); at > 0; at = tidy.LastIndexOf(':', at - 1))
            if (Find(known, tidy[..at].TrimEnd(':', ' ')) is { } name && Translated.Contains(name)) return (name, tidy[(at + 1)..].Trim(), true);
        return (tidy, null, false);
    }

    /// <summary>The heading that a misspelt one with a language surely means: "label::kk" for "lable::kk". Null when none is near.</summary>
    public static string? NearTranslated(string sheet, string heading)
    {
        var spellings = Of(sheet).Where(s => Translated.Contains(s.Value)).Select(s => s.Key);
        for (var at = heading.LastIndexOf(':'); at > 0; at = heading.LastIndexOf(':', at - 1))
            if (NearMiss.Of(heading[..at].TrimEnd(':', ' '), spellings) is { } near) return $"{near}::{heading[(at + 1)..].Trim()}";
        return null;
    }

    // Capitals, spaces for underscores and a single colon after bind, control, body or media do not matter.
    private static string? Find(IReadOnlyDictionary<string, string> known, string heading)
    {
        var folded = Section().Replace(heading.ToLowerInvariant(), "${section}::");
        return known.GetValueOrDefault(folded) ?? known.GetValueOrDefault(folded.Replace(' ', '_'));
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?<section>bind|control|body|media) ?::? ?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Section();
}
