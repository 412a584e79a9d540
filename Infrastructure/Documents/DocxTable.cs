namespace GrantBot.Infrastructure.Documents;

/// <summary>A document of one table on A4: a title, a header row that stands on every page, body rows that no page break parts.</summary>
/// <param name="Columns">Columns from left to right; their widths share out the width of the paper.</param>
/// <param name="Rows">Body rows, taken once.</param>
internal sealed record DocxTable(IReadOnlyList<DocxColumn> Columns, IEnumerable<DocxRow> Rows)
{
    /// <summary>Lines above the table; the first is the heading.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    /// <summary>The paper lies down.</summary>
    public bool Landscape { get; init; }

    /// <summary>Least height of a body row in points.</summary>
    public double RowHeight { get; init; } = 18;

    /// <summary>Language code of its texts, for the checking of spelling.</summary>
    public string Language { get; init; } = "kk";

    /// <summary>Foot of every page, with {page} and {pages}; empty = none.</summary>
    public string Footer { get; init; } = "";
}

/// <summary>A column: its heading, its width in millimetres, whether its cells are centred.</summary>
internal sealed record DocxColumn(string Heading, double Millimetres, bool Centred = false)
{
    /// <summary>A heading above it and its neighbours of the same group; "" = none.</summary>
    public string Group { get; init; } = "";
}

/// <summary>A body row. A closed family.</summary>
internal abstract record DocxRow
{
    private DocxRow() { }

    /// <summary>A text for each column.</summary>
    public sealed record Cells(IReadOnlyList<string> Texts) : DocxRow;

    /// <summary>A name over the whole width; it stays on the page of the row after it.</summary>
    public sealed record Group(string Title) : DocxRow;
}
