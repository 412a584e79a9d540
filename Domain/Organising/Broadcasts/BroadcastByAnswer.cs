using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>A message for those who gave one answer: which form, which of its questions with choices, which choice.</summary>
internal static class BroadcastByAnswer
{
    private const int LongestName = 60;

    /// <summary>Asks.</summary>
    public static void Ask(Script script, DialogState.BroadcastMaking making)
    {
        switch (making)
        {
            case { Step: BroadcastStep.AnswerQuestion, Draft.Choice: { } chosen } when Find(script, chosen.Form) is { } form:
                Ask(script, script.Text("bc.answer.question", ("form", form.Title(script.Language))), Questions(form).Select(q => new Option(q.Name, Name(script, q))));
                break;
            case { Step: BroadcastStep.Answer, Draft.Choice: { } chosen } when Find(script, chosen) is { } question:
                var counts = script.Know(new Need.ChoiceCounts(chosen.Form, chosen.Question));
                Ask(script, script.Text("bc.answer.choice", ("question", Name(script, question))),
                    question.Choices!.Choices.DistinctBy(c => c.Name).Select(c => new Option(c.Name, c.Label.In(script.Language)) { Description = People(script, counts.GetValueOrDefault(c.Name)) }));
                break;
            default:
                var forms = Forms(script);
                Ask(script, script.Text(forms.Count == 0 ? "bc.answer.none" : "bc.answer.form"), forms.Select(f => new Option(f.Form.Id, f.Form.Title(script.Language)) { Description = People(script, f.People) }));
                break;
        }
    }

    /// <summary>What comes next; null where it is no answer.</summary>
    public static DialogState? Take(Script script, DialogState.BroadcastMaking making, Heard heard)
    {
        var draft = making.Draft;
        return (making.Step, heard.Id) switch
        {
            (BroadcastStep.AnswerForm, { } id) when Forms(script).Any(f => f.Form.Id == id) => BroadcastMakingDialog.To(BroadcastStep.AnswerQuestion, draft with { Choice = new(id) }),
            (BroadcastStep.AnswerQuestion, { } name) when draft.Choice is { } chosen && Find(script, chosen with { Question = name }) is not null =>
                BroadcastMakingDialog.To(BroadcastStep.Answer, draft with { Choice = chosen with { Question = name } }),
            (BroadcastStep.Answer, { } value) when draft.Choice is { } chosen && Find(script, chosen)?.Choices!.Find(value) is not null =>
                BroadcastMakingDialog.To(BroadcastStep.Text, draft with { Audience = new(BroadcastWho.Answered, Choice: chosen with { Value = value }), Choice = null }),
            _ => null,
        };
    }

    /// <summary>The audience in words; what the form does not have any more by its name.</summary>
    public static string Title(Script script, GivenChoice choice)
    {
        var question = Find(script, choice);
        return script.Text("bc.to.Answered", ("form", Find(script, choice.Form)?.Title(script.Language) ?? choice.Form), ("question", question is null ? choice.Question : Name(script, question)),
            ("answer", question?.Choices!.Find(choice.Value)?.Label.In(script.Language) ?? choice.Value));
    }

    /// <summary>Forms with such questions that somebody answered, those with the most people first.</summary>
    private static List<(Form Form, int People)> Forms(Script script) =>
    [
        .. script.Know(new Need.AnsweredForms()).Select(f => (Form: Find(script, f.Key)!, People: f.Value)).Where(f => f.Form is not null && Questions(f.Form).Any())
            .OrderByDescending(f => f.People).ThenBy(f => f.Form.Title(script.Language), KazakhOrder.Comparer),
    ];

    private static Form? Find(Script script, string form) => script.Context.Forms.Find(form);

    private static Question? Find(Script script, GivenChoice choice) => Find(script, choice.Form) is { } form ? Questions(form).FirstOrDefault(q => q.Name == choice.Question) : null;

    /// <summary>Questions whose choices are a list; inside a repeat a person has many answers.</summary>
    private static IEnumerable<Question> Questions(Form form)
    {
        var repeats = form.Items.OfType<Repeat>().Select(r => r.Path + "/").ToList();
        return form.Questions.Where(q => q is { Asked: true, Kind: QuestionKind.SelectOne or QuestionKind.SelectMultiple, Choices.Choices.Count: > 0 } && !repeats.Exists(r => q.Path.StartsWith(r, StringComparison.Ordinal)))
            .DistinctBy(q => q.Name);
    }

    private static string Name(Script script, Question question) => BroadcastWriting.Short((question.Short ?? question.Label)!.In(script.Language), LongestName);

    private static string People(Script script, int people) => script.Text("bc.answer.people", ("n", Numbers.Whole(people, script.Language)));

    private static void Ask(Script script, string text, IEnumerable<Option> options) => script.Ask(text, [.. options, script.Choice("btn.back")]);
}
