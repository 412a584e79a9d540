using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>
/// Staff look at who waits: in the queue for a seat, where somebody, or a whole team, may be moved to the head with a reason that is kept; or for a guardian's
/// consent, which a signed paper shown to staff may give (4-law-and-places.md 4.2).
/// </summary>
internal sealed class EventQueueDialog : IDialog
{
    private const int LongestReason = 300;

    /// <summary>How the choice of a team begins.</summary>
    private const string TeamOf = "team.";

    public void Open(Script script, DialogState dialog)
    {
        var queue = (DialogState.EventQueue)dialog;
        if (script.Event(queue.Event) is not { } e || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        if (queue.Chosen is { } id && Find(script, queue, id) is { } chosen) { AskOne(script, queue, chosen); return; }
        if (queue.Team is { } named && FindTeam(script, queue, named) is { } team) { script.Ask(new Reply.Message(script.Text("queue.team", ("team", team.Name), ("no", team.Number))) { Options = [script.Choice("btn.back")], TakesText = true }); return; }
        script.Stay(queue with { Chosen = null, Team = null });
        var people = script.Know(new Need.People(queue.Event, queue.Status));
        var teams = e.TeamSize is not null && queue.Status is RegistrationStatus.Waitlisted ? script.Know(new Need.TeamsWaiting(queue.Event)) : [];
        var key = Key(queue);
        if (people.Count + teams.Count == 0)
        {
            script.Tell(key + ".none", ("event", e.Title.In(script.Language)));
            script.Goto(new DialogState.EventPlan(queue.Event));
            return;
        }
        script.Record(new Fact.PeopleSeen("queue", e.Id));
        var lines = people.Select(p => Line(script, p)).Concat(teams.Select(t => script.Text("queue.team.line", ("team", t.Name), ("no", t.Number), ("n", t.Members.Count)))).Select((line, i) => $"{i + 1}. {line}");
        script.Ask(script.Text(key + ".list", ("event", e.Title.In(script.Language)), ("n", people.Count + teams.Count), ("list", string.Join("\n", lines))),
            [.. people.Select(p => new Option(p.Id.Value.ToString("N"), Name(script, p)) { Description = Number(script, p) }), .. teams.Select(t => new Option(TeamOf + t.Id.Value.ToString("N"), t.Name) { Description = script.Text("mine.number", ("no", t.Number)) }), script.Choice("btn.back")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var queue = (DialogState.EventQueue)dialog;
        if (!script.May(Right.CheckIn, queue.Event)) { script.Goto(new DialogState.Menu()); return; }
        if (queue.Chosen is { } id) { TakeOne(script, queue, id, heard); return; }
        if (queue.Team is { } team) { TakeTeam(script, queue, team, heard); return; }
        if (heard.Id == "btn.back") script.Goto(new DialogState.EventPlan(queue.Event));
        else if (heard.Id?.StartsWith(TeamOf, StringComparison.Ordinal) == true && Guid.TryParseExact(heard.Id[TeamOf.Length..], "N", out var named)) script.Goto(queue with { Team = new(named) });
        else if (Guid.TryParseExact(heard.Id, "N", out var chosen)) script.Goto(queue with { Chosen = new(chosen) });
        else { script.Tell("unknown"); script.AskAgain(); }
    }

    private static void AskOne(Script script, DialogState.EventQueue queue, KnownRegistration chosen)
    {
        var text = script.Text(Key(queue) + ".one", ("name", Name(script, chosen)), ("no", chosen.Number));
        if (queue.Status is RegistrationStatus.Waitlisted) script.Ask(new Reply.Message(text) { Options = [script.Choice("btn.back")], TakesText = true });
        else script.Ask(new Reply.Message(text) { Options = [script.Choice("btn.paper"), script.Choice("btn.back")], Compact = true });
    }

    private static void TakeOne(Script script, DialogState.EventQueue queue, RegistrationId id, Heard heard)
    {
        if (heard.Id == "btn.back" || Find(script, queue, id) is not { } chosen) { script.Goto(queue with { Chosen = null }); return; }
        if (queue.Status is RegistrationStatus.Waitlisted) MoveUp(script, chosen, heard);
        else if (heard.Id == "btn.paper") TakePaper(script, chosen);
        else { script.Tell("unknown"); script.AskAgain(); }
    }

    private static void TakeTeam(Script script, DialogState.EventQueue queue, TeamId id, Heard heard)
    {
        if (heard.Id == "btn.back" || FindTeam(script, queue, id) is not { } team) { script.Goto(queue with { Team = null }); return; }
        if (!IsReason(script, heard, out var reason)) return;
        script.Record(new Fact.TeamMoved(team.Id, team.Event, RegistrationStatus.Waitlisted, RegistrationStatus.Waitlisted, MoveReason.MovedUp) { Note = reason });
        script.Tell("queue.team.moved", ("team", team.Name));
        script.Goto(new DialogState.Menu());
    }

    /// <summary>Whether a reason was typed; else it is asked for again.</summary>
    private static bool IsReason(Script script, Heard heard, out string reason)
    {
        reason = Typed.Tidy(heard.Text);
        if (reason.Length is >= 3 and <= LongestReason) return true;
        script.Tell("plan.words", ("max", LongestReason));
        script.AskAgain();
        return false;
    }

    private static void MoveUp(Script script, KnownRegistration chosen, Heard heard)
    {
        if (!IsReason(script, heard, out var reason)) return;
        script.Record(new Fact.RegistrationMoved(chosen.Id, chosen.Event, chosen.Person, RegistrationStatus.Waitlisted, RegistrationStatus.Waitlisted, MoveReason.MovedUp) { Note = reason });
        script.Tell("queue.moved", ("name", Name(script, chosen)));
        script.Goto(new DialogState.Menu());
    }

    private static void TakePaper(Script script, KnownRegistration chosen)
    {
        script.Record(new Fact.GuardianPaperShown(chosen.Id, chosen.Person, ConsentText.Version(script), script.Language));
        OfferAnswers.Move(script, chosen, chosen.Queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed, MoveReason.PaperShown);
        script.Tell("papers.done", ("name", Name(script, chosen)), ("no", chosen.Number));
        script.Goto(new DialogState.Menu());
    }

    private static KnownRegistration? Find(Script script, DialogState.EventQueue queue, RegistrationId id) =>
        script.Know(new Need.Registration(id)) is { } found && found.Event == queue.Event && found.Status == queue.Status ? found : null;

    private static KnownTeam? FindTeam(Script script, DialogState.EventQueue queue, TeamId id) =>
        script.Know(new Need.Team(id)) is { Status: RegistrationStatus.Waitlisted } found && found.Event == queue.Event ? found : null;

    private static string Key(DialogState.EventQueue queue) => queue.Status is RegistrationStatus.Waitlisted ? "queue" : "papers";

    private static string Name(Script script, KnownRegistration registration) => registration.FullName.Length > 0 ? registration.FullName : Number(script, registration);

    private static string Number(Script script, KnownRegistration registration) => script.Text("mine.number", ("no", registration.Number));

    private static string Line(Script script, KnownRegistration registration) => $"{Name(script, registration)}, {Number(script, registration)}, {Dates.Moment(script.Local(registration.At))}";
}
