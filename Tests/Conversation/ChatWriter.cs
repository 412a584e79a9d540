using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Conversation;

/// <summary>Writes what the bot said into a script, on purpose only (GRANTBOT_WRITE_TRANSCRIPTS=1); what people do stays as it is.</summary>
internal static class ChatWriter
{
    public static string Write(ChatScript script, IReadOnlyDictionary<ChannelKind, IReadOnlyList<Played>> plays)
    {
        var text = new StringBuilder();
        foreach (var step in script.Steps)
        {
            foreach (var line in step.Before) text.Append(line).Append('\n');
            text.Append(step).Append('\n');
            var turns = plays.Select(p => (Channel: p.Key, Turn: p.Value.FirstOrDefault(t => t.Step == step))).Where(t => t.Turn is not null).ToList();
            foreach (var who in turns.SelectMany(t => t.Turn!.Heard).Select(h => h.Who).Distinct(StringComparer.Ordinal))
                foreach (var (only, seen) in Groups(turns, t => t.Heard.Where(h => h.Who == who).Select(h => h.Seen).ToList(), Likeness.Same))
                    text.Append(Render(who, only, seen));
            foreach (var (only, facts) in Groups(turns, t => t.Facts, (a, b) => a.SequenceEqual(b)))
                if (facts.Count > 0) text.Append("= ").Append(only).AppendJoin(", ", facts).Append('\n');
        }
        foreach (var line in script.After) text.Append(line).Append('\n');
        return text.ToString();
    }

    public static string Render(string who, Only only, IEnumerable<Seen> messages)
    {
        var text = new StringBuilder();
        foreach (var seen in messages)
        {
            var lines = seen.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd()).ToList();
            if (seen.File is { } file) lines.Insert(0, "file " + file);
            if (seen.Choices.Count > 0) lines.Add(string.Join(' ', seen.Choices.Select(c => $"[{c}]")) + (seen.HasMore ? " …" : ""));
            text.Append(who).Append("< ").Append(only.Channels is null ? "" : only).AppendJoin("\n  ", lines).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>One entry where all channels agree, else one for each group that does. The web chat, which cuts nothing, speaks for its group.</summary>
    private static IEnumerable<(Only, T)> Groups<T>(List<(ChannelKind Channel, Played? Turn)> turns, Func<Played, T> pick, Func<T, T, bool> same)
    {
        var left = turns.OrderByDescending(t => t.Channel).Select(t => (t.Channel, What: pick(t.Turn!))).ToList();
        var groups = new List<(Only, T)>();
        while (left.Count > 0)
        {
            var (first, alike) = (left[0].What, left.Where(t => same(left[0].What, t.What)).ToList());
            left.RemoveAll(alike.Contains);
            groups.Add((new(alike.Count == turns.Count ? [] : [.. alike.Select(a => a.Channel).Order()]), first));
        }
        return groups;
    }
}
