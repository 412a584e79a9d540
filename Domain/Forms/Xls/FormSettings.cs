using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>The one row of the sheet settings, with what stands in for blanks.</summary>
internal sealed record FormSettings(string Id, string Version, string Root, bool AllowChoiceDuplicates, FormLanguages Languages, LocalText Title)
{
    /// <summary>The row of the sheet; null when there is none.</summary>
    public TableRow? Row { get; private init; }

    public static FormSettings Read(SheetTable settings, SheetTable survey, ProblemLog log)
    {
        var row = settings.Rows.Count > 0 ? settings.Rows[0] : null;
        string Cell(string column) => row?[column] ?? "";
        Place At(string column) => settings.At(row?.Number ?? 1, column);

        foreach (var column in Columns.Of("settings").Values.Distinct().Where(c => References.IsOpen(Cell(c)))) log.Error(At(column), "reference-open", Cell(column));
        var root = Cell(Columns.Name);
        if (root.Length > 0 && !NodeName.IsValid(root))
        {
            log.Error(At(Columns.Name), "name-invalid", root);
            root = "";
        }
        var id = Cell("form_id");
        if (id.Length == 0) log.Warn(settings.At(row?.Number ?? 0, "form_id"), "id-missing");
        else if (id.Any(char.IsWhiteSpace)) log.Warn(At("form_id"), "id-space", id, string.Join('_', id.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var languages = FormLanguages.Find(survey, Cell("default_language"), At("default_language"), log);
        return new(id.Length > 0 ? id : "data", Cell("version"), root.Length > 0 ? root : "data",
            AuthorWords.IsYes(Cell("allow_choice_duplicates")), languages, TitleOf(settings, row, languages, id.Length > 0 ? id : "data"))
        { Row = row };
    }

    private static LocalText TitleOf(SheetTable settings, TableRow? row, FormLanguages languages, string id)
    {
        var titles = new Dictionary<string, IReadOnlyList<TextPiece>>(StringComparer.Ordinal);
        foreach (var (language, _, index) in settings.Translations("form_title"))
            if (row?.At(index) is { Length: > 0 } title) titles[languages.Code(language)] = [new(title, null)];
        if (titles.Count == 0) titles[languages.Default] = [new(id, null)];
        return new(titles, languages.Default);
    }
}

/// <summary>Yes and no as authors write them in required, read_only, disabled.</summary>
internal static class AuthorWords
{
    private const string Signs = "${}()[]=<>/'\"@";

    private static readonly HashSet<string> Yes = ["yes", "true", "true()", "y", "1", "да", "иә", "ия"];
    private static readonly HashSet<string> No = ["", "no", "false", "false()", "n", "0", "нет", "жоқ"];

    public static bool IsYes(string cell) => Yes.Contains(cell.ToLowerInvariant());

    /// <summary>Neither, but no expression either: words and marks that name no question, call no function and compare nothing.</summary>
    public static bool IsStray(string cell) =>
        cell != "." && !cell.Any(c => char.IsAsciiDigit(c) || Signs.Contains(c, StringComparison.Ordinal));

    public static bool IsNo(string cell) => No.Contains(cell.ToLowerInvariant());
}
