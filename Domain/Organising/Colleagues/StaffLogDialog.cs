using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>Owners read what staff saw, changed and exported, the latest first, or take it along as a file.</summary>
internal sealed class StaffLogDialog : IDialog
{
    private const int PageLength = 15;

    public void Open(Script script, DialogState dialog)
    {
        var log = (DialogState.StaffLog)dialog;
        if (!script.May(Right.Own)) { script.Goto(new DialogState.Menu()); return; }
        var all = script.Know(new Need.Colleagues());
        var deeds = script.Know(new Need.Deeds(log.Member, log.Before, PageLength + 1));
        var lines = deeds.Take(PageLength).Select(d => Line(script, all, d, log.Member is null));
        script.Ask(deeds.Count == 0 ? script.Text("log.none") : script.Text("log.head", ("list", string.Join("\n", lines))),
            [.. deeds.Count > PageLength ? [script.Choice("btn.log.earlier")] : Array.Empty<Option>(), .. deeds.Count > 0 ? [script.Choice("btn.log.file")] : Array.Empty<Option>(), script.Choice("btn.back"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var log = (DialogState.StaffLog)dialog;
        if (!script.May(Right.Own) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.back": script.Goto(log.Member is { } member ? new DialogState.StaffMember(member) : new DialogState.StaffList()); break;
            case "btn.log.earlier" when script.Know(new Need.Deeds(log.Member, log.Before, PageLength + 1)) is { Count: > PageLength } deeds: script.Goto(log with { Before = deeds[PageLength - 1].Number }); break;
            case "btn.log.file":
                script.Record(new Fact.StaffLogAsked(script.Language));
                script.Remember(s => s with { LastPress = null }); // it comes a moment later by itself
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static string Line(Script script, IReadOnlyList<KnownColleague> all, KnownDeed deed, bool names)
    {
        var what = script.Text("log." + deed.Kind);
        if (deed.Event is { } id && script.Event(id) is { } e) what += $" – {e.Title.In(script.Language)}";
        var time = Dates.Moment(script.Local(deed.At));
        return names ? $"{time} {ColleagueWords.Name(script, all, deed.Chat)}: {what}" : $"{time} {what}";
    }
}
