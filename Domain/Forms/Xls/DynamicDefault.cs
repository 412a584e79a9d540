using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Tells a first value that must be worked out from one that stands as written, as pyxform does: a call, ${name}, predicate, union or arithmetic sign with spaces around it.</summary>
internal static partial class DynamicDefault
{
    /// <summary>In dates and places a hyphen never subtracts.</summary>
    public static bool Is(QuestionKind kind, string text) =>
        Sign().IsMatch(text) || (kind is not (QuestionKind.Date or QuestionKind.DateTime or QuestionKind.Geopoint) && text.Contains(" - ", StringComparison.Ordinal));

    [GeneratedRegex(@"\$\{|[\p{L}_][\w.:\-]*\(|\s(\+|\*|div|mod|\|)\s|[\w)]\[", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sign();
}
