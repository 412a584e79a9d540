using System.Text.Json.Serialization;

namespace GrantBot.Domain.Forms;

/// <summary>
/// How far one person is in one form: all that must be stored between two messages. Immutable; a change makes a new one.
/// Holds personal answers.
/// </summary>
public sealed record FormProgress
{
    /// <summary>The form.</summary>
    public required string FormId { get; init; }

    /// <summary>Its version when the person began.</summary>
    public required string FormVersion { get; init; }

    /// <summary>Seed of everything random in this session; written even when it is 0, since it must be there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Seed { get; init; }

    /// <summary>When the person began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>First values have been put in.</summary>
    public bool Opened { get; init; }

    /// <summary>How many instances each repeat has, by its path; where a value counts them, how many there have been.</summary>
    public IReadOnlyDictionary<string, int> Instances { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Paths of repeats the person added enough to.</summary>
    public IReadOnlyList<string> Finished { get; init; } = [];

    /// <summary>Stored values by path: answers, values of the program, first values, and calculations that must not be repeated.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Paths the person answered or skipped, in that order, for the way back.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Paths the person skipped.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Paths whose stored value is only a suggestion (a default): still to be asked.</summary>
    public IReadOnlyList<string> Suggested { get; init; } = [];

    /// <summary>Paths of notes already said.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>A question the person went back to; asked before all others.</summary>
    public string? Reopened { get; init; }

    /// <summary>What was sent, taken up again to be shown: answers by name, those in repeats by the path below the root.</summary>
    public static FormProgress Sent(Form form, IReadOnlyDictionary<string, string> answers, DateTimeOffset at)
    {
        var byPath = new Dictionary<string, string>(StringComparer.Ordinal);
        var instances = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in answers)
        {
            if (form.PathOf(name) is not { } path) continue;
            byPath[path] = value;
            for (var open = path.IndexOf('['); open >= 0; open = path.IndexOf('[', open + 1))
            {
                var place = int.Parse(path.AsSpan(open + 1, path.IndexOf(']', open) - open - 1), System.Globalization.CultureInfo.InvariantCulture);
                instances[path[..open]] = Math.Max(instances.GetValueOrDefault(path[..open]), place);
            }
        }
        return Begin(form, 0, at) with { Opened = true, Answers = byPath, Instances = instances };
    }

    /// <summary>The start of a form.</summary>
    public static FormProgress Begin(Form form, int seed, DateTimeOffset startedAt) =>
        new() { FormId = form.Id, FormVersion = form.Version, Seed = seed, StartedAt = startedAt };
}

/// <summary>Writes and reads progress without reflection; blank parts are left out, since one is stored for every open chat.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FormProgress))]
public sealed partial class FormJson : JsonSerializerContext;
