using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Knows the names of the survey and turns ${name} into a path, or into a problem with the name surely meant.</summary>
internal sealed partial class References(IReadOnlyList<Draft> drafts, string root, ProblemLog log)
{
    // A guess compares with every name of the form; whoever misspells more than this will read again anyway.
    private const int MostGuesses = 30;

    private readonly ILookup<string, Draft> byName = drafts.ToLookup(d => d.Name, StringComparer.Ordinal);
    private readonly List<string> names = [.. drafts.Select(d => d.Name).Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<string, Draft> byPath = drafts.GroupBy(d => d.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private int guesses;

    public Draft? At(string path) => byPath.GetValueOrDefault(path);

    public Draft? Named(string name) => byName[name].FirstOrDefault();

    /// <summary>A name close to a misspelt one, written as a reference; "" when there is none.</summary>
    public string Advice(string name) => guesses++ < MostGuesses && NearMiss.Of(name.Trim(), names) is { } near ? "${" + near + "}" : "";

    /// <summary>An expression with every ${name} replaced by its absolute path, with spaces around it as pyxform does. Null when a name is wrong; that is reported.</summary>
    public string? Expand(string expression, Place place)
    {
        var whole = true;
        if (Unclosed().IsMatch(expression))
        {
            log.Error(place, "reference-open", expression);
            return null;
        }
        var expanded = Reference().Replace(expression, match =>
        {
            var name = match.Groups["name"].Value;
            if (name.StartsWith("last-saved#", StringComparison.Ordinal)) return $" instance('__last-saved')/{root}/{name["last-saved#".Length..]} ";
            if (Find(name, place) is { } draft) return $" {draft.Path} ";
            whole = false;
            return match.Value;
        });
        return whole ? expanded : null;
    }

    /// <summary>A text cut into words and answers; a wrong name is reported and stays as written.</summary>
    public IReadOnlyList<TextPiece> Cut(string text, Place place)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return [new(text, null)];
        if (Unclosed().IsMatch(text)) log.Error(place, "reference-open", text);
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (Match match in Reference().Matches(text))
        {
            if (match.Index > at) pieces.Add(new(text[at..match.Index], null));
            at = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (!name.StartsWith("last-saved#", StringComparison.Ordinal) && Find(name, place) is { } draft) pieces.Add(new("", draft.Path));
        }
        if (at < text.Length) pieces.Add(new(text[at..], null));
        return pieces;
    }

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

    [GeneratedRegex(@"\$\{[^}]*(\$\{|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unclosed();
}
