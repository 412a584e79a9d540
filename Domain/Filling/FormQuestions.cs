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

    /// <summary>Asks one question. Every question can be gone back from, an optional one skipped.</summary>
    public static void Ask(Script script, FormSession session, QuestionView question, IReadOnlyList<string> picked)
    {
        var options = question.Choices.Select(c => new Option(c.Name, picked.Contains(c.Name) ? "✓ " + c.Label : c.Label)).ToList();
        if (TakesSeveral(question)) options.Add(script.Choice("btn.done"));
        if (AsksOwnPhone(question) && script.State.VerifiedPhone is { } phone) options.Add(new Option("known.phone", phone));
        if (!question.Required) options.Add(script.Choice("btn.skip"));
        options.Add(script.Choice("btn.back"));
        var takesText = question.Kind is not (QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank or QuestionKind.Acknowledge or QuestionKind.AddAnother);
        var contact = AsksOwnPhone(question) && script.Context.Channel.CanRequestContact ? script.Text("btn.phone") : null;
        script.Ask(Text(script, question), options, compact: question.Choices.Count is > 0 and <= 2, takesText, contact);
    }

    /// <summary>Shows the answers and asks whether all is right.</summary>
    public static void AskCheck(Script script, FormSession session)
    {
        var lines = string.Join("\n", session.Summary().Select(l => l.Words));
        script.Ask(script.Text("check", ("list", lines)), [script.Choice("btn.ok"), script.Choice("btn.edit"), script.Choice("btn.cancel")]);
    }

    /// <summary>Asks which answer is to be changed.</summary>
    public static void AskWhich(Script script, FormSession session) => script.Ask(script.Text("edit.which"),
        [.. session.Summary().Select(l => new Option(l.Path, l.Heading) { Description = l.Value }), script.Choice("btn.back")]);

    private static string Text(Script script, QuestionView question)
    {
        var label = AsksOwnPhone(question) && !script.Context.Channel.CanRequestContact ? script.Text("q.phone.type") : question.Label;
        if (question.Section is { } section) label = section + "\n" + label;
        var text = string.IsNullOrEmpty(question.Hint) ? label : label + "\n" + question.Hint;
        return question.Current is { Length: > 0 } current ? text + "\n" + script.Text("answer.now", ("value", current)) : text;
    }
}
