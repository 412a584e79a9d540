using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Registration;

/// <summary>Consent comes before the first personal question; declining leads somewhere kind.</summary>
internal sealed class ConsentDialog : IDialog
{
    /// <summary>Begins a registration: asks for consent unless this person gave it to this very text before.</summary>
    public static void Begin(Script script, EventId e, bool byGuardian)
    {
        if (script.Person?.Consent is { } consent && consent.ByGuardian == byGuardian && Current(script, consent.TextVersion)) FormDialog.Begin(script, e);
        else script.Goto(new DialogState.Consenting(e, byGuardian));
    }

    public void Open(Script script, DialogState dialog)
    {
        if (((DialogState.Consenting)dialog).ByGuardian) script.Tell("consent.guardian");
        Ask(script, ConsentText.Short(script));
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.agree": Agree(script, (DialogState.Consenting)dialog); break;
            case "btn.fulltext": ConsentText.TellFull(script); Ask(script, script.Text("consent.again")); break;
            case "btn.decline":
                script.Tell("consent.no", ("phone", script.Context.Organisation.Phone));
                script.Goto(new DialogState.Menu());
                break;
            default: script.Tell("unknown"); Ask(script, script.Text("consent.again")); break;
        }
    }

    /// <summary>The text was not changed since, in whichever language it was read.</summary>
    private static bool Current(Script script, string version) =>
        Texts.Languages.Any(l => ConsentText.Version(script.Context.Texts, script.Context.Organisation, l) == version);

    private static void Ask(Script script, string text) =>
        script.Ask(text, [script.Choice("btn.agree"), script.Choice("btn.decline"), script.Choice("btn.fulltext")]);

    private static void Agree(Script script, DialogState.Consenting consenting)
    {
        // a guardian's number is not the child's
        var phone = consenting.ByGuardian ? null : script.State.VerifiedPhone;
        var owner = phone is not null ? script.Know(new Need.PhoneOwner(phone)) : null;
        var person = script.Person?.Id ?? owner ?? new PersonId(script.Context.NewId());
        var version = ConsentText.Version(script);
        script.Record(new Fact.ConsentGiven(person, version, script.Language, consenting.ByGuardian));
        if (phone is not null && owner is null) script.Record(new Fact.PhoneVerified(person, phone));
        script.Remember(s => s with { Person = person });
        script.Tell("consent.thanks", ("time", Dates.Moment(script.Local(script.Context.Now))), ("ver", version));
        FormDialog.Begin(script, consenting.Event);
    }
}
