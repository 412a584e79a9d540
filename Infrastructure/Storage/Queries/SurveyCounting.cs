using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Indicators.Surveying;
using GrantBot.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>
/// Counts the measures of surveys (<see cref="CountEngine.IsOfSurveys"/>) from their answers, which hold coarse codes and no person: what a
/// question narrows by and an answer does not say, is missing. Days are those of the events.
/// </summary>
internal static class SurveyCounting
{
    /// <summary>The answer; null while there is nothing to count from.</summary>
    public static CountAnswer? Count(GrantBotDb db, CountQuestion question, AskingWorld world, TimeZoneInfo zone)
    {
        var groups = SurveyQuery.ByEvent(db, SurveyTimes.SatisfactionForm, Events(question, world, zone));
        if (groups.Count == 0) return null;
        var silence = new Silence(groups.Sum(g => g.Figures.Invited - g.Figures.Responded), groups.Sum(g => g.Figures.Answered - g.Figures.Voices.Count), 0);
        if (IsOfWholeSurveys(question)) return Whole(question, groups) with { Silence = silence with { Kept = 0 } };
        var all = groups.SelectMany(g => g.Figures.Voices.Select(v => (g.Event, Voice: v))).ToList();
        if (all.Count == 0) return null; // under seal until they are over
        var known = all.Where(v => Fits(question, v.Voice.Codes) == true).ToList();
        var missing = all.Count(v => Fits(question, v.Voice.Codes) is null);
        var days = world.Events.ToDictionary(e => e.Id, e => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.StartsAt, zone).DateTime));
        if (IndicatorCatalog.Of(question.Measure) is not MarkIndicator asked) return new(known.Count, all.Count, CountOf.Everybody, missing, Table(question, days, known, v => new(v.Count(), null))) { Silence = silence };
        var indicator = Given(asked, all.Select(v => v.Voice));
        var marked = known.Where(v => indicator.MarkOf(v.Voice.Marks) is not null).ToList();
        var (whole, numbers) = (Cell(indicator, marked), marked.Select(v => indicator.Number(indicator.MarkOf(v.Voice.Marks)!)).OfType<int>().ToList());
        return new(whole.Number, marked.Count, CountOf.Answered, missing, Table(question, days, marked, v => Cell(indicator, v)))
        {
            Silence = silence with { Skipped = known.Count - marked.Count }, Against = whole.Against, Instead = indicator == asked ? null : indicator.AskedAs,
            Mean = numbers.Count >= Figure.Share.FewestForPercent ? (decimal)numbers.Sum() / numbers.Count : null,
        };
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

    /// <summary>Who was invited is known of a survey as a whole, and so is how many answered.</summary>
    private static bool IsOfWholeSurveys(CountQuestion question) =>
        question.Measure is Measure.ResponseRate || (question.Measure is Measure.SurveyAnswers && !question.NarrowsPeople && question.By.All(d => d is Dimension.Event));

    private static CountAnswer Whole(CountQuestion question, IReadOnlyList<(EventId Event, SurveyFigures Figures)> groups)
    {
        var rate = question.Measure is Measure.ResponseRate;
        var byEvent = !question.By.Contains(Dimension.Event) ? null
            : new CountTable([.. groups.Select(g => new CountRow(Domain.Indicators.Breakdowns.ByEvent.Code(g.Event), rate ? new(g.Figures.Responded, g.Figures.Invited) : new(g.Figures.Answered, null), []))], [], Overlaps: false);
        var (answered, responded) = (groups.Sum(g => g.Figures.Answered), groups.Sum(g => g.Figures.Responded));
        var isPart = rate || answered == responded; // answers by link are a part of nobody invited
        return new(rate ? responded : answered, isPart ? groups.Sum(g => g.Figures.Invited) : null, isPart ? CountOf.Invited : CountOf.Nothing, 0, byEvent) { IsWhole = question.NarrowsPeople || question.By.Any(d => d is not Dimension.Event) };
    }

    /// <summary>What the form gives: net promoters only where people answer from 0 to 10, the share who would recommend only where they say yes or no.</summary>
    private static MarkIndicator Given(MarkIndicator asked, IEnumerable<SurveyVoice> voices)
    {
        MarkIndicator? other = asked switch { NetPromoter => new Recommend(), Recommend => new NetPromoter(), _ => null };
        return other is null || voices.Any(v => asked.MarkOf(v.Marks) is not null) || !voices.Any(v => other.MarkOf(v.Marks) is not null) ? asked : other;
    }

    private static CountCell Cell(MarkIndicator indicator, IEnumerable<(EventId Event, SurveyVoice Voice)> voices)
    {
        var marks = voices.Select(v => indicator.MarkOf(v.Voice.Marks)!).ToList();
        return new(marks.Count(m => indicator.IsGood(m) == true), marks.Count) { Against = marks.Count(indicator.IsAgainst) };
    }

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

    /// <summary>What an answer does not say is not stated: of a place of study none of them says anything.</summary>
    private static CountTable? Table(CountQuestion question, IReadOnlyDictionary<EventId, DateOnly> days, List<(EventId Event, SurveyVoice Voice)> voices, Func<IEnumerable<(EventId Event, SurveyVoice Voice)>, CountCell> cell)
    {
        if (question.By.Count == 0) return null;
        var codes = new CountCodes(question.Measure);
        string Code(Dimension by, (EventId Event, SurveyVoice Voice) v) => (by switch
        {
            Dimension.Event => Domain.Indicators.Breakdowns.ByEvent.Code(v.Event),
            Dimension.Gender => v.Voice.Codes.Gender,
            Dimension.Age => v.Voice.Codes.Age,
            Dimension.Category => v.Voice.Codes.Category,
            Dimension.Territory => v.Voice.Codes.Territory,
            Dimension.Language => v.Voice.Codes.Language,
            Dimension.Channel => v.Voice.Codes.Channel,
            Dimension.Institution => null,
            _ => codes.Of(by, days[v.Event]),
        }) ?? Breakdown.NotStated;
        IEnumerable<IGrouping<string, (EventId Event, SurveyVoice Voice)>> By(Dimension by) => voices.GroupBy(v => Code(by, v), StringComparer.Ordinal).OrderBy(g => g.Key == Breakdown.NotStated).ThenBy(g => g.Key, StringComparer.Ordinal);
        List<string> across = question.By.Count < 2 ? [] : [.. By(question.By[1]).Select(g => g.Key)];
        return new([.. By(question.By[0]).Select(g => new CountRow(g.Key, cell(g), [.. across.Select(c => cell(g.Where(v => Code(question.By[1], v) == c)))]))], across, Overlaps: false);
    }
}
