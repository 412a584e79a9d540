using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>Free text, at most 2,000 characters unless the workbook says less.</summary>
internal sealed class TextType : IQuestionType
{
    /// <summary>Longest answer where the workbook sets none; also the most it may set.</summary>
    public const int Longest = 2000;

    public Reading Read(string raw, ReadingContext context)
    {
        var max = context.Question.MaxLength is > 0 and var own ? own : Longest;
        return raw.EnumerateRunes().Count() <= max ? new Reading.Understood(raw) : new Reading.Refused("f.long", ("max", max));
    }

    public string Show(string value, ReadingContext context) => value;
}

/// <summary>An e-mail address: one @ with a dotted host after it. Whether mail arrives there is not asked.</summary>
internal sealed partial class EmailType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) =>
        Address().IsMatch(raw) ? new Reading.Understood(raw) : new Reading.Refused("f.email");

    public string Show(string value, ReadingContext context) => value;

    [GeneratedRegex(@"^[^\s@<>,;""]{1,64}@[^\s@<>,;"".]+(\.[^\s@<>,;"".]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}

/// <summary>
/// A place: latitude and longitude in degrees with a space or comma between, then altitude and accuracy in metres where known;
/// stored as ODK does, "43.2 76.9 0.0 0.0".
/// </summary>
internal sealed class GeopointType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var parts = raw.Split([' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim(',')).ToList();
        if (parts.Count == 1) parts = [.. parts[0].Split(',')];
        var numbers = parts.Select(p => double.TryParse(p.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToList();
        if (numbers.Count is < 2 or > 4 || numbers.Exists(n => !double.IsFinite(n)) || Math.Abs(numbers[0]) > 90 || Math.Abs(numbers[1]) > 180) return new Reading.Refused("f.place");
        while (numbers.Count < 4) numbers.Add(0);
        return new Reading.Understood(string.Join(' ', numbers.Select(n => n.ToString("0.0#############", CultureInfo.InvariantCulture))));
    }

    public string Show(string value, ReadingContext context) => string.Join(", ", value.Split(' ').Take(2));
}

/// <summary>A file that was kept (<see cref="AnswerFile"/>); a person sees what kind it is.</summary>
internal sealed class FileType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) => new Reading.Understood(raw);

    public string Show(string value, ReadingContext context) => value[(value.LastIndexOf('.') + 1)..].ToUpperInvariant();
}

/// <summary>A box to tick: any yes of the three languages.</summary>
internal sealed class AcknowledgeType : IQuestionType
{
    private static readonly HashSet<string> Yes = [.. new[] { "OK", "ОК", "иә", "ия", "да", "yes", "1", "+", "✓", "✅", "true", "келісемін", "согласен", "согласна", "agree" }.Select(Key)];

    public Reading Read(string raw, ReadingContext context) =>
        Yes.Contains(Key(raw)) ? new Reading.Understood("OK") : new Reading.Refused("f.acknowledge");

    public string Show(string value, ReadingContext context) => "✓";

    // A sign alone folds to nothing, so it is compared as it is.
    private static string Key(string text) => Fold.Text(text) is { Length: > 0 } folded ? folded : text;
}

/// <summary>Notes and values of the program: nothing a person can answer.</summary>
internal sealed class SilentType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) => new Reading.Understood(raw);

    public string Show(string value, ReadingContext context) => value;
}
