using System.Text;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Mends JSON that is sound but holds text that is not Unicode, so that one odd character does not cost a message.</summary>
internal static class TelegramRepair
{
    private const string Replacement = "\\ufffd";

    /// <summary>Bytes that are not UTF-8 and escaped halves of surrogate pairs become U+FFFD.</summary>
    public static byte[] Text(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        var mended = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = text[at] != '\\' ? 1 : Escape(text, at) is null ? 2 : 6;
            if (Escape(text, at) is { } unit && char.IsSurrogate(unit))
            {
                var paired = char.IsHighSurrogate(unit) && Escape(text, at + 6) is { } second && char.IsLowSurrogate(second);
                if (paired) length = 12;
                else
                {
                    mended.Append(Replacement);
                    at += 6;
                    continue;
                }
            }
            length = Math.Min(length, text.Length - at);
            mended.Append(text, at, length);
            at += length;
        }
        return Encoding.UTF8.GetBytes(mended.ToString());
    }

    /// <summary>The code unit of an escape such as \ud83d that begins here; null when none does.</summary>
    private static char? Escape(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : null;
}
