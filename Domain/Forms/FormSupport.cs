using GrantBot.Domain.Forms.Expressions.Functions;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Domain.Forms;

/// <summary>What of XLSForm this program supports, for authors: from the tables it reads workbooks and expressions by.</summary>
public static class FormSupport
{
    /// <summary>The types that can be used.</summary>
    public static IEnumerable<SupportedWord> Types => QuestionTypeCatalog.All.Where(t => t.Means is not TypeCell.Unsupported)
        .Select(t => new SupportedWord(t.Name, t.Spellings, t.About));

    /// <summary>Names of the types that are left blank, with a warning.</summary>
    public static IEnumerable<string> Blank => Unsupported(harmless: true);

    /// <summary>Names of the types that are errors of the author.</summary>
    public static IEnumerable<string> Refused => Unsupported(harmless: false);

    /// <summary>The columns, sheet by sheet. In a survey others are ignored, in choices they are known to filters.</summary>
    public static IEnumerable<(string Sheet, IEnumerable<SupportedWord> Columns)> Columns =>
        Xls.Columns.Sheets.Select(s => (s.Sheet, s.Columns.Select(c => new SupportedWord(c.Name, c.Aliases, c.Meaning))));

    /// <summary>The functions, family by family, each with its values.</summary>
    public static IEnumerable<(string Family, IEnumerable<SupportedWord> Functions)> Functions =>
        FunctionTable.Families.Select(f => (f.Title, f.Functions.Select(one => new SupportedWord($"{one.Name}({one.Signature})", [], one.Meaning))));

    private static IEnumerable<string> Unsupported(bool harmless) =>
        QuestionTypeCatalog.All.Where(t => t.Means is TypeCell.Unsupported type && type.Harmless == harmless).Select(t => t.Name);
}

/// <summary>A word authors may write in a workbook.</summary>
/// <param name="Name">The word.</param>
/// <param name="Also">Other spellings of it.</param>
/// <param name="Meaning">What it does.</param>
public sealed record SupportedWord(string Name, IReadOnlyList<string> Also, string Meaning);
