namespace GrantBot.Domain.People;

/// <summary>What a staff member is. A person may be several of them, each for everything, for a project or for an event. Numbers are stored in facts: never renumber.</summary>
public enum StaffRole
{
    /// <summary>Not a staff member.</summary>
    None = 0,

    /// <summary>Sees counts, never names.</summary>
    Viewer = 1,

    /// <summary>Works at the door: finds people, checks them in, decides who was refused.</summary>
    Desk = 2,

    /// <summary>Plans events, exports names, writes to participants, prepares the report; does what desk and consultants do.</summary>
    Organiser = 3,

    /// <summary>Does everything, invites others and sees what they did.</summary>
    Owner = 4,

    /// <summary>Answers requests for advice.</summary>
    Consultant = 5,
}

/// <summary>What a role allows.</summary>
public enum Right
{
    /// <summary>Counts without names.</summary>
    Count,

    /// <summary>People at the door and in the queue, by name.</summary>
    CheckIn,

    /// <summary>Requests for advice. They belong to no event, so whoever advises somewhere advises everywhere.</summary>
    Advise,

    /// <summary>Events, lists, exports, surveys, messages, the report.</summary>
    Organise,

    /// <summary>The staff themselves.</summary>
    Own,
}
