using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Domain.CheckIn;

/// <summary>
/// The keys of one event's door, made from the deployment's secret, so that none has to be stored: one seals tickets, another makes the codes
/// of the day. HMAC-SHA256 throughout. A desk page gets the first one only.
/// </summary>
public sealed class DoorKey
{
    private readonly EventId id;
    private readonly byte[] tickets;
    private readonly byte[] days;

    /// <summary>The keys of an event.</summary>
    /// <param name="secret">The deployment's secret, 32 random bytes.</param>
    /// <param name="id">The event.</param>
    public DoorKey(ReadOnlySpan<byte> secret, EventId id)
    {
        this.id = id;
        tickets = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"tickets {id.Value:N}"));
        days = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"days {id.Value:N}"));
    }

    /// <summary>The key that seals tickets, for a page that must check them without a network. Who has it can make tickets of this event.</summary>
    public string TicketKey => Convert.ToBase64String(tickets);

    /// <summary>The four characters that name an event in its tickets. No secret.</summary>
    public static string Tag(EventId id) => TicketToken.Letters(SHA256.HashData(Encoding.ASCII.GetBytes($"event {id.Value:N}")), 4);

    /// <summary>The token of a ticket.</summary>
    public TicketToken Token(string ticket) => new(ticket, Tag(id), TicketToken.Letters(HMACSHA256.HashData(tickets, Encoding.ASCII.GetBytes($"{id.Value:N} {ticket}")), 16));

    /// <summary>Whether a token is this event's and was made with its key.</summary>
    public bool Made(TicketToken token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Token(token.Ticket).Text), Encoding.ASCII.GetBytes(token.Text));

    /// <summary>The code participants type on a day, six characters with at least one letter and one digit, so that it looks like no word.</summary>
    /// <param name="session">Code of the session; "" where the event is one.</param>
    /// <param name="day">The local day it is good for.</param>
    public string DayCode(string session, DateOnly day)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = HMACSHA256.HashData(days, Encoding.UTF8.GetBytes($"{session} {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {attempt}"));
            var code = TicketToken.Letters(hash, TicketToken.CodeLength);
            if (code.Any(char.IsAsciiDigit) && code.Any(char.IsAsciiLetter)) return code;
        }
    }
}
