using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Conversation;

/// <summary>What a person may ask for at any point, by word, in any language, without a slash (4-law-and-places.md 4.4).</summary>
public enum GlobalWord
{
    /// <summary>No such word.</summary>
    None,

    /// <summary>Back to the start.</summary>
    Start,

    /// <summary>The menu.</summary>
    Menu,

    /// <summary>Help.</summary>
    Help,

    /// <summary>Another language.</summary>
    Language,

    /// <summary>The question before.</summary>
    Back,

    /// <summary>Leave what is going on.</summary>
    Cancel,

    /// <summary>No more reminders and invitations.</summary>
    Stop,

    /// <summary>A person instead of the program.</summary>
    Human,

    /// <summary>What is stored.</summary>
    MyData,

    /// <summary>Withdraw consent, delete the data.</summary>
    Withdraw,

    /// <summary>The person's registrations.</summary>
    Mine,

    /// <summary>The open events.</summary>
    Events,

    /// <summary>The person's certificates.</summary>
    Certificates,

    /// <summary>The name on a certificate is wrong.</summary>
    Correct,
}

/// <summary>Recognises <see cref="GlobalWord"/>s. The whole message must be the word: a word inside an answer never acts.</summary>
public static class GlobalWords
{
    private static readonly (GlobalWord Word, string[] Spellings)[] Table =
    [
        (GlobalWord.Start, ["/start", "старт", "start", "бастау", "начать"]),
        (GlobalWord.Menu, ["/menu", "мәзір", "меню", "menu"]),
        (GlobalWord.Help, ["/help", "көмек", "помощь", "help", "?"]),
        (GlobalWord.Language, ["/language", "/lang", "тіл", "тілді ауыстыру", "язык", "сменить язык", "language", "change language"]),
        (GlobalWord.Back, ["/back", "артқа", "назад", "back"]),
        (GlobalWord.Cancel, ["/cancel", "болдырмау", "отмена", "cancel"]),
        (GlobalWord.Stop, ["/stop", "тоқта", "тоқтату", "хабарлама жіберме", "стоп", "остановить", "отписаться", "не присылать", "stop", "unsubscribe", "opt out"]),
        (GlobalWord.Human, ["/human", "қызметкер", "қызметкер керек", "сотрудник", "нужен сотрудник", "human", "talk to staff"]),
        (GlobalWord.Human, ["адам", "оператор", "человек", "agent"]),
        (GlobalWord.MyData, ["/mydata", "/privacy", "менің деректерім", "мои данные", "my data"]),
        (GlobalWord.Withdraw, ["келісімді қайтарамын", "келісімді қайтару", "келісімімді кері аламын", "отзываю согласие", "отозвать согласие", "withdraw consent",
            "деректерімді жой", "мені жой", "удалить мои данные", "удалите меня", "delete my data"]),
        (GlobalWord.Mine, ["/mine", "менің тіркелулерім", "мои записи", "my registrations"]),
        (GlobalWord.Events, ["/events", "тіркелу", "записаться", "іс-шаралар", "мероприятия", "events", "register"]),
        (GlobalWord.Certificates, ["/certs", "сертификаттарым", "мои сертификаты", "my certificates"]),
        (GlobalWord.Correct, ["/edit", "түзету", "исправить", "edit"]),
    ];

    /// <summary>Words that are also first names or plausible answers: they do not act where words are awaited.</summary>
    private static readonly HashSet<string> Ambiguous = Folded("адам", "оператор", "человек", "agent", "тіркелу", "register", "түзету", "исправить", "edit", "?");

    private static readonly Dictionary<string, GlobalWord> Exact = Table
        .SelectMany(row => row.Spellings.Select(s => (Key: Fold.Text(s), row.Word))).DistinctBy(p => p.Key, StringComparer.Ordinal)
        .ToDictionary(p => p.Key, p => p.Word, StringComparer.Ordinal);

    /// <summary>The word a message is. Slips of one letter in words of four letters and more count, except where words are awaited («Назар» is a name, and no «назад»).</summary>
    public static GlobalWord Find(string text, bool exactly)
    {
        if (text.Length is 0 or > 40) return GlobalWord.None;
        var folded = Fold.Text(text);
        if (folded.Length == 0) return GlobalWord.None;
        if (exactly && Ambiguous.Contains(folded)) return GlobalWord.None;
        if (Exact.TryGetValue(folded, out var word)) return word;
        if (exactly || folded.Length < 4) return GlobalWord.None;
        foreach (var (spelling, meant) in Exact)
            if (spelling.Length >= 4 && spelling[0] != '/' && Fold.OneSlip(spelling, folded)) return meant;
        return GlobalWord.None;
    }

    private static HashSet<string> Folded(params string[] words) => words.Select(Fold.Text).ToHashSet(StringComparer.Ordinal);
}
