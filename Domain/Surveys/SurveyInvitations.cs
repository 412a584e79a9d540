using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Surveys;

/// <summary>Asks people to answer a survey, and reminds them once. Never those who said stop, nor those who have answered.</summary>
internal static class SurveyInvitations
{
    /// <summary>A question takes about so long.</summary>
    private const int SecondsEach = 15;

    /// <summary>Tells it, if it still holds.</summary>
    public static void Tell(Script script, Notice.SurveyInvited invited)
    {
        if (script.State.Muted || script.Know(new Need.Survey(invited.Survey)) is not { } survey || !survey.IsOpen(script.Context.Now)) return;
        if (script.Know(new Need.SurveyPartOf(survey.Id, script.Context.Chat, script.State.Person)).Answered || SurveyEntry.Form(script, survey) is not { } form) return;
        if (script.State.Dialog is DialogState.Surveying open && open.Survey == survey.Id) return;
        var title = SurveyEntry.Title(script, survey);
        var (key, use) = invited.Again ? ("sv.remind", ApprovedTemplate.SurveysAgain) : (Key(survey), ApprovedTemplate.Surveys);
        var n = Count(script, survey, form);
        script.Inform(new Reply.Message(script.Text(key, ("event", title), ("n", n), ("min", Math.Max(1, (n * SecondsEach + 59) / 60)), ("until", Dates.Until(script.Local(survey.ClosesAt), script.Language))))
        {
            Options = [script.Lasting("btn.sv.answer", $"{Actions.Survey}.{survey.Id.Value:N}")], Compact = true, Template = new(use, [title]),
        });
    }

    private static string Key(KnownSurvey survey) => survey switch
    {
        { Phase: SurveyPhase.Before } => "sv.pre",
        { Phase: SurveyPhase.After } => "sv.post",
        { Anonymous: false } => "sv.invite.named",
        { Audience: SurveyAudience.Attended } => "sv.invite",
        _ => "sv.invite.other",
    };

    /// <summary>How many questions it asks whoever answers nothing unusual.</summary>
    private static int Count(Script script, KnownSurvey survey, Form form)
    {
        var session = FormSession.Open(form, FormProgress.Begin(form, 0, script.Context.Now), new(script.Context.Now, script.Context.Zone), script.Context.Texts, script.Language);
        SurveyOccasion.Surround(script, survey, session);
        return session.Position?.Total ?? form.Questions.Count(q => q.Asked);
    }
}
