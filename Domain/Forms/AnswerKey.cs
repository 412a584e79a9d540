using System.Globalization;
using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms;

/// <summary>
/// The key of one value among the stored answers of a person (<see cref="FormSubmission.ByName"/>), taken apart: "house[1]/member[2]/name" is the
/// question "house/member/name" in the second member of the first house.
/// </summary>
/// <param name="Question">The key without positions, the same in every instance; outside repeats the question's name.</param>
/// <param name="Instance">The instance of a repeat it stands in, "house[1]/member[2]"; "" outside repeats.</param>
public readonly partial record struct AnswerKey(string Question, string Instance)
{
    /// <summary>Takes a stored key apart.</summary>
    public static AnswerKey Of(string stored) => stored.LastIndexOf(']') is var end && end < 0 ? new(stored, "") : new(Without(stored), stored[..(end + 1)]);

    /// <summary>The repeat it stands in, "house/member"; "" outside repeats.</summary>
    public string Repeat => Without(Instance);

    /// <summary>The repeats around it from the outermost, its own last: "house", "house/member".</summary>
    public IEnumerable<string> Repeats
    {
        get
        {
            var instance = Instance;
            return Position().Matches(instance).Select(m => Without(instance[..m.Index]));
        }
    }

    /// <summary>Which instance of each of <see cref="Repeats"/> it is, from 1.</summary>
    public IEnumerable<int> Places => Position().Matches(Instance).Select(m => int.Parse(m.ValueSpan[1..^1], CultureInfo.InvariantCulture));

    private static string Without(string path) => Position().Replace(path, "");

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Position();
}
