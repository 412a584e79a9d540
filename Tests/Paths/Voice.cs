using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Paths;

/// <summary>
/// How a person says on a channel what they decided: a button, a row, a number, a label in any language, a date as people write it.
/// Another seed for each channel, so that the same is said differently.
/// </summary>
internal sealed class Voice(int seed, ChannelKind channel, string language)
{
    private const int LongestTyped = 60;
    private static readonly string[][] Months =
    [
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    ];

    private readonly Random random = new((seed * 7) + (int)channel);

    public IReadOnlyList<Gesture> Say(Act act, Scene scene) => act switch
    {
        Act.Skip => [Command("btn.skip")],
        Act.Back => [Command("btn.back")],
        Act.Change => [Command("btn.edit")],
        Act.Confirm => [Command("btn.ok")],
        Act.Wrong(var text) => [new Gesture.Type(text)],
        Act.Pick { Labels: [var label] } when scene.Asks is not Asks.Question || scene.Question!.Kind is QuestionKind.SelectOne => [Choice(label, scene)],
        Act.Pick(var labels) => Several(labels, scene),
        Act.Give(var value) => [Value(value, scene)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Gesture Command(string key) => random.Next(4) > 0 ? new Gesture.Press(PathWords.In(key, language)) : new Gesture.Type(PathWords.In(key, language).ToLowerInvariant());

    private Gesture Choice(string label, Scene scene)
    {
        var pressed = new Gesture.Press(label);
        return random.Next(4) switch
        {
            0 when Number(label, scene) is { } number => new Gesture.Type(number),
            1 when Typed(label, scene) is { } typed => new Gesture.Type(typed),
            _ => pressed,
        };
    }

    private IReadOnlyList<Gesture> Several(IReadOnlyList<string> labels, Scene scene)
    {
        // where there are numbers one types them all at once; of a list in pages the rest is not seen
        var way = scene.IsNumbered ? 1 : random.Next(scene.HasMore ? 2 : 4);
        var said = labels.Select(l => way switch { 0 => Typed(l, scene), 1 when !scene.HasMore => Number(l, scene), 1 => Typed(l, scene), _ => null }).ToList();
        if (said.Any(s => s is null || s.Contains(',', StringComparison.Ordinal))) return Ticks(labels, scene);
        return [new Gesture.Type(string.Join(random.Next(3) switch { 0 => ",", 1 => "\n", _ => ", " }, said))];
    }

    private List<Gesture> Ticks(IReadOnlyList<string> labels, Scene scene) =>
        [.. scene.Question!.Kind is QuestionKind.Rank ? Order(labels, scene) : Marks(labels, scene), new Gesture.Press(PathWords.In("btn.done", language))];

    /// <summary>Ticks what is wanted and takes away what is not.</summary>
    private static IEnumerable<Gesture> Marks(IReadOnlyList<string> labels, Scene scene) =>
        [.. scene.Ticked.Except(labels).Select(l => new Gesture.Press(Scene.Mark + l)), .. labels.Except(scene.Ticked).Select(l => new Gesture.Press(l))];

    /// <summary>Presses in the order wanted. The last without a place gets the last place; one that has a place goes to the end.</summary>
    private static IEnumerable<Gesture> Order(IReadOnlyList<string> labels, Scene scene)
    {
        var placed = scene.Ticked.ToList();
        foreach (var label in labels)
        {
            yield return new Gesture.Press(placed.IndexOf(label) is >= 0 and var at ? $"{at + 1}. {label}" : label);
            placed.Remove(label);
            placed.Add(label);
            if (scene.Offered.Except(placed).ToList() is [var last]) placed.Add(last);
        }
    }

    /// <summary>The number a person would type; null when they see none or labels are numbers themselves.</summary>
    private static string? Number(string label, Scene scene)
    {
        if (scene.HasMore || scene.Offered.Any(l => char.IsAsciiDigit(l[0]))) return null;
        var at = scene.Offered.Index().Where(o => o.Item == label).Select(o => o.Index + 1).ToList();
        return at is [var place] ? place.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The label as typed, in this language or another; null when it is long or could mean another choice.</summary>
    private string? Typed(string label, Scene scene)
    {
        if (scene.Question is not { } question || label.Length > LongestTyped || label.Any(char.IsAsciiDigit)) return null;
        var other = question.Choices?.Choices.Where(c => c.Label.In(language) == label).Select(c => c.Label.In(PathWords.Languages[random.Next(3)])).FirstOrDefault();
        var typed = other ?? label;
        if (typed.Length > LongestTyped || GlobalWords.Find(typed, exactly: false) is not GlobalWord.None) return null;
        var meant = question.Choices?.Choices.Where(c => PathWords.Languages.Any(l => Fold.Same(c.Label.In(l), typed))).Select(c => c.Label.In(language)).Distinct().ToList();
        if (meant is not null && (meant is not [var only] || only != label)) return null;
        return random.Next(2) == 0 ? typed : typed.ToLowerInvariant();
    }

    private Gesture Value(string value, Scene scene)
    {
        if (scene.Question!.Kind is QuestionKind.Phone && scene.Question.Name == "phone" && random.Next(2) == 0)
        {
            if (scene.Shown.Contains(PathWords.In("btn.phone", language))) return new Gesture.Share(value);
            if (scene.Shown.Contains(value)) return new Gesture.Press(value);
        }
        if (scene.Question.Kind is QuestionKind.Image or QuestionKind.File) return new Gesture.Send(value);
        return new Gesture.Type(scene.Question.Kind switch
        {
            QuestionKind.Integer => random.Next(4) switch { 0 => $" {value} ", 1 when value.Length > 3 => $"{value[..^3]} {value[^3..]}", _ => value },
            QuestionKind.Decimal or QuestionKind.Range => random.Next(2) == 0 ? value : value.Replace('.', ','),
            QuestionKind.Date => Day(value),
            QuestionKind.Time => Time(value),
            QuestionKind.DateTime => $"{value[8..10]}.{value[5..7]}.{value[..4]} {Time(value[11..])}",
            QuestionKind.Phone => Phone(value),
            QuestionKind.Geopoint => random.Next(2) == 0 ? value : value.Replace(" ", ", ", StringComparison.Ordinal),
            QuestionKind.Acknowledge => random.Next(4) switch { 0 => "иә", 1 => "Да", 2 => "yes", _ => "OK" },
            QuestionKind.Email => value,
            _ => random.Next(3) switch { 0 => $"  {value}", 1 => value.Replace(" ", "  ", StringComparison.Ordinal), _ => value },
        });
    }

    private string Day(string value)
    {
        var day = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return random.Next(5) switch
        {
            0 => value,
            1 => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture),
            2 => $"{day.Day} {Months[0][day.Month - 1]} {day.Year}",
            3 => $"{day.Day} {Months[1][day.Month - 1]} {day.Year} г.",
            _ => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        };
    }

    private string Time(string value) => random.Next(3) switch { 0 => value.Replace(':', '.'), 1 => value.Replace(":", "", StringComparison.Ordinal), _ => value };

    private string Phone(string value) => random.Next(4) switch
    {
        0 => "8" + value[2..],
        1 => $"+7 {value[2..5]} {value[5..8]} {value[8..10]} {value[10..]}",
        2 => $"8 ({value[2..5]}) {value[5..8]}-{value[8..]}",
        _ => value,
    };
}

/// <summary>The program's own words, as people see them on buttons.</summary>
internal static class PathWords
{
    public static readonly IReadOnlyList<string> Languages = Texts.Languages;

    public static string In(string key, string language) => Locales.Shipped[key, language];

    public static bool Is(string key, string label) => Languages.Any(l => In(key, l) == label);
}
