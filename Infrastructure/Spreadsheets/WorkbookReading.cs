using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>A workbook, or the one reason why it cannot be read. A closed family.</summary>
public abstract record WorkbookReading
{
    private WorkbookReading() { }

    /// <summary>Read.</summary>
    public sealed record Read(SheetSet Sheets) : WorkbookReading;

    /// <summary>Not read; the problem is of the workbook as a whole.</summary>
    public sealed record Refused(FormProblem Problem) : WorkbookReading;
}

/// <summary>
/// How much of a workbook is read: a form has hundreds of rows and unpacks to less than a megabyte. With these, whatever is sent costs
/// less than 50 MB and 2 s (<c>Tests/Load -- bench-workbooks</c>).
/// </summary>
public sealed record WorkbookLimits
{
    /// <summary>Largest file as sent.</summary>
    public int Bytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Largest sum of its unpacked parts, pictures among them.</summary>
    public long UnpackedBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>The unpacked size times the number of sheets: sheets may share a part, and it is read for each.</summary>
    public long SheetBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Signs "less than" in all parts: every cell, text and style of the workbook begins with one.</summary>
    public int Markup { get; init; } = 400_000;

    /// <summary>Parts inside the file.</summary>
    public int Parts { get; init; } = 1000;

    /// <summary>Sheets.</summary>
    public int Sheets { get; init; } = 30;

    /// <summary>Rows of a sheet that hold something.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>Number of a sheet's last row; Excel's own limit.</summary>
    public int LastRow { get; init; } = 1_048_576;

    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 300;

    /// <summary>Cells of all sheets, blank ones before a filled one among them.</summary>
    public int Cells { get; init; } = 500_000;

    /// <summary>Cells looked at in rows of any width, blank ones too.</summary>
    public int Looks { get; init; } = 40_000_000;

    /// <summary>Characters of a cell; Excel's own limit.</summary>
    public int CellLength { get; init; } = 32_767;

    /// <summary>Characters of all cells.</summary>
    public int Text { get; init; } = 3_000_000;
}
