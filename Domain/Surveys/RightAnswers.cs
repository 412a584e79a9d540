using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Surveys;

/// <summary>Which answers of a knowledge form are right, and how many somebody has.</summary>
public static class RightAnswers
{
    /// <summary>The questions that have a right answer, in the order of the form.</summary>
    public static IReadOnlyList<Question> Questions(Form form) => [.. form.Questions.Where(q => q.Right is not null)];

    /// <summary>Whether a form tests knowledge.</summary>
    public static bool Tests(Form form) => form.Questions.Any(q => q.Right is not null);

    /// <summary>How many answers are right. Of several choices all must be picked and no other; the order matters only where it is asked for.</summary>
    public static int Score(Form form, IReadOnlyDictionary<string, string> answers) =>
        Questions(form).Count(q => answers.TryGetValue(q.Name, out var given) && IsRight(q, given));

    /// <summary>Whether an answer to a question is the right one.</summary>
    public static bool IsRight(Question question, string given) => question.Kind is QuestionKind.SelectMultiple
        ? Names(given).ToHashSet(StringComparer.Ordinal).SetEquals(Names(question.Right!)) : Names(given).SequenceEqual(Names(question.Right!), StringComparer.Ordinal);

    private static string[] Names(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
