using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Organising.Venues;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>The form of an event, filled by an organiser: a new one, one like another, or one that is there and changes.</summary>
internal sealed class PlanningOccasion(DialogState.Planning planning) : IOccasion
{
    /// <summary>Begins a new event, with what another one has already where it shall be like that.</summary>
    public static void New(Script script, EventInfo? like = null)
    {
        if (like is null) PlanPickingDialog.Begin(script);
        else Begin(script, null, EventFields.Write(like, script.Context.Zone, copy: true), VenuesDialog.Find(script, like.Venue)?.Id);
    }

    /// <summary>Shows what is decided about an event, to be changed.</summary>
    public static void Change(Script script, EventInfo e) => Begin(script, e.Id, EventFields.Write(e, script.Context.Zone, copy: false), VenuesDialog.Find(script, e.Venue)?.Id);

    /// <summary>Begins the form.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="id">The event that changes; null = a new one.</param>
    /// <param name="answers">What it shall hold from the start; null = nothing.</param>
    /// <param name="venue">The venue; null = its place is typed.</param>
    /// <param name="project">Code of the project that was picked.</param>
    public static void Begin(Script script, EventId? id, IReadOnlyDictionary<string, string>? answers, Guid? venue = null, string? project = null)
    {
        if (script.Context.Forms.Find(EventFields.FormId) is not { } form) { script.Tell("plan.noform"); script.Goto(new DialogState.Menu()); return; }
        if (id is null && VenuesDialog.Find(script, venue) is { } place) script.Tell("plan.at", ("place", place.What.Place.In(script.Language)));
        FormDialog.Begin(script, form, p => new DialogState.Planning(id, p, FillingStep.Asking, Venue: venue, Project: project), answers);
    }

    public bool IsOpen(Script script) => planning.Event is not { } id ? MayNew(script) : script.Event(id) is { CalledOff: null } e && script.May(Right.Organise, e);

    /// <summary>Whether this chat may plan new events: whoever organises everything, or a project, in that project alone.</summary>
    public static bool MayNew(Script script) => script.May(Right.Organise) || script.Access.Grants.Any(g => g.Scope.Project is not null && StaffAccess.Allows(g.Role, Right.Organise));

    public void Prepare(Script script, FormSession session)
    {
        var e = planning.Event is { } id ? script.Event(id) : null;
        session.Set("editing", e is null ? "no" : "yes");
        session.Set("event_start", e is null ? "" : EventFields.DateText(e.StartsAt, script.Context.Zone));
        var venue = VenuesDialog.Find(script, planning.Venue);
        session.Set("venue", venue is null ? "no" : "yes");
        session.Set("fits", venue?.What.Fits?.ToString(CultureInfo.InvariantCulture) ?? "");
        session.Set("projects", string.Concat(script.Know(new Need.Projects()).Select(p => $";{p.Code};")));
        session.Set("codes", $";{string.Join(';', script.Events.Select(other => other.Code))};");
    }

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        script.Tell("plan.gone");
        Leave(script);
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session) || script.Context.Forms.Find(planning.Form.FormId, planning.Form.FormVersion) is not { } form) return;
        var before = planning.Event is { } known ? script.Event(known) : null;
        var draft = EventFields.Read(form, session.Submission().ByName, before, script.Context.Zone, VenuesDialog.Find(script, planning.Venue), planning.Project);
        if (!script.Access.MayIn(Right.Organise, draft.Project)) draft = draft with { Project = before?.Project ?? OwnProject(script) }; // whoever organises a project plans for it alone
        if (before is null && script.Events.Any(e => e.Code == draft.Code)) { Again(script, session, "plan.code.taken", "code"); return; }
        if (before is null && draft.StartsAt <= script.Context.Now) { Again(script, session, "plan.start.past", "start_date"); return; }
        if (before is not null && (before.TeamSize is null) != (draft.TeamSize is null) && IsPeopled(script, before)) { Again(script, session, "plan.teams.fixed", "extras"); return; }
        var id = planning.Event ?? new EventId(script.Context.NewId());
        script.Record(new Fact.EventSet(id, draft));
        script.Remember(s => s with { Unfinished = null });
        var title = draft.Title.In(script.Language);
        if (before is null) script.Tell("plan.created", ("event", title), ("code", draft.Code), ("link", LinkWords.OrCommand(script, DeepLink.Event + draft.Code)));
        else script.Tell(draft.Capacity < before.Taken ? "plan.changed.less" : "plan.changed", ("event", title), ("taken", before.Taken));
        script.Goto(new DialogState.Menu());
    }

    public void Leave(Script script) => script.Goto(planning.Event is { } id && script.Event(id) is not null ? new DialogState.EventPlan(id) : new DialogState.EventList());

    public string Title(Script script) => planning.Event is { } id && script.Event(id) is { } e ? e.Title.In(script.Language) : script.Text("plan.new");

    private static string OwnProject(Script script) => script.Access.Grants.Where(g => StaffAccess.Allows(g.Role, Right.Organise)).Select(g => g.Scope.Project).FirstOrDefault(p => p is not null) ?? "";

    private static bool IsPeopled(Script script, EventInfo e) => script.Know(new Need.Standings(e.Id)).Any(s => s.Key is not RegistrationStatus.Cancelled && s.Value > 0);

    private void Again(Script script, FormSession session, string why, string question)
    {
        script.Tell(why);
        FormDialog.Reask(script, planning, session, question);
    }
}
