using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration;

/// <summary>A participant gives a registration up, and may think better of it while there are seats.</summary>
internal static class GivingUp
{
    /// <summary>Whether the seat goes to somebody in the queue. Where there are quotas, that depends on who waits for which.</summary>
    public static bool IsWaitedFor(Script script, KnownRegistration registration, EventInfo e) =>
        HasSeat(registration) && e is { Waiting: > 0, Quotas.Count: 0, CalledOff: null } && script.Context.Now < e.StartsAt;

    /// <summary>Records it and says so, with a way back: a cancelled registration is final, so they would register anew.</summary>
    public static void Take(Script script, KnownRegistration registration, EventInfo e, MoveReason why)
    {
        OfferAnswers.Move(script, registration, RegistrationStatus.Cancelled, why);
        var text = script.Text(registration.Status is RegistrationStatus.Waitlisted ? "reg.cancel.queue" : HasSeat(registration) ? "reg.cancel.ok" : "reg.cancel.ok.plain");
        if (script.State.Dialog is not DialogState.Filling && MayReturn(script, registration, e)) script.Inform(text + "\n" + script.Text("reg.cancel.back"), script.Lasting("btn.again", $"{Actions.Register}.{e.Code}"));
        else script.Say(text);
    }

    /// <summary>The seat that came free is theirs to take again unless somebody waits for it. A place in a team is its captain's to give.</summary>
    private static bool MayReturn(Script script, KnownRegistration registration, EventInfo e) =>
        registration.Team is null && e.TeamSize is null && e.TakesRegistrations(script.Context.Now) && (e.Free is null or > 0 || (HasSeat(registration) && e.Waiting == 0));

    private static bool HasSeat(KnownRegistration registration) => registration is { Queued: false, Status: not RegistrationStatus.Waitlisted };
}
