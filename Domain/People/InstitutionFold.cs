using System.Text;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.People;

/// <summary>
/// A key under which the ways of writing one place of study meet: «№22 мектеп», «школа №22», «22 ЖББМ», «ОСШ 22», "School No. 22". Numbers are never
/// forgiven, nor is a gymnasium taken for a plain school. Numbers repeat in every town (4-law-and-places.md 4.6), so compare within one territory.
/// </summary>
public static class InstitutionFold
{
    /// <summary>Words for one thing, the first being its name in the key. A word of several parts has been parted before.</summary>
    private static readonly string[][] Kinds =
    [
        ["school", "мектеп", "мектебі", "мектебінің", "школа", "школы", "школе", "ЖББМ", "ЖОББМ", "ОББМ", "ОСШ", "СОШ", "СШ", "ОШ", "НОМ"],
        ["gymnasium", "гимназия", "гимназиясы", "гимназии", "gymnasia", "ШГ"],
        ["lyceum", "лицей", "лицейі", "лицея", "litsey", "ШЛ"],
        ["college", "колледж", "колледжі", "колледжа", "колледже", "kolledzh"],
        ["university", "университет", "университеті", "университета", "universitet"],
        ["medical", "медицина", "медициналық", "медицинский", "медицинская"],
        ["polytechnic", "политехникалық", "политехнический"],
        ["agrarian", "аграрлық", "аграрный"],
        ["maritime", "теңіз", "морской"],
        ["service", "сервис", "сервиса"],
    ];

    /// <summary>Words that say nothing of which one it is: legal form, "general education", "named after", the sign of a number and its endings.</summary>
    private static readonly string[] Empty =
    [
        "номер", "нөмір", "нөмірі", "нөмірлі", "number", "no", "nr", "жалпы", "білім", "беретін", "беру", "беруші", "орта", "общеобразовательная", "общеобразовательной", "средняя",
        "средней", "secondary", "comprehensive", "general", "КГУ", "КММ", "ГУ", "ММ", "ГККП", "МКҚК", "КГКП", "коммуналдық", "мемлекеттік", "мекемесі", "коммунальное", "государственное",
        "учреждение", "им", "имени", "атындағы", "атында", "named", "after", "of", "the", "ші", "шы", "інші", "ншы", "нші", "я", "ая", "й", "ой", "th", "st", "nd", "rd", "г", "қ", "город", "қаласы",
    ];

    private static readonly Dictionary<string, string> Canon = Kinds.SelectMany(k => k.Select(w => (Word: NameFold.Word(w), Name: k[0]))).DistinctBy(k => k.Word).ToDictionary(k => k.Word, k => k.Name, StringComparer.Ordinal);

    // «НОМ» and "no" apart, words are compared by their sounds: shkola is школа.
    private static readonly HashSet<string> Idle = [.. Empty.Select(NameFold.Word)];

    /// <summary>The key; empty when nothing tells the place from others ("school", «—»).</summary>
    public static string Key(string institution)
    {
        var words = Words(institution).Select(Canonical).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (words.Contains("gymnasium") || words.Contains("lyceum")) words.Remove("school");
        return words.Count == 0 || words is ["school"] ? "" : string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    /// <summary>Both texts may name one place.</summary>
    public static bool Same(string a, string b) => Key(a) is { Length: > 0 } key && key == Key(b);

    private static string Canonical(string word)
    {
        if (char.IsDigit(word[0])) return word.TrimStart('0') is { Length: > 0 } number ? number : "0";
        var sounds = NameFold.Word(word);
        return Canon.GetValueOrDefault(sounds) ?? (Idle.Contains(sounds) ? "" : sounds);
    }

    /// <summary>Runs of letters and runs of figures: «22ЖББМ» is two words.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Replace("№", " ", StringComparison.Ordinal))
        {
            var joins = char.IsLetterOrDigit(c) && (word.Length == 0 || char.IsDigit(word[^1]) == char.IsDigit(c));
            if (!joins && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            if (char.IsLetterOrDigit(c)) word.Append(c);
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
