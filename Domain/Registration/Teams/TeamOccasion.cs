using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>A form filled to register a team (6-forms.md 6.2).</summary>
internal sealed class TeamOccasion(DialogState.Teaming teaming) : IOccasion
{
    private const string FormId = "reg_team";

    /// <summary>Up to this age a tournament is one of pupils, whose school is asked.</summary>
    private const int OldestPupil = 18;

    /// <summary>Begins the form; the captain or coach has consented.</summary>
    public static void Begin(Script script, EventId id)
    {
        if (script.Event(id) is not { TeamSize: not null } e || !e.TakesRegistrations(script.Context.Now) || script.Context.Forms.Find(FormId) is not { } form) { script.Goto(new DialogState.EventCard(id)); return; }
        FormDialog.Begin(script, form, p => new DialogState.Teaming(id, p, FillingStep.Asking));
    }

    public bool IsOpen(Script script) => script.Event(teaming.Event) is { TeamSize: not null } e && e.TakesRegistrations(script.Context.Now);

    public void Prepare(Script script, FormSession session)
    {
        if (script.Event(teaming.Event) is not { TeamSize: { } size } e) return;
        session.Set("event", e.Code);
        session.Set("league", e.MaxAge <= OldestPupil ? "pupils" : "");
        session.Set("has_categories", e.Categories.Count > 0 ? "yes" : "no");
        session.Set("min_size", size.Min.ToString(CultureInfo.InvariantCulture));
        session.Set("max_size", size.Max.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What cannot be is said at once and asked again; the form goes on.</summary>
    public bool Ends(Script script, FormSession session)
    {
        if (script.Event(teaming.Event) is not { } e) { script.Goto(new DialogState.ChooseEvent()); return true; }
        if (Wrong(script, e, session) is not { } wrong) return false;
        script.Say(wrong.Why);
        if (script.Context.Forms.Find(session.Progress.FormId, session.Progress.FormVersion)?.PathOf(wrong.Question) is { } path) session.Reopen(path);
        return false;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (script.Event(teaming.Event) is not { TeamSize: not null } e || !e.TakesRegistrations(script.Context.Now)) { Leave(script); return; }
        if (script.State.Person is not { } person) { ConsentDialog.Begin(script, new DialogState.Consenting(e.Id, NewTeam: true)); return; }
        if (Wrong(script, e, session) is not null) { script.Goto(teaming with { Form = session.Progress, Step = FillingStep.Asking, Picked = null }); return; }
        Make(script, e, person, session);
    }

    public void Leave(Script script) => script.Goto(new DialogState.EventCard(teaming.Event));

    public string Title(Script script) => script.Event(teaming.Event)?.Title.In(script.Language) ?? "";

    private static (string Question, string Why)? Wrong(Script script, EventInfo e, FormSession session)
    {
        if (session.Value("team") is { } name && script.Know(new Need.TeamNamed(e.Id, Fold.Text(name)))) return ("team", script.Text("e.t.name"));
        if (e.Territories.Count > 0 && session.Value("territory") is { } territory && !e.Territories.Contains(territory))
            return ("territory", script.Text("t.territory", ("list", string.Join(", ", e.Territories.Select(t => script.Text("ter." + t))))));
        if (session.Value("category") is { } category && e.Categories.Count > 0 && Category(e, category) is null)
            return ("category", script.Text("t.category.which", ("list", string.Join("\n", e.Categories.Select(c => "• " + c.Title.In(script.Language))))));
        return null;
    }

    private static Session? Category(EventInfo e, string typed) =>
        Labels.Find(typed, [.. e.Categories.Select(c => (IReadOnlyList<string>)[c.Title.Kk, c.Title.Ru, c.Title.En, c.Code])]) is >= 0 and var at ? e.Categories[at] : null;

    private static void Make(Script script, EventInfo e, PersonId person, FormSession session)
    {
        var sent = session.Submission().ByName;
        string? Answer(string name) => sent.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
        List<NamedMember> members = [];
        while (Answer($"member[{members.Count + 1}]/m_surname") is { } surname)
        {
            var at = $"member[{members.Count + 1}]/m_";
            members.Add(new(surname, Answer(at + "given") ?? "", Answer(at + "phone") ?? "", Answer(at + "captain") == "yes"));
        }
        var captains = Answer("role") == "captain";
        if (captains && members.Count > 0 && !members.Exists(m => m.Captain)) members[0] = members[0] with { Captain = true };
        var quota = Quota.Of(e.Quotas, session.Value);
        var made = new Fact.TeamMade(new(script.Context.NewId()), e.Id, person, script.Context.NextNumber(e.Id))
        {
            Code = TeamCode.New(script), Name = Answer("team") ?? "", Territory = Answer("territory"), Institution = Answer("place_study_other") ?? Answer("place_study"),
            Category = Answer("category") is { } typed ? Category(e, typed)?.Code ?? typed : null, Quota = quota?.Code, Queued = e.FreeIn(quota) < members.Count, Size = members.Count,
            ConfirmBy = TeamRules.ConfirmBy(e, script.Context.Now), Coach = Answer("coach"), CoachPhone = Answer("coach_phone"), Members = members,
        };
        script.Record(made);
        script.Remember(s => s with { Unfinished = null });
        Say(script, made);
        if (Answer("role") is "coach") { script.Goto(new DialogState.Menu()); return; }
        script.Stay(new DialogState.TeamJoining(made.Team, captains ? members.FindIndex(m => m.Captain) + 1 : 0));
        TeamJoinDialog.AskOwn(script);
    }

    private static void Say(Script script, Fact.TeamMade made)
    {
        var until = Dates.Until(script.Local(made.ConfirmBy), script.Language);
        if (LinkWords.Of(script, DeepLink.Team + made.Code) is { } link) script.Tell("t.code", ("team", made.Name), ("link", link), ("code", made.Code), ("ok", 0), ("n", made.Size), ("deadline", until));
        else script.Tell("t.code.plain", ("team", made.Name), ("code", made.Code), ("ok", 0), ("n", made.Size), ("deadline", until));
        if (made.Queued) script.Tell("t.queued");
    }
}
