using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Registration.Import;

/// <summary>What becomes of a column of an imported list.</summary>
public enum ImportColumnState
{
    /// <summary>Read into the questions it names.</summary>
    Mapped = 1,

    /// <summary>Known and left alone: time stamp, e-mail, number of the row, signature.</summary>
    Ignored = 2,

    /// <summary>Another column gives the same already.</summary>
    Doubled = 3,

    /// <summary>Nothing of the form is called like that; left alone.</summary>
    Unknown = 4,

    /// <summary>Holds an IIN or the number of a document, which are not taken (4-law-and-places.md 4.3): left out before anything is read.</summary>
    Refused = 5,
}

/// <summary>A column of the list.</summary>
/// <param name="Letter">Letter as a spreadsheet shows it, "A".</param>
/// <param name="Heading">Its heading as written, at most 80 characters.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Questions">Names of the questions it fills; several for a full name; empty unless mapped.</param>
public sealed record ImportColumn(string Letter, string Heading, ImportColumnState State, IReadOnlyList<string> Questions);

/// <summary>A person who can be registered.</summary>
/// <param name="Number">Row as the spreadsheet shows it.</param>
/// <param name="Answers">Stored values by name of question, as the form itself would store them; blank ones are left out.</param>
public sealed record ImportedRow(int Number, IReadOnlyDictionary<string, string> Answers);

/// <summary>Why a row or a column cannot be taken.</summary>
/// <param name="Row">Row as the spreadsheet shows it; 0 when it is the list as a whole.</param>
/// <param name="Key">Key of the text that says it and how to mend it; it names <c>{row}</c> and <c>{column}</c>.</param>
/// <param name="Column">Heading of the column, empty when it is the row as a whole.</param>
/// <param name="Values">Further values of the text, labels of choices in all languages. Names, phones and dates are never among them, since a preview is sent through a messenger.</param>
public sealed record ImportProblem(int Row, string Key, string Column, IReadOnlyList<(string Name, object? Value)> Values)
{
    /// <summary>The problem in words.</summary>
    public string Say(Texts texts, string language) => texts.Say(Key, language, [("row", Row), ("column", Column), .. Values.Select(v => (v.Name, v.Value is LocalText label ? label.In(language) : v.Value))]);
}

/// <summary>
/// What an import would do, before anything is stored. Nothing is half imported: a row stands either among <see cref="Rows"/> or has a problem.
/// </summary>
/// <param name="Columns">Every column with a heading.</param>
/// <param name="Missing">Names of questions the form always demands and no column answers.</param>
/// <param name="Rows">Rows that can be registered.</param>
/// <param name="Problems">What must be mended in the file, by row.</param>
public sealed record ImportPreview(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<string> Missing, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Without a name nobody can be registered, whatever else is there.</summary>
    public bool HasNames => Columns.Any(c => c.Questions.Contains("surname")) && Columns.Any(c => c.Questions.Contains("given"));
}
