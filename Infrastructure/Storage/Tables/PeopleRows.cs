using GrantBot.Domain;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A signed list that was sent as evidence. Its pages are files that stay until the end of the consent; they hold many people's names.</summary>
internal sealed class SignedListRow
{
    public long Id { get; set; }
    public EventId EventId { get; set; }

    /// <summary>Code of the day or session; null where the event is one.</summary>
    public string? Session { get; set; }

    public int Signatures { get; set; }

    /// <summary>People checked in when it was counted.</summary>
    public int CheckedIn { get; set; }

    /// <summary>Ids of the pages' files with spaces between.</summary>
    public string Files { get; set; } = "";

    public DateTimeOffset KeptUntil { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>An import of earlier registrations.</summary>
internal sealed class ImportRow
{
    /// <summary>32 hex digits.</summary>
    public string Id { get; set; } = "";

    public EventId EventId { get; set; }
    public ConsentBasis Basis { get; set; }

    /// <summary>Where consent was given, in the words of staff.</summary>
    public string Place { get; set; } = "";

    public int People { get; set; }
    public int Queued { get; set; }

    /// <summary>The chat of staff that is told.</summary>
    public ChatId? ChatId { get; set; }

    public DateTimeOffset At { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>Two records that staff found to be of one person. Holds ids only; the names stand where they stood.</summary>
internal sealed class MergeRow
{
    public long Number { get; set; }

    /// <summary>32 hex digits.</summary>
    public string Id { get; set; } = "";

    public PersonId KeptId { get; set; }
    public PersonId GoneId { get; set; }

    /// <summary>What went over to the kept record, for the way back (<see cref="People.MergedRows"/>).</summary>
    public string Moved { get; set; } = "";

    public DateTimeOffset At { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>Two records that are alike and belong to two people.</summary>
internal sealed class PeopleApartRow
{
    public PersonId FirstId { get; set; }
    public PersonId SecondId { get; set; }
}
