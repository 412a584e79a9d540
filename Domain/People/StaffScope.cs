namespace GrantBot.Domain.People;

/// <summary>For what a role holds: everything, the events of a project, or one event.</summary>
/// <param name="Project">Code of the project; null = not limited to one.</param>
/// <param name="Event">The event; null = not limited to one.</param>
public readonly record struct StaffScope(string? Project = null, EventId? Event = null)
{
    /// <summary>For everything.</summary>
    public static StaffScope All => default;

    /// <summary>Whether it is for everything.</summary>
    public bool IsAll => Project is null && Event is null;

    /// <summary>Whether it takes in an event.</summary>
    /// <param name="id">The event.</param>
    /// <param name="project">Code of its project; "" = it names none.</param>
    public bool Covers(EventId id, string project) => Event is { } one ? one == id : Project is null || string.Equals(Project, project, StringComparison.OrdinalIgnoreCase);

    /// <summary>As it is stored: "", "p:004B", "e:" and 32 hex digits.</summary>
    public override string ToString() => Event is { } id ? $"e:{id.Value:N}" : Project is { } project ? $"p:{project}" : "";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is nothing of the kind.</summary>
    public static StaffScope? Parse(string text) => text switch
    {
        "" => All,
        ['p', ':', .. var project] => new(project),
        ['e', ':', .. var id] when Guid.TryParseExact(id, "N", out var value) => new(null, new EventId(value)),
        _ => null,
    };
}
