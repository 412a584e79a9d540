using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration.Sources;

/// <summary>The source (дереккөз, источник) from which a conversation first came to an event: the first of its links that was opened there.</summary>
/// <param name="Event">The event.</param>
/// <param name="Source">Code of the source.</param>
public sealed record Touch(EventId Event, string Source);

/// <summary>Notes by which link a conversation came, and tells it when a registration is made.</summary>
internal static class Touches
{
    /// <summary>Nobody looks at more events than this and still registers for the first of them.</summary>
    private const int MostKept = 10;

    /// <summary>A link with a source was opened. Only the first one counts, one that staff did not make does not, nor does it when staff try their own links.</summary>
    public static void Note(Script script, EventId id, string? source)
    {
        if (source is null || script.Access.IsStaff || Of(script, id) is not null || !script.Know(new Need.HasSource(id, source))) return;
        script.Remember(s => s with { Touches = [.. (s.Touches ?? []).TakeLast(MostKept - 1), new(id, source)] });
        script.Record(new Fact.SourceOpened(id, source));
    }

    /// <summary>Code of the source by which the conversation came to an event; null = without a link of a source.</summary>
    public static string? Of(Script script, EventId id) => script.State.Touches?.FirstOrDefault(t => t.Event == id)?.Source;
}
