using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Sources;

namespace GrantBot.Domain.Registration;

/// <summary>
/// A child under 14 is registered by a parent or legal representative, from a chat of their own (4-law-and-places.md 4.2; Civil Code art. 22).
/// A child is asked no more once the birth date is known; a parent who comes by the child's link consents and fills in the same form.
/// </summary>
internal static class ChildRegistration
{
    /// <summary>From this age on a teenager fills in the form, and a guardian agrees.</summary>
    private const int TeenAge = 14;

    /// <summary>Whether the open dialog is a guardian's.</summary>
    public static bool ByGuardian(Script script) => script.State.Dialog is DialogState.EventCard { ByGuardian: true } or DialogState.Consenting { ByGuardian: true } or DialogState.Registering { ByGuardian: true };

    /// <summary>Ends a child's own attempt: the link for the guardian comes first, what was answered so far is forgotten. False when it is no such child.</summary>
    public static bool Hands(Script script, EventInfo e, int? age)
    {
        if (age is not < TeenAge || ByGuardian(script)) return false;
        var code = script.State.Dialog is DialogState.Registering { Place: { } place } && script.Know(new Need.Team(place.Team)) is { } team ? DeepLink.TeamChild + team.Code : DeepLink.Child + SourceCode.Join(e.Code, Touches.Of(script, e.Id));
        if (LinkWords.Of(script, code) is { } link) script.Tell("minor.under14", ("link", link));
        else script.Tell("minor.under14.code", ("code", LinkWords.Command(code)));
        script.Remember(s => s with { Unfinished = null });
        script.Goto(new DialogState.Menu());
        return true;
    }

    /// <summary>Follows the link meant for a guardian. A chat in which somebody consented for themselves is not a guardian's own.</summary>
    public static void Follow(Script script, EventInfo e)
    {
        if (script.Person?.Consent is { ByGuardian: false })
        {
            script.Tell("minor.under14.own", ("phone", script.Context.Organisation.Phone));
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Tell("minor.under14.guardian");
        script.Goto(new DialogState.EventCard(e.Id, ByGuardian: true));
    }
}
