using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>Other times for a survey that is not over: one that is planned opens at once, and any closes when staff say.</summary>
internal static class OtherTimes
{
    /// <summary>Asks until when.</summary>
    public static void Ask(Script script, KnownSurvey survey)
    {
        var key = !IsPlanned(script, survey) ? "sv.times.open" : CanOpen(script, survey) ? "sv.times.planned" : "sv.times.later";
        script.Ask(new Reply.Message(script.Text(key, ("state", SurveyListDialog.State(script, survey))))
        {
            Options = [.. CanOpen(script, survey) ? [script.Choice("btn.sv.opennow")] : Array.Empty<Option>(), .. SurveyMakingDialog.Spans.Select(s => script.Choice(s.Key)), script.Choice("btn.back")], TakesText = true,
        });
    }

    /// <summary>Takes the time; one that has passed, or lies before the opening, is asked again.</summary>
    public static void Take(Script script, KnownSurvey survey, Heard heard)
    {
        var now = script.Context.Now;
        if (heard.Id == "btn.back") { script.Goto(new DialogState.SurveyCard(survey.Id)); return; }
        if (heard.Id == "btn.sv.opennow" && CanOpen(script, survey)) { Set(script, survey, now, now + (survey.ClosesAt - survey.OpensAt)); return; }
        var opens = IsPlanned(script, survey) ? survey.OpensAt : now;
        var days = SurveyMakingDialog.Spans.FirstOrDefault(s => s.Key == heard.Id).Days;
        if ((days > 0 ? opens.AddDays(days) : MomentWords.Read(heard.Text, script.Context.Zone)) is { } closes && closes > opens)
        {
            Set(script, survey, survey.OpensAt, closes);
            return;
        }
        script.Tell("sv.new.badtime");
        script.AskAgain();
    }

    private static void Set(Script script, KnownSurvey survey, DateTimeOffset opens, DateTimeOffset closes)
    {
        script.Record(new Fact.SurveyTimed(survey.Id, opens, closes));
        script.Tell("sv.times.done", ("title", SurveyListDialog.Name(script, survey)), ("opens", Dates.Moment(script.Local(opens))), ("closes", Dates.Moment(script.Local(closes))));
        if (survey.Event is not null) script.Tell("sv.times.fixed");
        script.Goto(new DialogState.Menu());
    }

    private static bool IsPlanned(Script script, KnownSurvey survey) => script.Context.Now < survey.OpensAt;

    /// <summary>Those who come to an event cannot be asked before it begins.</summary>
    private static bool CanOpen(Script script, KnownSurvey survey) => IsPlanned(script, survey) && (survey.Audience is not SurveyAudience.Attended || survey.Event is not { } id || script.Event(id) is not { } e || script.Context.Now >= e.StartsAt);
}
