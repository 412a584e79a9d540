namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>
/// Social categories of the grant report (Санаттар бойынша әлеуметтік дәрежесі, table B), made exclusive by one order so that the
/// table adds up (1-report-model.md, 1.2 rule 2): under 18 children; 18 to 34 youth; then disability, civil servant, budget organisation,
/// unemployed, public organisation, business, whichever comes first; then 50 and older; else other. Without an age neither child nor
/// youth can be told, so the person is "not stated".
/// </summary>
public sealed class BySocialCategory : Breakdown
{
    /// <inheritdoc/>
    public override string Key => "category";

    /// <summary>Rows in the order the form prints them, which is not the order of deciding.</summary>
    public override IReadOnlyList<string> Codes { get; } =
        ["children", "youth", "civil", "budget", "disability", "age50", "unemployed", "ngo", "business", "other", NotStated];

    /// <inheritdoc/>
    public override string CodeOf(in RegistrationFact person) => person switch
    {
        { Age: null or < 0 } => NotStated,
        { Age: < 18 } => "children",
        { Age: < 35 } => "youth",
        { Disability: true } => "disability",
        { Occupation: "civil" } => "civil",
        { Occupation: "budget" } => "budget",
        { Occupation: "unemployed" } => "unemployed",
        { Occupation: "ngo" } => "ngo",
        { Occupation: "business" } => "business",
        { Age: >= 50 } => "age50",
        _ => "other",
    };
}
