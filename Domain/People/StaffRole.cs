namespace GrantBot.Domain.People;

/// <summary>What a staff member may do; each role may do all that the lower ones may (5-glossary-and-texts.md 5.9).</summary>
public enum StaffRole
{
    /// <summary>Not a staff member.</summary>
    None = 0,

    /// <summary>Sees counts.</summary>
    Viewer = 1,

    /// <summary>Works with participants: finds, checks in, advises.</summary>
    Operator = 2,

    /// <summary>Exports names, writes to participants, prepares the report.</summary>
    Manager = 3,

    /// <summary>Does everything and invites others.</summary>
    Owner = 4,
}
