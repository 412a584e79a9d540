using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>What a question may narrow people by.</summary>
public enum Trait
{
    /// <summary>Gender.</summary>
    Gender,

    /// <summary>Age in full years.</summary>
    Age,

    /// <summary>Social category.</summary>
    Category,

    /// <summary>Occupation.</summary>
    Occupation,

    /// <summary>Territory.</summary>
    Territory,

    /// <summary>Place of study.</summary>
    Institution,

    /// <summary>Language of the chat.</summary>
    Language,

    /// <summary>Disability.</summary>
    Disability,
}

/// <summary>Something that is not known.</summary>
/// <param name="Trait">What.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct Unstated(Trait Trait, int Count);

/// <summary>Why registrations could not be told to be asked about or not.</summary>
internal static class Traits
{
    private static readonly BySocialCategory Category = new();

    /// <summary>What a question narrows by and a registration does not say.</summary>
    public static IEnumerable<Trait> Lacking(CountQuestion question, RegistrationCodes person)
    {
        if (question.Gender is not null && person.Gender is null) yield return Trait.Gender;
        if ((question.AgeFrom is not null || question.AgeTo is not null) && person.Age is not >= 0) yield return Trait.Age;
        if (question.Categories.Count > 0 && Category.CodeOf(person) == Breakdown.NotStated) yield return Trait.Category;
        if (question.Occupations.Count > 0 && string.IsNullOrEmpty(person.Occupation)) yield return Trait.Occupation;
        if (question.Territories.Count > 0 && string.IsNullOrEmpty(person.Territory)) yield return Trait.Territory;
        if (question.Institutions.Count > 0 && string.IsNullOrEmpty(person.Institution)) yield return Trait.Institution;
        if (question.Languages.Count > 0 && string.IsNullOrEmpty(person.Language)) yield return Trait.Language;
        if (question.Disability is not null && person.Disability is null) yield return Trait.Disability;
    }
}
