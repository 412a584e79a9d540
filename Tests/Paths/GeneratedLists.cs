using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Tests.Paths;

/// <summary>Choice lists of generated forms: of 2, 3, 9, 12 and 35 choices, and one of labels no channel can show whole.</summary>
internal static class GeneratedLists
{
    private static readonly (string Kk, string Ru, string En)[] YesNo = [("Иә", "Да", "Yes"), ("Жоқ", "Нет", "No")];

    private static readonly (string Kk, string Ru, string En)[] Parts = [("Батыс өңірі", "Западный край", "West"), ("Шығыс өңірі", "Восточный край", "East"), ("Ортасы", "Середина", "Middle")];

    private static readonly (string Kk, string Ru, string En)[] Ways =
    [
        ("Түсінікті жеткізу", "Понятная подача", "Clear talk"), ("Уақыт", "Время", "Timing"), ("Тамақ", "Питание", "Food"), ("Қонақжайлық", "Гостеприимство", "Welcome"),
        ("Жүлде", "Призы", "Prizes"), ("Әуен", "Музыка", "Music"), ("Төрешілер", "Судьи", "Judges"), ("Сурет", "Фотографии", "Pictures"), ("Басқаша", "По-другому", "Otherwise"),
    ];

    private static readonly (string Kk, string Ru, string En)[] Towns =
    [
        ("Ақтау", "Актау", "Aktau"), ("Жаңаөзен", "Жанаозен", "Zhanaozen"), ("Бейнеу", "Бейнеу", "Beineu"), ("Форт-Шевченко", "Форт-Шевченко", "Fort-Shevchenko"), ("Шетпе", "Шетпе", "Shetpe"),
        ("Құрық", "Курык", "Kuryk"), ("Маңғыстау", "Мангистау", "Mangystau"), ("Атырау", "Атырау", "Atyrau"), ("Құлсары", "Кульсары", "Kulsary"), ("Орал", "Уральск", "Oral"),
        ("Ақсай", "Аксай", "Aksai"), ("Ақтөбе", "Актобе", "Aktobe"), ("Қандыағаш", "Кандыагаш", "Kandyagash"), ("Қостанай", "Костанай", "Kostanay"), ("Рудный", "Рудный", "Rudny"),
        ("Петропавл", "Петропавловск", "Petropavl"), ("Көкшетау", "Кокшетау", "Kokshetau"), ("Астана", "Астана", "Astana"), ("Қарағанды", "Караганда", "Karaganda"), ("Теміртау", "Темиртау", "Temirtau"),
        ("Жезқазған", "Жезказган", "Zhezkazgan"), ("Балқаш", "Балхаш", "Balkhash"), ("Павлодар", "Павлодар", "Pavlodar"), ("Екібастұз", "Экибастуз", "Ekibastuz"), ("Семей", "Семей", "Semey"),
        ("Өскемен", "Усть-Каменогорск", "Oskemen"), ("Риддер", "Риддер", "Ridder"), ("Алматы", "Алматы", "Almaty"), ("Талдықорған", "Талдыкорган", "Taldykorgan"), ("Тараз", "Тараз", "Taraz"),
        ("Шымкент", "Шымкент", "Shymkent"), ("Түркістан", "Туркестан", "Turkistan"), ("Кентау", "Кентау", "Kentau"), ("Қызылорда", "Кызылорда", "Kyzylorda"), ("Арал", "Аральск", "Aral"),
    ];

    private static readonly (string Kk, string Ru, string En)[] Long =
    [
        ("Мемлекеттік грант есебінен өтетін пікірсайыс клубтары мен лагерьлер", "Проекты на средства государственного гранта: дебатные клубы и лагеря", "Projects funded by a state grant, such as debate clubs and camps"),
        ("Мемлекеттік грант есебінен өтетін семинарлар, тренингтер мен кеңестер", "Проекты на средства государственного гранта: семинары и консультации", "Projects funded by a state grant, such as seminars and advice"),
        ("Басқа", "Другое", "Other"),
    ];

    /// <summary>The lists by name; those of a letter and a number hold as many choices.</summary>
    public static IReadOnlyList<string> Names { get; } = ["l2", "l3", "l9", "l12", "l35", "long"];

    /// <summary>The sheet choices; choices of longer lists belong to one of the three of l3.</summary>
    public static Sheet Sheet()
    {
        List<string[]> rows = [["list_name", "name", "label::Қазақша (kk)", "label::Русский (ru)", "label::English (en)", "part"]];
        foreach (var list in Names) rows.AddRange(Of(list).Select((c, i) => new[] { list, Name(i), c.Kk, c.Ru, c.En, Name(i % 3) }));
        return new("choices", [.. rows.Select((cells, index) => new SheetRow(index + 1, [.. cells.Select(Cell.Of)]))]);
    }

    /// <summary>What is stored of a choice.</summary>
    public static string Name(int index) => $"c{index + 1}";

    private static (string Kk, string Ru, string En)[] Of(string list) => list switch
    {
        "l2" => YesNo,
        "l3" => Parts,
        "l9" => Ways,
        "l12" => Towns[..12],
        "l35" => Towns,
        "long" => Long,
        _ => throw new ArgumentException($"There is no list {list}"),
    };
}
