using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>A member as the captain or coach typed them; the phone as E.164.</summary>
public sealed record NamedMember(string Surname, string Given, string Phone, bool Captain = false)
{
    private const int LongestName = 60;

    /// <summary>Reads "Surname First name, +7 700 000 00 00".</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="problem">Key of the text that says what is wrong; "" when nothing is.</param>
    internal static NamedMember? Read(string typed, out string problem)
    {
        problem = "e.t.member";
        var digit = typed.IndexOfAny(['+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (digit < 1 || typed.Length > 200) return null;
        var names = typed[..digit].Trim(' ', ',', ';', '\n', '(', '-', '–').Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length < 2 || names.Any(n => n.Length > LongestName || !n.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or 'ʼ' or ' '))) return null;
        if (Typed.HoldsIin(typed)) { problem = "w.iin"; return null; }
        switch (PhoneType.Read(typed[digit..].Trim()))
        {
            case Reading.Understood phone: problem = ""; return new(names[0], names[1], phone.Value);
            case Reading.Refused refused: problem = refused.Key; return null;
            default: return null;
        }
    }
}

/// <summary>A place in a team for which somebody fills in their own data.</summary>
public sealed record TeamPlace(TeamId Team, int Member);
