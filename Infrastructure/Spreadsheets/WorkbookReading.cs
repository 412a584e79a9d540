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

/// <summary>How much of a workbook is read. A form has hundreds of rows; more is a mistake or an attack.</summary>
public sealed record WorkbookLimits
{
    /// <summary>Largest file as sent.</summary>
    public int Bytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Largest sum of its unpacked parts.</summary>
    public long UnpackedBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>How many times larger a part may unpack, once it is past <see cref="RatioFrom"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Unpacked size below which no ratio is asked: small parts of blanks pack very well.</summary>
    public long RatioFrom { get; init; } = 8L * 1024 * 1024;

    /// <summary>Parts inside the file.</summary>
    public int Parts { get; init; } = 1000;

    /// <summary>Sheets.</summary>
    public int Sheets { get; init; } = 30;

    /// <summary>Rows of a sheet that hold something.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 300;

    /// <summary>Characters of a cell; Excel's own limit.</summary>
    public int CellLength { get; init; } = 32_767;
}
