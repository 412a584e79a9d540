using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Forms;

/// <summary>The way through the form: what is open, what may be asked, how it looks.</summary>
public sealed partial class FormSession
{
    private FormStep? Current() => answers.Reopened is { } path && StepAt(path) is { } step && IsAskable(step) ? step : FirstOpen();

    private FormStep? FirstOpen()
    {
        foreach (var step in instance.Root.Steps())
            if (!IsSettled(step) && IsAskable(step)) return step;
        return null;
    }

    private FormStep? StepAt(string path) => instance.Find(path) is { } node ? new FormStep(node, node.Frame, -1) : instance.FindRepeat(path);

    // Answered, or skipped where no answer is required (which may change with other answers).
    private bool IsSettled(FormStep step)
    {
        if (step.Node is not { } node) return answers.IsFinished(step.Path) || !MayGrow(step);
        if (node.Definition is not Question { Asked: true }) return true;
        return (node.Value.Length > 0 && !answers.IsOnlySuggested(node.Path)) || (answers.IsSkipped(node.Path) && !IsRequired(node));
    }

    private bool IsAskable(FormStep step) => step.Node is { } node
        ? node.Definition is Question { Asked: true } question && node.Counts && HasAnswers(node, question)
        : form.Items[step.Repeat] is Repeat { CountPath: null } && instance.Counts(step);

    // A filter or file that leaves nothing to choose, or a scale without numbers, must not hold a person up.
    private bool HasAnswers(AnswerNode node, Question question) => question.Kind == QuestionKind.Range ? !RangeSpan.Of(question.Parameters).IsBackwards
        : (question.Choices is null && question.ChoicesFrom is null) || instance.Offered(node).Count > 0;

    private bool IsRequired(AnswerNode node) => node.Definition is Question question
        && (question.Required || (question.RequiredWhen is { } when && instance.Evaluate(when, node)?.AsBoolean() == true));

    private QuestionView View(FormStep step)
    {
        if (step.Node is not { } node) return ViewRepeat(step);
        var question = node.Definition as Question ?? throw Unknown(node.Path);
        var offered = instance.Offered(node);
        return new(node.Path, question.Name, question.Kind, question.Label is { } label ? Say(label, node.Frame) : question.Name,
            question.Hint is { } hint ? Say(hint, node.Frame) : null, IsRequired(node),
            [.. offered.Select(c => new ChoiceView(c.Name, Say(c.Label, node.Frame)))], node.Value.Length > 0 ? Show(node) : null)
        {
            Section = Section(node.Frame),
            Picked = question.Kind is QuestionKind.SelectMultiple or QuestionKind.Rank ? [.. node.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => offered.Any(c => c.Name == name))] : [],
            Guidance = question.Guidance is { } guidance ? Say(guidance, node.Frame) : null,
            Image = question.Image is { } image ? Say(image, node.Frame) : null,
        };
    }

    private ReadingContext Context(AnswerNode node, Question question) =>
        new(question, language, clock.Zone, instance.Offered(node)) { Answer = path => Words(path, node.Frame) };

    private (AnswerNode Node, Question Question) Find(string path) =>
        instance.Find(path) is { Definition: Question question } node ? (node, question) : throw Unknown(path);

    private ArgumentException Unknown(string path) => new($"Form {form.Id} has no question {path}");
}
