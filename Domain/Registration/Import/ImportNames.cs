using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration.Import;

/// <summary>A full name, parted.</summary>
/// <param name="Surname">Тегі.</param>
/// <param name="Given">Аты.</param>
/// <param name="Patronymic">Әкесінің аты; empty when there is none.</param>
internal readonly record struct NameParts(string Surname, string Given, string Patronymic);

/// <summary>Parts full names: «Қасымов Асан Серікұлы», «Асан Серікұлы Қасымов», "Aliyeva Sana"; «Серік ұлы» is one word.</summary>
internal static class ImportNames
{
    /// <summary>Most letters of a part, as the registration form takes.</summary>
    public const int Longest = 60;

    private static readonly string[] Patronymics = ["OVIC", "EVIC", "ULI", "KIZI", "OVNA", "EVNA", "ICNA", "OGLI"];
    private static readonly string[] Kinships = ["ULI", "KIZI", "OGLI"];
    private static readonly string[] Surnames = ["OV", "OVA", "EV", "EVA", "SKI", "SKAIA"];
    private const int ShortestSurname = 5;

    /// <summary>The parts; null when it cannot be told which is which.</summary>
    public static NameParts? Split(string full)
    {
        var words = Joined(full.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Count is < 2 or > 3 || !words.TrueForAll(IsName)) return null;
        return words.Count == 2 ? Two(words[0], words[1]) : Three(words);
    }

    /// <summary>Letters, hyphens and apostrophes, at most <see cref="Longest"/>; at least two letters, for an initial is no name.</summary>
    public static bool IsName(string text) =>
        text.Length <= Longest && text.Count(char.IsLetter) > 1 && text.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or 'ʼ' or ' ') && !text.StartsWith('-');

    /// <summary>Surname first, unless only the second looks like one. «Асан Серікұлы» lacks a surname.</summary>
    private static NameParts? Two(string first, string second)
    {
        if (IsPatronymic(second)) return null;
        return IsSurname(second) && !IsSurname(first) ? new(second, first, "") : new(first, second, "");
    }

    private static NameParts Three(List<string> words) => IsPatronymic(words[1]) && !IsPatronymic(words[2])
        ? new(words[2], words[0], words[1])
        : new(words[0], words[1], words[2]);

    private static List<string> Joined(string[] words)
    {
        var result = new List<string>();
        foreach (var word in words)
        {
            if (result.Count > 0 && Kinships.Contains(NameFold.Word(word))) result[^1] += " " + word;
            else result.Add(word);
        }
        return result;
    }

    private static bool IsPatronymic(string word) => Ends(word, Patronymics);

    private static bool IsSurname(string word) => word.Length >= ShortestSurname && Ends(word, Surnames);

    private static bool Ends(string word, string[] endings) =>
        NameFold.Word(word.Replace(" ", "", StringComparison.Ordinal)) is var sounds && Array.Exists(endings, e => sounds.Length > e.Length + 1 && sounds.EndsWith(e, StringComparison.Ordinal));
}
