namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>People by category, each once.</summary>
public abstract class PeopleBreakdown : Breakdown
{
    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Person;

    /// <summary>The one category somebody belongs to.</summary>
    public abstract string CodeOf(RegistrationCodes person);

    /// <inheritdoc/>
    public override Figure.Table Count(RegistrationSet registrations) => Count(registrations.People);

    /// <summary>The table of these.</summary>
    public Figure.Table Count(CodesTally people) => Table(people.Rows.Select(p => (CodeOf(p.Key), p.Value)));
}
