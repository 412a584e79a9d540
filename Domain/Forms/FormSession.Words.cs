using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>Texts of the form with answers put in.</summary>
public sealed partial class FormSession
{
    private const int DeepestLabel = 4;

    private int depth;

    private string Say(LocalText text, Frame frame) => text.In(language, path => Words(path, frame));

    private string Show(AnswerNode node)
    {
        var question = (Question)node.Definition;
        return question.Type.Show(node.Value, new(question, language, clock.Zone, []) { Answer = path => Words(path, node.Frame) });
    }

    // What stands in place of ${name} in a text. A label may hold an answer whose own label holds an answer; a hostile workbook makes that a circle.
    private string Words(string path, Frame frame)
    {
        if (path.StartsWith("instance(", StringComparison.Ordinal)) return OutsideWords(path, frame);
        if (form.IndexOf(path) is not (var item and >= 0) || form.Items[item] is not Question) return "";
        if (instance.Nearest(item, frame) is not { Value.Length: > 0, Counts: true } node) return "";
        if (depth == DeepestLabel) return node.Value;
        depth++;
        var words = Show(node);
        depth--;
        return words;
    }

    // A value of an outside list, worked out beside the first element of the instance.
    private string OutsideWords(string path, Frame frame) =>
        Expression.Parse(path).Expression is { } expression && frame.Own.FirstOrDefault(n => n.Parent == frame.Element) is { } node && instance.Evaluate(expression, node) is { } value
            ? value.AsText() : "";

    private string? ChoiceLabel(string value, string question)
    {
        var path = question.Trim();
        var item = form.IndexOf(path) is var at and >= 0 ? at : form.Named(path[(path.LastIndexOf('/') + 1)..]).DefaultIfEmpty(-1).First();
        return item >= 0 && form.Items[item] is Question { Choices: { } list } && list.Find(value) is { } choice ? Say(choice.Label, instance.Root) : null;
    }

    private AnswerResult.Refused Refused(string key, params (string Name, object? Value)[] arguments) => new(texts.Say(key, language, arguments), key);
}
