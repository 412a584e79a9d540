using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Warns of expressions that can be read but surely mean something else.</summary>
internal sealed partial class AuthorChecks(References references, IReadOnlyDictionary<string, ChoiceList> lists, ProblemLog log)
{
    public void Check(Draft draft)
    {
        if (draft.Kind == QuestionKind.Date)
            foreach (var column in new[] { Columns.Default, Columns.Calculation })
                if (draft.Row[column] is "now()" and var now) log.Warn(draft.Row.Place(column), "date-now", now, "today()");
        foreach (var column in Columns.Expressions)
        {
            var text = draft.Row[column];
            if (text.Length == 0) continue;
            var place = draft.Row.Place(column);
            foreach (Match match in Compared().Matches(text)) CheckCompared(match, place);
            foreach (Match match in Selected().Matches(text)) CheckChoice(references.Named(match.Groups["name"].Value), match.Groups["value"].Value, place);
        }
    }

    /// <summary>Paths of the questions named in the column trigger; each must be one a person answers.</summary>
    public IReadOnlyList<string> Triggers(Draft draft)
    {
        var place = draft.Row.Place(Columns.Trigger);
        var pieces = references.Cut(draft.Row[Columns.Trigger], place);
        if (pieces.FirstOrDefault(p => p.Path is null && p.Words.Trim(' ', ',', '\n').Length > 0) is { Words.Length: > 0 } stray) log.Error(place, "trigger-text", stray.Words.Trim());
        else if (pieces.Zip(pieces.Skip(1)).Any(p => p.First.Path is not null && p.Second.Path is not null) || pieces.Skip(1).SkipLast(1).Any(p => p.Path is null && !p.Words.Contains(',')))
            log.Error(place, "trigger-comma", draft.Row[Columns.Trigger], string.Join(", ", pieces.Select(p => p.Path).OfType<string>().Select(p => "${" + p[(p.LastIndexOf('/') + 1)..] + "}")));
        var paths = pieces.Select(piece => piece.Path).OfType<string>().ToList();
        if (paths.Exists(p => references.At(p) is null)) log.Error(place, "trigger-text", draft.Row[Columns.Trigger]);
        foreach (var silent in paths.Select(references.At).OfType<Draft>().Where(IsSilent))
            log.Error(place, "trigger-hidden", silent.Name);
        return [.. paths.Where(p => references.At(p) is not null)];
    }

    private static bool IsSilent(Draft draft) => draft is { Unread: false, Kind: null or QuestionKind.Calculate or QuestionKind.Hidden }
        || (draft.Row[Columns.Calculation].Length > 0 && draft.Row[Columns.Label].Length == 0);

    private void CheckCompared(Match match, Place place)
    {
        var draft = references.Named(match.Groups["name"].Value);
        var value = match.Groups["value"].Value;
        if (draft?.Kind == QuestionKind.SelectMultiple && value.Length > 0)
            log.Warn(place, "compare-multiple", match.Value, $"selected(${{{draft.Name}}}, '{value}')");
        else CheckChoice(draft, value, place);
    }

    private void CheckChoice(Draft? draft, string value, Place place)
    {
        if (draft is null || value.Length == 0 || !lists.TryGetValue(draft.List, out var list) || list.Find(value) is not null) return;
        if (draft.OrOther && value == "other") return;
        log.Warn(place, "compare-choice", value, NearMiss.Of(value, list.Choices.Select(c => c.Name)) ?? string.Join(", ", list.Choices.Take(20).Select(c => c.Name)));
    }

    [GeneratedRegex(@"\$\{(?<name>[^{}]+)\}\s*!?=\s*(?<q>['""])(?<value>[^'""]*)['""]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Compared();

    [GeneratedRegex(@"selected\(\s*\$\{(?<name>[^{}]+)\}\s*,\s*['""](?<value>[^'""]*)['""]\s*\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Selected();
}
