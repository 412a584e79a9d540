using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators.Surveying;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Counting;
using GrantBot.Domain.People;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>Staff and one survey: how it goes at this moment, its results, and what can be done with it.</summary>
internal sealed class SurveyCardDialog : IDialog
{
    private const int MostRemarks = 20, MostWinners = 20;

    public void Open(Script script, DialogState dialog)
    {
        var card = (DialogState.SurveyCard)dialog;
        if (script.Know(new Need.Survey(card.Survey)) is not { } survey || !SurveyListDialog.May(script, survey)) { script.Goto(new DialogState.Menu()); return; }
        if (card.Quotas) QuotaPlan.Ask(script, survey);
        else if (card.Times && survey.ClosedAt is null) OtherTimes.Ask(script, survey);
        else Show(script, survey);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var card = (DialogState.SurveyCard)dialog;
        if (heard.Id == "btn.menu" || script.Know(new Need.Survey(card.Survey)) is not { } survey || !SurveyListDialog.May(script, survey)) { script.Goto(new DialogState.Menu()); return; }
        if (card.Quotas) { QuotaPlan.Take(script, survey, heard); return; }
        if (card.Times && survey.ClosedAt is null) { OtherTimes.Take(script, survey, heard); return; }
        switch (heard.Id)
        {
            case "btn.sv.results": Again(script, ResultWords.Of(script, survey)); break;
            case "btn.sv.remarks": Again(script, Remarks(script, survey)); break;
            case "btn.sv.winners": Again(script, Winners(script, survey)); break;
            case "btn.sv.quota": script.Goto(card with { Quotas = true }); break;
            case "btn.sv.times" when survey.ClosedAt is null: script.Goto(card with { Times = true }); break;
            case "btn.sv.poster":
                script.Record(new Fact.SurveyPosterAsked(survey.Id, script.Language));
                script.Remember(s => s with { LastPress = null });
                break;
            case "btn.sv.remind" when CanRemind(script, survey): Order(script, survey, SurveyOrder.Remind, "sv.reminded"); break;
            case "btn.sv.close" when survey.ClosedAt is null: Order(script, survey, SurveyOrder.Close, "sv.ended"); break;
            case "btn.sv.list": script.Goto(new DialogState.SurveyList()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>The links that open a survey, in words.</summary>
    public static string Link(Script script, string code) => LinkWords.OrCommand(script, DeepLink.Survey + code);

    private static void Show(Script script, KnownSurvey survey)
    {
        script.Stay(new DialogState.SurveyCard(survey.Id));
        var counts = script.Know(new Need.SurveyCountsOf(survey.Id));
        var language = script.Language;
        script.Tell("sv.card", ("title", SurveyListDialog.Name(script, survey)), ("form", SurveyEntry.Form(script, survey)?.Title(language) ?? survey.FormId),
            ("who", survey.Group is { } group ? PeopleInWords.Title(script, group) : script.Text($"sv.who.{survey.Audience}", ("event", SurveyEntry.Title(script, survey)))), ("names", script.Text(survey.Anonymous ? "sv.kind.anonymous" : "sv.kind.named")), ("state", SurveyListDialog.State(script, survey)));
        script.Say(string.Join("\n", Counts(script, survey, counts)));
        if (survey.Plan.Count > 0) script.Say(QuotaPlan.Table(script, survey));
        if (survey.ClosedAt is null) script.Tell("sv.card.link", ("link", Link(script, survey.Code)));
        script.Ask(script.Text("sv.card.asof", ("time", Dates.Moment(script.Local(script.Context.Now)))), [.. Choices(script, survey).Select(script.Choice)]);
    }

    private static IEnumerable<string> Counts(Script script, KnownSurvey survey, SurveyCounts counts)
    {
        string Whole(SurveyIndicator indicator) => Numbers.Whole(indicator.Of(counts), script.Language);
        if (survey.Audience is not SurveyAudience.Link)
        {
            yield return script.Text("sv.card.sent", ("invited", Whole(new SurveyInvited())), ("sent", Whole(new SurveySent())), ("delivered", Whole(new SurveyDelivered())), ("read", Whole(new SurveyRead())));
        }
        yield return script.Text("sv.card.answered", ("opened", Whole(new SurveyOpened())), ("answered", Whole(new SurveyAnswered())));
        if (survey.Audience is not SurveyAudience.Link && counts.Invited > 0)
            yield return script.Text("sv.card.rate", ("share", ResultWords.Share(ResponseRate.Measured(counts), script.Language)));
    }

    private static IEnumerable<string> Choices(Script script, KnownSurvey survey)
    {
        yield return "btn.sv.results";
        if (SurveyEntry.Form(script, survey) is { } form)
        {
            if (form.Questions.Any(q => q is { Asked: true, Kind: QuestionKind.Text })) yield return "btn.sv.remarks";
            if (!survey.Anonymous && RightAnswers.Tests(form)) yield return "btn.sv.winners";
        }
        if (survey.ClosedAt is null)
        {
            if (CanRemind(script, survey)) yield return "btn.sv.remind";
            yield return "btn.sv.times";
            yield return "btn.sv.poster";
            yield return "btn.sv.close";
        }
        yield return "btn.sv.quota";
        yield return "btn.sv.list";
        yield return "btn.menu";
    }

    /// <summary>Once, by the program or by staff.</summary>
    private static bool CanRemind(Script script, KnownSurvey survey) => !survey.Reminded && survey.Audience is not SurveyAudience.Link && survey.IsOpen(script.Context.Now);

    private static void Order(Script script, KnownSurvey survey, SurveyOrder order, string key)
    {
        script.Record(new Fact.SurveyOrdered(survey.Id, order));
        script.Tell(key, ("title", SurveyListDialog.Name(script, survey)));
        script.Goto(new DialogState.Menu());
    }

    private static void Again(Script script, string text)
    {
        script.Remember(s => s with { LastPress = null });
        script.Say(text);
        script.Break();
        script.AskAgain();
    }

    private static string Remarks(Script script, KnownSurvey survey)
    {
        var answers = script.Know(new Need.SurveyAnswersOf(survey.Id));
        if (answers.IsSealed) return script.Text("sv.sealed", ("n", Indicators.Figure.Share.FewestForPercent));
        if (answers.Remarks.Count == 0) return script.Text("sv.remarks.none");
        var lines = answers.Remarks.OrderByDescending(r => r.MayQuote == true).Take(MostRemarks).Select(r => $"• {Short(r.Text)}{(r.MayQuote == true ? " " + script.Text("sv.remarks.quote") : "")}");
        return script.Text("sv.remarks", ("n", answers.Remarks.Count), ("list", string.Join("\n", lines)));
    }

    private static string Winners(Script script, KnownSurvey survey)
    {
        var results = script.Know(new Need.QuizResultsOf(survey.Id));
        var all = SurveyEntry.Form(script, survey) is { } form ? RightAnswers.Questions(form).Count : 0;
        if (results.Count == 0) return script.Text("sv.winners.none");
        return script.Text("sv.winners", ("list", string.Join("\n", results.Take(MostWinners).Select((r, i) =>
            script.Text("sv.winners.line", ("place", i + 1), ("name", r.Name), ("n", r.Score), ("all", all), ("time", $"{(int)r.Took.TotalMinutes}:{r.Took.Seconds:00}"))))));
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
