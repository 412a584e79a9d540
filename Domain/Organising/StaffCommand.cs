using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising;

/// <summary>Something staff ask for by a command, a word or the menu.</summary>
/// <param name="Name">Its stable name, the end of its text keys.</param>
/// <param name="Needs">The right it takes.</param>
/// <param name="Everywhere">The right must hold for everything, not only for an event or a project.</param>
/// <param name="Words">The words that begin it; what is about an event goes behind them. The first is the command.</param>
internal sealed record StaffCommand(string Name, Right Needs, bool Everywhere, params string[] Words)
{
    /// <summary>All of them, in the order help lists them.</summary>
    public static IReadOnlyList<StaffCommand> All { get; } =
    [
        new("stats", Right.Count, false, "/stats", "stats", "сан", "сколько", "статистика"),
        new("digest", Right.Organise, true, "/digest", "digest", "қорытынды", "сводка"),
        new("indicators", Right.Count, false, "/indicators", "indicators", "көрсеткіштер", "показатели"),
        new("reach", Right.Organise, true, "/reach", "reach", "publications", "жарияланымдар", "публикации"),
        new("desk", Right.CheckIn, false, "/desk", "desk", "үстел", "стойка"),
        new("in", Right.CheckIn, false, "/in", "келді", "пришёл", "пришел", "пришла", "arrived"),
        new("code", Right.CheckIn, false, "/code"),
        new("list", Right.Organise, false, "/list", "list", "тізім", "список"),
        new("event", Right.CheckIn, false, "/event", "іс-шара", "іс-шаралар", "мероприятие", "мероприятия", "event"),
        new("new", Right.Organise, false, "/new", "жаңа", "новое", "new"),
        new("venues", Right.Organise, true, "/venues", "орындар", "площадки", "venues"),
        new("projects", Right.Organise, true, "/projects", "жобалар", "проекты", "projects"),
        new("wait", Right.CheckIn, false, "/wait", "кезек", "очередь", "wait", "waitlist"),
        new("tables", Right.Organise, false, "/tables", "кестелер", "таблицы", "tables"),
        new("import", Right.Organise, false, "/import", "импорт", "import"),
        new("people", Right.Organise, true, "/people", "адамдар", "люди", "people"),
        new("forms", Right.Organise, true, "/forms", "forms", "формалар", "формы"),
        new("reviews", Right.CheckIn, false, "/reviews", "шешімдер", "решения", "reviews"),
        new("parked", Right.Organise, true, "/parked", "ақаулар", "сбои", "faults"),
        new("certificates", Right.Organise, false, "/certificates", "certificates", "сертификаттар", "сертификаты"),
        new("award", Right.Organise, false, "/award", "/awards", "award", "марапат", "награды"),
        new("send", Right.Organise, true, "/send", "хабар", "хабарлама", "рассылка", "send"),
        new("survey", Right.Organise, false, "/survey", "сауалнама", "опрос", "survey"),
        new("consult", Right.Advise, false, "/consult", "кеңестер", "консультации", "consultations"),
        new("journal", Right.Organise, true, "/journal", "журнал", "journal"),
        new("group", Right.Own, true, "/group"),
        new("leave", Right.Count, false, "/leave"),
        new("team", Right.CheckIn, false, "/team", "команда", "команды", "командалар", "teams"),
        new("promote", Right.Organise, false, "/promote", "жолдама", "путёвка", "путевка", "promote"),
        new("stage", Right.CheckIn, false, "/stage", "кезең", "этап", "stage"),
        new("invite", Right.Own, true, "/invite", "шақыру", "пригласить", "invite"),
        new("staff", Right.Own, true, "/staff", "қызметкерлер", "сотрудники", "staff"),
    ];

    /// <summary>The command a message begins with, or whose name in the menu it is, and what stands behind it; null when none.</summary>
    public static (StaffCommand Command, string About)? Find(Texts texts, string text)
    {
        var folded = Fold.Text(text);
        if (All.FirstOrDefault(c => Texts.Languages.Any(l => Fold.Text(texts[c.Label, l]) == folded)) is { } labelled) return (labelled, "");
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
        return All.FirstOrDefault(c => c.Words.Contains(word.ToLowerInvariant(), StringComparer.Ordinal)) is { } named ? (named, rest) : null;
    }

    /// <summary>Key of its name in the menu.</summary>
    public string Label => "menu.c." + Name;

    /// <summary>Whether this chat may use it somewhere.</summary>
    public bool Allowed(Script script) => Everywhere ? script.May(Needs) : script.MaySome(Needs);
}
