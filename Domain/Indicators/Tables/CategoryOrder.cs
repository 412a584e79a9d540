using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators.Tables;

/// <summary>
/// The order in which social categories are decided, so that each person is in exactly one and the table adds up. Frozen per project
/// with the first table it was used for (1-report-model.md, 1.2 rule 2).
/// </summary>
/// <param name="Codes">Codes of the categories, the first that fits counts; "other" takes the rest and stands in no order.</param>
public sealed record CategoryOrder(IReadOnlyList<string> Codes)
{
    /// <summary>Under 18 children, 18 to 34 youth, then disability, civil servant, budget organisation, unemployed, public organisation, business, then 50 and older.</summary>
    public static CategoryOrder Usual { get; } = new(["children", "youth", "disability", "civil", "budget", "unemployed", "ngo", "business", "age50"]);

    /// <summary>An order as it is stored: codes with spaces between. Null when it does not hold each category once.</summary>
    public static CategoryOrder? Read(string text) => Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An order; null when it does not hold each category once.</summary>
    public static CategoryOrder? Of(IReadOnlyList<string> codes) => codes.Order(StringComparer.Ordinal).SequenceEqual(Usual.Codes.Order(StringComparer.Ordinal)) ? new(codes) : null;

    /// <summary>The one category of a person. Where an age decides and none was stated, nobody can tell.</summary>
    public string CodeOf(RegistrationCodes person)
    {
        foreach (var code in Codes)
        {
            if (code is "children" or "youth" or "age50" && person.Age is null or < 0) return Breakdown.NotStated;
            if (Fits(code, person)) return code;
        }
        return "other";
    }

    /// <summary>As it is stored.</summary>
    public override string ToString() => string.Join(' ', Codes);

    /// <inheritdoc/>
    public bool Equals(CategoryOrder? other) => other is not null && Codes.SequenceEqual(other.Codes);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool Fits(string code, RegistrationCodes person) => code switch
    {
        "children" => person.Age < 18,
        "youth" => person.Age is >= 18 and < 35,
        "age50" => person.Age >= 50,
        "disability" => person.Disability == true,
        _ => person.Occupation == code,
    };
}
