using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// Understands questions for counts in everyday Kazakh, Russian and English, mixed and mistyped, by word lists and orders of words alone.
/// Every word must be accounted for; what is left over, or may be read in two ways, is asked back about.
/// </summary>
public static class CountReader
{
    /// <summary>Small words that may be left when all is understood.</summary>
    private static readonly string[] Silent = ["x", "by", "from", "to", "and", "between", "within", "also", "which", "postby", "dash", "aged", "ev", "d.event", "region", "who"];

    /// <summary>Reads a text.</summary>
    /// <param name="text">As it was typed, at most 300 characters.</param>
    /// <param name="world">What there is to ask about.</param>
    /// <param name="last">The question answered last: «а в Бейнеу?» changes only what it says. Null = none.</param>
    public static CountReading Read(string text, AskingWorld world, CountQuestion? last = null) => Read(text, world, last, new Dictionary<string, string>(StringComparer.Ordinal));

    private static CountReading Read(string text, AskingWorld world, CountQuestion? last, IReadOnlyDictionary<string, string> chosen)
    {
        var draft = new Draft(world, Tokens.Of(text));
        EventRules.Whole(draft);
        var marked = world.Words.Mark(draft.Tokens);
        draft.Tokens.Clear();
        draft.Tokens.AddRange(marked);
        if (draft.Tokens.Count == 0 || draft.Tokens.Exists(t => t.Is("z")) || draft.Tokens[0].Is("who")) return new CountReading.NotACount();
        var continues = draft.Tokens[0].Is("also");
        EventRules.Words(draft);
        var ties = Mend(draft, chosen);
        EventRules.Words(draft);
        PlaceRules.Named(draft);
        foreach (var rule in Orders) rule.Apply(draft);
        EventRules.Kinds(draft);
        foreach (var token in draft.Tokens) Take(draft, token, last is not null);
        var reading = Decide(draft, last, continues);
        return reading is CountReading.Unclear { Why: UnclearWhy.Words } unclear && chosen.Count == 0 && ties.Count > 0
            ? unclear with { Choices = [.. Readings(text, world, last, ties), .. unclear.Choices] }
            : reading;
    }

    /// <summary>What the question would be with each of the meanings a mistyped word is equally near to.</summary>
    private static IEnumerable<CountChoice> Readings(string text, AskingWorld world, CountQuestion? last, Dictionary<string, IReadOnlyList<string>> ties)
    {
        var (word, concepts) = ties.First();
        foreach (var concept in concepts.Take(MostReadings))
            if (Read(text, world, last, new Dictionary<string, string>(StringComparer.Ordinal) { [word] = concept }) is CountReading.Understood understood) yield return new(understood.Question, CountPart.Whole);
    }

    private const int MostReadings = 4;

    private static readonly IReadOnlyList<Rule> Orders = [.. PlaceRules.All, .. DateRules.All, .. AgeRules.All, .. DimensionRules.All, AgeRules.Bare];

    /// <summary>Gives mistyped words their meaning, where one alone is nearest; the words that are equally near to several are left, and given.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Mend(Draft draft, IReadOnlyDictionary<string, string> chosen)
    {
        var ties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < draft.Tokens.Count; i++)
        {
            var token = draft.Tokens[i];
            if (!token.IsWord || token.Quoted || token.Folded.Any(char.IsDigit)) continue;
            if (chosen.TryGetValue(token.Text, out var meant)) { draft.Tokens[i] = token with { Means = meant }; continue; }
            var near = draft.World.Words.Near(token);
            var titles = draft.World.Events.SelectMany(Titles.Names).SelectMany(n => n).Distinct(StringComparer.Ordinal)
                .Select(w => (Word: w, Slips: Slips.Between(token, w.Length > 4 ? w[..^1] : w, open: true, '*') ?? Slips.Between(token, w, open: false, 'e'))).Where(w => w.Slips is not null).ToList();
            var least = Math.Min(near.Count > 0 ? near[0].Slips : int.MaxValue, titles.Count > 0 ? titles.Min(t => t.Slips!.Value) : int.MaxValue);
            var words = titles.Where(t => t.Slips == least).Select(t => t.Word).ToList();
            var concepts = near.Where(n => n.Slips == least).Select(n => n.Concept).ToList();
            if (concepts.Count == 1 && words.Count == 0) draft.Tokens[i] = token with { Means = concepts[0] };
            else if (concepts.Count == 0 && words.Count == 1) draft.Tokens[i] = token with { Folded = words[0], Sounded = null };
            else if (concepts.Count > 1) ties[token.Text] = concepts;
        }
        return ties;
    }

    /// <summary>What a token says that stands by itself.</summary>
    private static void Take(Draft draft, Token token, bool follows)
    {
        var (family, code) = token.Means.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (token.Means[..dot], token.Means[(dot + 1)..]) : (token.Means, "");
        switch (family)
        {
            case "q": draft.Asks = true; break;
            case "m" when code == "unique": draft.Unique = true; break;
            case "m": Add(draft.Measures, MeasureOf(code)); break;
            case "s": draft.Share = true; break;
            case "n": (draft.People, draft.Unique) = (true, draft.Unique || code == "people"); break;
            case "g": Add(draft.Genders, code); break;
            case "t": Add(draft.Territories, code); break;
            case "o": Add(draft.Occupations, code); break;
            case "l": Add(draft.Languages, code); break;
            case "ch": Add(draft.Channels, code switch { "telegram" => ChannelKind.Telegram, "whatsapp" => ChannelKind.WhatsApp, _ => ChannelKind.Web }); break;
            case "c": Group(draft, token, code); break;
            case "b": Add(draft.By, DimensionRules.Of(token.Means)!.Value); break;
            case "most" when draft.By.Count > 0: break;
            case "d" when follows && draft.Tokens.Count(t => !t.Is("x") && !t.Is("also")) == 1 && DimensionRules.Of(token.Means) is { } dimension: Add(draft.By, dimension); break;
            case var _ when Array.Exists(Silent, s => s == token.Means): break;
            default: draft.Unknown.Add(token.Text); break;
        }
    }

    private static void Group(Draft draft, Token token, string code)
    {
        switch (code)
        {
            case "disability": draft.Disability = true; break;
            case "minor": if (!draft.Age(null, 17)) draft.Unknown.Add(token.Text); break;
            case "adult": if (!draft.Age(18, null)) draft.Unknown.Add(token.Text); break;
            case "teen" when draft.AgeFrom is not null || draft.AgeTo is not null: break; // the years were said
            case "teen":
                draft.Open.Add((token.Text, CountPart.Age, [q => q with { AgeFrom = 13, AgeTo = 16 }, q => q with { AgeFrom = 14, AgeTo = 17 }, q => q with { AgeFrom = 11, AgeTo = 17 }]));
                break;
            default: Add(draft.Categories, code); break;
        }
    }

    private static Measure MeasureOf(string code) => code switch
    {
        "registered" => Measure.Registered,
        "confirmed" => Measure.Confirmed,
        "waitlisted" => Measure.Waitlisted,
        "consent" => Measure.WaitingForConsent,
        "cancelled" => Measure.Cancelled,
        "attended" => Measure.Attended,
        "noshow" => Measure.NoShow,
        "answers" => Measure.SurveyAnswers,
        "resp" => Measure.ResponseRate,
        "sat" => Measure.Satisfaction,
        "rec" => Measure.Recommend,
        "nps" => Measure.NetPromoter,
        "content" => Measure.Content,
        "speaker" => Measure.Speaker,
        "organisation" => Measure.Organisation,
        "fair" => Measure.Fair,
        "apply" => Measure.Apply,
        "reach" => Measure.Reach,
        _ => Measure.KnowledgeGain,
    };

    private static void Add<T>(List<T> list, T value)
    {
        if (!list.Contains(value)) list.Add(value);
    }

    private static CountReading Decide(Draft draft, CountQuestion? last, bool continues)
    {
        var follows = last is not null && (continues || (draft.Measures.Count == 0 && !draft.Asks && !draft.Share));
        if (!IsCount(draft, follows)) return new CountReading.NotACount();
        var measures = MeasureRules.Of(draft, follows ? last : null);
        var whole = DraftQuestion.Of(draft, measures[0], follows ? last : null);
        if (draft.BadPeriod) return new CountReading.Unclear(UnclearWhy.Period, [], []);
        if (draft.Unknown.Count > 0)
        {
            var says = draft.Filters + draft.Measures.Count + draft.By.Count > 0 && draft.Open.Count == 0 && measures.Count == 1;
            return new CountReading.Unclear(UnclearWhy.Words, draft.Unknown, says ? [new(whole, CountPart.Rest)] : []);
        }
        if (draft.By.Count > 2) return new CountReading.Unclear(UnclearWhy.Dimensions, [], [.. Pairs(draft.By).Select(p => new CountChoice(whole with { By = p }, CountPart.Whole))]);
        if (measures.Count > 1) return new CountReading.Unclear(UnclearWhy.Several, [], [.. measures.Select(m => new CountChoice(whole with { Measure = m }, CountPart.Measure))]);
        if (draft.Open is [var open, ..]) return new CountReading.Unclear(UnclearWhy.Several, [open.Words], [.. open.Readings.Select(r => r(whole)).Select(q => new CountChoice(q, Part(open.Part, q)))]);
        return new CountReading.Understood(whole);
    }

    private static CountPart Part(CountPart part, CountQuestion question) => part == CountPart.Event && question.Events.Count > 1 ? CountPart.Events : part;

    private static IEnumerable<IReadOnlyList<Dimension>> Pairs(List<Dimension> by) => by.Take(3).SelectMany((a, i) => by.Take(3).Skip(i + 1).Select(b => (IReadOnlyList<Dimension>)[a, b]));

    /// <summary>Whether it is a question for counts at all: it asks how many, names what is counted, or narrows at least twice.</summary>
    private static bool IsCount(Draft draft, bool follows)
    {
        var says = draft.Filters + draft.Measures.Count + draft.By.Count + (draft.Share ? 1 : 0) + (draft.People || draft.Unique ? 1 : 0);
        if (draft.Asks) return true;
        if (draft.Unknown.Count >= Math.Max(says, 1)) return false;
        return draft.Measures.Count > 0 || draft.Share || (says >= 2 && draft.IsAboutPeople) || (follows && says > 0);
    }
}
