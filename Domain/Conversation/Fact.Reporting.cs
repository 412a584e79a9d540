using System.Text.Json.Serialization;
using GrantBot.Domain.Indicators.Tables;

namespace GrantBot.Domain.Conversation;

/// <summary>The report.</summary>
[JsonDerivedType(typeof(TablesAsked), nameof(TablesAsked))]
[JsonDerivedType(typeof(CategoryOrderSet), nameof(CategoryOrderSet))]
public abstract partial record Fact
{
    /// <summary>A staff member asked for the demographic tables. The order of categories they were made by is frozen with it.</summary>
    /// <param name="Project">Code of the project; "" = all events.</param>
    /// <param name="Order">The order of categories (<see cref="CategoryOrder"/>).</param>
    /// <param name="Layout">How social status is printed.</param>
    /// <param name="Language">Language of the tables.</param>
    public sealed record TablesAsked(string Project, string Order, StatusLayout Layout, string Language) : Fact;

    /// <summary>The order in which a project's social categories are decided was changed.</summary>
    /// <param name="Project">Code of the project; "" = all events.</param>
    /// <param name="Order">The order of categories.</param>
    /// <param name="Reason">Why, in the words of staff; it is printed below the tables.</param>
    public sealed record CategoryOrderSet(string Project, string Order, string Reason) : Fact;
}

/// <summary>What turns about the report have to know.</summary>
public abstract partial record Need
{
    /// <summary>The frozen order of a project's social categories; null = none was used yet.</summary>
    public sealed record FrozenOrder(string Project) : Need, IFor<KnownOrder?>;
}

/// <summary>The order of a project's social categories.</summary>
/// <param name="Order">Codes with spaces between.</param>
/// <param name="Reason">Why it was changed; "" = it never was.</param>
/// <param name="At">When it was frozen or changed.</param>
public sealed record KnownOrder(string Order, string Reason, DateTimeOffset At);
