using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>An owner gives a role: chooses which, whether for everything, a project or an event, and gets a one-time link, or gives it to a member at once.</summary>
internal sealed class StaffInvitingDialog : IDialog
{
    /// <summary>How long an invitation waits to be used.</summary>
    private static readonly TimeSpan Lives = TimeSpan.FromDays(2);

    private static readonly StaffRole[] Roles = [StaffRole.Organiser, StaffRole.Consultant, StaffRole.Desk, StaffRole.Viewer, StaffRole.Owner];

    /// <summary>"/invite ROLE": a link for everything at once; without a role, or with a wrong one, the choice.</summary>
    public static void Begin(Script script, string word)
    {
        Globals.PutAside(script);
        if (StaffRoles.Find(word) is { } role) script.Goto(new DialogState.StaffInviting(null, role));
        else script.Goto(new DialogState.StaffInviting(null));
    }

    public void Open(Script script, DialogState dialog)
    {
        var inviting = (DialogState.StaffInviting)dialog;
        if (!script.May(Right.Own)) { script.Goto(new DialogState.Menu()); return; }
        if (inviting.Role is StaffRole.Owner) { Give(script, inviting, StaffScope.All); return; } // an owner of a part could invite nobody
        switch (inviting)
        {
            case { Role: StaffRole.None }: script.Ask(script.Text("staff.which"), [.. Roles.Select(r => new Option(r.ToString(), script.Text("role." + r)) { Description = script.Text("role." + r + ".short") }), script.Choice("btn.back")]); break;
            case { Limit: StaffLimit.Project }: script.Ask(script.Text("staff.which.project"), [.. Projects(script).Select(p => new Option(p, p)), script.Choice("btn.back")]); break;
            case { Limit: StaffLimit.Event }: script.Ask(script.Text("staff.which.event"), [.. Events(script).Select(e => new Option(e.Code, e.Title.In(script.Language))), script.Choice("btn.back")]); break;
            default:
                script.Ask(script.Text("staff.where", ("role", ColleagueWords.Role(script, inviting.Role)), ("what", script.Text("role." + inviting.Role + ".long"))),
                    [script.Choice("btn.staff.all"), .. Projects(script).Any() ? [script.Choice("btn.staff.project")] : Array.Empty<Option>(), .. Events(script).Any() ? [script.Choice("btn.staff.event")] : Array.Empty<Option>(), script.Choice("btn.back")]);
                break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var inviting = (DialogState.StaffInviting)dialog;
        if (!script.May(Right.Own)) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.back") { script.Goto(inviting switch { { Limit: not StaffLimit.None } => inviting with { Limit = StaffLimit.None }, { Role: not StaffRole.None } => inviting with { Role = StaffRole.None }, { Member: { } member } => new DialogState.StaffMember(member), _ => new DialogState.StaffList() }); return; }
        switch (inviting)
        {
            case { Role: StaffRole.None } when (heard.Id is { } id && Enum.TryParse<StaffRole>(id, out var chosen) ? chosen : StaffRoles.Find(heard.Text)) is { } role and not StaffRole.None: script.Goto(inviting with { Role = role }); break;
            case { Limit: StaffLimit.Project } when Projects(script).FirstOrDefault(p => p == heard.Id) is { } project: Give(script, inviting, new(project)); break;
            case { Limit: StaffLimit.Event } when Events(script).FirstOrDefault(e => e.Code == heard.Id) is { } e: Give(script, inviting, new(null, e.Id)); break;
            case { Role: not StaffRole.None, Limit: StaffLimit.None } when heard.Id == "btn.staff.all": Give(script, inviting, StaffScope.All); break;
            case { Role: not StaffRole.None, Limit: StaffLimit.None } when heard.Id == "btn.staff.project": script.Goto(inviting with { Limit = StaffLimit.Project }); break;
            case { Role: not StaffRole.None, Limit: StaffLimit.None } when heard.Id == "btn.staff.event": script.Goto(inviting with { Limit = StaffLimit.Event }); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void Give(Script script, DialogState.StaffInviting inviting, StaffScope scope)
    {
        var grant = new StaffGrant(inviting.Role, scope);
        if (inviting.Member is { } member)
        {
            var all = script.Know(new Need.Colleagues());
            var has = all.FirstOrDefault(c => c.Chat == member)?.Access.Grants.Contains(grant) == true;
            if (!has) script.Record(new Fact.StaffGranted(member, inviting.Role, scope));
            script.Tell(has ? "staff.has" : "staff.given", ("name", ColleagueWords.Name(script, all, member)), ("role", ColleagueWords.Grant(script, grant)));
            script.Goto(new DialogState.Menu());
            return;
        }
        var code = script.Context.NewCode();
        script.Record(new Fact.StaffInvited(Secret.Hash(code), inviting.Role, script.Context.Now + Lives) { Scope = scope });
        script.Tell("staff.invite", ("role", ColleagueWords.Grant(script, grant)), ("link", LinkWords.Of(script, DeepLink.Staff + code) ?? ""), ("code", "/staff " + code), ("days", (int)Lives.TotalDays));
        script.Goto(new DialogState.Menu());
    }

    private static IEnumerable<string> Projects(Script script) => script.Events.Select(e => e.Project).Where(p => p.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    private static IEnumerable<Programme.EventInfo> Events(Script script) => script.Events.Where(e => e.CalledOff is null && e.EndsAt > script.Context.Now - TimeSpan.FromDays(30)).OrderBy(e => e.StartsAt);
}
