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

    /// <summary>What is not known of the missing; a person may lack several things.</summary>
    public IReadOnlyList<Unstated> Unstated { get; init; } = [];

    /// <summary>For measures of attendance: confirmed registrations of which nobody has marked yet whether their people came.</summary>
    public int Unmarked { get; init; }

    /// <summary>For measures of surveys: who is missing from the answers; null for others.</summary>
    public Silence? Silence { get; init; }

    /// <summary>Mean of the marks, where marks have one.</summary>
    public decimal? Mean { get; init; }

    /// <summary>For net promoters: how many would not recommend.</summary>
    public int Against { get; init; }

    /// <summary>What the question narrows or parts people by could not be taken into account: the number is of everybody.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What was counted because the form cannot give what was asked; null = that was.</summary>
    public Measure? Instead { get; init; }
}

/// <summary>Who is missing from what a survey tells.</summary>
/// <param name="Invited">People who were invited and did not answer.</param>
/// <param name="Kept">Answers that cannot be looked at: of surveys that are not over, or of so few people that what they answered was not kept.</param>
/// <param name="Skipped">Answers without one to this question.</param>
public sealed record Silence(int Invited, int Kept, int Skipped);

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
public readonly record struct CountCell(int Number, int? Of)
{
    /// <summary>For net promoters: how many would not recommend.</summary>
    public int Against { get; init; }
}
