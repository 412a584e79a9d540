namespace GrantBot.Domain.Indicators;

/// <summary>What a chart shows; how it is drawn is not said here. All texts are in the reader's language.</summary>
/// <param name="Title">What was counted.</param>
/// <param name="Note">The moment and how many people stand behind it.</param>
/// <param name="Sections">Groups of bars, from top to bottom.</param>
public sealed record ChartData(string Title, string Note, IReadOnlyList<ChartSection> Sections)
{
    /// <summary>A sentence at the foot, such as why some numbers are hidden; null when there is nothing to explain.</summary>
    public string? Footnote { get; init; }
}

/// <summary>How a group of bars is drawn.</summary>
public enum ChartForm
{
    /// <summary>One bar in each row.</summary>
    Bars = 0,

    /// <summary>One bar in each row, made of parts that add up.</summary>
    Stacked = 1,

    /// <summary>Two or more bars in each row that are compared, such as before and after.</summary>
    Pairs = 2,

    /// <summary>Columns from left to right, one for each day, week or month in order.</summary>
    Timeline = 3,
}

/// <summary>A group of bars with one scale.</summary>
/// <param name="Title">What the group tells apart.</param>
/// <param name="Bars">Bars from top to bottom, of a timeline from left to right.</param>
public sealed record ChartSection(string Title, IReadOnlyList<ChartBar> Bars)
{
    /// <summary>How they are drawn.</summary>
    public ChartForm Form { get; init; }

    /// <summary>Names of the parts of each bar, in their order; empty for plain bars and timelines.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];
}

/// <summary>One bar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its length; 0 = only the printed value; null = hidden.</param>
/// <param name="Text">The value as it is printed.</param>
public sealed record ChartBar(string Label, int? Value, string Text)
{
    /// <summary>Lengths of its parts in the order of the series, with what is printed; null = hidden.</summary>
    public IReadOnlyList<ChartPart> Parts { get; init; } = [];
}

/// <summary>A part of a bar.</summary>
/// <param name="Value">Its length; null = hidden.</param>
/// <param name="Text">The value as it is printed.</param>
public sealed record ChartPart(int? Value, string Text);
