using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Imports;

/// <summary>An import is told when it is done, and can be taken back for a day, as long as nobody of it was seen at the door.</summary>
internal sealed class UndoImportDialog : IDialog
{
    /// <summary>Tells that an import is done.</summary>
    public static void TellDone(Script script, Notice.Imported imported)
    {
        if (script.Know(new Need.Import(imported.Import)) is not { IsUndone: false } known || script.Event(known.Event) is not { } e) return;
        var text = script.Text("import.done", ("event", e.Title.In(script.Language)), ("n", known.People));
        if (known.Queued > 0) text += "\n" + script.Text("import.queued", ("n", known.Queued));
        if (known.Minors > 0) text += "\n" + ImportDialog.Papers(script, known.Minors, known.At, e);
        script.Inform(text + "\n" + script.Text("import.done.undo", ("until", Dates.UntilBrief(script.Local(known.At + KnownImport.Undoable), script.Language))),
            script.Lasting("btn.import.undo", $"{Actions.UndoImport}.{known.Id:N}"));
    }

    /// <summary>The button below; false when there is no such import.</summary>
    public static bool Press(Script script, string about)
    {
        if (!Guid.TryParseExact(about, "N", out var id) || script.Know(new Need.Import(id)) is not { } known || !script.May(Right.Organise, known.Event)) return false;
        Globals.PutAside(script);
        script.Goto(new DialogState.UndoingImport(id));
        return true;
    }

    public void Open(Script script, DialogState dialog)
    {
        if (script.Know(new Need.Import(((DialogState.UndoingImport)dialog).Import)) is not { } known || !script.May(Right.Organise, known.Event)) { script.Goto(new DialogState.Menu()); return; }
        if (Obstacle(script, known) is { } obstacle)
        {
            script.Say(obstacle);
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Ask(script.Text("import.undo.ask", ("n", known.People), ("event", script.Event(known.Event)?.Title.In(script.Language) ?? "")), [script.Choice("btn.import.erase"), script.Choice("btn.cancel")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (heard.Id == "btn.import.erase" && script.Know(new Need.Import(((DialogState.UndoingImport)dialog).Import)) is { } known && script.May(Right.Organise, known.Event))
        {
            if (Obstacle(script, known) is { } obstacle) script.Say(obstacle);
            else
            {
                script.Record(new Fact.ImportUndone(known.Id, known.Event));
                script.Tell("import.undone", ("n", known.People));
            }
        }
        else if (heard.Id is null) { script.Tell("unknown"); script.AskAgain(); return; }
        script.Goto(new DialogState.Menu());
    }

    /// <summary>Why it cannot be taken back; null = it can.</summary>
    private static string? Obstacle(Script script, KnownImport known) => known switch
    {
        { IsUndone: true } => script.Text("import.undo.already"),
        _ when script.Context.Now > known.At + KnownImport.Undoable => script.Text("import.undo.late"),
        { CheckedIn: > 0 and var n } => script.Text("import.undo.seen", ("n", n)),
        { Merged: > 0 and var n } => script.Text("import.undo.merged", ("n", n)),
        _ => null,
    };
}
