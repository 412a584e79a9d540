using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Paths;

/// <summary>A form that is walked, with its workbook as staff would send it.</summary>
internal sealed class PathForm
{
    private readonly Dictionary<string, IReadOnlyList<(string[] Pieces, Question Question)>> labels;

    private PathForm(string name, byte[] workbook, Form form)
    {
        (Name, Workbook, Form) = (name, workbook, form);
        OwnPhone = form.Questions.FirstOrDefault(q => q is { Name: "phone", Kind: QuestionKind.Phone });
        labels = Domain.Localisation.Texts.Languages.ToDictionary(l => l, l => (IReadOnlyList<(string[], Question)>)[.. form.Questions.Where(q => q.Asked).Select(q => (Pieces(q.Label!.In(l)), q))]);
    }

    /// <summary>Where it comes from.</summary>
    public string Name { get; }

    public byte[] Workbook { get; }

    public Form Form { get; }

    /// <summary>The question for the person's own number.</summary>
    public Question? OwnPhone { get; }

    /// <summary>Writes a form under an id and reads it back as the program reads what staff send.</summary>
    public static PathForm Of(string name, string id, SheetSet sheets)
    {
        var workbook = Workbooks.Of(new SheetSet([.. sheets.Sheets.Select(s => s.Name == "settings" ? Renamed(s, id) : s)]));
        var reading = FormWorkbook.Read(workbook);
        reading.Problems.Where(p => p.IsError).Select(p => $"{name}: {p.Say(Locales.Shipped, "en")}").ShouldBeEmpty();
        return new(name, workbook, reading.Form.ShouldNotBeNull());
    }

    /// <summary>The question a message ends with; null when it ends with none.</summary>
    public Question? Asked(string text, string language)
    {
        var found = labels[language].Select(l => (l.Question, At: Find(text, l.Pieces))).Where(f => f.At.From >= 0).ToList();
        return found.Where(f => !found.Any(o => o.At != f.At && o.At.From <= f.At.From && o.At.To >= f.At.To)).OrderBy(f => f.At.From).LastOrDefault().Question;
    }

    public override string ToString() => Name;

    /// <summary>Where a label with its answers filled in stands; (-1, -1) when it does not.</summary>
    private static (int From, int To) Find(string text, string[] pieces)
    {
        var from = text.LastIndexOf(pieces[0], StringComparison.Ordinal);
        var to = from + pieces[0].Length;
        foreach (var piece in pieces.Skip(1))
        {
            var at = from < 0 ? -1 : text.IndexOf(piece, to, StringComparison.Ordinal);
            if (at < 0) return (-1, -1);
            to = at + piece.Length;
        }
        return from < 0 ? (-1, -1) : (from, to);
    }

    private static string[] Pieces(string label) => [.. label.Split('…').Select(Scene.Flow).Where(p => p.Length > 0)];

    private static Sheet Renamed(Sheet settings, string id)
    {
        var column = settings.Rows[0].Cells.ToList().FindIndex(c => c.Text == "form_id");
        return settings with { Rows = [settings.Rows[0], settings.Rows[1] with { Cells = [.. settings.Rows[1].Cells.Select((c, i) => i == column ? Cell.Of(id) : c)] }, .. settings.Rows.Skip(2)] };
    }
}
