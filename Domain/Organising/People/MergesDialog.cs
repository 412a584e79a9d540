using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.People;

/// <summary>Merges in force, each of which can be taken back.</summary>
internal sealed class MergesDialog : IDialog
{
    private const int MostShown = 8;

    public void Open(Script script, DialogState dialog)
    {
        if (!script.May(Right.Organise)) { script.Goto(new DialogState.Menu()); return; }
        var merges = script.Know(new Need.Merges());
        if (dialog is DialogState.MergeCard card && merges.FirstOrDefault(m => m.Id == card.Merge) is { } one) { AskCard(script, one); return; }
        script.Stay(new DialogState.Merges());
        var shown = merges.Take(MostShown).ToList();
        script.Ask(shown.Count == 0 ? script.Text("merges.none") : script.Text("merges.list") + "\n" + string.Join('\n', shown.Select(m => Line(script, m))),
            [.. shown.Select(m => new Option(m.Id.ToString("N"), script.Text("mine.number", ("no", m.Number)))), script.Choice("btn.people"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.May(Right.Organise) || heard.Id == "btn.menu") script.Goto(new DialogState.Menu());
        else if (heard.Id == "btn.people") DoublesDialog.Begin(script);
        else if (heard.Id == "btn.merges") script.Goto(new DialogState.Merges());
        else if (heard.Id == "btn.undo" && dialog is DialogState.MergeCard card) Undo(script, card);
        else if (Guid.TryParseExact(heard.Id, "N", out var id)) script.Goto(new DialogState.MergeCard(id));
        else { script.Tell("unknown"); script.AskAgain(); }
    }

    private static void AskCard(Script script, KnownMerge merge)
    {
        script.Say(Line(script, merge));
        if (!merge.IsNewest) script.Tell("merges.later");
        script.Ask(script.Text("merges.card"), [.. merge.IsNewest ? [script.Choice("btn.undo")] : Array.Empty<Option>(), script.Choice("btn.merges"), script.Choice("btn.menu")]);
    }

    private static void Undo(Script script, DialogState.MergeCard card)
    {
        if (script.Know(new Need.Merges()).FirstOrDefault(m => m.Id == card.Merge) is not { IsNewest: true } merge) { script.Tell("people.changed"); script.Goto(new DialogState.Merges()); return; }
        script.Record(new Fact.MergeUndone(merge.Id, merge.Kept, merge.Gone));
        script.Tell("merges.undone");
        script.Goto(new DialogState.Menu());
    }

    private static string Line(Script script, KnownMerge merge) =>
        script.Text("merges.line", ("no", merge.Number), ("kept", merge.Names.Kept), ("gone", merge.Names.Gone), ("time", Dates.Moment(script.Local(merge.At))));
}
