using System.Text.RegularExpressions;

namespace GrantBot.Domain.CheckIn;

/// <summary>
/// What the QR code of a ticket (билет) says, 26 letters and digits: the six of the ticket, four that name the event, and a seal of
/// 80 bits only the event's key can make. So a page without a network tells a forged ticket from a good one, also of somebody it does not know.
/// </summary>
/// <param name="Ticket">The six characters people can say aloud.</param>
/// <param name="Tag">Four characters that name the event.</param>
/// <param name="Seal">Sixteen characters that prove it.</param>
public sealed partial record TicketToken(string Ticket, string Tag, string Seal)
{
    /// <summary>Letters and digits without those that look like another: 0 and O, 1 and I.</summary>
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Length of a ticket's code and of a code of the day.</summary>
    public const int CodeLength = 6;

    /// <summary>The token as it stands in a link.</summary>
    public string Text => Ticket + Tag + Seal;

    /// <summary>Reads a token; null when it is no ticket at all.</summary>
    public static TicketToken? Read(string text) =>
        text.ToUpperInvariant() is var token && Shape().IsMatch(token) ? new(token[..6], token[6..10], token[10..]) : null;

    /// <summary>Six characters somebody typed, spaces and hyphens aside; null when it is no such code.</summary>
    public static string? Code(string text)
    {
        if (text.Length > 20) return null;
        var code = string.Concat(text.Where(c => c is not (' ' or '-' or '\u00a0'))).ToUpperInvariant();
        return code.Length == CodeLength && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>The first bits of some bytes, five to a character.</summary>
    internal static string Letters(ReadOnlySpan<byte> bytes, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < i * 5 + 5; bit++) value = value << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
            text[i] = Alphabet[value];
        }
        return new(text);
    }

    [GeneratedRegex("^[A-HJ-NP-Z2-9]{26}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
