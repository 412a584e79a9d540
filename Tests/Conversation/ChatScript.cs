using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Conversation;

/// <summary>A line of a script holds on some channels only; an empty list means all.</summary>
internal readonly record struct Only(IReadOnlyList<ChannelKind> Channels)
{
    public bool Holds(ChannelKind channel) => Channels.Count == 0 || Channels.Contains(channel);

    public override string ToString() => Channels.Count == 0 ? "" : $"({string.Join(", ", Channels.Select(c => c.ToString().ToLowerInvariant()))}) ";
}

/// <summary>What the bot is expected to say to somebody.</summary>
internal sealed record HeardLine(int Line, string Who, Only Only, Seen Seen);

/// <summary>The facts a step is expected to record.</summary>
internal sealed record FactLine(int Line, Only Only, IReadOnlyList<string> Facts);

/// <summary>One thing that happens: a person does something, time passes, or a question is put to the database; and what follows.</summary>
internal sealed record Step(int Line, char Kind, string Who, Only Only, string What)
{
    public IReadOnlyList<string> Before { get; init; } = [];
    public List<HeardLine> Heard { get; } = [];
    public List<FactLine> Facts { get; } = [];

    public override string ToString() => $"{Who}{Kind} {Only}{What}".TrimEnd();
}

/// <summary>
/// A conversation as its author wrote it, a line a sign: # comment, given, &gt; a person, &lt; the bot (continued by two spaces,
/// choices in brackets at the end), = facts, @ time, ? a question to the database. See Tests/Transcripts/README.md.
/// </summary>
internal sealed partial record ChatScript(string Name, IReadOnlyDictionary<string, string> Given, IReadOnlyList<Step> Steps, IReadOnlyList<string> After)
{
    private static readonly string[] Channels = ["telegram", "whatsapp", "web"];

    public DateTimeOffset Now => new(DateOnly.ParseExact(Given.GetValueOrDefault("today", "2026-03-01"), "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(10, 0), TimeSpan.FromHours(5));

    public IReadOnlyList<ChannelKind> PlayedOn => Given.TryGetValue("channels", out var named) ? Read(named) : Together.Count > 0 ? Together : Enum.GetValues<ChannelKind>();

    /// <summary>The channels that the program has at once; empty = the one that is played alone.</summary>
    public IReadOnlyList<ChannelKind> Together => Read(Given.GetValueOrDefault("together", ""));

    /// <summary>The channel a person has whatever is played; null = the one that is played.</summary>
    public ChannelKind? Of(string who) => Given.TryGetValue("on " + who, out var named) ? Read(named)[0] : null;

    /// <summary>Reads a script.</summary>
    /// <exception cref="FormatException">A line means nothing.</exception>
    public static ChatScript Parse(string name, string text)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<Step>();
        var before = new List<string>();
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0 || line[0] == '#') { before.Add(line); continue; }
            if (line.StartsWith("given ", StringComparison.Ordinal))
            {
                foreach (var item in line[6..].Split(", ")) given[item.Split(' ')[0] is "event" or "guest" or "on" ? string.Join(' ', item.Split(' ')[..2]) : item.Split(' ')[0]] = Rest(item);
                before.Add(line);
                continue;
            }
            if (Sign().Match(line) is not { Success: true } match) throw new FormatException($"{name}:{i + 1}: what is \"{line}\"?");
            var (who, kind, only, what) = (match.Groups[1].Value, match.Groups[2].Value[0], new Only(Read(match.Groups[3].Value)), match.Groups[4].Value);
            var number = i + 1;
            switch (kind)
            {
                case '<':
                    while (i + 1 < lines.Length && lines[i + 1].StartsWith("  ", StringComparison.Ordinal)) what += "\n" + lines[++i][2..];
                    Last(steps, name, number).Heard.Add(new(number, who, only, Message(what)));
                    break;
                case '=':
                    Last(steps, name, number).Facts.Add(new(number, only, what.Split(", ")));
                    break;
                default:
                    steps.Add(new(number, kind, who, only, what) { Before = before });
                    before = [];
                    break;
            }
        }
        return new(name, given, steps, before);
    }

    private static Seen Message(string text)
    {
        var lines = text.Split('\n').ToList();
        var choices = new List<string>();
        if (AllChoices().IsMatch(lines[^1]))
        {
            choices.AddRange(OneChoice().Matches(lines[^1]).Select(m => m.Groups[1].Value));
            lines.RemoveAt(lines.Count - 1);
        }
        var file = lines.Count > 0 && lines[0].StartsWith("file ", StringComparison.Ordinal) ? lines[0][5..] : null;
        return new(string.Join('\n', file is null ? lines : lines.Skip(1)), choices, file);
    }

    private static Step Last(List<Step> steps, string name, int line) => steps.Count > 0 ? steps[^1] : throw new FormatException($"{name}:{line}: nothing happened before this line");

    private static List<ChannelKind> Read(string named) =>
        [.. Channels.Where(c => named.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Contains(c)).Select(c => Enum.Parse<ChannelKind>(c, ignoreCase: true))];

    private static string Rest(string item) => item.Split(' ') is ["event" or "guest" or "on", _, .. var rest] ? string.Join(' ', rest) : item.Contains(' ', StringComparison.Ordinal) ? item[(item.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "";

    [GeneratedRegex(@"^(\p{L}*)([><=@?]) ?(?:\(((?:telegram|whatsapp|web)(?:, (?:telegram|whatsapp|web))*)\) ?)?(.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(\[[^\]]+\] ?)+$", RegexOptions.NonBacktracking)]
    private static partial Regex AllChoices();

    [GeneratedRegex(@"\[([^\]]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex OneChoice();
}
