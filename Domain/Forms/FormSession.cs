using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms;

/// <summary>
/// One person filling one form, for the length of one turn: opened from stored progress, asked and answered, its new
/// <see cref="Progress"/> stored again. Everything the form's expressions decide is kept true after each change.
/// </summary>
public sealed class FormSession
{
    private const int DeepestLabel = 4;

    private readonly Form form;
    private readonly FormClock clock;
    private readonly Texts texts;
    private readonly string language;
    private readonly FormInstance instance;
    private readonly Answers answers;
    private int depth;

    private FormSession(Form form, FormProgress progress, FormClock clock, Texts texts, string language)
    {
        (this.form, this.clock, this.texts, this.language) = (form, clock, texts, language);
        instance = new FormInstance(form, clock, progress.Seed, ChoiceLabel);
        answers = new Answers(form, progress, instance);
    }

    /// <summary>Takes up a form where the person left it; the first time, first values are put in.</summary>
    /// <exception cref="ArgumentException">The progress belongs to another form: a mistake of ours.</exception>
    public static FormSession Open(Form form, FormProgress progress, FormClock clock, Texts texts, string language)
    {
        if (progress.FormId != form.Id) throw new ArgumentException($"Progress of form {progress.FormId} opened with form {form.Id}");
        var session = new FormSession(form, progress, clock, texts, language);
        session.answers.Load(clock);
        return session;
    }

    /// <summary>All that must be stored, as it is now.</summary>
    public FormProgress Progress => answers.ToProgress();

    /// <summary>Mistakes of the form's author met in this turn, for the log: path and reason, never an answer.</summary>
    public IReadOnlyList<string> Faults => instance.Faults;

    /// <summary>The question to ask now: one gone back to, else the first that is open; null = the form is complete.</summary>
    public QuestionView? Next => Current() is var item and >= 0 ? View(item) : null;

    /// <summary>Notes to be said before <see cref="Next"/>; each is given once.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        var until = FirstOpen() is var open and >= 0 ? open : form.Items.Count;
        var notes = new List<string>();
        for (var item = 0; item < until; item++)
            if (form.Items[item] is Question { Said: true, Label: { } label } note && instance[item].Relevant && answers.Tell(note.Path)) notes.Add(label.In(language, Words));
        return notes;
    }

    /// <summary>Takes typed text, or the name(s) of choices, or a file's handle. A blank answer is a wish to skip.</summary>
    public AnswerResult Answer(string path, string raw)
    {
        var item = Find(path);
        var question = (Question)form.Items[item];
        var typed = Typed.Tidy(raw);
        if (typed.Length == 0) return Skip(path);
        if (question.Kind is not (QuestionKind.Image or QuestionKind.File) && Typed.HoldsIin(typed)) return Refused("w.iin");
        return question.Type.Read(typed, Context(item)) switch
        {
            Reading.Understood understood => Take(item, question, understood.Value, byPerson: true),
            Reading.Refused refused => Refused(refused.Key, refused.Arguments),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Leaves a question blank; refused when an answer is required.</summary>
    public AnswerResult Skip(string path)
    {
        var item = Find(path);
        var question = (Question)form.Items[item];
        if (IsRequired(item))
            return question.RequiredMessage is { } own ? new AnswerResult.Refused(own.In(language, Words), "") : Refused("f.required");
        answers.Skip(item);
        return AnswerResult.Yes;
    }

    /// <summary>Goes to the question asked before this one; its answer stays as a suggestion. False at the first.</summary>
    public bool Back() => answers.StepBack(item => IsAskable(item));

    /// <summary>Asks a question again, from the summary; after it, whatever its new answer makes relevant. Nothing happens when it is not relevant.</summary>
    public void Reopen(string path)
    {
        if (IsAskable(Find(path))) answers.Reopened = path;
    }

    /// <summary>A question as the person sees it.</summary>
    public QuestionView View(string path) => View(Find(path));

    /// <summary>Answered questions that count, in order, without values of the program.</summary>
    public IReadOnlyList<SummaryLine> Summary() => [.. form.Items
        .Select((item, index) => (Question: item as Question, Index: index))
        .Where(q => q.Question is { Asked: true } && instance[q.Index].Relevant && instance[q.Index].Value.Length > 0 && !answers.IsOnlySuggested(q.Question.Path))
        .Select(q => new SummaryLine(q.Question!.Path, (q.Question.Short ?? q.Question.Label!).In(language, Words), Show(q.Index)))];

    /// <summary>The value of a question by name; null when it is blank or does not count.</summary>
    public string? Value(string name) =>
        form.Named(name).Where(item => instance[item].Relevant && instance[item].Value.Length > 0).Select(item => instance[item].Value).FirstOrDefault();

    /// <summary>
    /// Puts in what the program knows: hidden values as they are, known answers as if the person had given them (they are not asked again).
    /// False, and nothing changes, when there is no such question or the form refuses the value.
    /// </summary>
    public bool Set(string name, string value)
    {
        var done = false;
        foreach (var item in form.Named(name))
        {
            if (form.Items[item] is not Question { Calculation: null } question || question.Said) continue;
            var typed = Typed.Tidy(value);
            if (typed.Length == 0) answers.Clear(item);
            else if (!question.Asked) answers.Store(item, typed, byPerson: false, instance.Changed);
            else if (question.Type.Read(typed, Context(item)) is not Reading.Understood read || Take(item, question, read.Value, byPerson: false) is not AnswerResult.Accepted) continue;
            done = true;
        }
        return done;
    }

    /// <summary>Values that count, by name; blank ones and notes are left out.</summary>
    public IReadOnlyDictionary<string, string> Submission()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var item = 0; item < form.Items.Count; item++)
            if (form.Items[item] is Question { Kind: not QuestionKind.Note } question && instance[item].Relevant && instance[item].Value.Length > 0)
                values.TryAdd(question.Name, instance[item].Value);
        return values;
    }

    private AnswerResult Take(int item, Question question, string value, bool byPerson)
    {
        var restore = instance.Snapshot();
        instance[item].Value = value;
        var fallen = instance.Changed(item);
        if (question.Constraint is { } constraint && instance.Evaluate(constraint, item)?.AsBoolean() == false)
        {
            var refused = question.ConstraintMessage is { } own ? new AnswerResult.Refused(own.In(language, Words), "") : Refused("f.constraint");
            restore();
            return refused;
        }
        answers.Store(item, value, byPerson, _ => fallen);
        return AnswerResult.Yes;
    }

    private int Current() => answers.Reopened is { } path && form.IndexOf(path) is var item and >= 0 && IsAskable(item) ? item : FirstOpen();

    private int FirstOpen()
    {
        for (var item = 0; item < form.Items.Count; item++)
            if (form.Items[item] is Question { Asked: true } question && !answers.IsSettled(question.Path, () => IsRequired(item)) && IsAskable(item)) return item;
        return -1;
    }

    // A filter that leaves nothing to choose must not hold a person up.
    private bool IsAskable(int item) => form.Items[item] is Question { Asked: true } question && instance[item].Relevant
        && (question.ChoiceFilter is null || instance.Offered(item).Count > 0);

    private bool IsRequired(int item) => form.Items[item] is Question question
        && (question.Required || (question.RequiredWhen is { } when && instance.Evaluate(when, item)?.AsBoolean() == true));

    private QuestionView View(int item)
    {
        var question = (Question)form.Items[item];
        return new(question.Path, question.Name, question.Kind, question.Label?.In(language, Words) ?? question.Name, question.Hint?.In(language, Words), IsRequired(item),
            [.. instance.Offered(item).Select(c => new ChoiceView(c.Name, c.Label.In(language, Words)))], instance[item].Value.Length > 0 ? Show(item) : null);
    }

    private ReadingContext Context(int item) => new((Question)form.Items[item], language, clock.Zone, instance.Offered(item)) { Answer = Words };

    private string Show(int item)
    {
        var question = (Question)form.Items[item];
        return question.Type.Show(instance[item].Value, new(question, language, clock.Zone, []) { Answer = Words });
    }

    // What stands in place of ${name} in a text. A label may hold an answer whose own label holds an answer; a hostile workbook makes that a circle.
    private string Words(string path)
    {
        if (form.IndexOf(path) is not (var item and >= 0) || form.Items[item] is not Question || !instance[item].Relevant || instance[item].Value.Length == 0) return "";
        if (depth == DeepestLabel) return instance[item].Value;
        depth++;
        var words = Show(item);
        depth--;
        return words;
    }

    private string? ChoiceLabel(string value, string question)
    {
        var path = question.Trim();
        var item = form.IndexOf(path) is var at and >= 0 ? at : form.Named(path[(path.LastIndexOf('/') + 1)..]).DefaultIfEmpty(-1).First();
        return item >= 0 && form.Items[item] is Question { Choices: { } list } ? list.Find(value)?.Label.In(language, Words) : null;
    }

    private AnswerResult.Refused Refused(string key, params (string Name, object? Value)[] arguments) => new(texts.Say(key, language, arguments), key);

    private int Find(string path) => form.IndexOf(path) is var item and >= 0 && form.Items[item] is Question
        ? item
        : throw new ArgumentException($"Form {form.Id} has no question {path}");
}
