using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Import;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.CheckIn;

/// <summary>
/// The event's form, filled by staff for a guest who stands before them with a signed consent. The guest is a person of their own,
/// with no chat; what the chat knows of the member of staff is not offered. A queue waits behind the guest, so only what is required is
/// asked, and the whole name at once; the rest is added from the summary.
/// </summary>
internal sealed class WalkInOccasion(EventId id, string sessionCode) : IOccasion
{
    private const string Surname = "surname", Given = "given", Patronymic = "patronymic";

    /// <summary>Begins the form.</summary>
    public static void Begin(Script script, EventId id, string session)
    {
        if (script.Event(id) is not { } e || script.Context.Forms.Find(e.FormId) is not { } form) { script.Goto(new DialogState.Menu()); return; }
        script.Tell("walkin.begin");
        FormDialog.Begin(script, form, p => new DialogState.WalkingIn(id, session, p, FillingStep.Asking));
    }

    public bool IsOpen(Script script) => script.Event(id) is { CalledOff: null } e && script.May(Right.CheckIn, e);

    public void Prepare(Script script, FormSession session)
    {
        if (script.Event(id) is not { } e) return;
        RegistrationOccasion.Surround(script, session, e);
        if (session.Progress.Asked.Count > 0) return;
        if (e is { Territory: { } territory, Series: not null }) session.Set("territory", territory);
        session.Set("remind", "no"); // there is no chat to remind them in
        session.Set("consent_photo", "no"); // who was not asked has not agreed
    }

    public void Pass(FormSession session) => session.PassOptional();

    public string? Words(Script script, FormSession session, QuestionView question) => question.Name switch
    {
        Surname when session.Value(Given) is null => script.Text("walkin.name"),
        _ when FormQuestions.AsksOwnPhone(question) => script.Text("walkin.phone"),
        _ => null,
    };

    /// <summary>The whole name may be typed where the surname is asked.</summary>
    public AnswerResult? Read(FormSession session, QuestionView question, string text)
    {
        if (question.Name != Surname || ImportNames.Split(Typed.Tidy(text)) is not { } name) return null;
        var result = session.Answer(question.Path, name.Surname);
        if (result is not AnswerResult.Accepted) return result;
        session.Set(Given, name.Given);
        if (name.Patronymic.Length > 0) session.Set(Patronymic, name.Patronymic);
        return result;
    }

    public bool Ends(Script script, FormSession session)
    {
        if (script.Event(id) is not { } e) { script.Goto(new DialogState.Menu()); return true; }
        if (Eligibility.Refusal(script, e, session) is not { } why) return false;
        script.Say(why);
        script.Tell("walkin.refused");
        Leave(script);
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (script.Event(id) is not { } e || Ends(script, session)) return;
        var quota = Quota.Of(e.Quotas, session.Value);
        if (e.Quotas.Count > 0 && quota is null) { script.Say(script.Text("e.quota", ("list", string.Join("\n", e.Quotas.Select(q => "• " + q.Title.In(script.Language)))))); script.Tell("walkin.refused"); Leave(script); return; }
        if (e.FreeIn(quota) < 1) { WalkInDialog.Full(script, e, quota); return; }
        var person = new PersonId(script.Context.NewId());
        if (session.Value("phone") is { } phone && script.Know(new Need.PhoneTaken(e.Id, phone, person))) { script.Tell("walkin.dup"); Leave(script); return; }
        Register(script, e, person, session, quota);
    }

    public void Leave(Script script) => script.Goto(new DialogState.Desk(id));

    public string Title(Script script) => script.Event(id)?.Title.In(script.Language) ?? "";

    private void Register(Script script, EventInfo e, PersonId person, FormSession session, Quota? quota)
    {
        var age = Eligibility.Age(script, e, session);
        var made = new Fact.RegistrationMade(new(script.Context.NewId()), e.Id, person, script.Context.NextNumber(e.Id))
        {
            Quota = quota?.Code, Ticket = script.Context.NewCode()[..TicketToken.CodeLength], Basis = ConsentBasis.Paper,
            FormId = session.Progress.FormId, FormVersion = session.Progress.FormVersion, Answers = session.Submission().ByName, Age = age,
        };
        script.Record(new Fact.ConsentGiven(person, ConsentText.Version(script), script.Language, age < Eligibility.AdultAge) { Basis = ConsentBasis.Paper });
        script.Record(made);
        var now = script.Context.Now;
        script.Record(new Fact.CheckedIn(made.Registration, e.Id, person, sessionCode, CheckInWay.WalkIn, now));
        script.Record(new Fact.RegistrationMoved(made.Registration, e.Id, person, RegistrationStatus.Confirmed, RegistrationStatus.Attended, MoveReason.CheckedIn));
        script.Tell("walkin.ok", ("name", PersonName.Full(session.Value(Surname), session.Value(Given), null)), ("no", made.Number), ("code", made.Ticket), ("time", CheckIns.Time(script, now)));
        Desks.AskNext(script, new DialogState.Desk(e.Id), []);
    }
}
