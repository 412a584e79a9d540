namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Answers of choice questions: the chosen names, with spaces between.</summary>
internal static class SelectFunctions
{
    internal static readonly Function[] All =
    [
        new("selected", "answer, name", "whether a choice is among those chosen", a => Value.Of(Selected(a.Text(0), a.Text(1)))),
        new("count-selected", "answer", "how many are chosen", a => Value.Of(Names(a.Text(0)).Length)),
        new("selected-at", "answer, place", "the choice at a place; the first place is 0", SelectedAt),
        // The second value is a question's path in quotes, as pyxform writes it.
        new("jr:choice-name", "name, question", "the label of a choice; the question stands in quotes: '${town}'", a => Value.Of(a.Run.Scope.ChoiceLabel(a.Text(0), a.Text(1).Trim()) ?? "")),
    ];

    /// <summary>Case counts; a blank name is among the chosen only when nothing is chosen.</summary>
    private static bool Selected(string chosen, string name)
    {
        var wanted = name.AsSpan().Trim();
        var rest = chosen.AsSpan().Trim();
        if (wanted.Length == 0 || rest.Length == 0) return wanted.Length == rest.Length;
        foreach (var range in rest.SplitAny(" \t\r\n"))
        {
            if (rest[range].SequenceEqual(wanted)) return true;
        }
        return false;
    }

    /// <summary>Counted from 0; outside it is blank.</summary>
    private static Value SelectedAt(Arguments a)
    {
        var names = Names(a.Text(0));
        var place = Math.Truncate(a.Number(1));
        return place >= 0 && place < names.Length ? Value.Of(names[(int)place]) : Value.Blank;
    }

    private static string[] Names(string chosen) => chosen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
