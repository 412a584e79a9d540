using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Organising;

/// <summary>What a new version of a form changes, by question name.</summary>
internal static class FormChanges
{
    /// <summary>New, removed and changed questions in words, one kind a line.</summary>
    public static string Say(Script script, Form before, Form after)
    {
        var old = Asked(before);
        var young = Asked(after);
        (string Key, List<string> Names)[] kinds =
        [
            ("form.changes.added", [.. young.Keys.Where(n => !old.ContainsKey(n))]),
            ("form.changes.removed", [.. old.Keys.Where(n => !young.ContainsKey(n))]),
            ("form.changes.changed", [.. young.Where(q => old.TryGetValue(q.Key, out var was) && Differs(was, q.Value, after.Languages)).Select(q => q.Key)]),
        ];
        var lines = kinds.Where(k => k.Names.Count > 0).Select(k => script.Text(k.Key, ("list", string.Join(", ", k.Names)))).ToList();
        return lines.Count == 0 ? script.Text("form.changes.none") : string.Join("\n", lines);
    }

    private static Dictionary<string, Question> Asked(Form form) => form.Questions.Where(q => q.Asked).DistinctBy(q => q.Name).ToDictionary(q => q.Name, StringComparer.Ordinal);

    private static bool Differs(Question was, Question now, IReadOnlyList<string> languages) => was.Kind != now.Kind || was.Required != now.Required
        || languages.Any(l => was.Label?.In(l, static p => p) != now.Label?.In(l, static p => p))
        || !(was.Choices?.Choices.Select(c => c.Name) ?? []).SequenceEqual(now.Choices?.Choices.Select(c => c.Name) ?? []);
}
