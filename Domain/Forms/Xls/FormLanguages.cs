using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Languages as authors write them after "label::", turned into codes: the code in brackets, a plain code, or a name.</summary>
internal sealed partial class FormLanguages
{
    /// <summary>The code where a workbook names no language at all.</summary>
    public const string Unnamed = "default";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["қазақша"] = "kk", ["қазақ тілі"] = "kk", ["казахский"] = "kk", ["kazakh"] = "kk", ["qazaqsha"] = "kk", ["kz"] = "kk", ["kaz"] = "kk",
        ["русский"] = "ru", ["орысша"] = "ru", ["орыс тілі"] = "ru", ["russian"] = "ru", ["rus"] = "ru",
        ["english"] = "en", ["ағылшынша"] = "en", ["ағылшын тілі"] = "en", ["английский"] = "en", ["eng"] = "en",
    };

    private FormLanguages(string fallback, IReadOnlyList<string> all) => (Default, All) = (fallback, all);

    /// <summary>Stands in for a missing translation; also the language of a heading without one.</summary>
    public string Default { get; }

    /// <summary>Codes of the languages the survey is written in, in the order of its columns.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The code of a heading's language.</summary>
    public string Code(string? written) => written is null ? Default : CodeOf(written);

    /// <summary>Finds the languages of a form and reports spellings that do not agree.</summary>
    public static FormLanguages Find(SheetTable survey, string wanted, Place wantedAt, ProblemLog log)
    {
        var labels = survey.Translations(Columns.Label).ToList();
        var named = labels.Where(l => l.Language is not null).Select(l => CodeOf(l.Language!)).Distinct(StringComparer.Ordinal).ToList();
        var plain = labels.Exists(l => l.Language is null);
        var fallback = wanted.Length > 0 ? CodeOf(wanted) : named.Count > 0 && !plain ? named[0] : Unnamed;
        if (wanted.Length > 0 && !plain && named.Count > 0 && !named.Contains(fallback, StringComparer.Ordinal))
        {
            log.Warn(wantedAt, "language-default", wanted, string.Join(", ", labels.Select(l => l.Language)));
            fallback = named[0];
        }
        var all = plain && !named.Contains(fallback, StringComparer.Ordinal) ? [fallback, .. named] : named;
        var languages = new FormLanguages(fallback, all.Count == 0 ? [fallback] : all);
        foreach (var column in Columns.Translated.Where(c => c != Columns.Label))
            foreach (var (language, heading, _) in survey.Translations(column).Where(t => t.Language is not null && !languages.All.Contains(CodeOf(t.Language), StringComparer.Ordinal)))
                if (labels.Count == 0) log.Warn(survey.At(1, heading), "language-bare", language!, "label::" + language);
                else log.Warn(survey.At(1, heading), "language-stray", language!, string.Join(", ", labels.Select(l => l.Language ?? fallback)));
        return languages;
    }

    private static string CodeOf(string written)
    {
        if (Bracketed().Match(written) is { Success: true } m) return Plain(m.Groups["code"].Value);
        return Plain(written.Trim());
    }

    private static string Plain(string word)
    {
        var lower = word.ToLowerInvariant();
        return Names.GetValueOrDefault(lower) ?? (lower.Length > 3 && (lower[2] is '-' or '_') ? lower[..2] : lower);
    }

    [GeneratedRegex(@"\((?<code>[A-Za-z]{2,3}([-_][A-Za-z]+)?)\)\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();
}
