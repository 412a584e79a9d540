using System.Globalization;
using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Days;

/// <summary>Whose chat something is shown in.</summary>
internal class Reader(string name, string language, ChannelKind channel)
{
    public string Name => name;
    public string Language => language;
    public ChannelKind Channel => channel;

    public override string ToString() => $"{name} ({language}, {channel})";
}

/// <summary>Something somebody did, or something the bot showed them.</summary>
/// <param name="At">Local time.</param>
/// <param name="Who">Whose chat it is.</param>
/// <param name="Did">What they did; null = they were shown something.</param>
/// <param name="Saw">What they were shown; null = they did something.</param>
/// <param name="InForm">It was told at the end of a form that was filled in on the way, so that acts and answers do not alternate.</param>
internal sealed record DiaryLine(DateTimeOffset At, Reader Who, string? Did, Seen? Saw, bool InForm = false);

/// <summary>The day as all its people saw it, in order.</summary>
internal sealed class Diary
{
    private readonly List<DiaryLine> lines = [];
    private readonly Lock gate = new();

    public IReadOnlyList<DiaryLine> Lines { get { lock (gate) return [.. lines]; } }

    public void Add(DiaryLine line) { lock (gate) lines.Add(line); }

    /// <summary>What somebody was shown so far.</summary>
    public IEnumerable<Seen> Shown(Reader who) => Lines.Where(l => l.Who == who && l.Saw is not null).Select(l => l.Saw!);

    /// <summary>The end of somebody's chat, for the message of a failure.</summary>
    public string Last(Reader who, int count = 12) => Write(Lines.Where(l => l.Who == who).TakeLast(count));

    /// <summary>Everything, to be read.</summary>
    public override string ToString() => Write(Lines);

    private static string Write(IEnumerable<DiaryLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.At.ToString("ddd HH:mm ", CultureInfo.InvariantCulture)).Append(line.Who).Append(line.Did is null ? " < " : " > ");
            text.AppendLine(line.Did ?? Words(line.Saw!).ReplaceLineEndings("\n    "));
        }
        return text.ToString();
    }

    private static string Words(Seen seen) => $"{(seen.File is { } file ? $"file {file} " : "")}{seen.Text}{string.Concat(seen.Choices.Select(c => $" [{c}]"))}";
}
