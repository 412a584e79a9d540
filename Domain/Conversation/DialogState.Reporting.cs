using System.Text.Json.Serialization;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff prepare the report.</summary>
[JsonDerivedType(typeof(Tables), "tables")]
[JsonDerivedType(typeof(Ordering), "tableorder")]
public abstract partial record DialogState
{
    /// <summary>The demographic tables of a project.</summary>
    /// <param name="Project">Code of the project; "" = all events.</param>
    public sealed record Tables(string Project) : DialogState;

    /// <summary>Another order of social categories.</summary>
    /// <param name="Project">Code of the project; "" = all events.</param>
    /// <param name="Order">The new order, once it was typed.</param>
    public sealed record Ordering(string Project, string? Order = null) : DialogState;
}
