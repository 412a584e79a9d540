using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators;

/// <summary>Says how an indicator is counted, so that whoever reads a number can tell what it claims.</summary>
public static class IndicatorWords
{
    /// <summary>Name, definition, unit, numerator and denominator, what is left out and who is missing.</summary>
    public static string Of(IIndicator indicator, Texts texts, string language)
    {
        List<string> lines = [$"{indicator.Title(texts, language)}. {indicator.Definition(texts, language)}", Say("unit", "ind.unit." + indicator.Unit)];
        if (indicator.Numerator is { } above) lines.Add(Say("num", above));
        if (indicator.Denominator is { } below) lines.Add(Say(indicator.Numerator is null ? "part" : "den", below));
        lines.Add(Say("excl", indicator.Exclusions));
        lines.Add(Say("miss", indicator.Missing));
        return string.Join('\n', lines);

        string Say(string line, string key) => texts.Say("ind.how." + line, language, ("x", texts[key, language]));
    }
}
