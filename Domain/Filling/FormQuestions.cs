using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Filling;

/// <summary>How a form's questions look in a chat.</summary>
internal static class FormQuestions
{
    /// <summary>The question for the person's own number, the one a channel can vouch for; a guardian's number is another question.</summary>
    private const string OwnPhone = "phone";

    /// <summary>Whether a question asks for the number of the person who writes.</summary>
    public static bool AsksOwnPhone(QuestionView question) => question.Kind is QuestionKind.Phone && question.Name == OwnPhone;

    /// <summary>Whether choices are picked one by one until the person is done.</summary>
    public static bool TakesSeveral(QuestionView question) => question.Kind is QuestionKind.SelectMultiple or QuestionKind.Rank;

    /// <summary>A question as it is asked. Every question can be gone back from, but the first of a form that nothing comes before; an optional one skipped.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="filling">The form's state.</param>
    /// <param name="session">The form, standing at the question.</param>
    /// <param name="question">The question.</param>
    /// <param name="picked">Names of the choices picked so far, in the order they were picked.</param>
    public static Reply.Message Of(Script script, DialogState.Filling filling, FormSession session, QuestionView question, IReadOnlyList<string> picked)
    {
        picked = [.. picked.Where(p => question.Choices.Any(c => c.Name == p))];
        var options = question.Choices.Select(c => new Option(c.Name, Marked(question, c, picked)) { Picked = picked.Contains(c.Name) }).ToList();
        if (TakesSeveral(question)) options.Add(script.Choice("btn.done"));
        if (question.Kind is QuestionKind.Acknowledge) options.Add(new Option("OK", script.Text("btn.read")));
        if (AsksOwnPhone(question) && !filling.IsOfAnother && script.State.VerifiedPhone is { } phone) options.Add(new Option("known.phone", phone));
        if (!question.Required) options.Add(script.Choice("btn.skip"));
        if (filling is not (DialogState.Answering { Trial: false } or DialogState.Surveying or DialogState.Consulting { IsOfAnother: false }) || session.CanGoBack) options.Add(script.Choice("btn.back"));
        return new(string.Join('\n', Lines(script, filling, session, question, picked)))
        {
            Options = options,
            Compact = question.Choices.Count is > 0 and <= 2,
            TakesText = question.Kind is not (QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank or QuestionKind.Acknowledge or QuestionKind.AddAnother),
            ContactButton = AsksOwnPhone(question) && !filling.IsOfAnother && script.Context.Channel.CanRequestContact ? script.Text("btn.phone") : null,
            LocationButton = question.Kind is QuestionKind.Geopoint ? script.Text("btn.place") : null,
            Expects = Expects(question.Kind),
        };
    }

    /// <summary>Shows the answers and asks whether all is right.</summary>
    public static void AskCheck(Script script, FormSession session)
    {
        var lines = string.Join("\n", session.Summary().Select(l => l.Words));
        script.Ask(script.Text("check", ("list", lines)), [script.Choice("btn.ok"), script.Choice("btn.edit"), script.Choice("btn.cancel")]);
    }

    /// <summary>Asks which answer is to be changed.</summary>
    public static void AskWhich(Script script, FormSession session) => script.Ask(script.Text("edit.which"),
        [.. session.Summary().Concat(session.Blanks()).Select(l => new Option(l.Path, l.Heading) { Description = l.Value }), script.Choice("btn.back")]);

    /// <summary>A picked choice carries a tick, or in an order of choices its place.</summary>
    private static string Marked(QuestionView question, ChoiceView choice, IReadOnlyList<string> picked) => picked.ToList().IndexOf(choice.Name) switch
    {
        < 0 => choice.Label,
        var at when question.Kind is QuestionKind.Rank => $"{at + 1}. {choice.Label}",
        _ => "✓ " + choice.Label,
    };

    private static IEnumerable<string> Lines(Script script, DialogState.Filling filling, FormSession session, QuestionView question, IReadOnlyList<string> picked)
    {
        if (question.Section is { } section) yield return section;
        yield return IOccasion.Of(filling).Words(script, session, question) ?? (!AsksOwnPhone(question) || script.Context.Channel.CanRequestContact ? question.Label : script.Text("q.phone.type"));
        if (!string.IsNullOrEmpty(question.Hint)) yield return question.Hint;
        else if (How(question.Kind) is { } how && picked.Count == 0) yield return script.Text(how);
        if (picked.Count > 0) yield return script.Text("picked", ("list", string.Join(question.Kind is QuestionKind.Rank ? " → " : ", ", picked.Select(p => question.Choices.First(c => c.Name == p).Label))));
        else if (question.Current is { Length: > 0 } current) yield return script.Text("answer.now", ("value", current));
        if (!filling.IsOfAnother && session.Position is { Total: > 1 } position) yield return $"{position.Number} / {position.Total}";
    }

    /// <summary>How such a question is answered, where its author gives no hint.</summary>
    private static string? How(QuestionKind kind) => kind switch
    {
        QuestionKind.SelectMultiple => "q.several",
        QuestionKind.Rank => "q.rank",
        QuestionKind.Geopoint => "q.location",
        QuestionKind.Image => "f.picture",
        QuestionKind.File => "f.file",
        _ => null,
    };

    private static Expected Expects(QuestionKind kind) => kind switch
    {
        QuestionKind.Integer => Expected.Integer,
        QuestionKind.Decimal or QuestionKind.Range => Expected.Decimal,
        QuestionKind.Phone => Expected.Phone,
        QuestionKind.Email => Expected.Email,
        QuestionKind.Date => Expected.Date,
        QuestionKind.Time => Expected.Time,
        QuestionKind.DateTime => Expected.DateTime,
        _ => Expected.Text,
    };
}
