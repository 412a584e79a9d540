using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>Names of months in the three languages, by their folded beginnings, so that every case ending is understood.</summary>
internal static class MonthWords
{
    private static readonly string[][] Stems =
    [
        ["қаңтар", "январ", "jan"], ["ақпан", "феврал", "feb"], ["наурыз", "март", "mar"], ["сәуір", "апрел", "apr"],
        ["мамыр", "май", "мая", "may"], ["маусым", "июн", "jun"], ["шілде", "июл", "jul"], ["тамыз", "август", "aug"],
        ["қыркүйек", "сентябр", "sep"], ["қазан", "октябр", "oct"], ["қараша", "ноябр", "nov"], ["желтоқсан", "декабр", "dec"],
    ];

    private static readonly (string Stem, int Month)[] Folded =
        [.. Stems.SelectMany((stems, index) => stems.Select(s => (Fold.Text(s), index + 1))).OrderByDescending(s => s.Item1.Length)];

    /// <summary>The month a folded word means, 1 to 12; 0 when it is none.</summary>
    public static int Find(string foldedWord) => Folded.FirstOrDefault(s => foldedWord.StartsWith(s.Stem, StringComparison.Ordinal)).Month;
}
