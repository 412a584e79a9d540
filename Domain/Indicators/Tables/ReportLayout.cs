using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators.Tables;

/// <summary>How the table of social status is printed.</summary>
public enum StatusLayout
{
    /// <summary>Eleven columns side by side (reports 001, 002 and 004).</summary>
    Flat = 0,

    /// <summary>The total again after the column of those of 50 and older, and the rest under "in all, of them" (reports 000 and 003).</summary>
    Nested = 1,
}

/// <summary>A table as the report prints it.</summary>
/// <param name="Heading">Above it.</param>
/// <param name="Columns">From left to right.</param>
public sealed record PrintedTable(string Heading, IReadOnlyList<PrintedColumn> Columns);

/// <summary>A column of one number.</summary>
/// <param name="Label">As the form words it.</param>
/// <param name="Value">The number.</param>
/// <param name="Group">A heading it shares with its neighbours; "" = none.</param>
/// <param name="IsTotal">The sum of the table.</param>
public sealed record PrintedColumn(string Label, string Value, string Group = "", bool IsTotal = false);

/// <summary>Puts the figures under the words of the report form. Rows the form has no column for get one of their own when somebody is in them.</summary>
public static class ReportLayout
{
    /// <summary>What stands in the place of a number that is not told.</summary>
    public const string Hidden = "*";

    private static readonly string[] Before50 = ["children", "youth", "civil", "budget", "disability", "age50"], After50 = ["unemployed", "ngo", "business", "other"];

    /// <summary>Tables A, B and C.</summary>
    /// <param name="tables">The figures.</param>
    /// <param name="layout">How the table of social status is printed.</param>
    /// <param name="texts">All sentences.</param>
    /// <param name="language">Language of the report.</param>
    /// <param name="hideUnder">Smaller numbers are hidden with what would tell them (<see cref="SmallCells"/>); 0 shows all.</param>
    public static IReadOnlyList<PrintedTable> Print(ReportTables tables, StatusLayout layout, Texts texts, string language, int hideUnder = 0)
    {
        var words = layout is StatusLayout.Nested ? "tbl.nested." : "tbl.";
        string Say(string key) => texts.Has(words + key) ? texts[words + key, language] : texts["tbl." + key, language];
        string Number(int? value) => value is { } shown ? Numbers.Whole(shown, language) : Hidden;
        PrintedColumn Column(Figure.Table table, string code, string group = "")
        {
            var number = SmallCells.Hide(table, hideUnder).Rows.First(r => r.Code == code).Count;
            return new(Say(code), code == "children" && tables.DisabledChildren > 0 ? $"{Number(number)} ({Number(Disabled(tables, number, hideUnder))})" : Number(number), group);
        }

        IEnumerable<PrintedColumn> Rest(Figure.Table table) => table.Rows.Where(ReportTables.IsUnplaced).Select(r => Column(table, r.Code));
        var total = new PrintedColumn(Say("total"), Numbers.Whole(tables.People, language), IsTotal: true);
        var status = layout is StatusLayout.Flat ? [total, .. Before50.Concat(After50).Select(c => Column(tables.Category, c)), .. Rest(tables.Category)]
            : (List<PrintedColumn>)[total, .. Before50.Select(c => Column(tables.Category, c)), total, .. After50.Select(c => Column(tables.Category, c, Say("ofthem"))), .. Rest(tables.Category)];
        return
        [
            new(Say("gender"), [total, Column(tables.Gender, "male"), Column(tables.Gender, "female"), .. Rest(tables.Gender)]),
            new(Say("status"), status),
            new(Say("age"), [total, .. tables.Age.Rows.Where(r => r.Code is not ("0_12" or Breakdowns.Breakdown.NotStated)).Select(r => Column(tables.Age, r.Code)), .. Rest(tables.Age)]),
        ];
    }

    /// <summary>Children with a disability, where neither they nor the other children are few.</summary>
    private static int? Disabled(ReportTables tables, int? children, int hideUnder)
    {
        bool IsFew(int count) => count > 0 && count < hideUnder;
        return children is { } all && !IsFew(tables.DisabledChildren) && !IsFew(all - tables.DisabledChildren) ? tables.DisabledChildren : null;
    }
}
