namespace GrantBot.Infrastructure.Documents;

/// <summary>A sheet to write: an optional title block, one header row, body rows.</summary>
/// <param name="Name">Name on the tab; what Excel forbids is replaced.</param>
/// <param name="Columns">Columns from left to right.</param>
/// <param name="Rows">Body cells, taken once; a row may be shorter than the columns.</param>
internal sealed record XlsxSheet(string Name, IReadOnlyList<XlsxColumn> Columns, IEnumerable<IReadOnlyList<XlsxCell>> Rows)
{
    /// <summary>Lines above the table over its whole width; the first is the heading.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    /// <summary>Lines below the table over its whole width, asked for when its rows have been taken.</summary>
    public IEnumerable<string> Notes { get; init; } = [];

    /// <summary>The first column stays in sight beside the header when one scrolls.</summary>
    public bool FreezesFirstColumn { get; init; }

    /// <summary>Print on A4 lying down rather than upright.</summary>
    public bool Landscape { get; init; }

    /// <summary>Least height of a body row in points; higher where a text needs several lines.</summary>
    public double RowHeight { get; init; } = 18;

    /// <summary>Foot of every printed page, with Excel's own marks (&amp;P page, &amp;N pages); null = none.</summary>
    public string? Footer { get; init; }
}

/// <summary>A column: its heading and its width in characters.</summary>
internal sealed record XlsxColumn(string Heading, double Width);

/// <summary>A cell. A closed family.</summary>
internal abstract record XlsxCell
{
    private XlsxCell() { }

    /// <summary>Text, whatever it looks like: never a formula, never read as a number.</summary>
    public sealed record Text(string Value) : XlsxCell;

    /// <summary>A whole number.</summary>
    public sealed record Whole(long Value) : XlsxCell;

    /// <summary>A number as it is, without groups of digits.</summary>
    public sealed record Number(decimal Value) : XlsxCell;

    /// <summary>A day and a time to the minute, in the zone of the reader.</summary>
    public sealed record Moment(DateTime Value) : XlsxCell;

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : XlsxCell;

    /// <summary>The only cell of a row between others, over the whole width of the table: the name of the group of rows below it.</summary>
    public sealed record Across(string Value) : XlsxCell;

    /// <summary>An empty cell with its frame, to be written into by hand.</summary>
    public sealed record Blank : XlsxCell;
}
