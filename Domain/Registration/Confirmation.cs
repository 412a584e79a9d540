using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Domain.Registration.Sources;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Registration;

/// <summary>The last step: everything is checked once more, since a seat or the time may have gone while the person typed.</summary>
internal static class Confirmation
{
    /// <summary>Makes the registration and says its number.</summary>
    public static void Confirm(Script script, EventId id, FormSession session, TeamPlace? place = null)
    {
        if (script.Event(id) is not { } e) { script.Goto(new DialogState.ChooseEvent()); return; }
        if (script.State.Person is not { } person) { ConsentDialog.Begin(script, new DialogState.Consenting(e.Id, ByGuardian: ChildRegistration.ByGuardian(script), Place: place)); return; }
        if (Refuses(script, e, place)) return;
        var age = Eligibility.Age(script, e, session);
        if (Eligibility.Refuses(script, e, session, complete: place is null)) return;
        if (ChildRegistration.Hands(script, e, age)) return;
        if (session.Value("phone") is { } phone && script.Know(new Need.PhoneTaken(e.Id, phone, person)))
        {
            script.Remember(s => s with { Unfinished = null });
            script.Tell("reg.samephone", ("phone", script.Context.Organisation.Phone));
            script.Goto(new DialogState.Menu());
            return;
        }
        Register(script, e, person, session, age, place);
    }

    /// <summary>Refuses, with the reason said, when the person is registered already, or registration is over.</summary>
    public static bool Refuses(Script script, EventInfo e, TeamPlace? place = null)
    {
        if (place is not null) return TeamSeat.Refuses(script, e, place);
        if (Eligibility.Existing(script, e) is { } existing) { EventDialog.AlreadyRegistered(script, existing); return true; }
        if (!e.TakesRegistrations(script.Context.Now)) { script.Goto(new DialogState.EventCard(e.Id)); return true; }
        return false;
    }

    private static void Register(Script script, EventInfo e, PersonId person, FormSession session, int? age, TeamPlace? place)
    {
        var team = place is null ? null : script.Know(new Need.Team(place.Team));
        var quota = place is null ? Quota.Of(e.Quotas, session.Value) : null;
        var queued = team?.Queued ?? e.FreeIn(quota) < 1;
        var status = age < Eligibility.AdultAge && !ChildRegistration.ByGuardian(script) ? RegistrationStatus.WaitingConsent : queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed;
        var registration = new RegistrationId(script.Context.NewId());
        var number = script.Context.NextNumber(e.Id);
        script.Record(new Fact.RegistrationMade(registration, e.Id, person, number)
        {
            Status = status, Queued = queued, Quota = quota?.Code, Team = place?.Team, Member = place?.Member, Source = Touches.Of(script, e.Id), Ticket = script.Context.NewCode()[..6],
            FormId = session.Progress.FormId, FormVersion = session.Progress.FormVersion, Answers = session.Submission().ByName, Age = age,
        });
        script.Remember(s => s with { Unfinished = null });
        if (team is not null && status is not RegistrationStatus.WaitingConsent) TeamSeat.Say(script, e, team);
        else Say(script, e, status, quota, number, session.Value("remind") != "no");
        if (status == RegistrationStatus.WaitingConsent) GuardianDialog.Ask(script, registration);
        script.Goto(new DialogState.Menu());
    }

    private static void Say(Script script, EventInfo e, RegistrationStatus status, Quota? quota, int number, bool reminds)
    {
        if (status == RegistrationStatus.Waitlisted) script.Tell("wl.in", ("pos", script.Know(new Need.QueueLength(e.Id, quota?.Code)) + 1));
        else script.Tell(status == RegistrationStatus.WaitingConsent ? "reg.pending" : reminds ? "reg.ok" : "reg.ok.now", [.. Notices.Words(script, e), ("no", number)]);
    }
}
