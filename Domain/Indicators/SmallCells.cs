namespace GrantBot.Domain.Indicators;

/// <summary>A table as it may be shown: a hidden cell has no count. The total is always shown.</summary>
/// <param name="Rows">Rows in the table's order.</param>
/// <param name="Total">Sum of all cells, the hidden ones too.</param>
public sealed record ShownTable(IReadOnlyList<ShownRow> Rows, int Total)
{
    /// <summary>Something is hidden.</summary>
    public bool HidesSome => Rows.Any(r => r.Count is null);
}

/// <summary>One row as it may be shown.</summary>
/// <param name="Code">Code of the category.</param>
/// <param name="Count">How many; null = hidden.</param>
public sealed record ShownRow(string Code, int? Count);

/// <summary>
/// Hides cells so small that they point at single people, and further cells so that nobody can work the hidden ones out from the total,
/// even knowing this rule. Empty cells point at nobody and stay, unless hiding all the others would not be enough. Equal cells are
/// hidden together: then the rule cannot tell the hidden cells apart, and any two different counts may have changed places.
/// </summary>
public static class SmallCells
{
    /// <summary>The usual limit: cells of one to four people are hidden.</summary>
    public const int UsualLimit = 5;

    /// <summary>The table to show.</summary>
    /// <param name="table">The true table.</param>
    /// <param name="limit">Cells below it are hidden; 0 or 1 hides nothing.</param>
    public static ShownTable Hide(Figure.Table table, int limit)
    {
        var hidden = table.Rows.Where(r => r.Count > 0 && r.Count < limit).ToHashSet();
        if (hidden.Count > 0)
        {
            foreach (var next in table.Rows.Where(r => r.Count >= limit).GroupBy(r => r.Count).OrderBy(g => g.Key))
            {
                if (IsSafe(hidden, limit)) break;
                hidden.UnionWith(next);
            }
            if (!IsSafe(hidden, limit)) hidden.UnionWith(table.Rows);
        }
        return new([.. table.Rows.Select(r => new ShownRow(r.Code, hidden.Contains(r) ? null : r.Count))], table.Total);
    }

    /// <summary>Several cells share the hidden sum, and that sum fits neither only ones nor only the largest hidden number.</summary>
    private static bool IsSafe(HashSet<Figure.Row> hidden, int limit)
    {
        var sum = hidden.Sum(r => r.Count);
        return hidden.Count > 1 && sum > hidden.Count && (sum != hidden.Count * (limit - 1) || hidden.Any(r => r.Count >= limit));
    }
}
