using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Registration.Import;

namespace GrantBot.Domain.Organising.Imports;

/// <summary>What a list somebody sent would do.</summary>
public sealed record ImportLook
{
    /// <summary>Why it cannot be read; null = it was.</summary>
    public FormProblem? Refusal { get; init; }

    /// <summary>Where it is kept for the moment; null = it is not, since nobody in it can be registered.</summary>
    public string? File { get; init; }

    /// <summary>Columns, rows and problems.</summary>
    public ImportPreview Preview { get; init; } = new([], [], [], []);

    /// <summary>Who would be registered.</summary>
    public ImportPlan Plan { get; init; } = new([], [], 0, 0, 0);

    /// <summary>Where the rows with problems are kept, as a workbook with the problem beside each; null when there are none.</summary>
    public string? Problems { get; init; }
}

/// <summary>An import that was made.</summary>
/// <param name="Id">The import.</param>
/// <param name="Event">The event.</param>
/// <param name="People">How many it brought.</param>
/// <param name="Queued">How many of them wait for a seat.</param>
/// <param name="At">When.</param>
/// <param name="IsUndone">It was taken back.</param>
/// <param name="CheckedIn">How many of them have been checked in.</param>
/// <param name="Merged">How many of them were found to be somebody who was there already, or the other way round.</param>
public sealed record KnownImport(Guid Id, EventId Event, int People, int Queued, DateTimeOffset At, bool IsUndone, int CheckedIn, int Merged)
{
    /// <summary>How long it can be taken back.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromHours(24);

    /// <summary>How many of them wait for a guardian's paper.</summary>
    public int Minors { get; init; }
}
