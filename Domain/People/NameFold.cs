using System.Text;

namespace GrantBot.Domain.People;

/// <summary>
/// A key under which Kazakh, Russian and Latin spellings of one name meet: «Әлия», «Алия», "Aliya"; «Қасымов», "Kassymov", "Qasymov".
/// Coarser than <see cref="Localisation.Fold"/>: every letter becomes a sound (ж zh j, х һ kh h, ы і и й i y, щ ш sh, ё ye e), signs fall away, double
/// sounds become one. Only for proposing that two people may be one, never for deciding it (2-processes.md 2.4); the key is as personal as the name.
/// </summary>
public static class NameFold
{
    // Sounds are capitals, so that Cyrillic с + х is never taken for the Latin digraph sh.
    private const string Cyrillic = "аAәAбBвVгGғGдDеEёEжJзZиIйIкKқKлLмMнNңNоOөOпPрRсSтTуUұUүUфFхHһHчCшWщWыIіIэE";

    private static readonly Dictionary<char, string> Sounds = new(Cyrillic.Chunk(2).Select(p => KeyValuePair.Create(p[0], p[1].ToString())))
    {
        ['ц'] = "TS", ['ю'] = "IU", ['я'] = "IA", ['ъ'] = "", ['ь'] = "",
        ['ş'] = "W", ['š'] = "W", ['ç'] = "C", ['č'] = "C", ['ž'] = "J", ['ı'] = "I", ['ŋ'] = "N", ['ə'] = "A",
    };

    /// <summary>Latin spellings, the longest first.</summary>
    private static readonly (string Latin, string Sound)[] Latin =
    [
        ("shch", "W"), ("sch", "W"), ("dzh", "J"), ("sh", "W"), ("ch", "C"), ("zh", "J"), ("kh", "H"), ("gh", "G"), ("ph", "F"), ("ye", "E"), ("yo", "E"),
        .. "aAbBcKdDeEfFgGhHiIjJkKlLmMnNoOpPqKrRsStTuUvVwUyIzZ".Chunk(2).Select(p => (p[0].ToString(), p[1].ToString())), ("x", "KS"),
    ];

    /// <summary>Latin letters that people type inside a Cyrillic word because they look the same there.</summary>
    private static readonly Dictionary<char, char> Lookalikes = "aаeеoоpрcсxхyуiіkкmмtтhһAАEЕOОPРCСXХKКMМTТHНBВIІ".Chunk(2).ToDictionary(p => p[0], p => p[1]);

    /// <summary>The key of a name of one or more words, in whatever order they stand; empty when there is no letter in it.</summary>
    public static string Key(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Word).Where(w => w.Length > 0).Order(StringComparer.Ordinal));

    /// <summary>The key of a person: surname and given name. The patronymic stays out, since one list has it and the next has not.</summary>
    public static string Key(string surname, string given) => Key($"{surname} {given}");

    /// <summary>The sounds of one word. A hyphen joins its halves; figures and signs fall away.</summary>
    public static string Word(string word)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(word)).Normalize(NormalizationForm.FormC); // half an emoji would make Normalize throw
        if (whole.Any(IsCyrillic)) whole = string.Concat(whole.Select(c => Lookalikes.GetValueOrDefault(c, c)));
        var spelled = new StringBuilder(whole.Length);
        foreach (var c in whole)
        {
            var lower = char.ToLowerInvariant(c);
            if (Sounds.TryGetValue(lower, out var sound)) spelled.Append(sound);
            else if (!char.IsSurrogate(c)) spelled.AppendJoin("", lower.ToString().Normalize(NormalizationForm.FormD).Where(char.IsLetter).Select(char.ToLowerInvariant));
        }
        foreach (var (latin, sound) in Latin) spelled.Replace(latin, sound);
        spelled.Replace("DJ", "J").Replace("KH", "H");
        return Single(spelled);
    }

    /// <summary>Both names may be one person's.</summary>
    public static bool Same(string a, string b) => Key(a) is { Length: > 0 } key && key == Key(b);

    private static string Single(StringBuilder spelled)
    {
        var result = new StringBuilder(spelled.Length);
        for (var i = 0; i < spelled.Length; i++)
            if (result.Length == 0 || result[^1] != spelled[i]) result.Append(spelled[i]);
        return result.ToString();
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';
}
