using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Says of how many the answer does not tell, and why: a number without that is half a number.</summary>
internal sealed class MissingWords(Texts texts, string language)
{
    /// <summary>A line for each reason there is.</summary>
    public IEnumerable<string> Of(CountQuestion question, CountAnswer answer)
    {
        if (answer.IsWhole) yield return texts["ask.whole", language];
        if (answer.Missing > 0)
        {
            var what = string.Join(", ", answer.Unstated.Select(u => $"{texts["ask.trait." + u.Trait, language]} – {Number(u.Count)}"));
            yield return texts.Say("ask.missing." + Thing(question.Measure), language, ("n", Number(answer.Missing)), ("what", what));
        }
        if (answer.Unmarked > 0) yield return Say("ask.unmarked", answer.Unmarked);
        if (answer.Silence is not { } silence) yield break;
        if (silence.Invited > 0) yield return Say("ask.silent", silence.Invited);
        if (silence.Kept > 0) yield return Say("ask.kept", silence.Kept);
        if (silence.Skipped > 0) yield return Say("ask.skipped", silence.Skipped);
    }

    private static CountUnit Thing(Measure measure) => measure is Measure.Reach ? CountUnit.View : CountEngine.IsOfSurveys(measure) ? CountUnit.Answer : CountEngine.IsOfPeople(measure) ? CountUnit.Person : CountUnit.Registration;

    private string Say(string key, int count) => texts.Say(key, language, ("n", Number(count)));

    private string Number(int count) => Numbers.Whole(count, language);
}
