using System.Diagnostics;
using System.Text.Json.Serialization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Experts;
using GrantBot.Domain.Organising.Projects;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising;

/// <summary>What staff did last in a chat and may take back for a minute, while nobody changed the same again. A closed family.</summary>
/// <param name="Id">What the button names.</param>
/// <param name="Until">The end of that minute.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ExpertEdit), "expert")]
[JsonDerivedType(typeof(ProjectAway), "project")]
public abstract record Undoable(Guid Id, DateTimeOffset Until)
{
    /// <summary>A judge or an expert was described anew.</summary>
    /// <param name="Id">What the button names.</param>
    /// <param name="Until">The end of the minute.</param>
    /// <param name="Event">At which event.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Was">What was said of them before.</param>
    /// <param name="Now">What is said since.</param>
    public sealed record ExpertEdit(Guid Id, DateTimeOffset Until, EventId Event, PersonId Person, Expert Was, Expert Now) : Undoable(Id, Until);

    /// <summary>A project was put away, or brought back.</summary>
    /// <param name="Id">What the button names.</param>
    /// <param name="Until">The end of the minute.</param>
    /// <param name="Code">Which.</param>
    /// <param name="Away">What was done.</param>
    public sealed record ProjectAway(Guid Id, DateTimeOffset Until, string Code, bool Away) : Undoable(Id, Until);

    /// <summary>Keeps it and says that it was done, with the button that takes it back; what is asked next stays the last thing that is seen.</summary>
    internal static void Offer(Script script, Func<Guid, DateTimeOffset, Undoable> done, string text)
    {
        var undoable = done(script.Context.NewId(), script.Context.Now + PlanChange.Lasts);
        script.Remember(s => s with { Undo = undoable });
        script.Inform(text, script.Lasting("btn.plan.undo", $"{Actions.UndoDeed}.{undoable.Id:N}"));
    }

    /// <summary>Acts on a press; false when it names nothing that was done here last.</summary>
    internal static bool Press(Script script, string about)
    {
        if (!Guid.TryParseExact(about, "N", out var id) || script.State.Undo is not { } done || done.Id != id) return false;
        if (script.Context.Now >= done.Until) { script.Tell("undo.late"); return true; }
        switch (done)
        {
            case ExpertEdit edit when !script.May(Right.Organise, edit.Event): StaffCommands.Deny(script, Right.Organise); return true;
            case ProjectAway when !ProjectsDialog.May(script): StaffCommands.Deny(script, Right.Organise); return true;
            case ExpertEdit edit when script.Know(new Need.Experts(edit.Event)).FirstOrDefault(x => x.Person == edit.Person)?.What == edit.Now:
                script.Record(new Fact.ExpertChanged(edit.Person, edit.Event, edit.Now, edit.Was));
                Done(script, () => ExpertsDialog.ShowWith(script, edit.Event, edit.Person, new(edit.Person, edit.Was)));
                return true;
            case ProjectAway away when ProjectsDialog.Find(script, away.Code) is { } project && project.Away == away.Away:
                script.Record(new Fact.ProjectPutAway(away.Code, !away.Away));
                Done(script, () => ProjectsDialog.ShowWith(script, project with { Away = !away.Away }));
                return true;
            case ExpertEdit or ProjectAway: script.Tell("undo.changed"); return true;
            default: throw new UnreachableException();
        }
    }

    /// <summary>Says so, above the list as it is again; a form that is being filled stays open instead.</summary>
    private static void Done(Script script, Action show)
    {
        script.Remember(s => s with { Undo = null });
        script.Tell("undo.done");
        if (script.State.Dialog is not DialogState.Filling) show();
    }
}
