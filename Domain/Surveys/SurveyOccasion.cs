using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Surveys;

/// <summary>
/// A form filled in a survey. Of an anonymous one nothing that is known of the chat is put into the form, and nothing of the answers stays
/// in the chat once they are sent.
/// </summary>
internal sealed class SurveyOccasion(DialogState.Surveying surveying) : IOccasion
{
    /// <summary>The answers are stored without the person.</summary>
    public bool Anonymous => surveying.Anonymous;

    private KnownSurvey? Survey(Script script) => script.Know(new Need.Survey(surveying.Survey));

    public bool IsOpen(Script script) => Survey(script) is { } survey && survey.IsOpen(script.Context.Now)
        && script.Know(new Need.SurveyPartOf(survey.Id, script.Context.Chat, script.State.Person)) is { Answered: false };

    public void Prepare(Script script, FormSession session) => Surround(script, Survey(script), session);

    /// <summary>Puts in what the form has to know of the event and of the half it is.</summary>
    public static void Surround(Script script, KnownSurvey? survey, FormSession session)
    {
        if (survey?.Event is { } id && script.Event(id) is { } e) session.Set("event_kind", e.Kind);
        if (survey?.Phase is SurveyPhase.Before or SurveyPhase.After) session.Set("phase", survey.Phase is SurveyPhase.Before ? "before" : "after");
    }

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        Forget(script);
        if (Survey(script) is not { } survey || !SurveyEntry.Refuses(script, survey)) script.Tell("form.closed");
        script.Goto(new DialogState.Menu());
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session) || Survey(script) is not { } survey) return;
        var (form, sent) = (SurveyEntry.Form(script, survey)!, session.Submission().ByName);
        int? score = RightAnswers.Tests(form) ? RightAnswers.Score(form, sent) : null;
        if (surveying.Anonymous) script.Record(new Fact.SurveyAnswered(survey.Id) { Sheet = SurveySheet.Of(form, sent), StartedAt = surveying.Form.StartedAt });
        else if (script.State.Person is { } person)
        {
            script.Record(new Fact.FormAnswered(script.Context.NewId(), person, surveying.Form.FormId, surveying.Form.FormVersion, surveying.Form.StartedAt, sent) { Survey = survey.Id, Score = score });
            script.Record(new Fact.SurveyAnswered(survey.Id));
        }
        Forget(script);
        script.Tell("sv.thanks", ("n", survey.Answered + 1));
        if (survey.TellsScore && score is { } right) script.Tell("sv.score", ("n", right), ("all", RightAnswers.Questions(form).Count));
        script.Goto(new DialogState.Menu());
    }

    public void Leave(Script script) => script.Goto(new DialogState.Menu());

    public string Title(Script script) => Survey(script) is { } survey ? SurveyEntry.Title(script, survey) : "";

    /// <summary>Nothing in the chat's state tells what was answered.</summary>
    private static void Forget(Script script) => script.Remember(s => s with { Unfinished = null, Told = null, LastText = null, Asked = null });
}
