namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Which numbers of a table are not told. Of shares those are, that are of few people: what stands below the line is what would point at somebody.</summary>
internal sealed class HiddenCells
{
    private readonly HashSet<string> rows = [];
    private readonly HashSet<(string, int)> cells = [];

    /// <summary>Something is hidden.</summary>
    public bool Any => rows.Count + cells.Count > 0;

    /// <summary>Whether the whole of a row is.</summary>
    public bool Row(CountRow row) => rows.Contains(row.Code);

    /// <summary>Whether a part of a row is.</summary>
    public bool Cell(CountRow row, int column) => cells.Contains((row.Code, column));

    /// <summary>Finds them.</summary>
    /// <param name="table">The table; null hides nothing.</param>
    /// <param name="limit">Numbers below it are hidden, with all that would tell them; 0 hides nothing.</param>
    public static HiddenCells Of(CountTable? table, int limit)
    {
        var hidden = new HiddenCells();
        if (table is null || limit <= 1) return hidden;
        hidden.OfRows(table, limit); // where people stand in several rows' cells, a row has fewer than its cells together
        if (table.Columns.Count > 0) hidden.OfCross(table, limit);
        return hidden;
    }

    private void OfRows(CountTable table, int limit)
    {
        var shown = SmallCells.Hide(new Figure.Table([.. table.Rows.Select(r => new Figure.Row(r.Code, People(r.Cell)))]), limit);
        rows.UnionWith(table.Rows.Zip(shown.Rows).Where(p => p.Second.Count is null).Select(p => p.First.Code));
    }

    private void OfCross(CountTable table, int limit)
    {
        var shown = CrossCells.Hide([.. table.Rows.Select(r => (IReadOnlyList<int>)[.. r.Cells.Select(People)])], limit);
        foreach (var (at, row) in table.Rows.Index())
        {
            if (shown.Rows[at] is null) rows.Add(row.Code);
            cells.UnionWith(shown.Cells[at].Index().Where(c => c.Item is null).Select(c => (row.Code, c.Index)));
        }
    }

    private static int People(CountCell cell) => cell.Of ?? cell.Number;
}
