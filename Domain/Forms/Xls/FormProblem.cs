using System.Text;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Something in a workbook its author should know. An error keeps the form from being used, a warning does not.</summary>
/// <param name="Number">Place among the errors or among the warnings, from 1.</param>
/// <param name="IsError">The form cannot be used like this.</param>
/// <param name="Code">What is wrong, stable: the text "x.{Code}" says it in words.</param>
/// <param name="Sheet">Sheet, "" for the workbook.</param>
/// <param name="Row">Row as the spreadsheet shows it, 0 when it is no single row.</param>
/// <param name="Column">Heading of the column, "" when it is no single column.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Advice">What to write instead: a name, a list of names, a sign. "" when the text says it all.</param>
public sealed record FormProblem(int Number, bool IsError, string Code, string Sheet, int Row, string Column, string Found, string Advice)
{
    /// <summary>Code of a list in a file that is not attached; <see cref="Found"/> is its name.</summary>
    public const string FileMissing = "file-missing";

    /// <summary>Code of a picture that is not attached; <see cref="Found"/> is its name.</summary>
    public const string PictureMissing = "picture-missing";

    /// <summary>The problem in words: where, what is wrong, how to write it.</summary>
    public string Say(Texts texts, string language)
    {
        var place = new StringBuilder().Append(Number).Append(". ");
        if (Sheet.Length > 0) place.Append(Sheet);
        if (Row > 0) place.Append(", ").Append(texts.Say("x.row", language, ("row", Row)));
        if (Column.Length > 0) place.Append(", ").Append(Column);
        if (Sheet.Length > 0) place.Append(": ");
        return place.Append(Words(texts, language)).ToString();
    }

    /// <summary>What is wrong and how to write it, without number and place.</summary>
    public string Words(Texts texts, string language)
    {
        var (found, advice) = Code switch
        {
            "translation-missing" => (texts.InLanguage(Found, language), texts.InLanguage(Advice, language)),
            "language-missing" => (texts.InLanguage(Found, language), Advice),
            _ => (Found, Advice),
        };
        var words = texts.Say("x." + Code, language, ("found", found), ("advice", advice));
        var saysAdvice = Advice.Length == 0 || texts["x." + Code, language].Contains("{advice}", StringComparison.Ordinal);
        return saysAdvice ? words : words + " " + texts.Say("x.near", language, ("advice", Advice));
    }
}

/// <summary>What reading a workbook gave.</summary>
/// <param name="Form">The form; null when there is an error.</param>
/// <param name="Problems">Everything found, in the order of the sheets.</param>
public sealed record FormReading(Form? Form, IReadOnlyList<FormProblem> Problems);

/// <summary>Where a problem is.</summary>
internal readonly record struct Place(string Sheet, int Row, string Column);

/// <summary>Collects problems; the reader goes on after each, so that an author sees all at once.</summary>
internal sealed class ProblemLog
{
    // A hostile sheet can hold a mistake in every cell; nobody reads more than this.
    private const int Most = 200;

    private readonly List<FormProblem> problems = [];

    public bool HasErrors { get; private set; }

    public void Error(Place place, string code, string found = "", string advice = "") => Add(true, place, code, found, advice);

    public void Warn(Place place, string code, string found = "", string advice = "") => Add(false, place, code, found, advice);

    /// <summary>A list that is not there, with those that are.</summary>
    public void NoList(Place place, string list, IEnumerable<string> lists)
    {
        if (NearMiss.Of(list, lists) is { } near) Error(place, "list-unknown", list, near);
        else if (string.Join(", ", lists) is { Length: > 0 } there) Error(place, "list-unknown", list, there);
        else Error(place, "list-none", list);
    }

    /// <summary>All problems in the order of the workbook, errors and warnings each numbered from 1.</summary>
    public IReadOnlyList<FormProblem> All()
    {
        var (errors, warnings) = (0, 0);
        return [.. problems.OrderBy(p => p.Sheet.Length == 0 ? 0 : p.Sheet switch { "survey" => 1, "choices" => 2, _ => 3 }).ThenBy(p => p.Row)
            .Select(p => p with { Number = p.IsError ? ++errors : ++warnings })];
    }

    private void Add(bool error, Place place, string code, string found, string advice)
    {
        HasErrors |= error;
        if (problems.Count >= Most) return;
        var problem = new FormProblem(0, error, code, place.Sheet, place.Row, place.Column, Short(found), Short(advice));
        // An expression may be read more than once, and a mistake stand in it twice.
        if (!problems.Contains(problem)) problems.Add(problem);
    }

    private static string Short(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 119), "…");
}
