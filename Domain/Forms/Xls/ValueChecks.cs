using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Warns where the kind of an answer does not go with what is done with it: numbers that may be blank, texts that are no date, numbers in quotes.</summary>
internal sealed partial class ValueChecks(References references, ProblemLog log)
{
    public void Check(Draft draft)
    {
        CheckBlanks(draft);
        foreach (var column in Columns.Expressions)
        {
            var place = draft.Row.Place(column);
            foreach (Match match in Compared().Matches(draft.Row[column]))
            {
                var compared = match.Groups["name"] is { Success: true, Value: var name } ? references.Named(name) : column == Columns.ChoiceFilter ? null : draft;
                if (compared is not null) CheckCompared(compared, match, place);
            }
        }
    }

    private void CheckCompared(Draft compared, Match match, Place place)
    {
        var value = match.Groups["value"].Value.Trim();
        if (value.Length == 0) return;
        if (compared.Kind is QuestionKind.Date or QuestionKind.DateTime && !DateText.TryRead(value, TimeSpan.Zero, out _))
            log.Warn(place, "compare-date", value, $"date('{Iso(value) ?? "2026-01-31"}')");
        else if (compared.Kind is QuestionKind.Integer or QuestionKind.Decimal or QuestionKind.Range && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            log.Warn(place, "compare-number", match.Groups["whole"].Value, $"{match.Groups["left"].Value} {match.Groups["sign"].Value} {value}");
    }

    private static string? Iso(string value) =>
        DateOnly.TryParseExact(value, ["d.M.yyyy", "d/M/yyyy", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    // Whoever asks about blanks anywhere in the expression has thought of them.
    private void CheckBlanks(Draft draft)
    {
        var text = draft.Row[Columns.Calculation];
        if (text.Length == 0 || Guard().IsMatch(text)) return;
        var bare = References.Unquoted(text);
        foreach (var name in Before().Matches(bare).Concat(After().Matches(bare)).OrderBy(m => m.Index).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal))
            if (references.Named(name) is { } number && MayBeBlank(number) && !IsAskedFor(name, draft)) log.Warn(draft.Row.Place(Columns.Calculation), "blank-number", $"${{{name}}}", $"coalesce(${{{name}}}, 0)");
    }

    private static bool MayBeBlank(Draft draft) => draft.Kind is QuestionKind.Integer or QuestionKind.Decimal or QuestionKind.Range
        && draft.Row[Columns.Calculation].Length == 0 && draft.Row[Columns.Default].Length == 0
        && (AuthorWords.IsNo(draft.Row[Columns.Required]) || draft.Row[Columns.Relevant].Length > 0);

    // A row or group that is relevant only by that answer is not worked out without it.
    private bool IsAskedFor(string name, Draft? draft)
    {
        for (; draft is not null; draft = references.At(draft.Parent))
            if (draft.Row[Columns.Relevant].Contains("${" + name + "}", StringComparison.Ordinal)) return true;
        return false;
    }

    [GeneratedRegex(@"(?<whole>(?<left>\$\{(?<name>[^{}]+)\}|\.)\s*(?<sign>!=|<=|>=|=|<|>)\s*('(?<value>[^']*)'|""(?<value>[^""]*)""))", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Compared();

    [GeneratedRegex(@"\$\{(?<name>[^{}]+)\}\s*([+*\-]|div\b|mod\b)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Before();

    [GeneratedRegex(@"([+*\-]|\bdiv|\bmod)\s*\$\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex After();

    [GeneratedRegex(@"''|""""|\b(if|coalesce|once|string-length|boolean|count-non-empty)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Guard();
}
