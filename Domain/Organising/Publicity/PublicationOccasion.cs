using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Publicity;

/// <summary>The form by which staff note what was published.</summary>
internal sealed class PublicationOccasion(DialogState.Publishing publishing) : IOccasion
{
    /// <summary>Id of the form.</summary>
    public const string FormId = "publication";

    /// <summary>The most views one publication may have; the form says it too.</summary>
    public const int MostViews = 100_000_000;

    /// <summary>Begins one about an event, or about the project as a whole.</summary>
    public static void Begin(Script script, EventId? about)
    {
        if (script.Context.Forms.Find(FormId) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        FormDialog.Begin(script, form, p => new DialogState.Publishing(about, p, FillingStep.Asking));
    }

    public bool IsOpen(Script script) => script.May(Right.Organise);

    public void Prepare(Script script, FormSession session) { }

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        script.Goto(new DialogState.Menu());
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session)) return;
        var answers = session.Submission().ByName;
        if (!DateOnly.TryParseExact(answers.GetValueOrDefault("published"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) { FormDialog.Reask(script, publishing, session, "published"); return; }
        var publication = new Publication(publishing.Event, answers.GetValueOrDefault("kind") ?? "other", answers.GetValueOrDefault("outlet") ?? "", answers.GetValueOrDefault("link") is { Length: > 0 } link ? link : null, on);
        var id = script.Context.NewId();
        script.Record(new Fact.PublicationNoted(id, publication));
        var known = new KnownPublication(id, publication, null, null);
        if (int.TryParse(answers.GetValueOrDefault("reach"), NumberStyles.None, CultureInfo.InvariantCulture, out var views))
        {
            known = known with { Views = views, ReadOn = PublicationsDialog.Today(script) };
            script.Record(new Fact.ViewsRead(id, views, PublicationsDialog.Today(script)));
        }
        script.Remember(s => s with { Unfinished = null });
        script.Tell("pub.noted");
        PublicationsDialog.ShowWith(script, id, known);
    }

    public void Leave(Script script) => script.Goto(new DialogState.Publications());

    public string Title(Script script) => script.Context.Forms.Find(FormId)?.Title(script.Language) ?? "";
}
