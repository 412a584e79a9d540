using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>Something published about the project, and how many saw it.</summary>
internal sealed class PublicationRow
{
    public Guid Id { get; set; }

    /// <summary>Null = about the project as a whole.</summary>
    public EventId? EventId { get; set; }

    /// <summary>Code of the list "pubkind" of form publication.</summary>
    public string Kind { get; set; } = "";

    public string Outlet { get; set; } = "";
    public string? Link { get; set; }
    public DateOnly Published { get; set; }

    /// <summary>As read last; null = not yet.</summary>
    public int? Views { get; set; }

    public DateOnly? ReadOn { get; set; }
}
