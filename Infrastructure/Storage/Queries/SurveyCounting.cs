using GrantBot.Domain;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>
/// Counts the measures of surveys (<see cref="CountEngine.IsOfSurveys"/>) from their answers, which hold coarse codes and no person: what a
/// question narrows by and an answer does not say, is missing. Days are those of the events.
/// </summary>
internal static class SurveyCounting
{
    private const string Overall = "overall", Recommend = "recommend";

    /// <summary>The answer; null while there is nothing to count from.</summary>
    public static CountAnswer? Count(GrantBotDb db, CountQuestion question, AskingWorld world, TimeZoneInfo zone)
    {
        var groups = SurveyQuery.ByEvent(db, SurveyTimes.SatisfactionForm, Events(question, world, zone));
        if (groups.Count == 0) return null;
        var all = groups.SelectMany(g => g.Figures.Voices.Select(v => (g.Event, Voice: v))).ToList();
        var known = all.Where(v => Fits(question, v.Voice.Codes) == true).ToList();
        var missing = all.Count(v => Fits(question, v.Voice.Codes) is null);
        if (question.Measure is Measure.ResponseRate)
            return new(groups.Sum(g => g.Figures.Answered), groups.Sum(g => g.Figures.Invited), CountOf.Invited, 0, ByEvent(question, [.. groups.Select(g => (g.Event, g.Figures.Answered, g.Figures.Invited))]));
        if (question.Measure is Measure.SurveyAnswers && !question.NarrowsPeople && question.By.All(d => d is Dimension.Event))
            return new(groups.Sum(g => g.Figures.Answered), groups.Sum(g => g.Figures.Invited), CountOf.Invited, 0, ByEvent(question, [.. groups.Select(g => (g.Event, g.Figures.Answered, g.Figures.Invited))], counts: true));
        if (all.Count == 0) return null; // under seal until they are over
        var share = question.Measure is not Measure.SurveyAnswers;
        var below = known.Where(v => IsAsked(question.Measure, v.Voice)).ToList();
        var above = below.Where(v => IsGood(question.Measure, v.Voice)).ToList();
        return new(above.Count, share ? below.Count : all.Count, share ? CountOf.Answered : CountOf.Everybody, missing, Table(question, above, below, share));
    }

    /// <summary>What surveys before and after measured, of all of them together; null when none is over.</summary>
    public static PairGain? Gain(GrantBotDb db, CountQuestion question, AskingWorld world, TimeZoneInfo zone)
    {
        var events = Events(question, world, zone);
        var gains = db.Surveys.AsNoTracking().Where(s => s.Outcome != null).AsEnumerable().Where(s => s.EventId is { } id && events.Contains(id))
            .Select(s => DomainJson.ReadOutcome(s.Outcome)?.Gain).OfType<PairGain>().Where(g => g.IsPrintable).Distinct().ToList();
        if (gains.Count == 0) return null;
        var questions = gains[0].Questions;
        var same = gains.Where(g => g.Questions == questions).ToList(); // shares of tests of different length are not added
        return new(same.Sum(g => g.Before), same.Sum(g => g.After), same.Sum(g => g.Paired), questions, same.Sum(g => g.RightBefore), same.Sum(g => g.RightAfter), same.Sum(g => g.Improved));
    }

    private static List<EventId> Events(CountQuestion question, AskingWorld world, TimeZoneInfo zone) => [.. world.Events
        .Where(e => (question.Events.Count == 0 || question.Events.Contains(e.Id)) && (question.Kinds.Count == 0 || question.Kinds.Contains(e.Kind, StringComparer.Ordinal)))
        .Where(e => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.StartsAt, zone).DateTime) is var day && !(day < question.From) && !(day > question.To)).Select(e => e.Id)];

    private static bool IsAsked(Measure measure, SurveyVoice voice) => measure is Measure.SurveyAnswers || voice.Marks.ContainsKey(measure is Measure.Recommend ? Recommend : Overall);

    private static bool IsGood(Measure measure, SurveyVoice voice) => measure switch
    {
        Measure.Satisfaction => voice.Marks[Overall] is "4" or "5",
        Measure.Recommend => voice.Marks[Recommend] == "yes",
        _ => true,
    };

    /// <summary>Whether the answer is of those a question narrows to; null when it does not say. Ages are known as bands only.</summary>
    private static bool? Fits(CountQuestion question, SurveyCodes codes)
    {
        bool? Among(IReadOnlyCollection<string> wanted, string? code) => wanted.Count == 0 ? true : code is null ? null : wanted.Contains(code, StringComparer.Ordinal);
        bool?[] tests =
        [
            Among(question.Gender is { } gender ? [gender] : [], codes.Gender), Among(question.Categories, codes.Category), Among(question.Territories, codes.Territory), Among(question.Languages, codes.Language),
            Among([.. question.Channels.Select(ByChannel.Code)], codes.Channel),
            question.AgeFrom is null && question.AgeTo is null && question.Occupations.Count + question.Institutions.Count == 0 && question.Disability is null ? true : null,
        ];
        return tests.Contains(false) ? false : tests.Contains(null) ? null : true;
    }

    private static CountTable? Table(CountQuestion question, List<(EventId Event, SurveyVoice Voice)> above, List<(EventId Event, SurveyVoice Voice)> below, bool share)
    {
        if (question.By.Count == 0) return null;
        string Code((EventId Event, SurveyVoice Voice) v) => (question.By[0] switch
        {
            Dimension.Event => Domain.Indicators.Breakdowns.ByEvent.Code(v.Event),
            Dimension.Gender => v.Voice.Codes.Gender,
            Dimension.Age => v.Voice.Codes.Age,
            Dimension.Category => v.Voice.Codes.Category,
            Dimension.Territory => v.Voice.Codes.Territory,
            Dimension.Language => v.Voice.Codes.Language,
            Dimension.Channel => v.Voice.Codes.Channel,
            _ => null,
        }) ?? Breakdown.NotStated;
        var good = above.ToLookup(Code, StringComparer.Ordinal);
        var rows = below.GroupBy(Code, StringComparer.Ordinal).OrderBy(g => g.Key == Breakdown.NotStated).ThenBy(g => g.Key, StringComparer.Ordinal);
        return new([.. rows.Select(g => new CountRow(g.Key, new(good[g.Key].Count(), share ? g.Count() : null), []))], [], Overlaps: false);
    }

    private static CountTable? ByEvent(CountQuestion question, IReadOnlyList<(EventId Event, int Number, int Of)> groups, bool counts = false) => !question.By.Contains(Dimension.Event) ? null
        : new([.. groups.Select(g => new CountRow(Domain.Indicators.Breakdowns.ByEvent.Code(g.Event), new(g.Number, counts ? null : g.Of), []))], [], Overlaps: false);
}
