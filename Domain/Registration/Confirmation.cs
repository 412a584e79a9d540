using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration;

/// <summary>The last step: everything is checked once more, since a seat or the time may have gone while the person typed.</summary>
internal static class Confirmation
{
    /// <summary>Makes the registration and says its number.</summary>
    public static void Confirm(Script script, EventId id, FormSession session)
    {
        if (script.Event(id) is not { } e) { script.Goto(new DialogState.ChooseEvent()); return; }
        if (script.State.Person is not { } person) { ConsentDialog.Begin(script, e.Id, ChildRegistration.ByGuardian(script)); return; }
        if (Refuses(script, e)) return;
        var age = Eligibility.Age(script, e, session);
        if (age is { } years && !Eligibility.AgeFits(e, years)) { EventDialog.Refuse(script, e); return; }
        if (ChildRegistration.Hands(script, e, age)) return;
        if (session.Value("phone") is { } phone && script.Know(new Need.PhoneTaken(e.Id, phone, person)))
        {
            script.Remember(s => s with { Unfinished = null });
            script.Tell("reg.samephone", ("phone", script.Context.Organisation.Phone));
            script.Goto(new DialogState.Menu());
            return;
        }
        Register(script, e, person, session, age);
    }

    /// <summary>Refuses, with the reason said, when the person is registered already, registration is over or no seat is left.</summary>
    public static bool Refuses(Script script, EventInfo e)
    {
        if (Eligibility.Existing(script, e) is { } existing) { EventDialog.AlreadyRegistered(script, existing); return true; }
        if (!e.TakesRegistrations(script.Context.Now)) { script.Goto(new DialogState.EventCard(e.Id)); return true; }
        if (e.Free != 0) return false;
        EventDialog.Full(script, e);
        return true;
    }

    private static void Register(Script script, EventInfo e, PersonId person, FormSession session, int? age)
    {
        var waits = age < Eligibility.AdultAge && !ChildRegistration.ByGuardian(script);
        var registration = new RegistrationId(script.Context.NewId());
        var number = script.Context.NextNumber(e.Id);
        script.Record(new Fact.RegistrationMade(registration, e.Id, person, number)
        {
            WaitsForGuardian = waits, FormId = session.Progress.FormId, FormVersion = session.Progress.FormVersion, Answers = session.Submission().ByName, Age = age,
        });
        script.Remember(s => s with { Unfinished = null });
        var starts = script.Local(e.StartsAt);
        script.Tell(waits ? "reg.pending" : "reg.ok.now", ("event", e.Title.In(script.Language)), ("date", Dates.WithWeekday(DateOnly.FromDateTime(starts.DateTime), script.Language)),
            ("time", Dates.Time(TimeOnly.FromDateTime(starts.DateTime))), ("place", e.Place.In(script.Language)), ("no", number));
        if (waits) GuardianDialog.Ask(script, registration);
        script.Goto(new DialogState.Menu());
    }
}
