using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>Staff choose a survey, or begin a new one.</summary>
internal sealed class SurveyListDialog : IDialog
{
    private const string New = "btn.sv.new";

    public void Open(Script script, DialogState dialog)
    {
        if (!script.MaySome(Right.Organise)) { script.Goto(new DialogState.Menu()); return; }
        var surveys = script.Know(new Need.Surveys()).Where(s => May(script, s)).ToList();
        var lines = surveys.Select((s, i) => $"{i + 1}. {Name(script, s)} – {State(script, s)}");
        script.Ask(surveys.Count == 0 ? script.Text("sv.list.none") : script.Text("sv.list", ("list", string.Join("\n", lines))),
            [.. surveys.Select(s => new Option(s.Id.Value.ToString("N"), Name(script, s)) { Description = State(script, s) }), script.Choice(New), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.MaySome(Right.Organise) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == New) { script.Goto(new DialogState.SurveyMaking(SurveyStep.Form, new SurveyDraft())); return; }
        if (Guid.TryParseExact(heard.Id, "N", out var id) && script.Know(new Need.Survey(new(id))) is { } survey && May(script, survey)) { script.Goto(new DialogState.SurveyCard(new(id))); return; }
        script.Tell("unknown");
        script.AskAgain();
    }

    /// <summary>Whether this chat may see to a survey: of an event, whoever organises that; any other, whoever organises everything.</summary>
    public static bool May(Script script, KnownSurvey survey) => survey.Event is { } id ? script.May(Right.Organise, id) : script.May(Right.Organise);

    /// <summary>The event and the form, where it is not the usual one, and which half it is.</summary>
    public static string Name(Script script, KnownSurvey survey)
    {
        var title = SurveyEntry.Title(script, survey);
        if (survey.Event is not null && survey.FormId != SurveyTimes.SatisfactionForm && SurveyEntry.Form(script, survey) is { } form) title = $"{title} – {form.Title(script.Language)}";
        return survey.Phase is SurveyPhase.None ? title : $"{title} ({script.Text(survey.Phase is SurveyPhase.Before ? "sv.before" : "sv.after")})";
    }

    /// <summary>Planned, open or over, and how many answered.</summary>
    public static string State(Script script, KnownSurvey survey)
    {
        var now = script.Context.Now;
        if (survey.ClosedAt is not null || now >= survey.ClosesAt) return script.Text("sv.state.over", ("n", Numbers.Whole(survey.Answered, script.Language)));
        if (now < survey.OpensAt) return script.Text("sv.state.planned", ("time", Dates.Moment(script.Local(survey.OpensAt))));
        return script.Text("sv.state.open", ("time", Dates.Moment(script.Local(survey.ClosesAt))), ("n", Numbers.Whole(survey.Answered, script.Language)));
    }
}
