using System.Globalization;
using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Paths;

/// <summary>
/// A person with a mind of their own, made from a seed: looks at what is asked and offered and decides. Knows no rule of the form, so a refusal
/// leads to another answer, as it does with people.
/// </summary>
internal sealed class Decider(int seed, string ownPhone)
{
    private const int MostInstances = 3;
    private static readonly string[] Names = ["Айдана Серікқызы", "Ермек", "debate26", "9А", "Мектеп №22, 3-қабат", "Ваня Пупкин-Оглы", "Жаңа идея: ән мен күй, 2 сағат", "O’Neil"];
    private static readonly string[] Days = ["2008-03-05", "2010-11-30", "1995-07-09", "2026-03-15", "2026-04-02", "2027-01-31"];
    private static readonly string[] Numbers = ["3", "2", "1", "15", "7", "0", "20", "1200", "-4"];
    private static readonly string[] Fractions = ["2.5", "0.75", "12", "1000.25"];
    private static readonly string[] Times = ["14:30", "09:05", "23:59"];
    private static readonly string[] Places = ["43.25 76.9", "43.6532 51.1975", "-12.5 130"];
    private static readonly string[] Addresses = ["sana@example.kz", "a.b-c@mail.example.org"];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, int> tries = new(StringComparer.Ordinal);
    private int added;
    private string? first;
    private bool wentBack, changed, wasWrong;

    public Act Decide(Scene scene, Func<string, bool> offers) => scene switch
    {
        { Asks: Asks.Check } when !changed && random.NextDouble() < 0.3 => Changes(),
        { Asks: Asks.Check } => new Act.Confirm(),
        { Asks: Asks.Which } => One(scene.Offered.Where(l => scene.Offered.Count(o => o == l) == 1).ToList()) is { } label ? new Act.Pick(label) : new Act.Back(),
        { Asks: Asks.Another } => Another(scene),
        { Question: { } question } => Answer(scene, question, offers),
        _ => throw new InvalidOperationException("Nothing can be decided here"),
    };

    private Act.Change Changes()
    {
        changed = true;
        return new();
    }

    private Act.Pick Another(Scene scene)
    {
        var wish = added < MostInstances && random.NextDouble() < 0.5 ? "f.repeat.add" : random.NextDouble() < 0.15 ? "f.repeat.remove" : "f.repeat.done";
        if (wish == "f.repeat.add") added++;
        return new Act.Pick(scene.Offered.FirstOrDefault(l => PathWords.Is(wish, l)) ?? scene.Offered.First(l => PathWords.Is("f.repeat.done", l)));
    }

    private Act Answer(Scene scene, Question question, Func<string, bool> offers)
    {
        first ??= question.Name; // behind it the form would be left
        if (!wentBack && question.Name != first && random.NextDouble() < 0.08)
        {
            wentBack = true;
            return new Act.Back();
        }
        if (!wasWrong && random.NextDouble() < 0.08 && Nonsense(question) is { } nonsense)
        {
            wasWrong = true;
            return new Act.Wrong(nonsense);
        }
        if (offers("btn.skip") && random.NextDouble() < 0.25) return new Act.Skip();
        return question.Kind switch
        {
            QuestionKind.SelectOne => new Act.Pick(One(scene.Offered)!),
            QuestionKind.SelectMultiple => new Act.Pick([.. Shuffled(scene.Offered).Take(1 + random.Next(Math.Min(3, scene.Offered.Count)))]),
            QuestionKind.Rank => new Act.Pick([.. Shuffled(scene.Offered)]),
            QuestionKind.Integer => Next(question, Numbers),
            QuestionKind.Decimal => Next(question, Fractions),
            QuestionKind.Date => Next(question, Days),
            QuestionKind.Time => Next(question, Times),
            QuestionKind.DateTime => new Act.Give($"{One(Days)} {One(Times)}"),
            QuestionKind.Phone => new Act.Give(question.Name == "phone" ? ownPhone : $"+7701{random.Next(1_000_000, 9_999_999)}"),
            QuestionKind.Email => Next(question, Addresses),
            QuestionKind.Range => new Act.Give(OfScale(question)),
            QuestionKind.Geopoint => Next(question, Places),
            QuestionKind.Image => Next(question, ["team.jpg", "hall.jpg"]),
            QuestionKind.File => Next(question, ["letter.pdf", "plan.docx"]),
            QuestionKind.Acknowledge => new Act.Give("OK"),
            _ => Next(question, Names),
        };
    }

    /// <summary>What no question of the kind takes; null where anything is an answer.</summary>
    private static string? Nonsense(Question question) => question.Kind switch
    {
        QuestionKind.Text => question.MaxLength > 0 ? new string('ұ', question.MaxLength + 1) : null,
        QuestionKind.Date or QuestionKind.DateTime => "31.02.2008 25:61",
        QuestionKind.Image or QuestionKind.File => null,
        _ => "щщщщщщ",
    };

    /// <summary>An answer that was not given yet; one that was refused is not given again.</summary>
    private Act.Give Next(Question question, IReadOnlyList<string> values)
    {
        var at = tries.GetValueOrDefault(question.Name, random.Next(values.Count));
        tries[question.Name] = at + 1;
        return new(values[at % values.Count]);
    }

    private string OfScale(Question question)
    {
        var scale = RangeSpan.Of(question.Parameters);
        var sign = scale.End < scale.Start ? -1 : 1;
        return (scale.Start + sign * scale.Step * random.Next((int)(scale.Length / scale.Step) + 1)).ToString("0.####", CultureInfo.InvariantCulture);
    }

    private string? One(IReadOnlyList<string> values) => values.Count == 0 ? null : values[random.Next(values.Count)];

    private IEnumerable<string> Shuffled(IReadOnlyList<string> values) => values.Select(v => (Value: v, Place: random.Next())).OrderBy(v => v.Place).Select(v => v.Value);
}
