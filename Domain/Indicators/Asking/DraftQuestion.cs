namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Makes the question of a draft, alone or as a change of the last one.</summary>
internal static class DraftQuestion
{
    public static CountQuestion Of(Draft draft, Measure measure, CountQuestion? last)
    {
        IReadOnlyList<Dimension> by = draft.Genders.Count > 1 && !draft.By.Contains(Dimension.Gender) ? [.. draft.By, Dimension.Gender] : [.. draft.By];
        var said = new CountQuestion
        {
            Measure = measure, Events = [.. draft.World.Events.Where(e => draft.Events.Contains(e.Id)).Select(e => e.Id)], Kinds = [.. draft.Kinds.Distinct(StringComparer.Ordinal)],
            From = draft.From, To = draft.To, Gender = draft.Genders is [var gender] ? gender : null, AgeFrom = draft.AgeFrom, AgeTo = draft.AgeTo,
            Categories = [.. draft.Categories], Occupations = [.. draft.Occupations], Territories = [.. draft.Territories.Distinct(StringComparer.Ordinal)], Institutions = [.. draft.Institutions],
            Languages = [.. draft.Languages], Channels = [.. draft.Channels], Disability = draft.Disability ? true : null, By = by,
        };
        return last is null ? said : Onto(last, said);
    }

    /// <summary>The last question with what was said now: a new place takes the place of the old one, and so on.</summary>
    private static CountQuestion Onto(CountQuestion last, CountQuestion said)
    {
        var next = last with { Measure = said.Measure };
        if (said.Events.Count + said.Kinds.Count > 0) next = next with { Events = said.Events, Kinds = said.Kinds };
        if (said.From is not null || said.To is not null) next = next with { From = said.From, To = said.To };
        if (said.Gender is not null) next = next with { Gender = said.Gender, By = Without(next, Dimension.Gender) };
        if (said.AgeFrom is not null || said.AgeTo is not null || said.Categories.Count > 0) next = next with { AgeFrom = said.AgeFrom, AgeTo = said.AgeTo, Categories = said.Categories };
        if (said.Occupations.Count > 0) next = next with { Occupations = said.Occupations };
        if (said.Territories.Count + said.Institutions.Count > 0)
            next = next with { Territories = said.Territories, Institutions = said.Institutions, By = said.Territories.Count == 1 ? Without(next, Dimension.Territory) : next.By };
        if (said.Languages.Count > 0) next = next with { Languages = said.Languages };
        if (said.Channels.Count > 0) next = next with { Channels = said.Channels };
        if (said.Disability is not null) next = next with { Disability = said.Disability };
        return said.By.Aggregate(next, (question, dimension) => question.PartedBy(dimension));
    }

    private static IReadOnlyList<Dimension> Without(CountQuestion question, Dimension dimension) => [.. question.By.Where(d => d != dimension)];
}
