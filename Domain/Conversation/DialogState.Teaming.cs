using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Conversation;

/// <summary>What goes on about teams.</summary>
public abstract partial record DialogState
{
    /// <summary>The form of a new team.</summary>
    /// <param name="Event">What for.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record Teaming(EventId Event, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);

    /// <summary>Before a team is registered, or while the code of one is typed.</summary>
    public sealed record TeamBeginning(EventId Event, bool ByCode) : DialogState;

    /// <summary>Somebody followed a team's link.</summary>
    /// <param name="Team">The team.</param>
    /// <param name="ByGuardian">A parent or legal representative of a member under 14; so in the states that follow.</param>
    public sealed record TeamInvited(TeamId Team, bool ByGuardian = false) : DialogState;

    /// <summary>Somebody says which of the named members they are.</summary>
    /// <param name="Team">The team.</param>
    /// <param name="Place">A captain's own place, to be begun now or later, 0 = not known; null = to be chosen.</param>
    /// <param name="ByGuardian">A parent or legal representative of a member under 14.</param>
    public sealed record TeamJoining(TeamId Team, int? Place = null, bool ByGuardian = false) : DialogState;

    /// <summary>A team of the captain's or coach's.</summary>
    public sealed record TeamCard(TeamId Team) : DialogState;

    /// <summary>Which member is replaced.</summary>
    public sealed record TeamReplacing(TeamId Team) : DialogState;

    /// <summary>A member is named.</summary>
    /// <param name="Team">The team.</param>
    /// <param name="Place">For which place; 0 = a new one.</param>
    public sealed record TeamNaming(TeamId Team, int Place) : DialogState;

    /// <summary>Confirm that a team is given up.</summary>
    public sealed record TeamLeaving(TeamId Team) : DialogState;

    /// <summary>Staff: the teams of an event.</summary>
    public sealed record TeamList(EventId Event) : DialogState;

    /// <summary>Staff: one team.</summary>
    public sealed record TeamShown(TeamId Team) : DialogState;
}
