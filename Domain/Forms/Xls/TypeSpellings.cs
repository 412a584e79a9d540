using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>What a cell of the column type says.</summary>
internal abstract record TypeCell
{
    private TypeCell() { }

    /// <summary>A question; for a select with its list, or the file that holds it.</summary>
    public sealed record Ask(QuestionKind Kind, string List = "", bool OrOther = false, bool FromFile = false) : TypeCell;

    /// <summary>Metadata put in by the session or the program.</summary>
    public sealed record Metadata(string Name) : TypeCell;

    /// <summary>The start of a group or repeat.</summary>
    public sealed record Begin(bool Repeat) : TypeCell;

    /// <summary>The end of one.</summary>
    public sealed record End(bool Repeat) : TypeCell;

    /// <summary>A file attached to the form, known to expressions by the row's name.</summary>
    public sealed record Attached(string Extension) : TypeCell;

    /// <summary>XLSForm knows it, we do not (yet). What only watches the person is left out without harm.</summary>
    public sealed record Unsupported(bool Harmless) : TypeCell;

    /// <summary>Nobody knows it.</summary>
    public sealed record Unknown : TypeCell;
}

/// <summary>Reads cells of the column type by the spellings of the catalogue.</summary>
internal static partial class TypeSpellings
{
    private static readonly Dictionary<string, TypeCell> Known = QuestionTypeCatalog.All.Where(t => t.Means is not TypeCell.Ask || !t.TakesWords)
        .SelectMany(t => t.Folded.Select(spelling => (spelling, t.Means))).ToDictionary(StringComparer.Ordinal);

    // "select one from file" before "select one from" before "select one".
    private static readonly (string Spelling, TypeCell Means)[] BeforeWords =
        [.. QuestionTypeCatalog.All.Where(t => t.TakesWords).SelectMany(t => t.Folded.Select(spelling => (spelling, t.Means))).OrderByDescending(t => t.spelling.Length)];

    /// <summary>Spellings for near-miss advice.</summary>
    public static IEnumerable<string> All => Known.Keys.Union(QuestionTypeCatalog.All.Select(t => t.Name), StringComparer.Ordinal);

    /// <summary>Reads a cell such as "select_one yesno or_other"; underscores and capitals do not matter, except in the list's name.</summary>
    public static TypeCell Read(string cell)
    {
        var written = Spaces().Replace(cell.Trim(), " ");
        var folded = written.Replace('_', ' ').ToLowerInvariant();
        if (Known.TryGetValue(folded, out var type)) return type;
        foreach (var (spelling, means) in BeforeWords)
            if (folded == spelling || folded.StartsWith(spelling + " ", StringComparison.Ordinal)) return means is TypeCell.Ask ask ? WithList(ask, written[spelling.Length..]) : means;
        return new TypeCell.Unknown();
    }

    private static TypeCell.Ask WithList(TypeCell.Ask ask, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = words.Length > 1 && string.Join(' ', words[1..]).Replace('_', ' ').ToLowerInvariant() is "or other" or "or specify other";
        return ask with { List = words.Length == 0 ? "" : other ? words[0] : string.Join(' ', words), OrOther = other };
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
