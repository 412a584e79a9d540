using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Registration;

/// <summary>Consent comes before the first personal question; declining leads somewhere kind.</summary>
internal sealed class ConsentDialog : IDialog
{
    /// <summary>Begins a registration: asks for consent unless this person gave it to this very text before.</summary>
    public static void Begin(Script script, EventId e, bool byGuardian) => Begin(script, new DialogState.Consenting(e, ByGuardian: byGuardian));

    /// <summary>Begins whatever the consent is needed for; what was begun before and not finished is offered first.</summary>
    public static void Begin(Script script, DialogState.Consenting wish)
    {
        if (IsUnfinished(script.State.Unfinished, wish)) script.Goto(new DialogState.Resuming(wish));
        else if (script.Person?.Consent is { } consent && consent.ByGuardian == wish.ByGuardian && Current(script, consent.TextVersion)) Go(script, wish);
        else script.Goto(wish);
    }

    public void Open(Script script, DialogState dialog)
    {
        var wish = (DialogState.Consenting)dialog;
        if (wish.ByGuardian) script.Tell("consent.guardian");
        Ask(script, ConsentText.Short(script, wish.Event is null ? "consent.short.form" : "consent.short"));
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.agree": Agree(script, (DialogState.Consenting)dialog); break;
            case "btn.fulltext": ConsentText.TellFull(script); Ask(script, script.Text("consent.again")); break;
            case "btn.decline":
                script.Tell(((DialogState.Consenting)dialog).Event is null ? "consent.no.form" : "consent.no", ("phone", script.Context.Organisation.Phone));
                script.Goto(new DialogState.Menu());
                break;
            default: script.Tell("unknown"); Ask(script, script.Text("consent.again")); break;
        }
    }

    private static bool IsUnfinished(DialogState.Filling? unfinished, DialogState.Consenting wish) => unfinished switch
    {
        DialogState.Registering registering => registering.Event == wish.Event && registering.ByGuardian == wish.ByGuardian && registering.Place == wish.Place && !wish.NewTeam,
        DialogState.Teaming teaming => teaming.Event == wish.Event && wish.NewTeam,
        DialogState.Consulting => wish.Form == Consultations.ConsultationSheet.FormId,
        DialogState.Answering { Trial: false } answering => answering.Form.FormId == wish.Form,
        _ => false,
    };

    /// <summary>The text was not changed since, in whichever language it was read.</summary>
    private static bool Current(Script script, string version) =>
        Texts.Languages.Any(l => ConsentText.Version(script.Context.Texts, script.Context.Organisation, l) == version);

    private static void Ask(Script script, string text) =>
        script.Ask(text, [script.Choice("btn.agree"), script.Choice("btn.decline"), script.Choice("btn.fulltext")]);

    private static void Agree(Script script, DialogState.Consenting wish)
    {
        // a guardian's number is not the child's
        var phone = wish.ByGuardian ? null : script.State.VerifiedPhone;
        var owner = phone is not null ? script.Know(new Need.PhoneOwner(phone)) : null;
        var person = script.Person?.Id ?? owner ?? new PersonId(script.Context.NewId());
        var version = ConsentText.Version(script);
        script.Record(new Fact.ConsentGiven(person, version, script.Language, wish.ByGuardian));
        if (phone is not null && owner is null) script.Record(new Fact.PhoneVerified(person, phone));
        script.Remember(s => s with { Person = person });
        script.Tell("consent.thanks", ("time", Dates.Moment(script.Local(script.Context.Now))), ("ver", version));
        Go(script, wish);
    }

    private static void Go(Script script, DialogState.Consenting wish)
    {
        if (wish is { Event: { } tournament, NewTeam: true }) TeamOccasion.Begin(script, tournament);
        else if (wish.Event is { } e) RegistrationOccasion.Begin(script, e, wish.ByGuardian, wish.Place);
        else if (wish.Survey is { } survey) Surveys.SurveyEntry.Begin(script, survey);
        else if (wish.Form == Consultations.ConsultationSheet.FormId) Consultations.ConsultationEntry.Begin(script);
        else AnsweringOccasion.Begin(script, wish.Form ?? "");
    }
}
