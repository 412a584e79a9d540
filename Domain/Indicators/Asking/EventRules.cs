using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Which events are meant: by a whole title or code, by a name in quotation marks, by words of a title that mean nothing else.</summary>
internal static class EventRules
{
    /// <summary>Debates: the field itself. Events with the word in their title, else tournaments.</summary>
    public const string Debate = "k.debate";

    private const int MostOffered = 8;

    /// <summary>Whole titles and codes, the longest first. A title that is only a kind of event («Турнир») is the kind.</summary>
    public static void Whole(Draft draft)
    {
        var names = draft.World.Events.SelectMany(e => Titles.Names(e).Select(n => (Event: e, Words: n))).OrderByDescending(n => n.Words.Count).ToList();
        for (var at = 0; at < draft.Tokens.Count; at++)
        {
            var found = names.Where(n => Stands(draft.Tokens, at, n.Words)).ToList();
            if (found.Count == 0) continue;
            var words = found[0].Words.Count;
            if (words == 1 && !draft.World.Words.Mark([draft.Tokens[at] with { Quoted = false }])[0].IsWord) continue;
            Settle(draft, at, words, [.. found.Where(f => f.Words.Count == words).Select(f => f.Event).DistinctBy(e => e.Id)]);
        }
    }

    /// <summary>What stands in quotation marks is a name, and so are words that mean nothing else.</summary>
    public static void Words(Draft draft)
    {
        for (var at = 0; at < draft.Tokens.Count; at++)
        {
            if (!IsName(draft.Tokens[at])) continue;
            var length = draft.Tokens.Skip(at).TakeWhile(t => IsName(t) && t.Quoted == draft.Tokens[at].Quoted).Count();
            for (var words = length; words > 0; words--)
            {
                var run = draft.Tokens.GetRange(at, words);
                var found = draft.World.Events.Where(e => run.TrueForAll(t => Titles.With([e], t).Any())).ToList();
                if (found.Count == 0) continue;
                Settle(draft, at, words, found);
                break;
            }
        }
    }

    /// <summary>Kinds of event, once the events are known: a kind said beside its event says nothing more.</summary>
    public static void Kinds(Draft draft)
    {
        foreach (var token in draft.Tokens.Where(t => t.Is("k")).ToList())
        {
            var kind = token.Means[2..];
            if (draft.Events.Count > 0 || draft.Open.Exists(o => o.Part == CountPart.Event)) { if (!Says(draft, token, kind)) draft.Kinds.Add(kind); }
            else if (token.Means == Debate) Debates(draft, token);
            else draft.Kinds.Add(kind);
            draft.Tokens.Remove(token);
        }
    }

    /// <summary>Whether the events meant are of that kind anyway, or nobody said of which they are.</summary>
    private static bool Says(Draft draft, Token token, string kind) => token.Means == Debate || draft.Open.Count > 0
        || draft.Events.All(id => draft.World.Event(id) is not { } e || e.Kind.Length == 0 || e.Kind == kind || Titles.With([e], token).Any());

    private static void Debates(Draft draft, Token token)
    {
        string[] words = ["пікірсайыс", "дебат", "debate"];
        var found = draft.World.Events.Where(e => Titles.Names(e).Any(n => n.Any(w => words.Any(d => w.StartsWith(Fold.Text(d), StringComparison.Ordinal))))).ToList();
        if (found.Count == 0) draft.Kinds.Add("tournament");
        else Choose(draft, token.Text, found);
    }

    private static bool IsName(Token token) => token.IsWord || (token.Quoted && !token.Is("ev") && !token.Is("x"));

    private static bool Stands(IReadOnlyList<Token> tokens, int at, IReadOnlyList<string> words)
    {
        var i = at;
        foreach (var word in words)
        {
            while (i > at && i < tokens.Count && tokens[i].Is("dash")) i++;
            if (i >= tokens.Count || tokens[i].Is("ev") || !Titles.Fits(word, tokens[i])) return false;
            i++;
        }
        return i - at == words.Count;
    }

    private static void Settle(Draft draft, int at, int count, IReadOnlyList<EventInfo> found)
    {
        Choose(draft, string.Join(' ', draft.Tokens.Skip(at).Take(count).Select(t => t.Text)), found);
        draft.Tokens.RemoveRange(at, count);
        draft.Tokens.Insert(at, new("", "") { Means = "ev" });
    }

    private static void Choose(Draft draft, string words, IReadOnlyList<EventInfo> found)
    {
        if (found.Count == 1) { draft.Events.Add(found[0].Id); return; }
        List<Func<CountQuestion, CountQuestion>> readings = [.. found.Take(MostOffered).Select(e => (Func<CountQuestion, CountQuestion>)(q => q with { Events = [e.Id] }))];
        if (found.Count <= MostOffered) readings.Add(q => q with { Events = [.. found.Select(e => e.Id)] });
        draft.Open.Add((words, CountPart.Event, readings));
    }
}
