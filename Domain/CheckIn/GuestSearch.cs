using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.CheckIn;

/// <summary>Finds people at the door by what staff type: a number, the code of a ticket, or parts of a name in any spelling.</summary>
public static class GuestSearch
{
    /// <summary>The one somebody surely means: by number or ticket; null when the text is neither.</summary>
    public static KnownGuest? Exact(IReadOnlyList<KnownGuest> guests, string text)
    {
        var number = text.TrimStart('№', '#', 'N', 'o', '.', ' ');
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var no)) return guests.FirstOrDefault(g => g.Number == no);
        return TicketToken.Code(text) is { } code ? guests.FirstOrDefault(g => g.Ticket == code) : null;
    }

    /// <summary>Those whose name holds every word of the text, or begins of one; who begins with the first word comes first.</summary>
    public static IReadOnlyList<KnownGuest> ByName(IReadOnlyList<KnownGuest> guests, string text)
    {
        var spellings = new[] { Fold.Text(text), Fold.FromLatin(text) is { } heard ? Fold.Text(heard) : "" }
            .Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Select(s => s.Split(' ')).ToList();
        return [.. guests.Where(g => spellings.Any(words => Holds(Fold.Text(g.FullName), words)))
            .OrderBy(g => spellings.Any(words => Fold.Text(g.FullName).StartsWith(words[0], StringComparison.Ordinal)) ? 0 : 1)];
    }

    private static bool Holds(string name, string[] words)
    {
        var parts = name.Split(' ');
        return words.All(w => parts.Any(p => p.StartsWith(w, StringComparison.Ordinal) || (w.Length > 2 && p.Contains(w, StringComparison.Ordinal))));
    }
}
