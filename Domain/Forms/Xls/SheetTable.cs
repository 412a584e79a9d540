using System.Text;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>A sheet with its headings understood: rows whose cells are asked for by column name.</summary>
internal sealed class SheetTable
{
    private const int MostBlankRows = 60;

    private readonly List<(string Name, string? Language, string Heading, int Index)> columns = [];
    private readonly Dictionary<string, int> plain = new(StringComparer.Ordinal);

    public SheetTable(string name, Sheet? sheet, ProblemLog log)
    {
        Name = name;
        if (sheet is null || sheet.Rows.Count == 0) return;
        var head = sheet.Rows[0];
        for (var index = 0; index < head.Cells.Count; index++)
        {
            var heading = Clean(head.Cells[index].Text);
            if (heading.Length > 0) AddColumn(heading, index, head.Number, log);
        }
        Rows = [.. Near(sheet.Rows, log).Select(r => new TableRow(this, r)).Where(r => r.HasText)];
        foreach (var row in Rows) row.ReportErrorCells(log);
        foreach (var (heading, _) in Further)
            if (Meant(heading) is { } meant) log.Warn(At(head.Number, heading), "header-unknown", heading, meant);
    }

    public string Name { get; }

    public IReadOnlyList<TableRow> Rows { get; } = [];

    /// <summary>Columns of a name, one per language.</summary>
    public IEnumerable<(string? Language, string Heading, int Index)> Translations(string column) =>
        columns.Where(c => c.Name == column).Select(c => (c.Language, c.Heading, c.Index));

    /// <summary>Columns that are none of XLSForm's: what choice filters read.</summary>
    public IReadOnlyList<(string Heading, int Index)> Further { get; private set; } = [];

    public bool Has(string column) => plain.ContainsKey(column) || columns.Exists(c => c.Name == column);

    public int IndexOf(string column) => plain.GetValueOrDefault(column, -1);

    public string Heading(int index) => columns.Find(c => c.Index == index).Heading ?? "";

    public Place At(int row, string column = "") => new(Name, row, column);

    /// <summary>No-break and invisible spaces are an editor's, never an author's.</summary>
    public static string Clean(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\u200B", "", StringComparison.Ordinal)
        .Replace("\uFEFF", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();

    // Stray cells far below are no part of the form; other XLSForm tools stop there too.
    private IEnumerable<SheetRow> Near(IReadOnlyList<SheetRow> rows, ProblemLog log)
    {
        for (var at = 1; at < rows.Count; at++)
        {
            if (rows[at].Number - rows[at - 1].Number > MostBlankRows)
            {
                log.Warn(At(rows[at].Number), "rows-far", rows[at].Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                yield break;
            }
            yield return rows[at];
        }
    }

    private void AddColumn(string heading, int index, int row, ProblemLog log)
    {
        var (name, language, known) = Columns.Read(Name, heading);
        if (columns.Find(c => c.Name == name && c.Language == language).Heading is { } other)
        {
            // The settings of many old forms name both form_id and id_string; the first counts.
            if (Name == "settings") log.Warn(At(row, heading), "header-twice", heading, other);
            else log.Error(At(row, heading), "header-twice", heading, other);
            return;
        }
        columns.Add((name, language, heading, index));
        if (language is null) plain[name] = index;
        if (known) return;
        Further = [.. Further, (heading, index)];
    }

    // Lists have columns of their own, so that only one that is missing is taken for misspelt.
    private string? Meant(string heading) => Columns.NearTranslated(Name, heading)
        ?? (NearMiss.Of(heading, Columns.Of(Name).Keys) is { } near && (Name == "survey" || (Name == "choices" && near is Columns.List or Columns.Name or Columns.Label && !Has(near))) ? near : null);
}

/// <summary>One row of a <see cref="SheetTable"/>.</summary>
internal sealed class TableRow(SheetTable table, SheetRow row)
{
    public int Number => row.Number;

    /// <summary>Characters of its expressions and of the texts that name answers: what takes time and memory to read.</summary>
    public int Expressions => row.Cells.Where((c, index) => c.Text.Contains("${", StringComparison.Ordinal) || Columns.Expressions.Any(column => table.IndexOf(column) == index)).Sum(c => c.Text.Length);

    public bool HasText => row.Cells.Any(c => c.Kind != CellKind.Blank);

    /// <summary>The text of a column, "" when the column or the cell is not there.</summary>
    public string this[string column] => At(table.IndexOf(column));

    /// <summary>The text of a cell in Unicode NFC, ends trimmed.</summary>
    public string At(int index)
    {
        if (index < 0 || index >= row.Cells.Count) return "";
        var text = SheetTable.Clean(row.Cells[index].Text);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
    }

    /// <summary>The text of an expression, its odd spaces kept so that they can be reported.</summary>
    public string Raw(string column) =>
        table.IndexOf(column) is var index && index >= 0 && index < row.Cells.Count && At(index).Length > 0 ? row.Cells[index].Text.Trim(' ', '\n', '\r', '\t') : "";

    public Place Place(string column) =>
        table.At(Number, table.IndexOf(column) is var index && index >= 0 ? table.Heading(index) : column);

    public void ReportErrorCells(ProblemLog log)
    {
        for (var index = 0; index < row.Cells.Count; index++)
            if (row.Cells[index].Kind == CellKind.Error) log.Error(table.At(Number, table.Heading(index)), "cell-error", row.Cells[index].Text);
    }
}
