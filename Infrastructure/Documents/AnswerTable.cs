using GrantBot.Domain.Forms;

namespace GrantBot.Infrastructure.Documents;

/// <summary>A column of answers.</summary>
/// <param name="Key">The question as <see cref="AnswerKey.Question"/> names it.</param>
/// <param name="Name">The question's name in the form.</param>
/// <param name="Heading">The question in the language of the reader, short where the form says how.</param>
/// <param name="Width">In characters.</param>
/// <param name="ForReading">Somebody who reads answers wants it; false for what the program notes down, which stands among the codes only.</param>
internal sealed record AnswerColumn(string Key, string Name, string Heading, double Width, bool ForReading)
{
    /// <summary>The choice of a question with several answers that the column tells of with 1 or 0; null = the whole answer.</summary>
    public string? Option { get; init; }
}

/// <summary>Answers outside repeats, a row for each person, or those of one repeat, a row for each instance.</summary>
/// <param name="Repeat">As <see cref="AnswerKey.Repeat"/> names it; "" outside repeats.</param>
/// <param name="Around">Labels of the repeats around an instance, its own last: headings of the columns that tell which it is.</param>
internal sealed record AnswerTable(string Repeat, IReadOnlyList<string> Around)
{
    public List<AnswerColumn> Columns { get; } = [];

    /// <summary>
    /// The tables of a form: what its newest version asks, then whatever else somebody answered. Values nobody is asked for, questions of
    /// older versions and of versions that are gone have a column where there is something to stand in it.
    /// </summary>
    /// <param name="forms">Versions of the form, the newest first.</param>
    /// <param name="filled">Questions anybody answered.</param>
    /// <param name="language">Language of the reader.</param>
    public static IReadOnlyList<AnswerTable> Of(IReadOnlyList<Form> forms, IReadOnlyDictionary<string, AnswerKey> filled, string language)
    {
        var tables = new Dictionary<string, AnswerTable>(StringComparer.Ordinal) { [""] = new("", []) };
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            foreach (var (index, question) in Questions(form))
            {
                var key = KeyOf(form, index);
                if (!(question.Asked && form == forms[0]) && !filled.ContainsKey(key)) continue;
                if (!known.Add(key)) continue;
                var owner = form.FrameOf(index);
                var repeat = owner < 0 ? "" : Below(form, owner);
                if (!tables.TryGetValue(repeat, out var table)) tables[repeat] = table = new(repeat, [.. RepeatsAround(form, owner).Select(r => Heading(form.Items[r], language))]);
                table.Columns.Add(new(key, question.Name, Heading(question, language), WidthOf(question.Kind), question.Asked || question.Metadata is null));
                if (question is { Kind: QuestionKind.SelectMultiple, Choices: { } choices })
                    table.Columns.AddRange(choices.Choices.Select(c => new AnswerColumn(key, OptionName(question.Name, c.Name), c.Label.In(language), 12, ForReading: false) { Option = c.Name }));
            }
        }
        foreach (var (key, example) in filled.Where(f => !known.Contains(f.Key)))
        {
            if (!tables.TryGetValue(example.Repeat, out var table)) tables[example.Repeat] = table = new(example.Repeat, [.. example.Repeats.Select(LastName)]);
            table.Columns.Add(new(key, LastName(key), LastName(key), WidthOf(QuestionKind.Text), ForReading: true));
        }
        return [.. tables.Values];
    }

    /// <summary>Everything in a form that may have a value, with its index.</summary>
    public static IEnumerable<(int Index, Question Question)> Questions(Form form) =>
        form.Items.Index().Where(i => i.Item is Question { Kind: not QuestionKind.Note }).Select(i => (i.Index, (Question)i.Item));

    /// <summary>How <see cref="AnswerKey.Question"/> names a question.</summary>
    public static string KeyOf(Form form, int index) => form.FrameOf(index) < 0 ? form.Items[index].Name : Below(form, index);

    /// <summary>Name of the column that tells whether one choice was chosen: letters, digits and low lines, as statistics programs want them.</summary>
    public static string OptionName(string question, string choice) => $"{question}_{string.Concat(choice.Select(c => char.IsLetterOrDigit(c) ? c : '_'))}";

    private static string Below(Form form, int index) => form.Items[index].Path[(form.Root.Length + 2)..];

    private static List<int> RepeatsAround(Form form, int repeat)
    {
        var around = new List<int>();
        for (var owner = repeat; owner >= 0; owner = form.FrameOf(form.ParentOf(owner))) around.Insert(0, owner);
        return around;
    }

    private static string LastName(string key) => key[(key.LastIndexOf('/') + 1)..];

    /// <summary>The short label, unless only the long one is there in the reader's language.</summary>
    private static string Heading(FormItem item, string language)
    {
        if (item is Question { Short: { } brief } && (brief.ByLanguage.ContainsKey(language) || item.Label?.ByLanguage.ContainsKey(language) != true)) return brief.In(language);
        return item.Label?.In(language) ?? item.Name;
    }

    private static double WidthOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Integer or QuestionKind.Decimal or QuestionKind.Range or QuestionKind.Acknowledge or QuestionKind.Date or QuestionKind.Time => 14,
        QuestionKind.Image or QuestionKind.File => 40, // the stored name fits
        QuestionKind.SelectOne or QuestionKind.Phone or QuestionKind.DateTime or QuestionKind.Calculate or QuestionKind.Hidden => 20,
        _ => 32,
    };
}
