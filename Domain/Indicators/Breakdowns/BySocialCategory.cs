using GrantBot.Domain.Indicators.Tables;

namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>
/// Social categories of the grant report (Санаттар бойынша әлеуметтік дәрежесі, table B), made exclusive by one order so that the
/// table adds up (<see cref="CategoryOrder"/>). Without an age neither child nor youth can be told, so the person is "not stated".
/// </summary>
public sealed class BySocialCategory(CategoryOrder order) : Breakdown
{
    /// <summary>In the usual order.</summary>
    public BySocialCategory() : this(CategoryOrder.Usual) { }

    /// <inheritdoc/>
    public override string Key => "category";

    /// <summary>Rows in the order the form prints them, which is not the order of deciding.</summary>
    public override IReadOnlyList<string> Codes { get; } =
        ["children", "youth", "civil", "budget", "disability", "age50", "unemployed", "ngo", "business", "other", NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => order.CodeOf(person);
}
