using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>One fact: the audit log and the queue for later work.</summary>
internal sealed class FactRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Name of the fact's record.</summary>
    public string Type { get; set; } = "";

    public ChatId? ChatId { get; set; }
    [Personal] public PersonId? PersonId { get; set; }

    /// <summary>The fact as JSON.</summary>
    [Personal] public string Data { get; set; } = "";
}
