using GrantBot.Domain;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A judge or an expert of an event. The person is the same at every event they come to, and goes with their last one.</summary>
internal sealed class ExpertRow
{
    public EventId EventId { get; set; }
    public PersonId PersonId { get; set; }

    /// <summary>Code of the list "roles" of form expert.</summary>
    public string Role { get; set; } = "";

    [Personal]
    public string FullName { get; set; } = "";

    [Personal]
    public string Organisation { get; set; } = "";

    [Personal]
    public string Position { get; set; } = "";

    [Personal]
    public string Town { get; set; } = "";

    [Personal]
    public string Contact { get; set; } = "";

    /// <summary>How they consented.</summary>
    public ConsentBasis Basis { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
