using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>An event as a command may name it.</summary>
/// <param name="Id">The event.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title in the reader's language.</param>
/// <param name="AlsoCalled">Its titles in all languages, for matching.</param>
internal sealed record NamedEvent(EventId Id, string Code, string Title, IReadOnlyList<string> AlsoCalled);

/// <summary>What a person meant by an event's name. A closed family.</summary>
internal abstract record EventMatch
{
    private EventMatch() { }

    /// <summary>One event is meant.</summary>
    public sealed record One(NamedEvent Event) : EventMatch;

    /// <summary>Several fit: let the person choose.</summary>
    public sealed record Several(IReadOnlyList<NamedEvent> Events) : EventMatch;

    /// <summary>None fits; these are spelled alike, the nearest first, at most five.</summary>
    public sealed record None(IReadOnlyList<NamedEvent> Near) : EventMatch;
}
