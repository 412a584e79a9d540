using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>What staff ask for by chat (5-glossary-and-texts.md 5.9). To a stranger every command is an unknown text.</summary>
public static class StaffCommands
{
    private static readonly TimeSpan InvitationLives = TimeSpan.FromDays(2);

    private static readonly (string Name, StaffRole Needs, string[] Words)[] Table =
    [
        ("stats", StaffRole.Viewer, ["/stats", "stats", "сан", "сколько", "статистика"]),
        ("digest", StaffRole.Manager, ["/digest", "digest", "қорытынды", "сводка"]),
        ("indicators", StaffRole.Viewer, ["/indicators", "indicators", "көрсеткіштер", "показатели"]),
        ("reach", StaffRole.Manager, ["/reach", "reach", "publications", "жарияланымдар", "публикации"]),
        ("desk", StaffRole.Operator, ["/desk"]),
        ("in", StaffRole.Operator, ["/in"]),
        ("code", StaffRole.Operator, ["/code"]),
        ("list", StaffRole.Manager, ["/list", "list", "тізім", "список"]),
        ("event", StaffRole.Operator, ["/event", "іс-шара", "мероприятие", "event"]),
        ("new", StaffRole.Manager, ["/new", "жаңа", "новое", "new"]),
        ("venues", StaffRole.Manager, ["/venues", "орындар", "площадки", "venues"]),
        ("projects", StaffRole.Manager, ["/projects", "жобалар", "проекты", "projects"]),
        ("wait", StaffRole.Operator, ["/wait", "кезек", "очередь", "wait"]),
        ("tables", StaffRole.Manager, ["/tables", "кестелер", "таблицы", "tables"]),
        ("import", StaffRole.Manager, ["/import", "импорт"]),
        ("people", StaffRole.Manager, ["/people", "адамдар", "люди"]),
        ("forms", StaffRole.Manager, ["/forms", "forms", "формалар", "формы"]),
        ("reviews", StaffRole.Operator, ["/reviews"]),
        ("parked", StaffRole.Manager, ["/parked", "ақаулар", "сбои"]),
        ("certificates", StaffRole.Manager, ["/certificates", "certificates", "сертификаттар", "сертификаты"]),
        ("award", StaffRole.Manager, ["/award", "/awards", "award", "марапат", "награды"]),
        ("survey", StaffRole.Manager, ["/survey", "сауалнама", "опрос", "survey"]),
        ("consult", StaffRole.Operator, ["/consult", "кеңестер", "консультации", "consultations"]),
        ("journal", StaffRole.Manager, ["/journal", "журнал", "journal"]),
        ("leave", StaffRole.Viewer, ["/leave"]),
        ("team", StaffRole.Operator, ["/team", "команда", "команды", "командалар"]),
        ("promote", StaffRole.Manager, ["/promote", "жолдама", "путёвка", "путевка"]),
        ("stage", StaffRole.Operator, ["/stage", "кезең", "этап"]),
        ("invite", StaffRole.Owner, ["/invite", "шақыру", "пригласить"]),
    ];

    /// <summary>Acts on a staff command; false when the message is none, or its sender no staff member.</summary>
    internal static bool Take(Script script, Heard heard)
    {
        if (heard.Content is not Inbound.Text || heard.Text.Length == 0) return false;
        var space = heard.Text.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (heard.Text, "") : (heard.Text[..space], heard.Text[(space + 1)..].Trim());
        if (word is "/staff") return TakeCode(script, rest);
        var role = script.Context.Role;
        if (role is StaffRole.None || (word[0] != '/' && (script.State.Dialog is DialogState.Filling or DialogState.Conversing or DialogState.Advising or DialogState.NamingAdviser or DialogState.KeepingAnswer || heard.Choice is not null))) return false; // a choice that is typed is the choice
        var command = Table.FirstOrDefault(c => c.Words.Contains(word.ToLowerInvariant(), StringComparer.Ordinal));
        if (command.Name is null || (word[0] != '/' && rest.Length > 0 && EventSearch.Find(script.Events, rest).Count == 0 && Counting.CountDialog.IsQuestion(script, heard.Text))) return false; // «сколько пришло вчера» is a question
        if (role < command.Needs) { script.Tell("s.denied", ("admin", script.Text("role.Owner"))); return true; }
        Act(script, command.Name, rest);
        return true;
    }

    /// <summary>The commands a role may use, each with what it does.</summary>
    internal static string Help(Script script) =>
        script.Text("staff.help") + "\n" + string.Join("\n", Table.Where(c => c.Needs <= script.Context.Role).Select(c => script.Text("staff.help." + c.Name))) + "\n" + script.Text("staff.help.ask");

    /// <summary>Follows a staff invitation.</summary>
    internal static void Join(Script script, string code)
    {
        var hash = Secret.Hash(code);
        if (script.Know(new Need.Code(hash)) is not { Role: > StaffRole.None, Registration: null } known)
        {
            script.Tell("unknown");
            script.Goto(new DialogState.Menu());
            return;
        }
        var role = known.Role > script.Context.Role ? known.Role : script.Context.Role;
        script.Record(new Fact.StaffJoined(hash, role));
        script.Tell("staff.welcome", ("role", script.Text("role." + role)));
        script.Goto(new DialogState.Menu());
    }

    private static bool TakeCode(Script script, string code)
    {
        if (code.Length is 0 or > 64 || script.Know(new Need.Code(Secret.Hash(code))) is not { Role: > StaffRole.None, Registration: null }) return false;
        Join(script, code);
        return true;
    }

    private static void Act(Script script, string command, string rest)
    {
        switch (command)
        {
            case "stats": Stats(script, rest); break;
            case "digest": Digests.Digest.Show(script); break;
            case "reviews": Reviews.TellOldest(script); break;
            case "indicators": Counting.IndicatorsDialog.Begin(script); break;
            case "reach": Globals.PutAside(script); script.Goto(new DialogState.Publications()); break;
            case "list": List(script, rest); break;
            case "tables": Reporting.TablesDialog.Begin(script, rest); break;
            case "import": Import(script, rest); break;
            case "people": Globals.PutAside(script); People.DoublesDialog.Begin(script); break;
            case "forms": Globals.PutAside(script); script.Goto(new DialogState.FormList()); break;
            case "desk": DeskCommands.Desk(script, rest, OneEvent); break;
            case "in": DeskCommands.In(script, rest, OneEvent); break;
            case "code": DeskCommands.Code(script, rest, OneEvent); break;
            case "event" when rest.Length == 0: Globals.PutAside(script); script.Goto(new DialogState.EventList()); break;
            case "venues": Globals.PutAside(script); script.Goto(new DialogState.Venues()); break;
            case "projects": Globals.PutAside(script); script.Goto(new DialogState.Projects()); break;
            case "new": Globals.PutAside(script); PlanningOccasion.New(script); break;
            case "event": OfEvent(script, rest, e => new DialogState.EventPlan(e)); break;
            case "wait": OfEvent(script, rest, e => new DialogState.EventQueue(e, RegistrationStatus.Waitlisted)); break;
            case "certificates": CertificatesDialog.Ask(script, rest); break;
            case "award": AwardDialog.Ask(script, rest); break;
            case "survey": Globals.PutAside(script); script.Goto(new DialogState.SurveyList()); break;
            case "consult": Globals.PutAside(script); script.Goto(new DialogState.ConsultationDesk()); break;
            case "journal": Globals.PutAside(script); script.Goto(new DialogState.Journal()); break;
            case "leave": Leave(script); break;
            case "team": TeamCommands.Teams(script, rest); break;
            case "promote": TeamCommands.Promote(script, rest); break;
            case "stage": TeamCommands.Stages(script, rest); break;
            case "parked": ParkedCommand.Act(script, rest); break;
            default: Invite(script, rest); break;
        }
    }

    internal static void Stats(Script script, string query)
    {
        if (query.Length == 0) { script.Record(new Fact.CountsAsked(null, script.Language)); return; }
        if (OneEvent(script, query) is not { } e) return;
        script.Record(new Fact.CountsAsked(e.Id, script.Language));
    }

    private static void List(Script script, string query)
    {
        if (query.Length == 0) { script.Tell("staff.list.which", ("list", Codes(script, script.Events))); return; }
        if (OneEvent(script, query) is not { } e) return;
        Globals.PutAside(script);
        script.Goto(new DialogState.ChoosingList(e.Id));
    }

    private static void Import(Script script, string query)
    {
        if (query.Length == 0) { script.Tell("import.which", ("list", Codes(script, script.Events))); return; }
        if (OneEvent(script, query) is not { } e) return;
        Globals.PutAside(script);
        script.Goto(new DialogState.Importing(e.Id, ImportStep.File));
    }

    /// <summary>Opens a dialog about the event meant.</summary>
    private static void OfEvent(Script script, string query, Func<EventId, DialogState> dialog)
    {
        if (query.Length == 0) { script.Tell("staff.event.which", ("list", Codes(script, script.Events))); return; }
        if (OneEvent(script, query) is not { } e) return;
        Globals.PutAside(script);
        script.Goto(dialog(e.Id));
    }

    /// <summary>Gives up the role. When the last owner goes, the program's next start makes a new code for one.</summary>
    private static void Leave(Script script)
    {
        script.Record(new Fact.StaffLeft());
        script.Tell("staff.left");
    }

    private static void Invite(Script script, string word)
    {
        if (StaffRoles.Find(word) is not { } role) { script.Tell("staff.invite.which"); return; }
        var code = script.Context.NewCode();
        script.Record(new Fact.StaffInvited(Secret.Hash(code), role, script.Context.Now + InvitationLives));
        var link = script.Context.Link(DeepLink.Staff + code);
        script.Tell("staff.invite", ("role", script.Text("role." + role)), ("link", link ?? ""), ("code", "/staff " + code), ("days", (int)InvitationLives.TotalDays));
    }

    /// <summary>The one event a query means by code or part of its title; otherwise says which there are.</summary>
    internal static EventInfo? OneEvent(Script script, string query)
    {
        var found = EventSearch.Find(script.Events, query);
        if (found.Count == 1) return found[0];
        var near = found.Count > 0 ? found : EventSearch.Near(script.Events, query);
        script.Tell(found.Count > 1 ? "staff.many" : near.Count > 0 ? "s.noevent" : "s.noevent.all", ("x", query.Length > 40 ? query[..40] : query), ("list", Codes(script, near.Count > 0 ? near : script.Events)));
        return null;
    }

    internal static string Codes(Script script, IReadOnlyList<EventInfo> events) =>
        events.Count == 0 ? script.Text("staff.noevents") : string.Join("\n", events.Take(10).Select(e => $"{e.Code} – {e.Title.In(script.Language)}"));
}
