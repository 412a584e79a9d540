namespace GrantBot.Domain.Indicators;

/// <summary>What a bar chart shows; how it is drawn is not said here. All texts are in the reader's language.</summary>
/// <param name="Title">What was counted.</param>
/// <param name="Note">The moment and how many people stand behind it.</param>
/// <param name="Sections">Groups of bars, from top to bottom.</param>
public sealed record ChartData(string Title, string Note, IReadOnlyList<ChartSection> Sections)
{
    /// <summary>A sentence at the foot, such as why some numbers are hidden; null when there is nothing to explain.</summary>
    public string? Footnote { get; init; }
}

/// <summary>A group of bars with one scale.</summary>
/// <param name="Title">What the group tells apart.</param>
/// <param name="Bars">Bars from top to bottom.</param>
public sealed record ChartSection(string Title, IReadOnlyList<ChartBar> Bars);

/// <summary>One bar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its length; 0 = only the printed value; null = hidden.</param>
/// <param name="Text">The value as it is printed.</param>
public sealed record ChartBar(string Label, int? Value, string Text);
