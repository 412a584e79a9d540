using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Registration.Sources;

/// <summary>
/// Names of sources and the codes made of them. A code ends a link, "ev_CODE-SOURCE", of which a platform takes 64 letters, digits, "_" and "-"
/// (platform/telegram.md); an event's code takes 20 of them at most and holds no dash.
/// </summary>
public static partial class SourceCode
{
    /// <summary>Most letters of a name; most sources of an event.</summary>
    public const int LongestName = 40, MostOfAnEvent = 30;

    private const int Longest = 16;

    /// <summary>Parts the codes of an event and of a source.</summary>
    private const char Dash = '-';

    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['ә'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ғ'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i", ['к'] = "k", ['қ'] = "q", ['л'] = "l", ['м'] = "m",
        ['н'] = "n", ['ң'] = "n", ['о'] = "o", ['ө'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ұ'] = "u", ['ү'] = "u", ['ф'] = "f", ['х'] = "h", ['һ'] = "h", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh",
        ['щ'] = "sh", ['ы'] = "y", ['і'] = "i", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
    };

    /// <summary>The name as it is kept; null when it is empty, too long, in several lines, or holds what belongs to a person: an address of e-mail or a long number.</summary>
    public static string? Name(string typed) => Typed.Tidy(typed) is { Length: > 0 and <= LongestName } name && !name.Contains('\n', StringComparison.Ordinal) && !Personal().IsMatch(name) && name.Any(char.IsLetterOrDigit) ? name : null;

    /// <summary>A code for a name: its letters in Latin where it has any, else a word of ours; with a number where it is taken.</summary>
    public static string Make(string name, IReadOnlyCollection<string> taken)
    {
        var letters = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) letters.Append(c);
            else if (Latin.TryGetValue(c, out var latin)) letters.Append(latin);
        }
        var code = letters.Length == 0 ? "link" : letters.ToString(0, Math.Min(letters.Length, Longest));
        for (var n = 2; ; n++)
        {
            if (!taken.Contains(code)) return code;
            var number = n.ToString(CultureInfo.InvariantCulture);
            code = letters.Length == 0 ? "link" + number : $"{letters.ToString(0, Math.Min(letters.Length, Longest - number.Length - 1))}_{number}";
        }
    }

    /// <summary>What stands in a link behind its prefix: an event's code, with a source's where it has one; "" is the event's own link.</summary>
    public static string Join(string eventCode, string? source) => string.IsNullOrEmpty(source) ? eventCode : $"{eventCode}{Dash}{source}";

    /// <summary>The two codes of a link; anything may stand there.</summary>
    public static (string Event, string? Source) Split(string link)
    {
        var dash = link.IndexOf(Dash, StringComparison.Ordinal);
        return dash < 0 ? (link, null) : (link[..dash], link[(dash + 1)..].ToLowerInvariant());
    }

    [GeneratedRegex(@"\S@\S+\.\S|(?:\d[ \-()]*){7}", RegexOptions.NonBacktracking)]
    private static partial Regex Personal();
}
