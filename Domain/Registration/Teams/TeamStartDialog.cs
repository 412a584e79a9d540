using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>Before a team is registered: who registers it and how many it has; or the code of one that is there.</summary>
internal sealed class TeamStartDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        var beginning = (DialogState.TeamBeginning)dialog;
        if (script.Event(beginning.Event) is not { TeamSize: { } size } e || !e.TakesRegistrations(script.Context.Now) && !beginning.ByCode) { script.Goto(new DialogState.EventCard(beginning.Event)); return; }
        if (beginning.ByCode) script.Ask(new Reply.Message(script.Text("t.code.ask")) { Options = [script.Choice("btn.back")], TakesText = true });
        else script.Ask(new Reply.Message(script.Text("t.intro", ("min", size.Min), ("max", size.Max))) { Options = [script.Choice("btn.start"), script.Choice("btn.back")], Compact = true });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var beginning = (DialogState.TeamBeginning)dialog;
        switch (heard.Id)
        {
            case "btn.back": script.Goto(new DialogState.EventCard(beginning.Event)); break;
            case "btn.start" when !beginning.ByCode: ConsentDialog.Begin(script, new DialogState.Consenting(beginning.Event, NewTeam: true)); break;
            case null when beginning.ByCode && heard.Content is Inbound.Text: TeamJoinDialog.Follow(script, heard.Text, byGuardian: false); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }
}

/// <summary>The codes of teams.</summary>
internal static class TeamCode
{
    private const int Length = 6;

    /// <summary>Cyrillic letters that look like those of a code.</summary>
    private const string Cyrillic = "АВЕКМНРСТУХ", Latin = "ABEKMHPCTYX";

    /// <summary>A new one.</summary>
    public static string New(Script script) => script.Context.NewCode()[..Length];

    /// <summary>What somebody typed as a code: case, spaces and the keyboard's alphabet do not matter. "" when it is none.</summary>
    public static string Read(string typed)
    {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–')).Select(char.ToUpperInvariant).Select(c => Cyrillic.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : c));
        return code.Length == Length && code.All(char.IsAsciiLetterOrDigit) ? code : "";
    }
}
