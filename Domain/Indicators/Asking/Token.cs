using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>A word, number, day or sign of a question. <see cref="Means"/> is its concept in the <see cref="Lexicon"/>; "" = none so far.</summary>
internal sealed record Token(string Text, string Folded)
{
    /// <summary>How a word in Latin letters sounds in Cyrillic ("zhanaozen"); null for others.</summary>
    public string? Sounded { get; init; }

    public string Means { get; init; } = "";
    public int Number { get; init; }

    /// <summary>A day written in figures; without a year, in year 4, which is a leap year.</summary>
    public DateOnly? Day { get; init; }

    public bool Quoted { get; init; }

    public bool IsWord => Means.Length == 0;

    /// <summary>Whether it is of a class: a concept, or the family before its dot.</summary>
    public bool Is(string concept) => Means == concept || (Means.Length > concept.Length && Means[concept.Length] == '.' && Means.StartsWith(concept, StringComparison.Ordinal));
}

/// <summary>Cuts a question into tokens. Endings that stand behind a number with a hyphen become tokens of case, or go.</summary>
internal static partial class Tokens
{
    public const int LongestText = 300;
    public const int NoYear = 4;
    private const int MostTokens = 60;
    private const string YearOld = "летн"; // 16-летних, where летних alone is of the summer

    private static readonly HashSet<string> From = Set("дан", "ден", "тан", "тен", "нан", "нен");
    private static readonly HashSet<string> To = Set("ға", "ге", "қа", "ке", "іне", "ына", "не", "на");
    private static readonly HashSet<string> Empty = Set("го", "ого", "его", "е", "ое", "ее", "й", "ый", "ой", "ая", "я", "му", "ому", "ти", "и", "м", "х", "ші", "шы", "інші", "ыншы", "нші", "ншы", "сы", "сі", "і", "ы",
        "да", "де", "та", "те", "сында", "сінде", "th", "st", "nd", "rd", "s");

    /// <summary>The tokens; empty when the text is too long to be a question.</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        if (text.Length > LongestText) return tokens;
        var quoted = false;
        var before = 0;
        foreach (Match match in Piece().Matches(text))
        {
            var value = match.Value;
            var glued = tokens.Count > 0 && before == match.Index;
            if (value is "«" or "»" or "\"" or "“" or "”" or "„") { quoted = value switch { "«" or "“" or "„" => true, "»" or "”" => false, _ => !quoted }; before = match.Index + 1; continue; }
            var hyphened = tokens.Count > 1 && glued && tokens[^1].Is("dash") && tokens[^2].Is("num");
            if (char.IsLetter(value[0]) && ((glued && tokens[^1].Is("num")) || hyphened))
            {
                if (hyphened) tokens.RemoveAt(tokens.Count - 1);
                if (Fold.Text(value).StartsWith(YearOld, StringComparison.Ordinal)) { tokens.Add(new(value, Fold.Text(value)) { Means = "unit" }); before = match.Index + match.Length; continue; }
                if (Suffix(value) is { } suffix) { if (suffix.Means.Length > 0) tokens.Add(suffix); before = match.Index + match.Length; continue; }
            }
            else if (char.IsLetter(value[0]) && glued && tokens[^1].Is("dash")) tokens.RemoveAt(tokens.Count - 1); // іс-шара, no-show
            tokens.Add(One(value) with { Quoted = quoted });
            before = match.Index + match.Length;
        }
        return tokens.Count > MostTokens ? [] : tokens;
    }

    private static Token? Suffix(string value)
    {
        var folded = Fold.Text(value);
        return From.Contains(folded) ? new(value, folded) { Means = "abl" } : To.Contains(folded) ? new(value, folded) { Means = "dat" } : Empty.Contains(folded) ? new(value, folded) : null;
    }

    private static Token One(string value)
    {
        if (value is "-" or "–" or "—") return new(value, "-") { Means = "dash" };
        if (value is "+") return new(value, "+") { Means = "plus" };
        if (value is "%") return new(value, "%") { Means = "s.share" };
        if (value is "№" or "#") return new(value, "№") { Means = "no" };
        if (value is ">" or "≥") return new(value, value) { Means = value is ">" ? "older" : "atleast" };
        if (value is "<" or "≤") return new(value, value) { Means = value is "<" ? "younger" : "atmost" };
        if (char.IsDigit(value[0])) return Figures(value);
        var folded = Fold.Text(value);
        var sounded = Fold.FromLatin(value) is { } cyrillic && Fold.Text(cyrillic) is var heard && heard != folded ? heard : null;
        return new(value, folded) { Sounded = sounded };
    }

    private static Token Figures(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(value, value) { Number = number, Means = number is >= 1990 and <= 2100 ? "y" : number < 1000 ? "num" : "" };
        var whole = value.Count(c => c == '.') == 1 ? value + ".0004" : value;
        return DateOnly.TryParseExact(whole, ["d.M.yyyy", "d.M.yy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(value, value) { Day = day, Means = "date" }
            : new(value, value);
    }

    private static HashSet<string> Set(params string[] words) => words.Select(Fold.Text).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\.\d{1,2}\.\d{2}|\d{1,2}\.\d{1,2}|\d+|[\p{L}\p{M}'’ʼ]+|[-–—+%№#<>≥≤«»""“”„]", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
