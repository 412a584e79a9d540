using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration.Import;

/// <summary>
/// Words of earlier lists for choices of the form, where its own labels are not what people wrote («ж», «г. Актау», «школьница»). Used only if the
/// question has that choice; words are compared by their sounds (<see cref="NameFold"/>).
/// </summary>
internal static class ImportWords
{
    private static readonly Dictionary<string, (string Choice, string[] Words)[]> Table = new(StringComparer.Ordinal)
    {
        ["gender"] =
        [
            ("male", ["м", "муж", "мужчина", "мужской", "мальчик", "парень", "юноша", "ер", "ер адам", "ер бала", "ұл", "ұл бала", "еркек", "male", "m", "man", "boy"]),
            ("female", ["ж", "жен", "женщина", "женский", "девочка", "девушка", "әйел", "әйел адам", "қыз", "қыз бала", "female", "f", "woman", "girl"]),
        ],
        ["status"] =
        [
            ("pupil", ["ученик", "ученица", "учащийся", "учащаяся", "школьник", "школьница", "оқушы", "мектеп оқушысы", "pupil", "schoolchild"]),
            ("student", ["студент", "студентка", "магистрант", "колледж студенті", "student"]),
            ("budget", ["учитель", "мұғалім", "педагог", "ұстаз", "тәрбиеші", "воспитатель", "врач", "дәрігер", "бюджетник", "teacher"]),
            ("civil", ["госслужащий", "государственный служащий", "мемқызметкер", "civil servant"]),
            ("ngo", ["нпо", "ҮЕҰ", "қоғамдық ұйым", "ngo", "волонтер", "ерікті"]),
            ("business", ["предприниматель", "ип", "ЖК", "кәсіпкер", "бизнес", "entrepreneur"]),
            ("unemployed", ["безработный", "безработная", "временно не работаю", "жұмыссыз", "unemployed"]),
            ("pensioner", ["пенсионер", "пенсионерка", "зейнеткер", "retired"]),
        ],
        ["territory"] =
        [
            ("aktau", ["Ақтау", "Актау"]), ("zhanaozen", ["Жаңаөзен", "Жанаозен", "Новый Узень"]), ("beineu", ["Бейнеу", "Бейнеуский"]), ("karakiya", ["Қарақия", "Каракия", "Каракиянский", "Құрық"]),
            ("mangystau", ["Шетпе", "Мангистауский"]), ("munaily", ["Мұнайлы", "Мунайлы", "Мунайлинский"]), ("tupkaragan", ["Түпқараған", "Тупкараган", "Тупкараганский", "Форт-Шевченко"]),
        ],
    };

    /// <summary>Words around the name of a place, which are not its name.</summary>
    private static readonly HashSet<string> Around = [.. new[] { "г", "гор", "город", "қ", "қаласы", "қала", "район", "рн", "р", "н", "ауданы", "аудан", "city", "district", "п", "пос", "поселок", "с", "село", "кенті", "ауылы" }.Select(NameFold.Word)];

    private static readonly Dictionary<string, Dictionary<string, string>> Known = Table.ToDictionary(t => t.Key,
        t => t.Value.SelectMany(c => c.Words.Select(w => (Key: Key(w), c.Choice))).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Choice, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The choice a cell means by these words or by the form's labels; null when none or several.</summary>
    public static Choice? Find(Question question, string text)
    {
        var choices = question.Choices!.Choices;
        if (Known.GetValueOrDefault(question.Name)?.GetValueOrDefault(Key(text)) is { } name && question.Choices.Find(name) is { } known) return known;
        if (text.All(c => char.IsAsciiDigit(c))) return choices.FirstOrDefault(c => c.Name == text); // places in a list nobody saw mean nothing
        if (question.Choices.Find(text) is { } exact) return exact;
        return Labels.Find(text, [.. choices.Select(c => (IReadOnlyList<string>)[.. c.Label.ByLanguage.Keys.Select(l => c.Label.In(l)), c.Name])]) is >= 0 and var at ? choices[at] : null;
    }

    private static string Key(string text)
    {
        var words = string.Concat(text.Select(c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameFold.Word).Where(w => w.Length > 0).ToList();
        var bare = words.Where(w => !Around.Contains(w)).ToList();
        return string.Join(' ', bare.Count > 0 ? bare : words);
    }
}
