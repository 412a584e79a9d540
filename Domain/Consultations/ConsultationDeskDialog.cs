using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Consultations;

/// <summary>Requests that wait, and those of the member of staff who looks; and the way to write down who came or rang.</summary>
internal sealed class ConsultationDeskDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (!script.MaySome(Right.Advise)) { script.Goto(new DialogState.Menu()); return; }
        if (((DialogState.ConsultationDesk)dialog).Records) { script.Ask(script.Text("c.record"), [script.Choice("btn.c.visit"), script.Choice("btn.c.phone"), script.Choice("btn.no")]); return; }
        var open = Requests(script);
        script.Ask(open.Count == 0 ? script.Text("c.desk.none") : script.Text("c.desk", ("list", string.Join("\n", open.Select(c => Line(script, c))))),
            [.. open.Select(c => new Option(c.Number.ToString(CultureInfo.InvariantCulture), script.Text("c.number", ("no", c.Number)))), script.Choice("btn.c.record"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.MaySome(Right.Advise) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.c.record": script.Goto(new DialogState.ConsultationDesk(Records: true)); break;
            case "btn.c.visit": Record(script, ConsultationWay.Visit); break;
            case "btn.c.phone": Record(script, ConsultationWay.Phone); break;
            case "btn.no":
                script.Tell("c.record.no");
                script.Goto(new DialogState.ConsultationDesk());
                break;
            case { } id when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && script.Know(new Need.Consultation(number)) is { } c: Show(script, c); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>One that waits is taken; one of theirs is gone on with.</summary>
    private static void Show(Script script, KnownConsultation c)
    {
        if (c.Status is ConsultationStatus.Taken && c.Owner == script.Context.Chat)
        {
            AdvisingDialog.TellAll(script, c);
            script.Goto(new DialogState.Advising(c.Number));
        }
        else AdvisingDialog.TakeUp(script, c);
    }

    private static void Record(Script script, ConsultationWay way)
    {
        if (AdviserNameDialog.Name(script).Length == 0) script.Goto(new DialogState.NamingAdviser(null, way));
        else ConsultationOccasion.Record(script, way);
    }

    /// <summary>As they stand after this very turn.</summary>
    private static List<KnownConsultation> Requests(Script script)
    {
        var done = script.Recorded.Select(f => f switch { Fact.ConsultationClosed c => c.Number, Fact.ConsultationHanded h => h.Number, _ => 0L }).ToHashSet();
        var returned = script.Recorded.OfType<Fact.ConsultationReturned>().Select(r => r.Number).ToHashSet();
        return [.. script.Know(new Need.OpenConsultations(script.Context.Chat)).Where(c => !done.Contains(c.Number)).Select(c => returned.Contains(c.Number) ? c with { Owner = null, Status = ConsultationStatus.Waiting } : c)];
    }

    private static string Line(Script script, KnownConsultation c) => script.Text(c.Owner is null ? "c.desk.waits" : "c.desk.mine", ("no", c.Number), ("topic", ConsultationWords.Topic(script, c)),
        ("time", Dates.UntilBrief(script.Local(c.AnswerBy), script.Language)));
}
