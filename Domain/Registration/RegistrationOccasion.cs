using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Registration;

/// <summary>A form filled to register for an event.</summary>
internal sealed class RegistrationOccasion(EventId id, bool byGuardian, TeamPlace? place = null) : IOccasion
{
    /// <summary>Begins the registration form of an event, for a place in a team or without one.</summary>
    public static void Begin(Script script, EventId id, bool byGuardian, TeamPlace? place = null)
    {
        if (script.Event(id) is not { } e || script.Context.Forms.Find(e.FormId) is not { } form) { script.Goto(new DialogState.ChooseEvent()); return; }
        if (place is null && e.TeamSize is not null) { script.Goto(new DialogState.EventCard(id)); return; }
        if (!Confirmation.Refuses(script, e, place)) FormDialog.Begin(script, form, p => new DialogState.Registering(id, p, FillingStep.Asking, ByGuardian: byGuardian, Place: place));
    }

    public bool IsOpen(Script script) => script.Event(id) is { } e && (place is null ? e.TakesRegistrations(script.Context.Now) : TeamRules.TakesMembers(e, script.Context.Now));

    public void Prepare(Script script, FormSession session)
    {
        if (script.Event(id) is not { } e) return;
        Surround(script, session, e);
        if (session.Progress.Asked.Count > 0) return;
        foreach (var (name, value) in script.Person?.Answers ?? new Dictionary<string, string>()) session.Set(name, value);
        if (place is not null) TeamSeat.Prefill(script, session, place, byGuardian);
    }

    /// <summary>Puts in what the form has to know of the event.</summary>
    public static void Surround(Script script, FormSession session, Programme.EventInfo e)
    {
        session.Set("event_date", script.Local(e.StartsAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        session.Set("min_age", e.MinAge?.ToString(CultureInfo.InvariantCulture) ?? "");
        session.Set("max_age", e.MaxAge?.ToString(CultureInfo.InvariantCulture) ?? "");
        session.Set("asks_disability", e.AsksDisability ? "yes" : "no");
        session.Set("asks_vulnerable", e.AsksVulnerable ? "yes" : "no");
        session.Set("quota_young", e.Quotas.Any(q => q.Question == "young_spec") ? "yes" : "no");
    }

    public bool Ends(Script script, FormSession session)
    {
        if (script.Event(id) is not { } e) { script.Goto(new DialogState.ChooseEvent()); return true; }
        return Eligibility.Refuses(script, e, session) || ChildRegistration.Hands(script, e, Eligibility.Age(script, e, session));
    }

    public void Confirm(Script script, FormSession session) => Confirmation.Confirm(script, id, session, place);

    public void Leave(Script script) => script.Goto(place is not null ? new DialogState.Menu() : script.Event(id) is null ? new DialogState.ChooseEvent() : new DialogState.EventCard(id, byGuardian));

    public string Title(Script script) => script.Event(id)?.Title.In(script.Language) ?? "";
}
