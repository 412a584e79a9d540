using GrantBot.Domain.Forms.Expressions;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms;

/// <summary>
/// One person filling one form, for the length of one turn: opened from stored progress, asked and answered, its new
/// <see cref="Progress"/> stored again. Everything the form's expressions decide is kept true after each change.
/// Paths carry positions inside repeats: "/data/member[2]/name".
/// </summary>
public sealed partial class FormSession
{
    private readonly Form form;
    private readonly FormClock clock;
    private readonly Texts texts;
    private readonly string language;
    private readonly InstanceNode? lastSaved;
    private readonly List<string> faults = [];
    private FormInstance instance = null!;
    private Answers answers = null!;

    private FormSession(Form form, FormProgress progress, FormClock clock, Texts texts, string language, InstanceNode? lastSaved)
    {
        (this.form, this.clock, this.texts, this.language, this.lastSaved) = (form, clock, texts, language, lastSaved);
        TakeUp(progress);
    }

    /// <summary>Takes up a form where the person left it; the first time, first values are put in.</summary>
    /// <param name="form">The form.</param>
    /// <param name="progress">How far the person is.</param>
    /// <param name="clock">Time.</param>
    /// <param name="texts">Words of the program.</param>
    /// <param name="language">Language of the person.</param>
    /// <param name="lastSaved">Values of the person's last submission of this form (<see cref="FormSubmission.Values"/>), for ${last-saved#name}; null = none.</param>
    /// <exception cref="ArgumentException">The progress belongs to another form: a mistake of ours.</exception>
    public static FormSession Open(Form form, FormProgress progress, FormClock clock, Texts texts, string language, IEnumerable<KeyValuePair<string, string>>? lastSaved = null)
    {
        if (progress.FormId != form.Id) throw new ArgumentException($"Progress of form {progress.FormId} opened with form {form.Id}");
        return new(form, progress, clock, texts, language, lastSaved is null ? null : LastSaved.Tree(form.Root, lastSaved));
    }

    /// <summary>All that must be stored, as it is now.</summary>
    public FormProgress Progress => answers.ToProgress();

    /// <summary>Mistakes of the form's author met in this turn, for the log: path and reason, never an answer.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The question to ask now: one gone back to, else the first that is open; null = the form is complete.</summary>
    public QuestionView? Next => Current() is { } step ? View(step) : null;

    /// <summary>
    /// Which of the questions that count now <see cref="Next"/> is; null at the end, and where a repeat asks whether there is more.
    /// Whether a filter leaves anything to choose is not looked at: that would evaluate every filter for each question.
    /// </summary>
    public FormPosition? Position
    {
        get
        {
            if (Current() is not { Node: { } open }) return null;
            var (number, total) = (0, 0);
            foreach (var step in instance.Root.Steps().Where(s => s.Node is { Definition: Question { Asked: true }, Counts: true }))
            {
                total++;
                if (step.Path == open.Path) number = total;
            }
            return new(number, total);
        }
    }

    /// <summary>Notes to be said before <see cref="Next"/>; each is given once.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        var until = FirstOpen()?.Path;
        var notes = new List<string>();
        foreach (var step in instance.Root.Steps().TakeWhile(s => s.Path != until))
            if (step.Node is { Definition: Question { Said: true, Label: { } label }, Counts: true } node && answers.Tell(node.Path)) notes.Add(Say(label, node.Frame));
        return notes;
    }

    /// <summary>Takes typed text, or the name(s) of choices, or a file's handle. A blank answer is a wish to skip.</summary>
    public AnswerResult Answer(string path, string raw) => Answer(path, raw, [], typed: false);

    /// <summary>Takes what somebody typed: a number is a place in the list before it is a name. With several choices it joins those picked already.</summary>
    /// <param name="path">The question.</param>
    /// <param name="text">What was typed, or the name of the choice it means.</param>
    /// <param name="picked">Names picked before.</param>
    /// <param name="isName">The text was recognised already.</param>
    public AnswerResult AnswerTyped(string path, string text, IReadOnlyList<string> picked, bool isName) => Answer(path, text, picked, typed: !isName);

    private AnswerResult Answer(string path, string raw, IReadOnlyList<string> picked, bool typed)
    {
        if (instance.FindRepeat(path) is { } repeat) return AnswerRepeat(repeat, Typed.Tidy(raw));
        var (node, question) = Find(path);
        var text = Typed.Tidy(raw);
        if (text.Length == 0) return Skip(path);
        if (question.Kind is not (QuestionKind.Image or QuestionKind.File or QuestionKind.Geopoint) && Typed.HoldsIin(text)) return Refused("w.iin");
        return question.Type.Read(text, Context(node, question) with { Typed = typed, Picked = picked }) switch
        {
            Reading.Understood understood => Take(node, question, understood.Value, byPerson: true),
            Reading.Refused refused => Refused(refused.Key, refused.Arguments),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Leaves a question blank; refused when an answer is required. At a repeat it means that nothing is added.</summary>
    public AnswerResult Skip(string path)
    {
        if (instance.FindRepeat(path) is { } repeat) return AnswerRepeat(repeat, RepeatWords.Done);
        var (node, question) = Find(path);
        if (IsRequired(node)) return question.RequiredMessage is { } own ? new AnswerResult.Refused(Say(own, node.Frame), "") : Refused("f.required");
        answers.Skip(node);
        return AnswerResult.Yes;
    }

    /// <summary>
    /// Leaves blank the open questions that need no answer, for whoever has no time to be asked them; nothing is added to repeats. They stand
    /// among the <see cref="Blanks"/>, the way back does not lead to them; one that was gone back to is left as it is.
    /// </summary>
    public void PassOptional()
    {
        if (answers.Reopened is not null) return;
        foreach (var step in instance.Root.Steps().Where(s => !IsSettled(s) && IsAskable(s)).ToList())
            if (step.Node is null) answers.Finish(step.Path, done: true);
            else if (!IsRequired(step.Node)) answers.LeaveBlank(step.Node);
    }

    /// <summary>Name of the form's outermost element, with which paths begin.</summary>
    public string Root => form.Root;

    /// <summary>A question was asked before this one.</summary>
    public bool CanGoBack => answers.HasBefore(path => StepAt(path) is { } step && IsAskable(step));

    /// <summary>Questions left blank that count now, with a dash for an answer: they may still be answered.</summary>
    public IReadOnlyList<SummaryLine> Blanks() => [.. instance.Root.Steps()
        .Where(s => s.Node is { Definition: Question { Asked: true } question, Counts: true } node && (node.Value.Length == 0 || answers.IsOnlySuggested(node.Path)) && answers.IsSkipped(node.Path))
        .Select(s => (Node: s.Node!, Question: (Question)s.Node!.Definition))
        .Select(s => new SummaryLine(s.Node.Path, Say((s.Question.Short ?? s.Question.Label)!, s.Node.Frame), "–") { Section = Section(s.Node.Frame) })];

    /// <summary>Goes to the question asked before this one; its answer stays as a suggestion. False at the first.</summary>
    public bool Back() => answers.StepBack(path => StepAt(path) is { } step && IsAskable(step));

    /// <summary>Asks a question again, from the summary, or whether a repeat gets more; after it, whatever its new answer makes relevant. Nothing happens when it is not relevant.</summary>
    public void Reopen(string path)
    {
        if (StepAt(path) is { } step && IsAskable(step)) answers.Reopened = path;
    }

    /// <summary>A question as the person sees it.</summary>
    public QuestionView View(string path) => View(StepAt(path) ?? throw Unknown(path));

    /// <summary>Answered questions that count, in order, each with the instance it stands in; without values of the program.</summary>
    public IReadOnlyList<SummaryLine> Summary() => [.. instance.Root.Steps()
        .Where(s => s.Node is { Definition: Question { Asked: true }, Value.Length: > 0, Counts: true } node && !answers.IsOnlySuggested(node.Path))
        .Select(s => (Node: s.Node!, Question: (Question)s.Node!.Definition))
        .Select(s => new SummaryLine(s.Node.Path, Say((s.Question.Short ?? s.Question.Label)!, s.Node.Frame), Show(s.Node)) { Section = Section(s.Node.Frame) })];

    /// <summary>The value of a question by name, in repeats of the first that has one; null when it is blank or does not count.</summary>
    public string? Value(string name) =>
        form.Named(name).SelectMany(instance.Root.Every).Where(n => n.Value.Length > 0 && n.Counts).Select(n => n.Value).FirstOrDefault();

    /// <summary>
    /// Puts in what the program knows: hidden values as they are, known answers as if the person had given them (they are not asked again).
    /// False, and nothing changes, when there is no such question outside repeats or the form refuses the value.
    /// </summary>
    public bool Set(string name, string value)
    {
        var done = false;
        foreach (var item in form.Named(name).Where(i => form.FrameOf(i) < 0))
        {
            if (form.Items[item] is not Question { Calculation: null } question || question.Said) continue;
            var node = instance.Root[item]!;
            var typed = Typed.Tidy(value);
            if (typed.Length == 0 || !question.Asked) answers.Store(node, typed);
            else if (question.Type.Read(typed, Context(node, question)) is not Reading.Understood read || Take(node, question, read.Value, byPerson: false) is not AnswerResult.Accepted) continue;
            done = true;
        }
        return done;
    }

    /// <summary>Whether the form asks for something of the surroundings, so that it need not be looked up in vain.</summary>
    public bool Wants(string metadata) => form.Questions.Any(q => q.Metadata == metadata);

    /// <summary>Puts in what the form asks of the surroundings: "username", "phonenumber", "deviceid" and the like, wherever the form has a question of that type.</summary>
    public void Describe(string metadata, string value)
    {
        foreach (var node in instance.Root.Steps().Select(s => s.Node).Where(n => n?.Definition is Question q && q.Metadata == metadata && n.Value != value).ToList())
            answers.Store(node!, value);
    }

    /// <summary>Everything that counts, blank answers and notes left out.</summary>
    public FormSubmission Submission() => FormSubmission.Of(instance, form, clock);

    /// <summary>The tree of the answers, for tests that compare it with other engines'.</summary>
    internal FormInstance Tree => instance;

    private void TakeUp(FormProgress progress)
    {
        instance = new FormInstance(form, clock, progress.Seed, lastSaved, faults, ChoiceLabel);
        answers = new Answers(form, progress, instance, clock);
    }

    private AnswerResult Take(AnswerNode node, Question question, string value, bool byPerson)
    {
        // A constraint may read what follows from the answer, so it is put in first and all is taken back when refused.
        var before = question.Constraint is null ? null : answers.ToProgress();
        answers.Store(node, value);
        if (question.Constraint is { } constraint && instance.Evaluate(constraint, node)?.AsBoolean() == false)
        {
            var refused = question.ConstraintMessage is { } own ? new AnswerResult.Refused(Say(own, node.Frame), "") : Refused("f.constraint");
            TakeUp(before!);
            return refused;
        }
        if (byPerson) answers.MarkAsked(node.Path);
        return AnswerResult.Yes;
    }
}
