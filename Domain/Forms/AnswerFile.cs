using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms;

/// <summary>
/// The value of an answered picture or file: the SHA-256 of its content, cut to 32 hex digits, and its ending ("0f3a….jpg"), so that the
/// same file gives the same answer on every channel. The content stays in the file store.
/// </summary>
public static partial class AnswerFile
{
    /// <summary>Largest file taken, in bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>MIME type under which such files are stored: nothing their senders say is believed, and no other file is taken for one.</summary>
    public const string MediaType = "application/vnd.grantbot.answer";

    private const int LongestEnding = 5;

    /// <summary>The value of a file.</summary>
    /// <param name="sha256">Hash of its content in lower-case hex.</param>
    /// <param name="fileName">The name its sender gave; only its ending is kept.</param>
    public static string Value(string sha256, string? fileName)
    {
        var ending = fileName is null ? "" : fileName[(fileName.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return $"{sha256[..32]}.{(ending.Length is > 0 and <= LongestEnding && ending != fileName && ending.All(char.IsAsciiLetterOrDigit) ? ending : "bin")}";
    }

    /// <summary>Whether a value is that of a file.</summary>
    public static bool Is(string value) => Shape().IsMatch(value);

    [GeneratedRegex(@"^[0-9a-f]{32}\.[a-z0-9]{1,5}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
