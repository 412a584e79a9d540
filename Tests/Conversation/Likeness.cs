using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Conversation;

/// <summary>
/// Whether people see the same. Line breaks and where a channel cuts a long text do not matter; a label cut by a channel means the
/// whole one, and a list in pages shows its first page.
/// </summary>
internal static class Likeness
{
    public static bool Same(IEnumerable<Seen> expected, IEnumerable<Seen> actual)
    {
        var (a, b) = (Flow(expected), Flow(actual));
        return a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second));
    }

    /// <summary>The differences of a played script from the written one, each with its line; empty when there are none.</summary>
    public static string Differences(ChatScript script, IReadOnlyList<Played> played, ChannelKind channel, string how)
    {
        var found = new List<string>();
        foreach (var turn in played)
        {
            if (turn.Fault is { } fault) found.Add($"{script.Name}:{turn.Step.Line} {channel}{how}\n{turn.Step}\n  {fault}");
            var expected = turn.Step.Heard.Where(h => h.Only.Holds(channel)).ToList();
            foreach (var who in expected.Select(h => h.Who).Concat(turn.Heard.Select(h => h.Who)).Distinct(StringComparer.Ordinal))
            {
                var (wanted, got) = (expected.Where(h => h.Who == who).ToList(), turn.Heard.Where(h => h.Who == who).Select(h => h.Seen).ToList());
                if (Same(wanted.Select(w => w.Seen), got)) continue;
                var line = wanted.Count > 0 ? wanted[0].Line : turn.Step.Line;
                found.Add($"{script.Name}:{line} {channel}{how}\n{turn.Step}\nwritten:\n{ChatWriter.Render(who, default, wanted.Select(w => w.Seen))}said:\n{ChatWriter.Render(who, default, got)}");
            }
            var facts = turn.Step.Facts.Where(f => f.Only.Holds(channel)).SelectMany(f => f.Facts).ToList();
            if (!facts.SequenceEqual(turn.Facts)) found.Add($"{script.Name}:{turn.Step.Line} {channel}{how}\n{turn.Step}\nwritten: = {string.Join(", ", facts)}\nrecorded: = {string.Join(", ", turn.Facts)}");
        }
        return string.Join("\n\n", found);
    }

    private static List<Seen> Flow(IEnumerable<Seen> messages)
    {
        var flow = new List<Seen>();
        var text = new List<string>();
        foreach (var message in messages)
        {
            text.AddRange(message.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (message.Choices.Count == 0 && message.File is null) continue;
            flow.Add(message with { Text = string.Join(' ', text) });
            text.Clear();
        }
        if (text.Count > 0) flow.Add(new(string.Join(' ', text), []));
        return flow;
    }

    private static bool Same(Seen expected, Seen actual) =>
        expected.Text == actual.Text && expected.File == actual.File
        && (actual.HasMore && !expected.HasMore ? expected.Choices.Count > actual.Choices.Count : expected.Choices.Count == actual.Choices.Count)
        && actual.Choices.Zip(expected.Choices).All(p => p.First == p.Second || (p.First.EndsWith('…') && p.Second.StartsWith(p.First[..^1], StringComparison.Ordinal)));
}
