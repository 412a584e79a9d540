using GrantBot.Domain.Filling;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>What stands behind a link that opens the bot with a code: "ev_CODE" an event, "g_CODE" a guardian's decision, "s_CODE" a staff invitation, "f_ID" a form.</summary>
internal static class DeepLink
{
    /// <summary>Prefix of an event's code.</summary>
    public const string Event = "ev_";

    /// <summary>Prefix of a guardian's one-time code.</summary>
    public const string Guardian = "g_";

    /// <summary>Prefix of a staff invitation.</summary>
    public const string Staff = "s_";

    /// <summary>Prefix of a form's code.</summary>
    public const string Form = "f_";

    /// <summary>Goes where the code leads; an unknown code leads to the menu with a word of explanation.</summary>
    public static void Follow(Script script, string code)
    {
        if (code.StartsWith(Guardian, StringComparison.Ordinal)) { GuardianDialog.Follow(script, code[Guardian.Length..]); return; }
        if (code.StartsWith(Staff, StringComparison.Ordinal)) { StaffCommands.Join(script, code[Staff.Length..]); return; }
        if (code.StartsWith(Form, StringComparison.Ordinal) && FormLinks.Find(script, code[Form.Length..]) is { } form) { AnsweringOccasion.Open(script, form); return; }
        var found = code.StartsWith(Event, StringComparison.Ordinal)
            ? script.Events.FirstOrDefault(e => string.Equals(e.Code, code[Event.Length..], StringComparison.OrdinalIgnoreCase)) : null;
        if (found is not null) { script.Goto(new DialogState.EventCard(found.Id)); return; }
        script.Tell("link.unknown");
        script.Goto(new DialogState.Menu());
    }
}
