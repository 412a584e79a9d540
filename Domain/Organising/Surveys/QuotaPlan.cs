using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Surveys;
using Numbers = GrantBot.Domain.Localisation.Numbers;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>The quota table of a survey (квота кестесі): how many answers of each kind are wanted, and how many there are. Staff type a line for each: question, choice, number.</summary>
internal static class QuotaPlan
{
    private const int Most = 60, MostWanted = 1_000_000;

    /// <summary>Asks for the table.</summary>
    public static void Ask(Script script, KnownSurvey survey)
    {
        var questions = SurveyEntry.Form(script, survey) is { } form ? form.Questions.Where(q => q is { Asked: true, Choices: not null }).Take(10).ToList() : [];
        var example = questions.Count > 0 ? $"{questions[0].Name} {questions[0].Choices!.Choices[0].Name} 100" : "gender female 100";
        var known = string.Join("\n", questions.Select(q => $"{q.Name}: {string.Join(", ", q.Choices!.Choices.Take(12).Select(c => c.Name))}"));
        script.Ask(new Reply.Message(script.Text("sv.quota.ask", ("list", known), ("example", example))) { Options = [script.Choice("btn.back")], TakesText = true });
    }

    /// <summary>Takes the table that was typed.</summary>
    public static void Take(Script script, KnownSurvey survey, Heard heard)
    {
        if (heard.Id == "btn.back") { script.Goto(new DialogState.SurveyCard(survey.Id)); return; }
        var lines = heard.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var plan = lines.Take(Most + 1).Select(l => Read(script, survey, l)).ToList();
        if (plan.Count is 0 or > Most || plan.Index().FirstOrDefault(p => p.Item is null) is { Item: null } && plan.Contains(null))
        {
            var bad = lines.Zip(plan).FirstOrDefault(p => p.Second is null).First ?? heard.Text;
            script.Tell("sv.quota.bad", ("line", bad.Length > 60 ? bad[..60] : bad));
            script.AskAgain();
            return;
        }
        script.Record(new Fact.SurveyPlanned(survey.Id, [.. plan.OfType<SurveyQuota>()]));
        script.Tell("sv.quota.done", ("n", plan.Count));
        script.Goto(new DialogState.Menu());
    }

    /// <summary>The table as it stands: plan and fact.</summary>
    public static string Table(Script script, KnownSurvey survey)
    {
        var reached = script.Know(new Need.SurveyAnswersOf(survey.Id)).Reached;
        var form = SurveyEntry.Form(script, survey);
        var lines = survey.Plan.Zip(reached).Select(q => script.Text("sv.quota.line", ("what", Label(script, form, q.First)), ("n", Numbers.Whole(q.Second, script.Language)), ("plan", Numbers.Whole(q.First.Plan, script.Language))));
        return script.Text("sv.quota.table", ("list", string.Join("\n", lines)));
    }

    private static SurveyQuota? Read(Script script, KnownSurvey survey, string line)
    {
        var words = Typed.Tidy(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3 || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) || wanted is 0 or > MostWanted) return null;
        var question = SurveyEntry.Form(script, survey)?.Questions.FirstOrDefault(q => q.Asked && q.Name == words[0]);
        var fits = question is not null ? question.Choices?.Find(words[1]) is not null : words[0] is "gender" or "age" or "category" or "territory";
        return fits ? new(words[0], words[1], wanted) : null;
    }

    private static string Label(Script script, Form? form, SurveyQuota quota)
    {
        var question = form?.Questions.FirstOrDefault(q => q.Asked && q.Name == quota.Question);
        return question?.Choices?.Find(quota.Choice) is { } choice ? $"{(question.Short ?? question.Label!).In(script.Language)} – {choice.Label.In(script.Language)}" : $"{quota.Question} {quota.Choice}";
    }
}
