using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Registration;

/// <summary>A form filled to register for an event.</summary>
internal sealed class RegistrationOccasion(EventId id, bool byGuardian) : IOccasion
{
    /// <summary>Begins the registration form of an event.</summary>
    public static void Begin(Script script, EventId id, bool byGuardian)
    {
        if (script.Event(id) is not { } e || script.Context.Forms.Find(e.FormId) is not { } form) { script.Goto(new DialogState.ChooseEvent()); return; }
        if (!Confirmation.Refuses(script, e)) FormDialog.Begin(script, form, p => new DialogState.Registering(id, p, FillingStep.Asking, ByGuardian: byGuardian));
    }

    public bool IsOpen(Script script) => script.Event(id)?.TakesRegistrations(script.Context.Now) == true;

    public void Prepare(Script script, FormSession session)
    {
        if (script.Event(id) is not { } e) return;
        Surround(script, session, e);
        if (session.Progress.Asked.Count > 0 || script.Person is not { } person) return;
        foreach (var (name, value) in person.Answers) session.Set(name, value);
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

    public void Confirm(Script script, FormSession session) => Confirmation.Confirm(script, id, session);

    public void Leave(Script script) => script.Goto(script.Event(id) is null ? new DialogState.ChooseEvent() : new DialogState.EventCard(id, byGuardian));

    public string Title(Script script) => script.Event(id)?.Title.In(script.Language) ?? "";
}
