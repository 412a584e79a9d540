using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;

namespace GrantBot.Infrastructure.Documents;

/// <summary>What one person answered to a form, for staff. Holds personal answers.</summary>
/// <param name="Number">Its place among all answers to the form, erased ones included: the same in every file ever made.</param>
/// <param name="Version">The version they began.</param>
/// <param name="Channel">Where.</param>
/// <param name="Language">The person's language.</param>
/// <param name="FinishedAt">When they sent it.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Answers">Stored values by name.</param>
internal sealed record GivenAnswer(int Number, string Version, ChannelKind Channel, string Language, DateTimeOffset FinishedAt, PersonId? Person, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Pictures and files among the answers, in their order: the value, and the name staff get it under.</summary>
    public IEnumerable<(string Value, string Name)> Files => Answers.Where(a => AnswerFile.Is(a.Value)).Select(a => (a.Value, FileName(a.Key, a.Value)));

    /// <summary>"17-member-2-photo.jpg".</summary>
    public string FileName(string key, string value) =>
        $"{Number}-{string.Concat(key.Replace("]", "", StringComparison.Ordinal).Select(c => c is '[' or '/' or ':' ? '-' : c))}{value[value.LastIndexOf('.')..]}";
}

/// <summary>What there is among the answers to a form, found by reading them once.</summary>
/// <param name="Count">How many answers.</param>
/// <param name="HasFiles">Pictures or files are among them.</param>
/// <param name="Keys">Questions anybody answered, each with one of its keys.</param>
internal sealed record AnswerOverview(int Count, bool HasFiles, IReadOnlyDictionary<string, AnswerKey> Keys)
{
    public static AnswerOverview Of(IEnumerable<GivenAnswer> answers)
    {
        var (count, hasFiles, keys) = (0, false, new Dictionary<string, AnswerKey>(StringComparer.Ordinal));
        foreach (var answer in answers)
        {
            count++;
            hasFiles |= answer.Files.Any();
            foreach (var key in answer.Answers.Keys.Select(AnswerKey.Of)) keys.TryAdd(key.Question, key);
        }
        return new(count, hasFiles, keys);
    }
}
