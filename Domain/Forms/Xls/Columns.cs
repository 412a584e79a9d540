using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Every spelling of a column heading XLSForm and its dialects know, and the one name we use. The only such table.</summary>
internal static partial class Columns
{
    public const string Type = "type", Name = "name", Label = "label", Hint = "hint", Required = "required", RequiredMessage = "required_message",
        Relevant = "relevant", Constraint = "constraint", ConstraintMessage = "constraint_message", Calculation = "calculation", Default = "default",
        ChoiceFilter = "choice_filter", RepeatCount = "repeat_count", ReadOnly = "read_only", Parameters = "parameters", Appearance = "appearance",
        Disabled = "disabled", Trigger = "trigger", List = "list_name", InstanceName = "instance_name",
        // Ours, ignored by other tools: what a text really is ("phone"), the longest answer, and a short label for summaries.
        Kind = "grantbot_kind", MaxLength = "grantbot_max", Short = "grantbot_short";

    /// <summary>Columns whose heading may end in a language.</summary>
    public static readonly IReadOnlySet<string> Translated = new HashSet<string>(StringComparer.Ordinal)
        { Label, Hint, Short, RequiredMessage, ConstraintMessage, "guidance_hint", "media::image", "media::audio", "media::video", "form_title" };

    private static readonly Dictionary<string, string> Survey = Table(
        [Type, "command"], [Name, "tag", "value"], [Label, "caption", "text"], [Hint], [Required, "bind::required"],
        [RequiredMessage, "requiredmsg", "required message", "bind::jr:requiredmsg"], [Relevant, "relevance", "bind::relevant"],
        [Constraint, "bind::constraint"], [ConstraintMessage, "constraining message", "constraining_message", "constraint message", "bind::jr:constraintmsg"],
        [Calculation, "calculate", "bind::calculate"], [Default], [ChoiceFilter, "choice filter"], [RepeatCount, "count", "jr:count", "control::jr:count"],
        [ReadOnly, "readonly", "read only", "bind::readonly"], [Parameters], [Appearance, "control::appearance", "body::appearance"], [Disabled], [Trigger],
        ["guidance_hint"], ["media::image", "image"], ["media::audio", "audio"], ["media::video", "video"],
        [Kind, "grantbot::kind"], [MaxLength, "grantbot::max"], [Short, "grantbot::short"]);

    private static readonly Dictionary<string, string> Choices = Table(
        [List, "list name", "listname"], [Name, "value"], [Label, "caption", "text"], ["media::image", "image"], ["media::audio", "audio"], ["media::video", "video"]);

    private static readonly Dictionary<string, string> Settings = Table(
        ["form_title", "title", "form title", "set form title"], ["form_id", "id_string", "form id", "set form id"], ["version"],
        ["default_language", "default language"], [Name], [InstanceName, "instance name"], ["allow_choice_duplicates"]);

    /// <summary>Known headings of a sheet by spelling.</summary>
    public static IReadOnlyDictionary<string, string> Of(string sheet) => sheet switch { "survey" => Survey, "choices" => Choices, _ => Settings };

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

    // Capitals, spaces for underscores and a single colon after bind, control, body or media do not matter.
    private static string? Find(IReadOnlyDictionary<string, string> known, string heading)
    {
        var folded = Section().Replace(heading.ToLowerInvariant(), "${section}::");
        return known.GetValueOrDefault(folded) ?? known.GetValueOrDefault(folded.Replace(' ', '_'));
    }

    private static Dictionary<string, string> Table(params string[][] rows) =>
        rows.SelectMany(r => r.Select(spelling => (spelling, Name: r[0]))).ToDictionary(p => p.spelling, p => p.Name, StringComparer.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?<section>bind|control|body|media) ?::? ?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Section();
}
