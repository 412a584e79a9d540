using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Surveys;

/// <summary>The ways into a survey: a button of an invitation, or a link.</summary>
internal static class SurveyEntry
{
    /// <summary>Somebody pressed the button of an invitation; false when there is no such survey.</summary>
    public static bool Press(Script script, string about)
    {
        if (!Guid.TryParseExact(about, "N", out var id) || script.Know(new Need.Survey(new(id))) is not { } survey) return false;
        Open(script, survey);
        return true;
    }

    /// <summary>Somebody followed a link; false when there is no such survey.</summary>
    public static bool Follow(Script script, string code)
    {
        if (script.Know(new Need.SurveyByCode(code)) is not { } survey) return false;
        Open(script, survey);
        return true;
    }

    /// <summary>Begins a survey that stores answers with the person; they have consented.</summary>
    public static void Begin(Script script, SurveyId id)
    {
        if (script.Know(new Need.Survey(id)) is not { } survey || Refuses(script, survey)) { script.Goto(new DialogState.Menu()); return; }
        Fill(script, survey);
    }

    /// <summary>What a survey is called: after its event, else after its form.</summary>
    public static string Title(Script script, KnownSurvey survey) =>
        survey.Event is { } id && script.Event(id) is { } e ? e.Title.In(script.Language) : Form(script, survey)?.Title(script.Language) ?? survey.FormId;

    /// <summary>The form as it is asked; null when nobody can fill it any more.</summary>
    public static Form? Form(Script script, KnownSurvey survey) =>
        survey.FormVersion.Length == 0 ? script.Context.Forms.Find(survey.FormId) : script.Context.Forms.Find(survey.FormId, survey.FormVersion);

    /// <summary>Whether the chat can answer; says why not.</summary>
    public static bool Refuses(Script script, KnownSurvey survey)
    {
        if (script.Know(new Need.SurveyPartOf(survey.Id, script.Context.Chat, script.State.Person)) is var part && part.Answered) script.Tell("sv.already");
        else if (survey.ClosedAt is not null || script.Context.Now >= survey.ClosesAt) script.Tell("sv.closed", ("date", Dates.On(Day(script, survey.ClosedAt ?? survey.ClosesAt), script.Language)));
        else if (script.Context.Now < survey.OpensAt) script.Tell("sv.early", ("date", Dates.On(Day(script, survey.OpensAt), script.Language)));
        else if (!part.IsAsked) script.Tell("sv.notasked", ("title", Title(script, survey)));
        else if (Form(script, survey) is null) script.Tell("form.closed");
        else return false;
        return true;
    }

    private static void Open(Script script, KnownSurvey survey)
    {
        if (script.State.Dialog is DialogState.Surveying open && open.Survey == survey.Id && script.State.Asked is not null) { script.AskAgain(); return; }
        Globals.PutAside(script);
        if (Refuses(script, survey)) { script.Goto(new DialogState.Menu()); return; }
        if (script.State.Unfinished is DialogState.Surveying before && before.Survey == survey.Id) { script.Remember(s => s with { Unfinished = null }); script.Goto(before); return; }
        if (survey.Anonymous) Fill(script, survey);
        else ConsentDialog.Begin(script, new DialogState.Consenting(null, survey.FormId, Survey: survey.Id));
    }

    private static void Fill(Script script, KnownSurvey survey)
    {
        if (!script.Know(new Need.SurveyPartOf(survey.Id, script.Context.Chat, script.State.Person)).Opened) script.Record(new Fact.SurveyBegun(survey.Id));
        script.Say(Form(script, survey)!.Title(script.Language));
        script.Tell(survey.Anonymous ? "sv.anonymous" : "sv.named");
        FormDialog.Begin(script, Form(script, survey)!, p => new DialogState.Surveying(survey.Id, survey.Anonymous, p, FillingStep.Asking));
    }

    private static DateOnly Day(Script script, DateTimeOffset at) => DateOnly.FromDateTime(script.Local(at).DateTime);
}
