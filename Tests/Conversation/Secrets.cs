using System.Text.RegularExpressions;

namespace GrantBot.Tests.Conversation;

/// <summary>What differs in every run is named in a script: {link}, {code}, {six} (the code of a ticket or a day), {owner}, {version}. The newest one shown is the one meant.</summary>
internal sealed partial class Secrets(Func<string?> ownerCode)
{
    /// <summary>The public address of a program that has several channels at once.</summary>
    public const string PublicUrl = "https://bot.example.kz";

    /// <summary>The code behind the last link shown.</summary>
    public string Link { get; private set; } = "";

    private string code = "";

    /// <summary>The last six characters shown as a code of a ticket or of a day.</summary>
    public string Six { get; private set; } = "";

    /// <summary>A text of the bot with names in place of secrets, which are remembered.</summary>
    public string Hide(string text)
    {
        text = AnyLink().Replace(text, m => { Link = Uri.UnescapeDataString(m.Groups[1].Value).Replace("/start ", "", StringComparison.Ordinal); return "{link}"; });
        text = AnyCode().Replace(text, m => { code = m.Groups[2].Value; return m.Groups[1].Value + "{code}"; });
        text = SixAtEnd().Replace(text, m => { Six = m.Groups[1].Value; return ": {six}"; });
        return Version().Replace(text, m => m.Value.Any(char.IsLetter) ? "{version}" : m.Value);
    }

    /// <summary>What a person really types.</summary>
    public string Reveal(string what) => Repeated().Replace(
        what.Replace("{owner}", ownerCode(), StringComparison.Ordinal).Replace("{code}", code, StringComparison.Ordinal).Replace("{six}", Six, StringComparison.Ordinal),
        m => string.Concat(Enumerable.Repeat(m.Groups[1].Value, int.Parse(m.Groups[2].Value))));

    [GeneratedRegex(@"(?:https://t\.me/\w+\?start=|https://wa\.me/\d+\?text=|(?:http://127\.0\.0\.1:\d+|https://bot\.example\.kz)/(?:desk/)?#)(\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex AnyLink();

    [GeneratedRegex(@"(/staff |/staffgroup |/start g_|Команда коды: |Код команды: |Team code: )([A-Z2-9]{6,12})", RegexOptions.NonBacktracking)]
    private static partial Regex AnyCode();

    [GeneratedRegex(@": ([A-HJ-NP-Z2-9]{6})\r?$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex SixAtEnd();

    [GeneratedRegex(@"\b[0-9a-f]{12}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"\{([^{}*]+)\*(\d+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Repeated();
}
