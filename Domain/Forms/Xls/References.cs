using System.Text;
using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Knows the names of the survey and turns ${name} into a path, or into a problem with the name surely meant.</summary>
internal sealed partial class References(IReadOnlyList<Draft> drafts, string root, ProblemLog log)
{
    // A guess compares with every name of the form; whoever misspells more than this will read again anyway.
    private const int MostGuesses = 30;

    private const string LastSavedPrefix = "last-saved#";

    private readonly ILookup<string, Draft> byName = drafts.ToLookup(d => d.Name, StringComparer.Ordinal);
    private readonly List<string> names = [.. drafts.Select(d => d.Name).Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<string, Draft> byPath = drafts.GroupBy(d => d.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private int guesses;

    public Draft? At(string path) => byPath.GetValueOrDefault(path);

    public Draft? Named(string name) => byName[name].FirstOrDefault();

    /// <summary>A name close to a misspelt one, written as a reference; "" when there is none.</summary>
    public string Advice(string name) => guesses++ < MostGuesses && NearMiss.Of(name.Trim(), names) is { } near ? "${" + near + "}" : "";

    /// <summary>The text is one ${name} and nothing else.</summary>
    public static bool IsLone(string text) => Lone().IsMatch(text);

    /// <summary>A ${ in the text is never closed.</summary>
    public static bool IsOpen(string text) => Unclosed().IsMatch(text);

    /// <summary>An expression with its texts in quotes emptied.</summary>
    public static string Unquoted(string expression) => Quoted().Replace(expression, "''");

    /// <summary>The second of two ${names} with no sign between them; null when there are none. As paths they would be read as one.</summary>
    public static string? Unjoined(string expression) => Adjacent().Match(Unquoted(expression)) is { Success: true } two ? two.Groups["second"].Value : null;

    /// <summary>What a lone ${name} means; null when it is wrong, which is reported.</summary>
    public Draft? Meant(string lone, Place place) => Find(Reference().Match(lone).Groups["name"].Value, place);

    /// <summary>
    /// An expression with every ${name} replaced by its path, with spaces around it as pyxform does: absolute, but relative to the lowest repeat the
    /// reader and the meant one share. Null when a name is wrong; that is reported.
    /// </summary>
    /// <param name="expression">As written.</param>
    /// <param name="place">Its cell.</param>
    /// <param name="reader">The row it belongs to.</param>
    /// <param name="asPredicate">The text is the inside of a predicate.</param>
    /// <param name="items">The repeat whose instances the predicate goes through; null for any other.</param>
    public string? Expand(string expression, Place place, Draft reader, bool asPredicate = false, Draft? items = null)
    {
        if (Unclosed().IsMatch(expression))
        {
            log.Error(place, "reference-open", expression);
            return null;
        }
        var (whole, surroundings, at) = (true, new Surroundings(asPredicate), 0);
        var expanded = new StringBuilder();
        foreach (Match match in Reference().Matches(expression))
        {
            surroundings.Read(expression.AsSpan(at, match.Index - at));
            expanded.Append(expression, at, match.Index - at);
            at = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (name.StartsWith(LastSavedPrefix, StringComparison.Ordinal)) expanded.Append(LastSavedPath(name[LastSavedPrefix.Length..], place));
            else if (Find(name, place) is { } meant) expanded.Append(' ').Append(Path(reader, meant, surroundings, items)).Append(' ');
            else whole = false;
        }
        return whole ? expanded.Append(expression, at, expression.Length - at).ToString() : null;
    }

    /// <summary>A text cut into words, answers, and in a row's own texts values of outside lists; a wrong name is reported and stays as written.</summary>
    public IReadOnlyList<TextPiece> Cut(string text, Place place, Draft? reader = null)
    {
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var range in reader is null ? [] : OutsideValues.Find(text))
        {
            // Worked out beside the first element of the reader's instance, whatever group the reader is in.
            var beside = RepeatsAround(reader!).LastOrDefault() is { } repeat ? reader! with { Path = repeat.Path + "/_", Parent = repeat.Path } : reader!;
            if (Unclosed().IsMatch(text[range]) || Expand(text[range], place, beside) is not { } expanded || Expression.Parse(expanded) is not { Expression: not null, Problems.Count: 0 }) continue;
            CutAnswers(text[at..range.Start.Value], place, pieces);
            pieces.Add(new("", expanded.Trim()));
            at = range.End.Value;
        }
        CutAnswers(text[at..], place, pieces);
        return pieces;
    }

    private void CutAnswers(string text, Place place, List<TextPiece> pieces)
    {
        if (Unclosed().IsMatch(text)) log.Error(place, "reference-open", text);
        var at = 0;
        foreach (Match match in Reference().Matches(text))
        {
            if (match.Index > at) pieces.Add(new(text[at..match.Index], null));
            at = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (name.StartsWith(LastSavedPrefix, StringComparison.Ordinal)) pieces.Add(new("", LastSavedPath(name[LastSavedPrefix.Length..], place).Trim()));
            else if (Find(name, place) is { } draft) pieces.Add(new("", draft.Path));
        }
        if (at < text.Length) pieces.Add(new(text[at..], null));
    }

    /// <summary>Repeats around a row, the outermost first.</summary>
    public List<Draft> RepeatsAround(Draft draft)
    {
        var around = new List<Draft>();
        for (var group = At(draft.Parent); group is not null; group = At(group.Parent))
            if (group.IsRepeat) around.Insert(0, group);
        return around;
    }

    /// <summary>The path of a row as another row's expression must write it.</summary>
    public string Path(Draft reader, Draft meant, Surroundings surroundings, Draft? items = null)
    {
        if (items is not null && meant.Path.StartsWith(items.Path + "/", StringComparison.Ordinal)) return "." + meant.Path[items.Path.Length..];
        if (surroundings.WantsAbsolute) return meant.Path;
        var shared = RepeatsAround(reader).Intersect(RepeatsAround(meant)).LastOrDefault();
        if (shared is null) return meant.Path;
        var up = reader.Path[shared.Path.Length..].Count(c => c == '/');
        return (surroundings.InPredicate ? "current()/" : "") + string.Concat(Enumerable.Repeat("../", up)) + meant.Path[(shared.Path.Length + 1)..];
    }

    private string LastSavedPath(string name, Place place)
    {
        ReadsLastSaved = true;
        return $" instance('{LastSaved.Instance}')/{(Find(name, place) is { } draft ? draft.Path[1..] : root + "/" + name)} ";
    }

    /// <summary>Whether ${last-saved#name} was met anywhere.</summary>
    public bool ReadsLastSaved { get; private set; }

    private Draft? Find(string name, Place place)
    {
        var found = byName[name].Take(2).ToList();
        if (found.Count == 1) return found[0];
        if (found.Count > 1) log.Error(place, "reference-twice", name);
        else log.Error(place, "reference-unknown", "${" + name + "}", Advice(name));
        return null;
    }

    [GeneratedRegex(@"\$\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\$\{[^{}]*\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Lone();

    [GeneratedRegex(@"'[^']*'|""[^""]*""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\}\s*(?<second>\$\{[^{}]*\})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Adjacent();

    [GeneratedRegex(@"\$\{[^}]*(\$\{|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unclosed();
}
