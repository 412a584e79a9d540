using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Registration;

/// <summary>A parent or legal representative agrees, from a chat of their own, that a minor takes part (4-law-and-places.md 4.2).</summary>
internal sealed class GuardianDialog : IDialog
{
    /// <summary>Asks the guardian of a registration that was just made; the link goes to the child, who passes it on.</summary>
    public static void Ask(Script script, RegistrationId registration)
    {
        var code = script.Context.NewCode();
        script.Record(new Fact.GuardianAsked(registration, Secret.Hash(code), script.Context.Now + Eligibility.GuardianTime));
        if (LinkWords.Of(script, DeepLink.Guardian + code) is { } link) script.Tell("minor.info", ("link", link), ("hours", (int)Eligibility.GuardianTime.TotalHours));
        else script.Tell("minor.info.code", ("code", LinkWords.Command(DeepLink.Guardian + code)), ("hours", (int)Eligibility.GuardianTime.TotalHours));
    }

    /// <summary>Follows a guardian's link.</summary>
    public static void Follow(Script script, string code)
    {
        var hash = Secret.Hash(code);
        if (script.Know(new Need.Code(hash)) is { Registration: { } registration }) { script.Goto(new DialogState.Guarding(registration, hash)); return; }
        script.Tell("link.expired", ("phone", script.Context.Organisation.Phone));
        script.Goto(new DialogState.Menu());
    }

    public void Open(Script script, DialogState dialog)
    {
        var guarding = (DialogState.Guarding)dialog;
        var registration = script.Know(new Need.Registration(guarding.Registration));
        if (registration is null || script.Event(registration.Event) is not { } e) { Gone(script); return; }
        if (registration.Person == script.State.Person) { script.Tell("minor.own"); script.Goto(new DialogState.Menu()); return; }
        var starts = script.Local(e.StartsAt);
        Ask(script, script.Text("minor.parent", ("child", registration.FullName), ("event", e.Title.In(script.Language)), ("date", Dates.Moment(starts)), ("place", e.Place.In(script.Language))));
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var guarding = (DialogState.Guarding)dialog;
        switch (heard.Id)
        {
            case "btn.fulltext": ConsentText.TellFull(script); Ask(script, script.Text("consent.again")); break;
            case "btn.agree" or "btn.decline": Answer(script, guarding, heard.Id == "btn.agree"); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void Ask(Script script, string text) =>
        script.Ask(text, [script.Choice("btn.agree"), script.Choice("btn.decline"), script.Choice("btn.fulltext")]);

    private static void Answer(Script script, DialogState.Guarding guarding, bool agrees)
    {
        if (script.Know(new Need.Code(guarding.CodeHash)) is null) { Gone(script); return; }
        var registration = script.Know(new Need.Registration(guarding.Registration));
        if (registration is null) { Gone(script); return; }
        script.Record(new Fact.GuardianAnswered(guarding.Registration, registration.Number, agrees && registration.Team is not null ? null : registration.Chat, guarding.CodeHash, agrees, ConsentText.Version(script), script.Language));
        if (agrees) OfferAnswers.Move(script, registration, registration.Queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed, MoveReason.GuardianAgreed);
        script.Tell(agrees ? "guardian.thanks" : "guardian.refused");
        script.Goto(new DialogState.Menu());
    }

    private static void Gone(Script script)
    {
        script.Tell("link.expired", ("phone", script.Context.Organisation.Phone));
        script.Goto(new DialogState.Menu());
    }
}
