using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Registration;

/// <summary>A free seat is offered to somebody in the queue (2-processes.md 2.4), who takes it or gives it up.</summary>
internal static class OfferAnswers
{
    /// <summary>Tells the person of the offer.</summary>
    public static void Tell(Script script, Notice.SeatOffered offered)
    {
        if (script.Know(new Need.Registration(offered.Registration)) is not { Status: RegistrationStatus.Offered } registration || script.Event(registration.Event) is not { } e) return;
        var id = offered.Registration.Value.ToString("N");
        (string, object?)[] words = [("event", e.Title.In(script.Language)), ("until", Dates.UntilBrief(script.Local(offered.Until), script.Language))];
        script.Inform(new Reply.Message(script.Text("wl.offer", words))
        {
            Options = [script.Lasting("btn.take", $"{Actions.TakeSeat}.{id}"), script.Lasting("btn.pass", $"{Actions.PassSeat}.{id}")], Compact = true,
            Template = ApprovedTemplate.Of(ApprovedTemplate.Offers, words),
        });
    }

    /// <summary>Tells the person that the offer ran out.</summary>
    public static void TellExpired(Script script, Notice.OfferExpired expired)
    {
        if (script.Event(expired.Event) is { } e) script.Inform(script.Text(expired.Waits ? "wl.expired" : "wl.gone", ("event", e.Title.In(script.Language))));
    }

    /// <summary>The person answers; false when the registration is not theirs.</summary>
    public static bool Take(Script script, string about, bool takes)
    {
        if (Actions.Own(script, about) is not { Team: null } registration || script.Event(registration.Event) is not { } e) return false;
        switch (registration.Status)
        {
            case RegistrationStatus.Offered when takes:
                Move(script, registration, RegistrationStatus.Confirmed, MoveReason.Accepted);
                script.Tell("reg.ok.now", [.. Notices.Words(script, e), ("no", registration.Number)]);
                break;
            case RegistrationStatus.Offered or RegistrationStatus.Waitlisted when !takes:
                Move(script, registration, RegistrationStatus.Cancelled, MoveReason.Declined);
                script.Tell("wl.passed", ("event", e.Title.In(script.Language)));
                break;
            case RegistrationStatus.Waitlisted: script.Tell("wl.late", ("pos", script.Know(new Need.QueuePlace(registration.Id)))); break;
            default: script.Tell("reg.dup", ("no", registration.Number), ("date", Dates.Short(DateOnly.FromDateTime(script.Local(registration.At).DateTime)))); break;
        }
        return true;
    }

    /// <summary>Records a move of a registration.</summary>
    public static void Move(Script script, KnownRegistration registration, RegistrationStatus to, MoveReason why) =>
        script.Record(new Fact.RegistrationMoved(registration.Id, registration.Event, registration.Person, registration.Status, to, why));
}
