using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Sources;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Conversation;

/// <summary>What stands behind a link that opens the bot with a code: "ev_CODE" an event, "c_CODE" an event for which a parent registers a child (both with "-SOURCE" behind where the link was made for one),
/// "g_CODE" a guardian's decision, "s_CODE" a staff invitation, "f_ID" a form, "k_TOKEN" a ticket, "d_CODE" the code of the day, "t_CODE" a team that a member
/// joins, "tc_CODE" one that a parent registers a child under 14 for, "w_CODE" an event at whose door staff register a guest.</summary>
public static class DeepLink
{
    /// <summary>Prefix of an event's code.</summary>
    public const string Event = "ev_";

    /// <summary>Prefix of an event's code for parents of children under 14.</summary>
    public const string Child = "c_";

    /// <summary>Prefix of a guardian's one-time code.</summary>
    public const string Guardian = "g_";

    /// <summary>Prefix of a staff invitation.</summary>
    public const string Staff = "s_";

    /// <summary>Prefix of a form's code.</summary>
    public const string Form = "f_";

    /// <summary>Prefix of a ticket's token.</summary>
    public const string Ticket = "k_";

    /// <summary>Prefix of a code of the day.</summary>
    public const string Day = "d_";

    /// <summary>Prefix of a team's code.</summary>
    public const string Team = "t_";

    /// <summary>Prefix of a team's code for parents of members under 14.</summary>
    public const string TeamChild = "tc_";

    /// <summary>Prefix of an event's code for staff who register a guest at the door.</summary>
    public const string Guest = "w_";

    /// <summary>Prefix of a survey's code.</summary>
    public const string Survey = "q_";

    /// <summary>Goes where the code leads; an unknown code leads to the menu with a word of explanation.</summary>
    internal static void Follow(Script script, string code)
    {
        if (code.StartsWith(Guardian, StringComparison.Ordinal)) { GuardianDialog.Follow(script, code[Guardian.Length..]); return; }
        if (code.StartsWith(Staff, StringComparison.Ordinal)) { StaffCommands.Join(script, code[Staff.Length..]); return; }
        if (code.StartsWith(Ticket, StringComparison.Ordinal)) { Tickets.Follow(script, code[Ticket.Length..]); return; }
        if (code.StartsWith(Day, StringComparison.Ordinal)) { DayCodes.Follow(script, code[Day.Length..]); return; }
        if (code.StartsWith(Form, StringComparison.Ordinal) && FormLinks.Find(script, code[Form.Length..]) is { } form) { AnsweringOccasion.Open(script, form); return; }
        if (code.StartsWith(Team, StringComparison.Ordinal)) { TeamJoinDialog.Follow(script, code[Team.Length..], byGuardian: false); return; }
        if (code.StartsWith(TeamChild, StringComparison.Ordinal)) { TeamJoinDialog.Follow(script, code[TeamChild.Length..], byGuardian: true); return; }
        if (Find(script, code, Guest) is { } door && WalkInDialog.Follow(script, door)) return;
        if (code.StartsWith(Survey, StringComparison.Ordinal) && Surveys.SurveyEntry.Follow(script, code[Survey.Length..])) return;
        if (Opened(script, code, Child) is { } child) { ChildRegistration.Follow(script, child); return; }
        if (Opened(script, code, Event) is { } found) { script.Goto(new DialogState.EventCard(found.Id)); return; }
        script.Tell(code.StartsWith(Form, StringComparison.Ordinal) && FormLinks.Knows(script, code[Form.Length..]) ? "form.closed" : "link.unknown");
        script.Goto(new DialogState.Menu());
    }

    /// <summary>The event of a link that may say where it was put up. A source nobody made, or a forged one, opens the event and counts as none.</summary>
    private static EventInfo? Opened(Script script, string code, string prefix)
    {
        if (!code.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var (name, source) = SourceCode.Split(code[prefix.Length..]);
        if (Find(script, prefix + name, prefix) is not { } e) return null;
        Touches.Note(script, e.Id, source);
        return e;
    }

    private static EventInfo? Find(Script script, string code, string prefix) => code.StartsWith(prefix, StringComparison.Ordinal)
        ? script.Events.FirstOrDefault(e => string.Equals(e.Code, code[prefix.Length..], StringComparison.OrdinalIgnoreCase)) : null;
}
