using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Projects;

/// <summary>The form of a project: a new one, one like another, or one that is there and changes.</summary>
internal sealed class ProjectOccasion(DialogState.ProjectForm filling) : IOccasion
{
    /// <summary>Begins a new project, with what another one has already where it shall be like that.</summary>
    public static void New(Script script, GrantProject? like = null) => Begin(script, null, like is null ? null : ProjectFields.Write(like, copy: true));

    /// <summary>Shows what is decided about a project, to be changed.</summary>
    public static void Change(Script script, GrantProject project) => Begin(script, project.Code, ProjectFields.Write(project, copy: false));

    private static void Begin(Script script, string? code, IReadOnlyDictionary<string, string>? answers)
    {
        if (script.Context.Forms.Find(ProjectFields.FormId) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        FormDialog.Begin(script, form, p => new DialogState.ProjectForm(code, p, FillingStep.Asking), answers);
    }

    public bool IsOpen(Script script) => ProjectsDialog.May(script) && (filling.Code is not { } code || ProjectsDialog.Find(script, code) is not null);

    public void Prepare(Script script, FormSession session)
    {
        session.Set("editing", filling.Code is null ? "no" : "yes");
        session.Set("codes", $";{string.Join(';', script.Know(new Need.Projects()).Select(p => p.Code.ToUpperInvariant()))};");
    }

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        Leave(script);
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session)) return;
        var project = ProjectFields.Read(session.Submission().ByName, filling.Code);
        if (filling.Code is null && ProjectsDialog.Find(script, project.Code) is not null) { script.Tell("project.taken"); FormDialog.Reask(script, filling, session, "code"); return; }
        script.Record(new Fact.ProjectSet(project));
        script.Remember(s => s with { Unfinished = null });
        script.Tell(filling.Code is null ? "project.added" : "project.changed", ("project", project.Title.In(script.Language)), ("code", project.Code));
        ProjectsDialog.ShowWith(script, project);
    }

    public void Leave(Script script) => script.Goto(filling.Code is { } code ? new DialogState.ProjectCard(code) : new DialogState.Projects());

    public string Title(Script script) => script.Context.Forms.Find(ProjectFields.FormId)?.Title(script.Language) ?? "";
}
