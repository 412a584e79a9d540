using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Lists;

/// <summary>Staff choose how the participant list of an event is made; the first choice is the usual one.</summary>
internal sealed class ListDialog : IDialog
{
    private const string Signed = "btn.list.signed";

    private static readonly (string Key, ListGrouping Grouping, ListFormat Format)[] Kinds =
    [
        ("btn.list.xlsx", ListGrouping.None, ListFormat.Workbook), ("btn.list.docx", ListGrouping.None, ListFormat.Document),
        ("btn.list.team.xlsx", ListGrouping.Team, ListFormat.Workbook), ("btn.list.team.docx", ListGrouping.Team, ListFormat.Document),
        ("btn.list.ter.xlsx", ListGrouping.Territory, ListFormat.Workbook), ("btn.list.ter.docx", ListGrouping.Territory, ListFormat.Document),
        ("btn.list.badges", ListGrouping.None, ListFormat.Badges),
    ];

    public void Open(Script script, DialogState dialog)
    {
        if (script.Event(((DialogState.ChoosingList)dialog).Event) is not { } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        script.Ask(script.Text("list.how", ("event", e.Title.In(script.Language))), [.. Offered(e).Select(k => script.Choice(k.Key)), script.Choice(Signed), script.Choice("btn.menu")]);
    }

    /// <summary>The file comes a moment later by itself, so nothing is said; the question stays open for another list.</summary>
    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var id = ((DialogState.ChoosingList)dialog).Event;
        if (!script.May(Right.Organise, id) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == Signed) { script.Goto(new DialogState.SigningList(id, [])); return; }
        if (Kinds.FirstOrDefault(k => k.Key == heard.Id) is not { Key: not null } kind) { script.Tell("unknown"); script.AskAgain(); return; }
        script.Record(new Fact.ListAsked(id, script.Language) { Grouping = kind.Grouping, Format = kind.Format });
        script.Remember(s => s with { LastPress = null });
    }

    /// <summary>Teams where there are any, else territories in both formats: nobody reads more than six rows.</summary>
    private static IEnumerable<(string Key, ListGrouping Grouping, ListFormat Format)> Offered(EventInfo e)
    {
        string[] left = e.TeamSize is null ? ["btn.list.team.xlsx", "btn.list.team.docx"] : ["btn.list.docx", "btn.list.ter.docx"];
        return Kinds.Where(k => !left.Contains(k.Key, StringComparer.Ordinal));
    }
}
