using System.Globalization;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>What a cell held in the workbook.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Blank = 0,

    /// <summary>Text, as typed.</summary>
    Text = 1,

    /// <summary>A number; Excel keeps 1 as 1.0.</summary>
    Number = 2,

    /// <summary>TRUE or FALSE.</summary>
    Boolean = 3,

    /// <summary>A date, time or both.</summary>
    Date = 4,

    /// <summary>A formula that failed, such as #REF!.</summary>
    Error = 5,
}

/// <summary>A cell, its value already written the way XLSForm means it: 1 for 1.0, true for TRUE, 2026-03-05 for a date.</summary>
public readonly record struct Cell(string Text, CellKind Kind)
{
    /// <summary>An empty cell.</summary>
    public static readonly Cell Blank = new("", CellKind.Blank);

    /// <summary>A text cell; blank when there is nothing but space in it.</summary>
    public static Cell Of(string text) => string.IsNullOrWhiteSpace(text) ? Blank : new(text, CellKind.Text);

    /// <summary>A number cell: whole numbers without a fraction, others with a point.</summary>
    public static Cell Of(double number) => new(
        number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Number);

    /// <summary>A TRUE or FALSE cell.</summary>
    public static Cell Of(bool value) => new(value ? "true" : "false", CellKind.Boolean);

    /// <summary>A date cell: a day, a time of day (Excel's day 0), or both.</summary>
    public static Cell Of(DateTime value) => new(
        DateOnly.FromDateTime(value) <= new DateOnly(1900, 1, 1) ? value.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : value.TimeOfDay == TimeSpan.Zero ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        CellKind.Date);
}

/// <summary>A row that holds something.</summary>
/// <param name="Number">Row number as the spreadsheet shows it, from 1.</param>
/// <param name="Cells">Cells from column A on.</param>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells);

/// <summary>A sheet; blank rows are left out.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A workbook as a reader yields it.</summary>
public sealed record SheetSet(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The sheet of that name, capitals aside; null when there is none.</summary>
    public Sheet? Find(string name) => Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), name, StringComparison.OrdinalIgnoreCase));
}
