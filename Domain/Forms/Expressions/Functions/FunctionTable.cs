using System.Collections.Frozen;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>All functions, gathered from the families, and the search for the one an author may have meant.</summary>
internal static class FunctionTable
{
    /// <summary>The families, as authors look for them.</summary>
    internal static readonly (string Title, Function[] Functions)[] Families =
    [
        ("Conditions", LogicFunctions.All), ("Texts", TextFunctions.All), ("Numbers", NumberFunctions.All), ("Dates", DateFunctions.All),
        ("Choices", SelectFunctions.All), ("Questions, repeats and lists", NodeFunctions.All), ("Places", PlaceFunctions.All), ("Others", OtherFunctions.All),
    ];

    private static readonly FrozenDictionary<string, Function> ByName = Families.SelectMany(f => f.Functions).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Names of other languages.</summary>
    private static readonly FrozenDictionary<string, string> Foreign = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["len"] = "string-length", ["length"] = "string-length", ["iif"] = "if", ["ifs"] = "if", ["isselected"] = "selected", ["is-selected"] = "selected",
        ["ifnull"] = "coalesce", ["nvl"] = "coalesce", ["power"] = "pow",
        ["concatenate"] = "concat", ["matches"] = "regex", ["match"] = "regex", ["trim"] = "normalize-space", ["mid"] = "substr", ["left"] = "substr",
        ["text"] = "string", ["str"] = "string", ["val"] = "number", ["datevalue"] = "date", ["ceil"] = "ceiling", ["vlookup"] = "pulldata",
        ["если"] = "if", ["сегодня"] = "today", ["сумма"] = "sum", ["егер"] = "if",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static Function? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The function most like the name: another spelling of case, hyphens or a letter or two; null when none comes near.</summary>
    internal static string? Nearest(string name)
    {
        if (Foreign.TryGetValue(name, out var meant)) return meant;
        var plain = Plain(name);
        var best = ByName.Keys.Select(k => (Name: k, Far: Distance(plain, Plain(k)))).OrderBy(c => c.Far).ThenBy(c => c.Name, StringComparer.Ordinal).First();
        return best.Far <= Math.Min(2, plain.Length / 3) ? best.Name : null;
    }

    private static string Plain(string name)
    {
        var lower = name.Length > 40 ? name[..40].ToLowerInvariant() : name.ToLowerInvariant();
        return lower.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
    }

    /// <summary>How many letters must be put in, left out or changed.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
