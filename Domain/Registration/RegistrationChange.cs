using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.Registration;

/// <summary>
/// The person corrects what they answered when they registered, until the event begins. The registration stays what it is; what would have
/// been refused at registering is refused here, and nothing changes.
/// </summary>
internal sealed class RegistrationChange(EventId id, RegistrationId registration) : IOccasion
{
    /// <summary>Shows the answers, to be corrected.</summary>
    public static void Begin(Script script, KnownRegistration mine)
    {
        if (!May(script, mine) || script.Event(mine.Event) is not { } e || script.Context.Forms.Find(e.FormId) is not { } form) { script.Goto(new DialogState.MyRegistrations()); return; }
        FormDialog.Begin(script, form, p => new DialogState.Registering(e.Id, p, FillingStep.Asking, Changes: mine.Id), script.Person!.Answers);
    }

    /// <summary>Whether there is still something to correct.</summary>
    public static bool May(Script script, KnownRegistration mine) => mine.Status is not (RegistrationStatus.Attended or RegistrationStatus.NoShow or RegistrationStatus.Cancelled)
        && script.Person?.Answers.Count > 0 && script.Event(mine.Event) is { CalledOff: null } e && script.Context.Now < e.StartsAt;

    public bool IsOpen(Script script) => Mine(script) is { } mine && May(script, mine);

    public void Prepare(Script script, FormSession session) { if (script.Event(id) is { } e) RegistrationOccasion.Surround(script, session, e); }

    public bool Ends(Script script, FormSession session)
    {
        if (Mine(script) is not { } mine || script.Event(id) is not { } e) { Leave(script); return true; }
        if (Refusal(script, e, mine, session) is not { } why) return false;
        script.Remember(s => s with { Unfinished = null });
        script.Say(why);
        script.Tell("mine.change.not", ("event", e.Title.In(script.Language)));
        Leave(script);
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session) || Mine(script) is not { } mine || script.Event(id) is not { } e) return;
        script.Record(new Fact.RegistrationChanged(mine.Id, e.Id, mine.Person)
        {
            Quota = Group(e, mine, session), FormId = session.Progress.FormId, FormVersion = session.Progress.FormVersion, Answers = session.Submission().ByName, Age = Eligibility.Age(script, e, session),
        });
        script.Remember(s => s with { Unfinished = null });
        script.Tell("mine.changed", ("event", e.Title.In(script.Language)));
        script.Goto(new DialogState.Menu());
    }

    public void Leave(Script script) => script.Goto(new DialogState.MyRegistrations());

    public string Title(Script script) => script.Event(id)?.Title.In(script.Language) ?? "";

    private KnownRegistration? Mine(Script script) => script.Person?.Registrations.FirstOrDefault(r => r.Id == registration);

    private static string? Refusal(Script script, EventInfo e, KnownRegistration mine, FormSession session)
    {
        if (Eligibility.Age(script, e, session) is { } age)
        {
            if (!Eligibility.AgeFits(e, age) && !Reviews.Admits(script, e.Id, RefusalKind.Age)) return RefusalDialog.Words(script, e, RefusalKind.Age);
            if (age < Eligibility.AdultAge && Before(script, e) is not < Eligibility.AdultAge) return script.Text("mine.change.minor");
        }
        if (e.Territories.Count > 0 && session.Value("territory") is { Length: > 0 } territory && !e.Territories.Contains(territory) && !Reviews.Admits(script, e.Id, RefusalKind.Territory))
            return RefusalDialog.Words(script, e, RefusalKind.Territory);
        if (session.Value("phone") is { } phone && script.Know(new Need.PhoneTaken(e.Id, phone, mine.Person))) return script.Text("reg.samephone", ("phone", script.Context.Organisation.Phone));
        if (mine.Quota is null || session.Next is not null || Quota.Of(e.Quotas, session.Value)?.Code == mine.Quota) return null;
        return Quota.Of(e.Quotas, session.Value) is not { } quota ? RefusalDialog.Words(script, e, RefusalKind.Quota)
            : !mine.Queued && e.FreeIn(quota) < 1 ? script.Text("mine.change.full", ("quota", quota.Title.In(script.Language))) : null;
    }

    /// <summary>Whom staff admitted outside the quotas, and who came with a team, stay as they are.</summary>
    private static string? Group(EventInfo e, KnownRegistration mine, FormSession session) => mine.Quota is null ? null : Quota.Of(e.Quotas, session.Value)?.Code;

    private static int? Before(Script script, EventInfo e) =>
        DateOnly.TryParseExact(script.Person?.Answers.GetValueOrDefault("birth"), "yyyy-MM-dd", out var birth) ? Eligibility.Age(birth, DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime)) : null;
}
