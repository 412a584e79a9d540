using System.Text;
using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>Typed text as it comes from people's keyboards: tidied for storing, and watched for what must not be stored.</summary>
public static partial class Typed
{
    /// <summary>
    /// Unicode NFC, one space between words, no control or invisible direction characters, no broken surrogates; line breaks stay.
    /// Case and letters are left as typed.
    /// </summary>
    public static string Tidy(string raw)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(raw)).Normalize(NormalizationForm.FormC);
        var result = new StringBuilder(whole.Length);
        foreach (var c in whole.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
            {
                while (result.Length > 0 && result[^1] == ' ') result.Length--;
                result.Append(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] is not (' ' or '\n')) result.Append(' ');
            }
            else if (!char.IsControl(c) && !Invisible(c)) result.Append(c);
        }
        return result.ToString().Trim();
    }

    /// <summary>
    /// Twelve digits on their own, in one piece or in the groups people write an IIN in. The check digit is not asked:
    /// one string in ten passes it, and a mistyped IIN is as private (domain/4-law-and-places.md 4.3). A number with a plus is a phone.
    /// </summary>
    public static bool HoldsIin(string text) => Iin().IsMatch(text);

    /// <summary>The text with an ellipsis in place of what <see cref="HoldsIin"/> sees.</summary>
    public static string HideIin(string text) => Iin().Replace(text, "…");

    [GeneratedRegex(@"(?<![\d+])(?:\d{12}|\d{6}[ \-\u00A0]\d{6}|\d{6}[ \-\u00A0]\d{3}[ \-\u00A0]\d{3}|\d{4}[ \-\u00A0]\d{4}[ \-\u00A0]\d{4}|\d{3}(?:[ \-\u00A0]\d{3}){3})(?!\d)", RegexOptions.None, 200)]
    private static partial Regex Iin();

    private static bool Invisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
