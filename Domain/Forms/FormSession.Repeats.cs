using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms;

/// <summary>Repeats a person adds to.</summary>
public sealed partial class FormSession
{
    /// <summary>Takes an instance ("/data/member[2]") with its answers out of a repeat the person adds to; later ones move up. Nothing happens when there is no such instance.</summary>
    public void Remove(string path)
    {
        if (instance.Find(path) is { Definition: Repeat { CountPath: null }, Frame: var frame }) TakeUp(answers.ToProgress().Without(frame.Parent!.PathOf(frame.Owner), frame.Place));
    }

    private AnswerResult AnswerRepeat(FormStep repeat, string typed)
    {
        if (form.Items[repeat.Repeat] is not Repeat { CountPath: null }) throw Unknown(repeat.Path);
        var context = new ReadingContext(RepeatWords.Question(form.Items[repeat.Repeat]), language, clock.Zone, RepeatChoices(repeat));
        if (new SelectOneType().Read(YesOrNo(typed), context) is not Reading.Understood(var choice)) return Refused("f.choice");
        var instances = repeat.Frame.Instances(repeat.Repeat);
        answers.MarkAskedLast(repeat.Path);
        if (choice == RepeatWords.Add) answers.AddInstance(repeat);
        else if (choice == RepeatWords.Remove)
        {
            // The next may have to go too, so it is asked again.
            answers.Finish(repeat.Path, done: false);
            Remove(instances[^1].Path);
        }
        else
        {
            answers.Finish(repeat.Path, done: true);
            // Whoever went back and wants no further instance after all leaves a blank one behind.
            if (instances.Count > 0 && instances[^1].Steps().All(s => s.Node is not { Value.Length: > 0, Definition: Question { Asked: true } } node || answers.IsOnlySuggested(node.Path)))
                Remove(instances[^1].Path);
        }
        return AnswerResult.Yes;
    }

    /// <summary>"Add another?" is a question people answer with yes or no, in whichever language.</summary>
    private string YesOrNo(string typed) => Texts.Languages.Any(l => Fold.Same(typed, texts["btn.yes", l])) ? RepeatWords.Add
        : Texts.Languages.Any(l => Fold.Same(typed, texts["btn.no", l])) ? RepeatWords.Done : typed;

    private QuestionView ViewRepeat(FormStep step)
    {
        var repeat = form.Items[step.Repeat];
        var count = step.Frame.Instances(step.Repeat).Count;
        var name = repeat.Label is { } label ? Say(label, step.Frame) : repeat.Name;
        return new(step.Path, repeat.Name, QuestionKind.AddAnother, texts.Say(count == 0 ? "f.repeat.first" : "f.repeat.more", language, ("name", name), ("n", count)), null, Required: true,
            [.. RepeatChoices(step).Select(c => new ChoiceView(c.Name, Say(c.Label, step.Frame)))], null)
        { Section = Section(step.Frame) };
    }

    private List<Choice> RepeatChoices(FormStep step)
    {
        var count = step.Frame.Instances(step.Repeat).Count;
        var names = new List<string>();
        if (MayGrow(step)) names.Add(RepeatWords.Add);
        names.Add(RepeatWords.Done);
        if (count > 0) names.Add(RepeatWords.Remove);
        return names.ConvertAll(name => Choice.Plain(name, texts["f.repeat." + name, language], language));
    }

    private bool MayGrow(FormStep repeat) => repeat.Frame.Instances(repeat.Repeat).Count < Repeat.MostInstances && instance.HasRoom;

    /// <summary>"Household 1 · Member 2".</summary>
    private string? Section(Frame frame)
    {
        if (frame.Parent is not { } around) return null;
        var repeat = form.Items[frame.Owner];
        var own = $"{(repeat.Label is { } label ? Say(label, frame) : repeat.Name)} {frame.Place}";
        return Section(around) is { } outer ? $"{outer} · {own}" : own;
    }
}

/// <summary>The choices of a question whether a repeat gets another instance.</summary>
internal static class RepeatWords
{
    public const string Add = "add", Done = "done", Remove = "remove";

    /// <summary>The repeat as a question of its own kind.</summary>
    public static Question Question(FormItem repeat) => new()
    {
        Name = repeat.Name, Path = repeat.Path, Parent = repeat.Parent, Row = repeat.Row,
        Kind = QuestionKind.AddAnother, Type = QuestionTypeCatalog.Of(QuestionKind.AddAnother),
    };
}
