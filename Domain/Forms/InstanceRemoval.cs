namespace GrantBot.Domain.Forms;

/// <summary>Takes one instance of a repeat out of stored progress.</summary>
internal static class InstanceRemoval
{
    /// <summary>The progress without the instance at that place (from 1) of the repeat at that path; later instances move up by one.</summary>
    public static FormProgress Without(this FormProgress progress, string repeat, int place)
    {
        var moved = (string path) => Moved(path, repeat, place);
        var counts = Keep(progress.Instances, moved);
        counts[repeat] = Math.Max(0, progress.Instances.GetValueOrDefault(repeat) - 1);
        return progress with
        {
            Instances = counts,
            Answers = Keep(progress.Answers, moved),
            Asked = Keep(progress.Asked, moved),
            Skipped = Keep(progress.Skipped, moved),
            Suggested = Keep(progress.Suggested, moved),
            Told = Keep(progress.Told, moved),
            Finished = Keep(progress.Finished, moved),
            Reopened = progress.Reopened is { } path ? moved(path) : null,
        };
    }

    /// <summary>Where a path stands afterwards; null when it was inside.</summary>
    private static string? Moved(string path, string repeat, int place)
    {
        if (!path.StartsWith(repeat + "[", StringComparison.Ordinal)) return path;
        var close = path.IndexOf(']', repeat.Length);
        var at = int.Parse(path.AsSpan(repeat.Length + 1, close - repeat.Length - 1), System.Globalization.CultureInfo.InvariantCulture);
        return at == place ? null : at < place ? path : $"{repeat}[{at - 1}]{path[(close + 1)..]}";
    }

    private static List<string> Keep(IReadOnlyList<string> paths, Func<string, string?> moved) => [.. paths.Select(moved).OfType<string>()];

    private static Dictionary<string, T> Keep<T>(IReadOnlyDictionary<string, T> values, Func<string, string?> moved)
    {
        var kept = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (path, value) in values)
            if (moved(path) is { } now) kept[now] = value;
        return kept;
    }
}
