namespace GrantBot.Domain.Indicators.Asking;

/// <summary>What a number is a part of.</summary>
public enum CountOf
{
    /// <summary>Nothing: it stands alone.</summary>
    Nothing,

    /// <summary>The same count for everybody.</summary>
    Everybody,

    /// <summary>Those who were confirmed.</summary>
    Confirmed,

    /// <summary>All registrations that stand.</summary>
    Registered,

    /// <summary>All who ever registered, the cancelled included.</summary>
    Ever,

    /// <summary>Those who were invited to the survey.</summary>
    Invited,

    /// <summary>Those who answered.</summary>
    Answered,
}

/// <summary>The answer to a question for counts. An indicator is a number with what it is a part of (1-report-model.md, 1.2 rule 7).</summary>
/// <param name="Number">How many; for a share, what stands above the line.</param>
/// <param name="Of">What it is a part of; null when <paramref name="Part"/> is nothing.</param>
/// <param name="Part">What that is.</param>
/// <param name="Missing">How many could not be told, because what the question narrows by is not known of them; not in the number.</param>
/// <param name="Table">The number parted; null when nothing parts it.</param>
public sealed record CountAnswer(int Number, int? Of, CountOf Part, int Missing, CountTable? Table)
{
    /// <summary>Different people behind the number, where one person may be counted several times; else null.</summary>
    public int? People { get; init; }
}

/// <summary>A number parted by one thing or two.</summary>
/// <param name="Rows">Rows in a fixed order; empty ones are left out.</param>
/// <param name="Columns">Codes of the second breakdown, in their order; empty when there is none.</param>
/// <param name="Overlaps">One person may stand in several rows, so the sum may exceed the number.</param>
public sealed record CountTable(IReadOnlyList<CountRow> Rows, IReadOnlyList<string> Columns, bool Overlaps);

/// <summary>One row.</summary>
/// <param name="Code">Its code: of a category, an event (32 hex digits), a month (2026-10), a day (2026-10-05; of a week, its Monday).</param>
/// <param name="Cell">The row as a whole.</param>
/// <param name="Cells">Its parts, one for each column.</param>
public sealed record CountRow(string Code, CountCell Cell, IReadOnlyList<CountCell> Cells);

/// <summary>A number in a table.</summary>
/// <param name="Number">How many; for a share, what stands above the line.</param>
/// <param name="Of">For a share, what stands below the line; else null.</param>
public readonly record struct CountCell(int Number, int? Of);
