using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Says a question back in plain words, so that a person sees how it was understood before they read the number.</summary>
/// <param name="texts">All sentences.</param>
/// <param name="language">The reader's.</param>
/// <param name="world">What codes are called.</param>
public sealed class CountWords(Texts texts, string language, AskingWorld world)
{
    private const int LongestTitle = 80, LongestLabel = 60, LongestSentence = 200;

    /// <summary>«Считаю: пришли, «Открытый чемпионат», день посещения – 1–31 октября 2026 г., девушки, 14–17 лет, по школам».</summary>
    public string Sentence(CountQuestion question) => texts.Say("ask.counting", language, ("what", string.Join(", ", Parts(question))));

    /// <summary>The same without its beginning, for a title: «пришли, «Открытый чемпионат», по школам».</summary>
    public string Title(CountQuestion question) => TextBlocks.OneLine(string.Join(", ", Parts(question)), LongestSentence);

    /// <summary>What a reading is called on a button.</summary>
    public string Label(CountChoice choice) => choice.Part switch
    {
        CountPart.Measure => MeasureName(choice.Question.Measure),
        CountPart.Event => Event(choice.Question.Events[0]),
        CountPart.Events => texts.Say("btn.ask.events", language, ("n", choice.Question.Events.Count)),
        CountPart.Territory => Territory(choice.Question.Territories[0]),
        CountPart.Institution => InstitutionInTown(choice.Question.Institutions[0]),
        CountPart.Age => Ages(choice.Question) ?? "",
        CountPart.Rest => texts["btn.ask.rest", language],
        _ => TextBlocks.OneLine(string.Join(", ", Parts(choice.Question)), LongestLabel),
    };

    /// <summary>The name of what is counted: «пришли», «доля пришедших».</summary>
    public string MeasureName(Measure measure) => IndicatorCatalog.Of(measure).Name(texts, language);

    /// <summary>The name of a breakdown: «по районам».</summary>
    public string By(Dimension dimension) => texts["ask.by." + dimension, language];

    /// <summary>The names of one breakdown or two: «по полу и по возрасту».</summary>
    public string By(IReadOnlyList<Dimension> dimensions) => dimensions is [var a, var b, ..] ? texts.Say("ask.by.two", language, ("a", By(a)), ("b", By(b))) : By(dimensions[0]);

    /// <summary>The name of a row or column.</summary>
    public string Code(Dimension dimension, string code) => code == Breakdown.NotStated ? texts["stats.unknown", language] : dimension switch
    {
        Dimension.Event => Guid.TryParseExact(code, "N", out var id) ? Event(new(id)) : code,
        Dimension.Gender => texts["gender." + code, language],
        Dimension.Age => texts["age." + code, language],
        Dimension.Category => texts["category." + code, language],
        Dimension.Territory => Territory(code),
        Dimension.Institution => InstitutionInTown(code),
        Dimension.Language => texts.NamesOf([code], language),
        Dimension.Channel => texts["channel." + code, language],
        Dimension.Month => Dates.Month(DateOnly.ParseExact(code + "-01", "yyyy-MM-dd", null), language),
        Dimension.Week => Week(DateOnly.ParseExact(code, "yyyy-MM-dd", null)),
        _ => Dates.Short(DateOnly.ParseExact(code, "yyyy-MM-dd", null)),
    };

    private IEnumerable<string> Parts(CountQuestion question)
    {
        yield return MeasureName(question.Measure);
        foreach (var e in question.Events) yield return texts.Say("ask.event", language, ("event", Event(e)));
        if (question.Kinds.Count > 0) yield return texts.Say("ask.kinds", language, ("kinds", string.Join(" / ", question.Kinds.Select(k => Named(world.Kinds, k)))));
        if (Period(question) is { } period) yield return period;
        if (question.Gender is { } gender) yield return texts["ask.gender." + gender, language];
        if (Ages(question) is { } ages) yield return ages;
        foreach (var category in question.Categories) yield return texts["category." + category, language];
        foreach (var occupation in question.Occupations) yield return Named(world.Occupations, occupation).ToLower(System.Globalization.CultureInfo.GetCultureInfo("kk-KZ"));
        if (question.Territories.Count > 0) yield return string.Join(" / ", question.Territories.Select(Territory));
        foreach (var institution in question.Institutions) yield return question.Territories.Count > 0 ? Named(world.Institutions, institution) : InstitutionInTown(institution);
        foreach (var code in question.Languages) yield return texts.InLanguage(code, language);
        foreach (var channel in question.Channels) yield return texts["channel." + ByChannel.Code(channel), language];
        if (question.Disability == true) yield return texts["ask.disability", language];
        if (question.By.Count > 0) yield return By(question.By);
    }

    private string? Period(CountQuestion question)
    {
        if (question.From is null && question.To is null) return null;
        var range = question switch
        {
            { From: { } from, To: { } to } => from <= to ? Dates.Range(from, to, language) : "",
            { From: { } from } => texts.Say("ask.since", language, ("date", Dates.Long(from, language))),
            { To: { } to } => texts.Say("ask.until", language, ("date", Dates.Until(to, language))),
            _ => "",
        };
        return texts.Say(question.Measure is Measure.Reach ? "ask.when.published" : CountEngine.IsOfAttendance(question.Measure) ? "ask.when.visit" : "ask.when.registered", language, ("range", range));
    }

    private string? Ages(CountQuestion question) => question switch
    {
        { AgeFrom: { } from, AgeTo: { } to } => from == to ? texts.Say("ask.age.one", language, ("n", from)) : texts.Say("ask.age", language, ("from", from), ("to", to)),
        { AgeFrom: { } from } => texts.Say("ask.age.from", language, ("n", from)),
        { AgeTo: { } to } => texts.Say("ask.age.to", language, ("n", to)),
        _ => null,
    };

    private string Event(EventId id) => world.Event(id) is { } e ? TextBlocks.OneLine(e.Title.In(language), LongestTitle) : texts["stats.unknown", language];

    private string Territory(string code) => texts.Has("ter." + code) ? texts["ter." + code, language] : Named(world.Territories, code);

    private string InstitutionInTown(string code) => code == "other" ? texts["ask.inst.other", language]
        : world.Institutions.FirstOrDefault(i => i.Code == code) is { Territory.Length: > 0 } i ? $"{i.Names.In(language)}, {Territory(i.Territory)}" : Named(world.Institutions, code);

    private string Week(DateOnly monday) => Dates.Range(monday, monday.AddDays(6), language);

    private string Named(IReadOnlyList<NamedCode> list, string code) => list.FirstOrDefault(n => n.Code == code)?.Names.In(language) ?? code;
}
