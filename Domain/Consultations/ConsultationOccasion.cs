using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Consultations;

/// <summary>
/// The consultation form (6-forms.md 6.5): a person asks; its owner closes it with the advice given; staff write down who came or rang. A row
/// that is not whole is refused by the form itself.
/// </summary>
internal sealed class ConsultationOccasion(DialogState.Consulting consulting) : IOccasion
{
    /// <summary>Staff fill it in about somebody else.</summary>
    public bool IsOfAnother => consulting.IsOfAnother;

    private bool Records => consulting is { Closes: null, Way: not ConsultationWay.Chat };

    /// <summary>The owner closes a request: what was asked stands, the advice is lacking. What was written before and put aside is gone on with.</summary>
    public static void Close(Script script, KnownConsultation c)
    {
        if (KeptClosing.Take(script, c.Number) is { } kept)
        {
            script.Tell("c.closing.again", ("no", c.Number));
            script.Goto(kept);
            return;
        }
        if (ConsultationWords.Form(script) is not { } form) { script.Tell("form.closed"); script.AskAgain(); return; }
        script.Tell("c.closing", ("no", c.Number));
        FormDialog.Begin(script, form, p => new DialogState.Consulting(p, FillingStep.Asking, Closes: c.Number, Way: c.Way), Closed(c.Sheet.Answers));
    }

    /// <summary>Staff write down somebody who came or rang and agrees to it.</summary>
    public static void Record(Script script, ConsultationWay way)
    {
        if (ConsultationWords.Form(script) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        FormDialog.Begin(script, form, p => new DialogState.Consulting(p, FillingStep.Asking, Way: way));
    }

    public bool IsOpen(Script script) => consulting.Closes is { } number ? AdvisingDialog.Mine(script, number) is not null
        : !Records || script.MaySome(Right.Advise);

    public void Prepare(Script script, FormSession session)
    {
        if (IsOfAnother) session.Set(ConsultationSheet.Status, "closed");
        if (consulting.Closes is not null || session.Progress.Asked.Count > 0) return;
        session.Set(ConsultationSheet.Language, script.Language);
        if (Records) Presume(script, session);
        else Prefill(script, session);
    }

    public void Pass(FormSession session) { if (IsOfAnother) session.PassOptional(); }

    public string? Words(Script script, FormSession session, QuestionView question) => question.Name switch
    {
        ConsultationSheet.When when !IsOfAnother => script.Text("c.time", ("hours", ConsultationWords.Hours(script))),
        ConsultationSheet.Topic when Records => script.Text("c.col.topic"),
        ConsultationSheet.FullName when Records => script.Text("c.record.name"),
        ConsultationSheet.Place when Records => script.Text("c.record.place"),
        ConsultationSheet.Phone when IsOfAnother => script.Text("c.col.phone"),
        _ => null,
    };

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        if (consulting.Closes is not { } number) script.Tell("cancelled.other");
        else if (!AdvisingDialog.TellLost(script, number) && new ConsultationSheet(session.Submission().ByName)[ConsultationSheet.Advice] is { } advice) script.Tell("c.unsent", ("text", advice));
        script.Goto(new DialogState.Menu());
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session)) return;
        var sheet = new ConsultationSheet(session.Submission().ByName);
        if (consulting.Closes is { } closes) Close(script, closes, sheet);
        else if (Records) Record(script, sheet);
        else Ask(script, sheet);
    }

    public void Leave(Script script) => script.Goto(consulting.Closes is { } number ? new DialogState.Advising(number) : Records ? new DialogState.ConsultationDesk() : new DialogState.Menu());

    public string Title(Script script) => ConsultationWords.Form(script)?.Title(script.Language) ?? "";

    private static Dictionary<string, string> Closed(IReadOnlyDictionary<string, string> answers) => new(answers, StringComparer.Ordinal) { [ConsultationSheet.Status] = "closed" };

    /// <summary>Of somebody who stands there or rings nobody asks how they want their answer; the question was asked aloud.</summary>
    private void Presume(Script script, FormSession session)
    {
        session.Set(ConsultationSheet.How, consulting.Way is ConsultationWay.Phone ? ConsultationSheet.ByPhone : ConsultationSheet.AtMeeting);
        session.Set(ConsultationSheet.When, Dates.Moment(script.Local(script.Context.Now)));
        session.Set(ConsultationSheet.Question, script.Text("c.spoken"));
    }

    /// <summary>What the person told at a registration.</summary>
    private static void Prefill(Script script, FormSession session)
    {
        if (script.Person?.Answers is not { Count: > 0 } known) return;
        session.Set(ConsultationSheet.FullName, PersonName.Full(known.GetValueOrDefault("surname"), known.GetValueOrDefault("given"), null));
        session.Set(ConsultationSheet.Phone, known.GetValueOrDefault("phone") ?? "");
        if ((known.GetValueOrDefault("place_study_other") ?? known.GetValueOrDefault("place_study") ?? known.GetValueOrDefault("place_work")) is { Length: > 0 } place)
            session.Set(ConsultationSheet.Place, script.Context.Forms.Find("reg_person")?.Lists.Values.Select(l => l.Find(place)).FirstOrDefault(c => c is not null)?.Label.In(script.Language) ?? place);
    }

    private static void Ask(Script script, ConsultationSheet sheet)
    {
        if (script.State.Person is not { } person) { ConsultationEntry.Anew(script); return; }
        var (number, by) = (script.Know(new Need.NextConsultation()), script.Context.Consultations.AnswerBy(script.Local(script.Context.Now)));
        script.Record(new Fact.ConsultationAsked(number, person, ConsultationWay.Chat, by) { Sheet = sheet });
        script.Remember(s => s with { Unfinished = s.Unfinished is DialogState.Consulting ? null : s.Unfinished });
        script.Tell("c.ok", ("no", number), ("deadline", Dates.UntilBrief(by, script.Language)));
        var off = ConsultationWords.TellAbsence(script);
        if (sheet[ConsultationSheet.How] == ConsultationSheet.InChat) script.Goto(new DialogState.Conversing(number, off ? script.Context.Now : null));
        else script.Goto(new DialogState.Menu());
    }

    private static void Close(Script script, long number, ConsultationSheet sheet)
    {
        script.Record(new Fact.ConsultationClosed(number) { Sheet = sheet });
        KeptClosing.Forget(script, number);
        script.Tell("c.closed", ("no", number));
        script.Goto(new DialogState.ConsultationDesk());
    }

    private void Record(Script script, ConsultationSheet sheet)
    {
        var (number, person) = (script.Know(new Need.NextConsultation()), new PersonId(script.Context.NewId()));
        var basis = consulting.Way is ConsultationWay.Visit ? ConsentBasis.Paper : ConsentBasis.Import;
        script.Record(new Fact.ConsentGiven(person, ConsentText.Version(script), script.Language, ByGuardian: false) { Basis = basis });
        script.Record(new Fact.ConsultationAsked(number, person, consulting.Way, script.Context.Now) { Sheet = sheet });
        script.Record(new Fact.ConsultationClosed(number) { Sheet = sheet });
        script.Tell("c.closed", ("no", number));
        script.Goto(new DialogState.ConsultationDesk());
    }
}
