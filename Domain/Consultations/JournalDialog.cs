using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Consultations;

/// <summary>The journal in numbers, and as a file (contract 001: «Консультативтік кеңес беру журналы»).</summary>
internal sealed class JournalDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (!script.May(Right.Organise)) { script.Goto(new DialogState.Menu()); return; }
        var counts = script.Know(new Need.JournalCounts());
        if (counts.Entries == 0) { script.Tell("c.journal.none"); script.Goto(new DialogState.Menu()); return; }
        var topics = string.Join("\n", counts.Topics.Select(t => $"• {ConsultationWords.Choice(ConsultationWords.Form(script), "topics", t.Topic, script.Language)} – {t.Count}"));
        script.Tell("c.journal", ("time", Dates.Moment(script.Local(script.Context.Now))), ("people", counts.People), ("n", counts.Entries), ("list", topics));
        if (counts.Asked > 0) script.Tell("c.journal.time", ("hours", script.Context.Consultations.AnswerHours), ("n", counts.InTime), ("all", counts.Asked));
        if (counts.Rated > 0) script.Tell("c.journal.rating", ("rating", Numbers.Decimal((decimal)counts.Sum / counts.Rated, 1, script.Language)), ("n", counts.Rated));
        script.Ask(script.Text("c.journal.ask"), [script.Choice("btn.c.excel"), script.Choice("btn.c.word"), script.Choice("btn.menu")]);
    }

    /// <summary>The file comes a moment later by itself; the question stays open for the other one.</summary>
    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.May(Right.Organise) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        JournalFormat? format = heard.Id switch { "btn.c.excel" => JournalFormat.Workbook, "btn.c.word" => JournalFormat.Document, _ => null };
        if (format is null) { script.Tell("unknown"); script.AskAgain(); return; }
        script.Record(new Fact.JournalAsked(script.Language, format.Value));
        script.Remember(s => s with { LastPress = null });
    }
}
