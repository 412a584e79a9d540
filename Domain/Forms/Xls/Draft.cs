namespace GrantBot.Domain.Forms.Xls;

/// <summary>A row of the survey after the first pass: its place in the tree is known, its expressions are not read yet.</summary>
/// <param name="Row">The row of the sheet.</param>
/// <param name="Name">Element name.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Parent">Path of its group.</param>
/// <param name="Kind">Kind of question; null for a group.</param>
internal sealed record Draft(TableRow Row, string Name, string Path, string Parent, QuestionKind? Kind)
{
    public string List { get; init; } = "";

    /// <summary>A repeat and not a group.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>The hidden value worked out from the repeat_count of the row; the repeat itself follows.</summary>
    public bool CountsRepeat { get; init; }

    /// <summary>The list is an attached file of that name.</summary>
    public bool FromFile { get; init; }

    /// <summary>The list gets a choice "other", asked for in words by the next draft.</summary>
    public bool OrOther { get; init; }

    /// <summary>This draft asks in words for the "other" of that select, by its path.</summary>
    public string? OtherOf { get; init; }

    /// <summary>Nobody knows its type; its other cells are checked all the same.</summary>
    public bool Unread { get; init; }

    public string? Metadata { get; init; }
}
