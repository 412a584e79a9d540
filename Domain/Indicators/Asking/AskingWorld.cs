using GrantBot.Domain.Forms;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>A code with what people call it.</summary>
/// <param name="Code">What is stored.</param>
/// <param name="Names">Its labels in all languages of the form.</param>
public sealed record NamedCode(string Code, Localised Names)
{
    /// <summary>For a place of study: the code of its territory; "" for others.</summary>
    public string Territory { get; init; } = "";
}

/// <summary>What there is to ask about: the events, and the choice lists of the forms in use, so that a new territory or school needs no code.</summary>
public sealed class AskingWorld
{
    private const string Other = "other";

    private AskingWorld(IReadOnlyList<EventInfo> events, DateOnly today, IReadOnlyList<NamedCode> territories, IReadOnlyList<NamedCode> institutions, IReadOnlyList<NamedCode> occupations, IReadOnlyList<NamedCode> kinds)
    {
        (Events, Today, Territories, Institutions, Occupations, Kinds) = (events, today, territories, institutions, occupations, kinds);
        Words = Lexicon.With([.. Territories.SelectMany(Territory), .. Occupations.SelectMany(o => Phrases("o." + o.Code, o.Names)), .. Kinds.SelectMany(k => Phrases("k." + k.Code, k.Names))]);
    }

    /// <summary>All events.</summary>
    public IReadOnlyList<EventInfo> Events { get; }

    /// <summary>Today in the deployment's zone.</summary>
    public DateOnly Today { get; }

    /// <summary>List territory of the registration form, without "other".</summary>
    public IReadOnlyList<NamedCode> Territories { get; }

    /// <summary>List institutions of the registration form.</summary>
    public IReadOnlyList<NamedCode> Institutions { get; }

    /// <summary>List status of the registration form.</summary>
    public IReadOnlyList<NamedCode> Occupations { get; }

    /// <summary>List kind of the form of a new event.</summary>
    public IReadOnlyList<NamedCode> Kinds { get; }

    internal Lexicon Words { get; }

    /// <summary>The world as the forms in use tell it.</summary>
    public static AskingWorld Of(IReadOnlyList<EventInfo> events, FormCatalogue forms, DateOnly today)
    {
        var registration = forms.Find("reg_person");
        return new(events, today, List(registration, "territory"), List(registration, "institutions"), List(registration, "status"), List(forms.Find("new_event"), "kind"));
    }

    /// <summary>An event by id; null when it is gone.</summary>
    public EventInfo? Event(EventId id) => Events.FirstOrDefault(e => e.Id == id);

    private static IReadOnlyList<NamedCode> List(Form? form, string list) => form is null || !form.Lists.TryGetValue(list, out var choices) ? []
        : [.. choices.Choices.Where(c => c.Name != Other).Select(c => new NamedCode(c.Name, new(c.Label.In("kk"), c.Label.In("ru"), c.Label.In("en"))) { Territory = c.Columns.GetValueOrDefault("territory", "") })];

    /// <summary>«Бейнеу ауданы», «Бейнеуский район» and "beineu" give the stems Бейнеу, Бейнеуск, Бейнеу.</summary>
    private static IEnumerable<Spelling> Territory(NamedCode territory)
    {
        var stems = new[] { territory.Names.Kk, territory.Names.Ru, territory.Names.En }.SelectMany(label => label.Split(' ')).Where(w => !Generic.Contains(w.ToLowerInvariant())).SelectMany(Stems).Append(territory.Code);
        return stems.Distinct(StringComparer.OrdinalIgnoreCase).Select(s => Spelling.Of("t." + territory.Code, s + "~", '*')).OfType<Spelling>();
    }

    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase) { "қаласы", "ауданы", "облысы", "город", "район", "область", "city", "district", "region", "town" };

    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        var bare = Bare(word);
        if (bare.Length > 3) yield return bare;
        if (bare.EndsWith("ск", StringComparison.Ordinal) && bare.Length > 5) yield return bare[..^2];
    }

    private static string Bare(string word) => word.EndsWith("ий", StringComparison.Ordinal) || word.EndsWith("ый", StringComparison.Ordinal) || word.EndsWith("ой", StringComparison.Ordinal) || word.EndsWith("ия", StringComparison.Ordinal)
        ? word[..^2]
        : word.TrimEnd('а', 'я', 'ь', 'о');

    private static IEnumerable<Spelling> Phrases(string concept, Localised names)
    {
        foreach (var (label, language) in new[] { (names.Kk, 'k'), (names.Ru, 'r'), (names.En, 'e') })
            foreach (var piece in label.Split('(', ')').Select(p => p.Trim()).Where(p => p.Length > 2))
                if (Spelling.Of(concept, string.Join(' ', piece.Split(' ').Select(w => w + "~")), language) is { } spelling) yield return spelling;
    }
}
