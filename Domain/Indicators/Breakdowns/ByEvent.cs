namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>Registrations by event: the sum may be larger than the number of people (audit rule A3). Rows stand in the order the events are given.</summary>
/// <param name="events">The events, each once.</param>
public sealed class ByEvent(IReadOnlyList<EventId> events) : Breakdown
{
    /// <inheritdoc/>
    public override string Key => "event";

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } = [.. events.Select(Code), NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => Code(person.Event);

    /// <summary>The code of an event's row.</summary>
    public static string Code(EventId id) => id.Value.ToString("N");
}
