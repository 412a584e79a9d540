using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Surveying;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>
/// Results of a survey in words. A scale from 1 to 5 gives the share of 4 and 5 and the mean (6-forms.md, 6.3); other questions the share of
/// each choice. Every percentage stands with its numerator and denominator, and none of fewer than ten answers (audit rule A6).
/// </summary>
internal static class ResultWords
{
    /// <summary>All that may be said at this moment.</summary>
    public static string Of(Script script, KnownSurvey survey)
    {
        var answers = script.Know(new Need.SurveyAnswersOf(survey.Id));
        if (SurveyEntry.Form(script, survey) is not { } form || answers.Count == 0) return script.Text("sv.results.none");
        if (answers.IsSealed) return script.Text("sv.sealed", ("n", Figure.Share.FewestForPercent));
        List<string> parts = [script.Text("sv.results", ("title", SurveyListDialog.Name(script, survey)), ("n", Numbers.Whole(answers.Count, script.Language)))];
        if (survey.Phase is not SurveyPhase.None) parts.Add(Gain(script, answers.Gain));
        if (answers.Marks.Count < Figure.Share.FewestForPercent)
            parts.Add(script.Text(survey.Anonymous && answers.Count < Grain.Fewest ? "sv.results.erased" : "sv.results.few", ("n", survey.Anonymous && answers.Count < Grain.Fewest ? Grain.Fewest : Figure.Share.FewestForPercent)));
        else parts.AddRange(form.Questions.Where(q => q.Asked && q.Choices is not null).Select(q => Question(script, q, answers)).Where(l => l.Length > 0));
        return string.Join("\n\n", parts);
    }

    /// <summary>"84,0 % (42 of 50)", or only "7 of 9" where there are too few.</summary>
    public static string Share(Figure.Share share, string language)
    {
        var counts = $"{Numbers.Whole(share.Numerator, language)}/{Numbers.Whole(share.Denominator, language)}";
        return share.IsPrintable ? $"{Numbers.Percent(share.Numerator, share.Denominator, language)} ({counts})" : counts;
    }

    private static string Question(Script script, Question question, SurveyAnswers answers)
    {
        var label = (question.Short ?? question.Label!).In(script.Language);
        var given = answers.Marks.Select(m => m.GetValueOrDefault(question.Name)).OfType<string>().ToList();
        if (given.Count == 0) return "";
        if (question.Right is not null)
        {
            return script.Text("sv.results.right", ("question", label), ("share", Share(RightShare.Measured(question, given), script.Language)));
        }
        if (Scale(question) is { } scale)
        {
            var marks = given.Where(scale.Contains).Select(g => int.Parse(g, CultureInfo.InvariantCulture)).ToList();
            if (marks.Count < Figure.Share.FewestForPercent) return script.Text("sv.results.question", ("question", label), ("list", script.Text("sv.results.few", ("n", Figure.Share.FewestForPercent))));
            return script.Text("sv.results.scale", ("question", label), ("share", Share(ScaleShare.Measured(marks), script.Language)),
                ("mean", Numbers.Decimal((decimal)marks.Sum() / marks.Count, 2, script.Language)), ("n", Numbers.Whole(marks.Count, script.Language)));
        }
        if (given.Count < Figure.Share.FewestForPercent) return script.Text("sv.results.question", ("question", label), ("list", script.Text("sv.results.few", ("n", Figure.Share.FewestForPercent))));
        var lines = question.Choices!.Choices.Select(c => (Label: c.Label.In(script.Language), Share: ChoiceShare.Measured(given, c.Name))).Where(c => c.Share.Numerator > 0);
        return script.Text("sv.results.question", ("question", label), ("list", string.Join("\n", lines.Select(c => $"  {c.Label}: {Share(c.Share, script.Language)}"))));
    }

    /// <summary>Names of the choices of a scale from 1 to 5; null for any other question.</summary>
    public static IReadOnlyList<string>? Scale(Question question) =>
        question.Choices is { Choices: { Count: 5 } choices } && choices.Select(c => c.Name).Order(StringComparer.Ordinal).SequenceEqual(["1", "2", "3", "4", "5"]) ? [.. choices.Select(c => c.Name)] : null;

    private static string Gain(Script script, PairGain? gain)
    {
        if (gain is null) return script.Text("sv.gain.later");
        if (!gain.IsPrintable) return script.Text("sv.gain.few", ("first", gain.Before), ("second", gain.After), ("n", gain.Paired), ("least", PairGain.FewestPairs));
        return script.Text("sv.gain", ("first", Numbers.Whole(gain.Before, script.Language)), ("second", Numbers.Whole(gain.After, script.Language)), ("n", Numbers.Whole(gain.Paired, script.Language)), ("before", Share(new(gain.RightBefore, gain.Asked), script.Language)), ("after", Share(new(gain.RightAfter, gain.Asked), script.Language)),
            ("points", (gain.Points > 0 ? "+" : "") + Numbers.Decimal(gain.Points, 1, script.Language)), ("improved", Share(new(gain.Improved, gain.Paired), script.Language)));
    }
}
