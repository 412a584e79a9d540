using GrantBot.Domain.Certifying;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Colleagues;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>What staff ask for by chat (5-glossary-and-texts.md 5.9). To a stranger every command is an unknown text.</summary>
public static class StaffCommands
{
    private const int MostNear = 3;

    /// <summary>Acts on a staff command; false when the message is none, or its sender no staff member.</summary>
    internal static bool Take(Script script, Heard heard)
    {
        if (heard.Content is not Inbound.Text || heard.Text.Length == 0) return false;
        if (heard.Text.StartsWith("/staff ", StringComparison.Ordinal)) return TakeCode(script, heard.Text[7..].Trim());
        var slash = heard.Text[0] == '/';
        if (!script.Access.IsStaff || (!slash && (script.ExpectsWords || (heard.Choice is not null && script.State.Dialog is not DialogState.StaffMenu)))) return false; // a choice that is typed is the choice; in the menu, a command is what it says
        if (StaffCommand.Find(script.Context.Texts, heard.Text) is not var (command, rest) || (!slash && rest.Length > 0 && EventSearch.Find(script.Events, rest).Count == 0 && Counting.CountDialog.IsQuestion(script, heard.Text))) return false; // «сколько пришло вчера» is a question
        if (!command.Allowed(script)) { Deny(script, command.Needs); return true; }
        Act(script, command.Name, rest);
        return true;
    }

    /// <summary>Where staff command what there is not, says what is like it; false when nobody does.</summary>
    internal static bool Correct(Script script, Heard heard)
    {
        if (!script.Access.IsStaff || heard.Content is not Inbound.Text || heard.Choice is not null || heard.Text.Length == 0) return false;
        var (slash, listens) = (heard.Text[0] == '/', script.State.Dialog is DialogState.Menu or DialogState.StaffMenu or DialogState.Asked);
        var near = slash || listens ? Near(script, heard.Text).Take(MostNear).ToList() : [];
        if (near.Count == 0 && !(slash && listens)) return false;
        var (text, list) = (heard.Text.Length > 40 ? heard.Text[..40] : heard.Text, string.Join("\n", near.Select(c => $"{c.Slashed[0]} – {script.Text(c.Label)}")));
        if (near.Count > 0) script.Tell("s.near", ("x", text), ("list", list));
        else script.Tell("s.nocommand", ("x", text));
        script.AskAgain();
        return true;
    }

    /// <summary>Whether a text is a command of staff's with a slip, so that it is not taken for a word it is as near to («/stat» is nearer to /stats than to /start).</summary>
    internal static bool IsNear(Script script, string text) => text.StartsWith('/') && Near(script, text).Any();

    private static IEnumerable<StaffCommand> Near(Script script, string text) => script.Access.IsStaff ? StaffCommand.Near(script.Context.Texts, text).Where(c => c.Allowed(script)) : [];

    /// <summary>Says that a right is missing, which role has it, and who can give it.</summary>
    internal static void Deny(Script script, Right needs)
    {
        var least = new[] { StaffRole.Viewer, StaffRole.Desk, StaffRole.Consultant, StaffRole.Organiser, StaffRole.Owner }.First(r => StaffAccess.Allows(r, needs));
        script.Tell("s.denied", ("role", script.Text("role." + least)), ("admin", ColleagueWords.Owners(script)));
    }

    /// <summary>The commands a role may use, each with what it does.</summary>
    internal static string Help(Script script) =>
        script.Text("staff.help") + "\n" + string.Join("\n", StaffCommand.All.Where(c => c.Allowed(script)).Select(c => script.Text("staff.help." + c.Name))) + "\n" + script.Text("staff.help.ask");

    /// <summary>Follows a staff invitation.</summary>
    internal static void Join(Script script, string code)
    {
        var hash = Secret.Hash(code);
        if (script.Know(new Need.Code(hash)) is not { Staff: { } grant })
        {
            script.Tell("unknown");
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Record(new Fact.StaffJoined(hash, grant.Role) { Scope = grant.Scope });
        script.Tell("staff.welcome", ("role", ColleagueWords.Grants(script, script.Access)));
        script.Goto(new DialogState.Menu());
    }

    private static bool TakeCode(Script script, string code)
    {
        if (code.Length is 0 or > 64 || script.Know(new Need.Code(Secret.Hash(code))) is not { Staff: not null }) return false;
        Join(script, code);
        return true;
    }

    /// <summary>Does what a command says; its right has been looked at.</summary>
    internal static void Act(Script script, string command, string rest)
    {
        switch (command)
        {
            case "stats": Stats(script, rest); break;
            case "digest": Digests.Digest.Show(script); Globals.PutAside(script); script.Goto(new DialogState.Menu()); break;
            case "reviews": Reviews.TellOldest(script); break;
            case "indicators": Counting.IndicatorsDialog.Begin(script); break;
            case "reach": Globals.PutAside(script); script.Goto(new DialogState.Publications()); break;
            case "list": List(script, rest); break;
            case "tables": Reporting.TablesDialog.Begin(script, rest); break;
            case "import": Import(script, rest); break;
            case "people": Globals.PutAside(script); People.DoublesDialog.Begin(script); break;
            case "forms": Globals.PutAside(script); script.Goto(new DialogState.FormList()); break;
            case "desk": DeskCommands.Desk(script, rest); break;
            case "in": DeskCommands.In(script, rest); break;
            case "code": DeskCommands.Code(script, rest); break;
            case "event" when rest.Length == 0: Globals.PutAside(script); script.Goto(new DialogState.EventList()); break;
            case "new" when !PlanningOccasion.MayNew(script): Deny(script, Right.Organise); break;
            case "venues": Globals.PutAside(script); script.Goto(new DialogState.Venues()); break;
            case "projects": Globals.PutAside(script); script.Goto(new DialogState.Projects()); break;
            case "new": Globals.PutAside(script); PlanningOccasion.New(script); break;
            case "event": OfEvent(script, command, rest, e => new DialogState.EventPlan(e)); break;
            case "wait": OfEvent(script, command, rest, e => new DialogState.EventQueue(e, RegistrationStatus.Waitlisted)); break;
            case "certificates": CertificatesDialog.Ask(script, rest); break;
            case "award": AwardDialog.Ask(script, rest); break;
            case "send": Broadcasts.BroadcastMakingDialog.Begin(script, rest); break;
            case "survey": Globals.PutAside(script); script.Goto(new DialogState.SurveyList()); break;
            case "consult": Globals.PutAside(script); script.Goto(new DialogState.ConsultationDesk()); break;
            case "journal": Globals.PutAside(script); script.Goto(new DialogState.Journal()); break;
            case "group": StaffGroup.Invite(script); break;
            case "leave": Leave(script); break;
            case "team": TeamCommands.Teams(script, rest); break;
            case "promote": TeamCommands.Promote(script, rest); break;
            case "stage": TeamCommands.Stages(script, rest); break;
            case "parked": ParkedCommand.Act(script, rest); break;
            case "staff": StaffDialog.Begin(script); break;
            default: StaffInvitingDialog.Begin(script, rest); break;
        }
    }

    internal static void Stats(Script script, string query)
    {
        if (query.Length == 0 && script.May(Right.Count)) { script.Record(new Fact.CountsAsked(null, script.Language)); return; }
        if (query.Length == 0) { EventChoice.Begin(script, "stats"); return; }
        if (OneEvent(script, query, Right.Count, "stats") is not { } e) return;
        script.Record(new Fact.CountsAsked(e.Id, script.Language));
    }

    private static void List(Script script, string query)
    {
        if (query.Length == 0) { EventChoice.Begin(script, "list"); return; }
        if (OneEvent(script, query, Right.Organise, "list") is not { } e) return;
        Globals.PutAside(script);
        script.Goto(new DialogState.ChoosingList(e.Id));
    }

    private static void Import(Script script, string query)
    {
        if (query.Length == 0) { EventChoice.Begin(script, "import"); return; }
        if (OneEvent(script, query, Right.Organise, "import") is not { } e) return;
        Globals.PutAside(script);
        script.Goto(new DialogState.Importing(e.Id, ImportStep.File));
    }

    /// <summary>Opens a dialog about the event meant.</summary>
    private static void OfEvent(Script script, string command, string query, Func<EventId, DialogState> dialog)
    {
        if (query.Length == 0) { EventChoice.Begin(script, command); return; }
        if (OneEvent(script, query, Right.CheckIn, command) is not { } e) return;
        Globals.PutAside(script);
        script.Goto(dialog(e.Id));
    }

    /// <summary>Gives up the role. When the last owner goes, the program's next start makes a new code for one.</summary>
    private static void Leave(Script script)
    {
        script.Record(new Fact.StaffLeft());
        Broadcasts.KeptBroadcast.Forget(script);
        KeptClosing.ForgetAll(script);
        script.Tell("staff.left");
    }

    /// <summary>
    /// The one event a query means by code or part of its title, of those for which this chat has a right; otherwise says which are near, or who can give
    /// the right. The near ones are choices where the event alone completes a command; it is not named where more was said than the event.
    /// </summary>
    internal static EventInfo? OneEvent(Script script, string query, Right right, string? command = null)
    {
        var mine = script.EventsFor(right);
        var found = EventSearch.Find(mine, query);
        if (found.Count == 1) return found[0];
        if (found.Count == 0 && EventSearch.Find(script.Events, query).Count == 1) { Deny(script, right); return null; }
        var near = found.Count > 0 ? found : EventSearch.Near(mine, query);
        var shown = near.Count > 0 ? near : mine;
        var text = script.Text(found.Count > 1 ? "staff.many" : near.Count > 0 ? "s.noevent" : "s.noevent.all", ("x", query.Length > 40 ? query[..40] : query), ("list", Codes(script, shown)));
        if (command is null || shown.Count == 0) script.Say(text);
        else EventChoice.Offer(script, command, text, shown);
        return null;
    }

    internal static string Codes(Script script, IReadOnlyList<EventInfo> events) =>
        events.Count == 0 ? script.Text("staff.noevents") : string.Join("\n", events.Take(10).Select(e => $"{e.Code} – {e.Title.In(script.Language)}"));
}
