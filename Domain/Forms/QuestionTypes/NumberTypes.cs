using System.Globalization;
using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>A whole number of at most nine digits (JavaRosa's int); spaces between the digits are allowed, "1.0" is 1.</summary>
internal sealed partial class IntegerType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var digits = Numbers.Bare(WithUnit().Match(raw) is { Success: true } said ? said.Groups["n"].Value : raw);
        return Whole().IsMatch(digits) && int.TryParse(digits.Split('.')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            ? new Reading.Understood(n.ToString(CultureInfo.InvariantCulture))
            : new Reading.Refused("f.integer");
    }

    public string Show(string value, ReadingContext context) => value;

    // "15 жаста", "15 лет"
    [GeneratedRegex(@"^(?<n>[0-9]{1,9}) \p{L}{1,15}\.?$", RegexOptions.NonBacktracking)]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^[+-]?[0-9]{1,9}(\.0+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}

/// <summary>A number with point or comma; stored as ODK does, with a point and at least one digit after it: "5.0".</summary>
internal sealed partial class DecimalType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var digits = Numbers.Bare(raw);
        return Fraction().IsMatch(digits) && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var n)
            ? new Reading.Understood(n.ToString("0.0#########", CultureInfo.InvariantCulture))
            : new Reading.Refused("f.decimal");
    }

    public string Show(string value, ReadingContext context) => Numbers.Words(value, context.Language);

    [GeneratedRegex(@"^[+-]?[0-9]{1,15}(\.[0-9]{1,10})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();
}

/// <summary>A number of the question's scale; stored without idle zeros.</summary>
internal sealed class RangeType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var range = RangeSpan.Of(context.Question.Parameters);
        return decimal.TryParse(Numbers.Bare(raw), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && range.Holds(n) && !range.IsBackwards
            ? new Reading.Understood(n.ToString("0.##########", CultureInfo.InvariantCulture))
            : new Reading.Refused("f.range", ("from", range.Start), ("to", range.End), ("step", range.Step));
    }

    public string Show(string value, ReadingContext context) => Numbers.Words(value, context.Language);
}

/// <summary>Numbers as people write and read them.</summary>
internal static class Numbers
{
    /// <summary>Kazakh and Russian put a comma and no idle zero; elsewhere, and in a form that names no language, a number is shown as it is stored.</summary>
    public static string Words(string value, string language) => language is not ("kk" or "ru") ? value
        : (value.EndsWith(".0", StringComparison.Ordinal) ? value[..^2] : value).Replace('.', ',');

    /// <summary>Digits without the spaces and commas people put between them.</summary>
    public static string Bare(string raw) => string.Concat(raw.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').Replace('−', '-');
}
