using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Registration.Import;

/// <summary>
/// What headings of earlier lists mean, in Kazakh, Russian and English; those of Google Forms too, which are whole questions. The only table of such
/// spellings. A heading is compared folded (<see cref="Fold"/>), so letters of another keyboard do not matter.
/// </summary>
internal static class ImportHeadings
{
    /// <summary>A column of full names, parted later.</summary>
    public const string FullName = "fullname";

    /// <summary>A place of study or work, whichever the person has.</summary>
    public const string Institution = "institution";

    /// <summary>Known, of no use.</summary>
    public const string Ignored = "";

    /// <summary>Holds what is not taken.</summary>
    public const string Refused = "!";

    private const int Longest = 500;

    // The first that fits decides, so the narrower ones stand first: «Телефон родителя» before «Телефон», «Әкесінің аты» before «Аты».
    private static readonly (string Meaning, string[] Phrases)[] Table =
    [
        (Refused, ["ИИН", "ЖСН", "IIN", "жеке сәйкестендіру", "индивидуальный идентификационный", "удостоверени", "паспорт", "жеке куәлік", "төлқұжат", "passport", "id card"]),
        (Ignored, ["отметка времени", "уақыт белгісі", "timestamp", "время заполнения", "email", "e mail", "почта", "почты", "пошта", "подпись", "қолы", "signature", "согласие на", "даю согласие", "согласен", "согласна",
            "келісім", "consent", "балл", "score", "instagram",
            "команд", "team", "руководител", "жетекші", "coach", "тренер"]),
        ("guardian_phone", ["телефон родител", "номер родител", "телефон законного", "ата ана телефон", "ата анасының телефон", "ата ананың телефон", "телефон опекуна", "parent phone", "guardian phone", "parents phone"]),
        ("guardian_name", ["родител", "законного представителя", "законный представитель", "опекун", "ата ана", "заңды өкіл", "parent", "guardian"]),
        (FullName, ["ФИО", "Ф И О", "ТАӘ", "Т А Ә", "тегі аты", "аты жөні", "аты тегі", "аты жөніңіз", "толық аты", "фамилия имя", "имя фамилия", "имя и фамилия", "фамилия и имя", "полное имя", "full name", "name and surname", "first and last name"]),
        ("patronymic", ["әкесінің аты", "әкеңіздің аты", "отчество", "patronymic", "middle name"]),
        ("surname", ["фамилия", "тегі", "тегіңіз", "surname", "last name", "family name"]),
        ("birth", ["дата рождения", "день рождения", "д р", "туған күн", "туған жыл", "date of birth", "birth date", "birthday"]),
        ("phone", ["телефон", "контактный номер", "номер для связи", "моб номер", "мобильный", "сотовый", "байланыс нөмір", "ұялы", "whatsapp", "ватсап", "уатсап", "контакт", "байланыс", "phone", "mobile", "contact number"]),
        ("gender", ["пол", "ваш пол", "жынысы", "жынысыңыз", "gender", "sex"]),
        ("place_work", ["место работы", "жұмыс орны", "место работы и должность", "place of work", "workplace", "employer"]),
        (Institution, ["оқу орны", "мектеп", "мектебі", "оқу жұмыс орны", "место учебы", "учебное заведение", "школа", "школы", "колледж", "вуз", "университет", "организация образования", "организация", "организации", "ұйым", "мекеме", "place of study", "school", "institution", "organisation", "organization", "college", "university"]),
        ("grade", ["класс", "курс", "сынып", "сыныбы", "класс курс", "сыныбы курсы", "grade", "class"]),
        ("territory", ["город", "район", "аудан", "қала", "аймақ", "аумақ", "территория", "регион", "тұратын жер", "место жительства", "населенный пункт", "елді мекен", "city", "district", "territory", "region"]),
        ("status", ["социальный статус", "статус", "занятость", "род деятельности", "занятие", "әлеуметтік мәртебе", "мәртебе", "айналысатын", "status", "occupation"]),
        ("needs", ["особые условия", "арнайы жағдай", "special needs", "arrangements"]),
        ("given", ["имя", "ваше имя", "аты", "атыңыз", "есімі", "есіміңіз", "first name", "given name", "name"]),
    ];

    private static readonly HashSet<string> Counters = [.. new[] { "р с", "п п", "no", "nr", "рет саны", "реттік нөмірі", "порядковый номер", "id" }.Select(Fold.Text)];

    private static readonly List<(string Meaning, List<string> Phrases)> Folded = [.. Table.Select(t => (t.Meaning, t.Phrases.Select(Fold.Text).ToList()))];

    /// <summary>What the form itself calls its questions: folded label, short label or name to the meaning.</summary>
    public static IReadOnlyDictionary<string, string> Own(Form form) => form.Questions.Where(q => q.Asked).SelectMany(q => Names(q).Select(n => (Folded: Fold.Text(n), q.Name)))
        .DistinctBy(n => n.Folded).ToDictionary(n => n.Folded, n => n.Name is "place_study" or "place_study_other" ? Institution : n.Name, StringComparer.Ordinal);

    /// <summary>What a heading means: the name of a question, one of the constants above, or null when nobody can tell.</summary>
    /// <param name="heading">As written.</param>
    /// <param name="own">What the form calls its questions (<see cref="Own"/>).</param>
    public static string? Meaning(string heading, IReadOnlyDictionary<string, string> own)
    {
        if (heading.Length > Longest) return null;
        var folded = Fold.Text(heading);
        if (folded.Length == 0) return heading.Trim().Length > 0 ? Ignored : null; // «№»
        if (Counters.Contains(folded)) return Ignored;
        if (Folded[0].Phrases.Exists(p => Holds(folded, p))) return Refused;
        return own.GetValueOrDefault(folded) ?? Folded.FirstOrDefault(t => t.Phrases.Exists(p => Holds(folded, p))).Meaning;
    }

    /// <summary>The phrase stands in the heading, its first word from its first letter on; short ones as whole words, or «пол» would be found in «полиция».</summary>
    private static bool Holds(string heading, string phrase)
    {
        for (var at = heading.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = heading.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && heading[at - 1] != ' ') continue;
            var end = at + phrase.Length;
            if (end == heading.Length || heading[end] == ' ' || phrase.Length > 4) return true;
        }
        return false;
    }

    private static IEnumerable<string> Names(Question question) =>
        new[] { question.Label, question.Short }.OfType<LocalText>().SelectMany(t => t.ByLanguage.Keys.Select(l => t.In(l))).Prepend(question.Name);
}
