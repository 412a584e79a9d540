using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Projects;

/// <summary>Staff keep the grant projects, and see what a contract promises beside what was done.</summary>
internal sealed class ProjectsDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (!May(script)) script.Goto(new DialogState.Menu());
        else if (dialog is DialogState.ProjectCard card && Find(script, card.Code) is { } one) { if (card.PuttingAway) AskAway(script, one); else Show(script, one); }
        else if (dialog is DialogState.Projects { Away: true }) script.Ask(script.Text("project.away.list"), [.. Options(script, script.Know(new Need.Projects()).Where(p => p.Away)), script.Choice("btn.back"), script.Choice("btn.menu")]);
        else { script.Stay(new DialogState.Projects()); ShowAll(script, script.Know(new Need.Projects())); }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!May(script) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (dialog)
        {
            case DialogState.ProjectCard { PuttingAway: true } card when heard.Id == "btn.back": script.Goto(card with { PuttingAway = false }); break;
            case var _ when heard.Id == "btn.back": script.Goto(new DialogState.Projects()); break;
            case DialogState.Projects when heard.Id == "btn.project.new": ProjectOccasion.New(script); break;
            case DialogState.Projects when heard.Id == "btn.project.away": script.Goto(new DialogState.Projects(Away: true)); break;
            case DialogState.ProjectCard { PuttingAway: true } card when heard.Id == "btn.project.put.yes" && Find(script, card.Code) is { Away: false } one: PutAway(script, one, away: true); break;
            case DialogState.ProjectCard card when heard.Id == "btn.project.put" && Find(script, card.Code) is { Away: false }: script.Goto(card with { PuttingAway = true }); break;
            case DialogState.ProjectCard card when heard.Id == "btn.project.return" && Find(script, card.Code) is { Away: true } one: PutAway(script, one, away: false); break;
            case DialogState.Projects when heard.Id is { } code && Find(script, code) is { } chosen: script.Goto(new DialogState.ProjectCard(chosen.Code)); break;
            case DialogState.ProjectCard card when heard.Id == "btn.project.change" && Find(script, card.Code) is { Away: false } one: ProjectOccasion.Change(script, one); break;
            case DialogState.ProjectCard card when heard.Id == "btn.copy" && Find(script, card.Code) is { } one: ProjectOccasion.New(script, one); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Whether the chat may keep projects.</summary>
    public static bool May(Script script) => script.May(Right.Organise);

    /// <summary>A project by its code; null when there is none.</summary>
    public static GrantProject? Find(Script script, string code) => script.Know(new Need.Projects()).FirstOrDefault(p => p.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The projects as choices of a list.</summary>
    public static IEnumerable<Option> Options(Script script, IEnumerable<GrantProject> projects) => projects.Select(p => new Option(p.Code, $"{p.Code} – {p.Title.In(script.Language)}"));

    /// <summary>Shows all of them with one that has just changed, which is not stored yet.</summary>
    public static void ShowWith(Script script, GrantProject changed)
    {
        script.Stay(new DialogState.Projects());
        ShowAll(script, [.. script.Know(new Need.Projects()).Where(p => p.Code != changed.Code).Append(changed).OrderByDescending(p => p.From).ThenBy(p => p.Code, StringComparer.Ordinal)]);
    }

    private static void ShowAll(Script script, IReadOnlyList<GrantProject> all)
    {
        var (shown, away) = (all.Where(p => !p.Away).ToList(), all.Count(p => p.Away));
        List<Option> options = [script.Choice("btn.project.new"), .. Options(script, shown)];
        if (away > 0) options.Add(script.Choice("btn.project.away"));
        script.Ask(script.Text(shown.Count == 0 ? "project.none" : "project.list", ("n", shown.Count)), [.. options, script.Choice("btn.menu")]);
    }

    /// <summary>Whether to put it away, with what hangs on it: none of that goes.</summary>
    private static void AskAway(Script script, GrantProject project)
    {
        var events = script.Events.Where(e => e.Project.Equals(project.Code, StringComparison.OrdinalIgnoreCase)).ToList();
        var counts = script.Know(new Need.ProjectCountsOf(project.Code));
        script.Ask(script.Text("project.put", ("project", project.Title.In(script.Language)), ("code", project.Code), ("n", Numbers.Whole(events.Count, script.Language)),
            ("ahead", Numbers.Whole(events.Count(e => e.CalledOff is null && e.StartsAt > script.Context.Now), script.Language)), ("people", Numbers.Whole(counts.Registered, script.Language))), [script.Choice("btn.project.put.yes"), script.Choice("btn.back")]);
    }

    private static void PutAway(Script script, GrantProject project, bool away)
    {
        script.Record(new Fact.ProjectPutAway(project.Code, away));
        Undoable.Offer(script, (id, until) => new Undoable.ProjectAway(id, until, project.Code, away), script.Text(away ? "project.put.done" : "project.return.done", ("project", project.Title.In(script.Language)), ("code", project.Code)));
        ShowWith(script, project with { Away = away });
    }

    private static void Show(Script script, GrantProject project)
    {
        var counts = script.Know(new Need.ProjectCountsOf(project.Code));
        string Plan(int? plan) => plan is { } n ? Numbers.Whole(n, script.Language) : script.Text("project.noplan");
        string Whole(int n) => Numbers.Whole(n, script.Language);
        List<string> lines =
        [
            script.Text("project.card", ("project", project.Title.In(script.Language)), ("code", project.Code), ("contract", project.Contract), ("from", Dates.Short(project.From)), ("to", Dates.Short(project.To)), ("operator", project.Operator)),
            script.Text("project.people", ("plan", Plan(project.Participants)), ("registered", Whole(counts.Registered)), ("attended", Whole(counts.Attended))),
            script.Text("project.events", ("plan", Plan(project.Events)), ("n", Whole(counts.Events))),
            script.Text("project.consultations", ("plan", Plan(project.Consultations)), ("n", Whole(counts.Consultations))),
            script.Text("project.satisfaction", ("plan", project.Satisfaction is { } percent ? $"{percent}%" : script.Text("project.noplan")), ("fact", Satisfaction(script, counts))),
            script.Text("project.asof", ("time", Dates.Moment(script.Local(script.Context.Now)))),
        ];
        string[] choices = project.Away ? ["btn.project.return"] : ["btn.project.change", "btn.copy", "btn.project.put"];
        script.Ask(string.Join('\n', lines), [.. choices.Concat(["btn.back", "btn.menu"]).Select(script.Choice)]);
    }

    /// <summary>A percentage with both its numbers; of too few answers the numbers alone, of none that there is none.</summary>
    private static string Satisfaction(Script script, ProjectCounts counts)
    {
        var numbers = $"{Numbers.Whole(counts.Satisfied, script.Language)}/{Numbers.Whole(counts.Answered, script.Language)}";
        return counts.Answered == 0 ? script.Text("project.nodata")
            : new Figure.Share(counts.Satisfied, counts.Answered).IsPrintable ? $"{Numbers.Percent(counts.Satisfied, counts.Answered, script.Language)} ({numbers})" : numbers;
    }
}
