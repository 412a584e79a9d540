using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Domain.Registration.Import;

/// <summary>A column that is read: where it is, what it means (<see cref="ImportHeadings"/>), what a problem calls it.</summary>
internal readonly record struct MappedColumn(int Index, string Meaning, string Heading);

/// <summary>Finds the header row of a list and what its columns are.</summary>
internal sealed class ImportColumns
{
    private const int LastHeader = 10, LongestHeading = 80;
    private static readonly string[] NameQuestions = ["surname", "given", "patronymic"];
    private static readonly string[] InstitutionQuestions = ["place_study", "place_study_other", "place_work"];

    private readonly Form form;
    private readonly IReadOnlyDictionary<string, string> own;

    private ImportColumns(Form form) => (this.form, own) = (form, ImportHeadings.Own(form));

    /// <summary>All columns, for the preview.</summary>
    public List<ImportColumn> All { get; } = [];

    /// <summary>Those that are read.</summary>
    public List<MappedColumn> Mapped { get; } = [];

    /// <summary>Rows below the header.</summary>
    public IReadOnlyList<SheetRow> Body { get; private set; } = [];

    /// <summary>Takes the row among the first ten that names most columns, since titles may stand above it.</summary>
    public static ImportColumns Of(Sheet sheet, Form form)
    {
        var columns = new ImportColumns(form);
        if (sheet.Rows.Count == 0) return columns;
        var header = sheet.Rows.Take(LastHeader).Index().MaxBy(r => r.Item.Cells.Count(c => c.Kind == CellKind.Text && ImportHeadings.Meaning(c.Text, columns.own) is { Length: > 1 }));
        columns.Body = [.. sheet.Rows.Skip(header.Index + 1)];
        columns.Map(header.Item);
        return columns;
    }

    private void Map(SheetRow header)
    {
        var width = Body.Select(r => r.Cells.Count).Append(header.Cells.Count).Max();
        var meanings = Enumerable.Range(0, width).Select(i => HoldsIins(i) ? ImportHeadings.Refused : ImportHeadings.Meaning(At(header, i).Text, own)).ToList();
        var hasParts = meanings.Contains("surname") && meanings.Contains("given");
        var taken = new HashSet<string>(hasParts ? [ImportHeadings.FullName] : meanings.Contains(ImportHeadings.FullName) ? ["surname", "given"] : [], StringComparer.Ordinal);
        for (var i = 0; i < width; i++)
        {
            var heading = Typed.Tidy(Typed.HideIin(At(header, i).Text)).ReplaceLineEndings(" ");
            if (heading.Length == 0 && Body.All(r => At(r, i).Kind == CellKind.Blank)) continue;
            if (heading.Length > LongestHeading) heading = heading[..LongestHeading];
            var (state, questions) = State(meanings[i], taken);
            All.Add(new(Letter(i), heading, state, questions));
            if (state == ImportColumnState.Mapped) Mapped.Add(new(i, meanings[i]!, heading));
        }
    }

    private (ImportColumnState State, IReadOnlyList<string> Questions) State(string? meaning, HashSet<string> taken)
    {
        if (meaning is null) return (ImportColumnState.Unknown, []);
        if (meaning == ImportHeadings.Ignored) return (ImportColumnState.Ignored, []);
        if (meaning == ImportHeadings.Refused) return (ImportColumnState.Refused, []);
        var questions = Questions(meaning);
        if (questions.Count == 0) return (ImportColumnState.Unknown, []);
        return taken.Add(meaning) ? (ImportColumnState.Mapped, questions) : (ImportColumnState.Doubled, []);
    }

    /// <summary>Names of the form's questions that a meaning fills.</summary>
    private List<string> Questions(string meaning) => [.. (meaning switch
    {
        ImportHeadings.FullName => NameQuestions,
        ImportHeadings.Institution => InstitutionQuestions,
        _ => [meaning],
    }).Where(n => form.Questions.Any(q => q.Asked && q.Name == n))];

    /// <summary>At least half of what is filled in looks like an IIN, whatever the heading says.</summary>
    private bool HoldsIins(int column)
    {
        var filled = Body.Select(r => At(r, column)).Where(c => c.Kind is not (CellKind.Blank or CellKind.Date)).ToList();
        return filled.Count > 0 && filled.Count(c => Typed.HoldsIin(c.Text)) * 2 >= filled.Count;
    }

    /// <summary>The cell of a row; blank beyond its end.</summary>
    public static Cell At(SheetRow row, int column) => column < row.Cells.Count ? row.Cells[column] : Cell.Blank;

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + Letter(column % 26);
}
