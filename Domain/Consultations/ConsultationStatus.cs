namespace GrantBot.Domain.Consultations;

/// <summary>Where a request for advice stands.</summary>
public enum ConsultationStatus
{
    /// <summary>Nobody has taken it.</summary>
    Waiting = 0,

    /// <summary>One member of staff has it.</summary>
    Taken = 1,

    /// <summary>Advice was given; it is a row of the journal.</summary>
    Closed = 2,

    /// <summary>The person was erased before anybody answered.</summary>
    Erased = 3,
}

/// <summary>How a person came for advice.</summary>
public enum ConsultationWay
{
    /// <summary>By writing to the bot.</summary>
    Chat = 0,

    /// <summary>They came; staff wrote it down.</summary>
    Visit = 1,

    /// <summary>They rang; staff wrote it down.</summary>
    Phone = 2,
}

/// <summary>What somebody is told of a request for advice.</summary>
public enum ConsultationNews
{
    /// <summary>To staff: it waits for somebody.</summary>
    Waits = 0,

    /// <summary>To the person: it was closed.</summary>
    Ended = 1,

    /// <summary>To its new owner: it was handed to them.</summary>
    Handed = 2,

    /// <summary>To staff: it is not answered in time.</summary>
    Late = 3,

    /// <summary>To the person: the answer is late.</summary>
    Delayed = 4,

    /// <summary>To its owner: the time has come for which they put it off.</summary>
    PutOff = 5,

    /// <summary>To its owner: the person opened it again.</summary>
    Reopened = 6,

    /// <summary>To its new owner, in private: they took it in the staff group.</summary>
    TakenInGroup = 7,

    /// <summary>To its owner: the person's data were erased, and with them what was said.</summary>
    Erased = 8,
}

/// <summary>As what the journal is made.</summary>
public enum JournalFormat
{
    /// <summary>A workbook.</summary>
    Workbook = 0,

    /// <summary>A text document.</summary>
    Document = 1,
}
