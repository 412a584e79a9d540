using System.Text.Json.Serialization;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff plan events.</summary>
[JsonDerivedType(typeof(EventLinks), "links")]
public abstract partial record DialogState
{
    /// <summary>All events, and a new one.</summary>
    public sealed record EventList : DialogState;

    /// <summary>The links of an event, by which people come from different places.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Source">The source whose link is shown; "" = the event's own; null = all of them.</param>
    /// <param name="Naming">The name of a new source is typed.</param>
    public sealed record EventLinks(EventId Event, string? Source = null, bool Naming = false) : DialogState;

    /// <summary>The form of an event.</summary>
    /// <param name="Event">The event that is changed; null = a new one.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record Planning(EventId? Event, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);
}
