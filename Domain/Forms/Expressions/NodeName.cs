using System.Text;

namespace GrantBot.Domain.Forms.Expressions;

/// <summary>Names of questions and groups as XML allows them: a letter or _, then letters, digits, _ - . ; one colon may part a prefix.</summary>
public static class NodeName
{
    /// <summary>The whole text is one name. Letters of any script count, so Kazakh and Russian names are fine.</summary>
    public static bool IsValid(string text) => text.Length > 0 && Length(text) == text.Length;

    /// <summary>How many characters from the start make a name; 0 when it is none.</summary>
    internal static int Length(ReadOnlySpan<char> text)
    {
        var first = PartLength(text);
        if (first == 0 || first + 1 >= text.Length || text[first] != ':') return first;
        var second = PartLength(text[(first + 1)..]);
        return second == 0 ? first : first + 1 + second;
    }

    private static int PartLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf16(text[at..], out var rune, out var used) == System.Buffers.OperationStatus.Done)
        {
            var fits = Rune.IsLetter(rune) || rune.Value == '_' || (at > 0 && (Rune.IsDigit(rune) || rune.Value is '-' or '.' or 0xB7 || IsMark(rune)));
            if (!fits) break;
            at += used;
        }
        return at;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
