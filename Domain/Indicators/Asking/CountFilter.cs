using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Whether a registration is one that a question asks about.</summary>
internal static class CountFilter
{
    private static readonly BySocialCategory Category = new();

    /// <summary>At its events and times.</summary>
    public static bool IsThere(CountQuestion question, in RegistrationFact fact)
    {
        var day = CountEngine.DayOf(question.Measure, fact);
        return (question.Events.Count == 0 || question.Events.Contains(fact.Event)) && (question.Kinds.Count == 0 || question.Kinds.Contains(fact.Codes.Kind ?? "", StringComparer.Ordinal))
            && !(day < question.From) && !(day > question.To);
    }

    /// <summary>One of its people; null when that cannot be told, since something it narrows by is not known and all else fits.</summary>
    public static bool? Fits(CountQuestion question, RegistrationCodes person) =>
        (question.Gender is null ? true : person.Gender is null ? null : person.Gender == question.Gender)
        & (question.AgeFrom is null && question.AgeTo is null ? true : person.Age is not >= 0 ? null : !(person.Age < question.AgeFrom) && !(person.Age > question.AgeTo))
        & (question.Categories.Count == 0 ? true : Among(question.Categories, Category.CodeOf(person) is var category && category == Breakdown.NotStated ? null : category))
        & Among(question.Occupations, person.Occupation)
        & Among(question.Territories, person.Territory)
        & Among(question.Institutions, person.Institution)
        & Among(question.Languages, person.Language)
        & (question.Channels.Count == 0 || question.Channels.Contains(person.Channel))
        & (question.Disability is null ? true : person.Disability is null ? null : person.Disability == question.Disability);

    private static bool? Among(IReadOnlyList<string> wanted, string? code) => wanted.Count == 0 ? true : string.IsNullOrEmpty(code) ? null : wanted.Contains(code, StringComparer.Ordinal);
}
