using System.Text.Json.Serialization;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff plan events.</summary>
[JsonDerivedType(typeof(EventLinks), "links")]
[JsonDerivedType(typeof(Publications), "pubs")]
[JsonDerivedType(typeof(PublicationCard), "pub")]
[JsonDerivedType(typeof(Publishing), "pubform")]
public abstract partial record DialogState
{
    /// <summary>All events, and a new one.</summary>
    public sealed record EventList : DialogState;

    /// <summary>The links of an event, by which people come from different places.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Source">The source whose link is shown; "" = the event's own; null = all of them.</param>
    /// <param name="Naming">The name of a new source is typed.</param>
    public sealed record EventLinks(EventId Event, string? Source = null, bool Naming = false) : DialogState;

    /// <summary>What was published about the project.</summary>
    /// <param name="Choosing">What a new one is about is chosen.</param>
    public sealed record Publications(bool Choosing = false) : DialogState;

    /// <summary>One publication.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Reading">The number of its views is typed.</param>
    /// <param name="Removing">Whether to remove it is asked.</param>
    public sealed record PublicationCard(Guid Id, bool Reading = false, bool Removing = false) : DialogState;

    /// <summary>The form of a publication.</summary>
    /// <param name="Event">The event it is about; null = the project as a whole.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record Publishing(EventId? Event, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);

    /// <summary>The form of an event.</summary>
    /// <param name="Event">The event that is changed; null = a new one.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record Planning(EventId? Event, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);
}
