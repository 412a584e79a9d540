namespace GrantBot.Domain.Forms.Xls;

/// <summary>Reads the translations of a text and says which are missing.</summary>
internal sealed class TranslationReader(SheetTable table, FormLanguages languages, References references, ProblemLog log)
{
    /// <summary>The text of a column in all languages; null when every cell is blank.</summary>
    public LocalText? Read(TableRow row, string column, Draft? reader = null)
    {
        var texts = new Dictionary<string, IReadOnlyList<TextPiece>>(StringComparer.Ordinal);
        var filled = false;
        // A column that names the default language goes before one that names none.
        foreach (var (language, heading, index) in table.Translations(column).OrderBy(t => t.Language is not null))
        {
            var text = row.At(index);
            if (text.Length == 0) continue;
            filled = true;
            texts[languages.Code(language)] = references.Cut(text, table.At(row.Number, heading), reader);
        }
        if (!filled) return null;
        // One picture for all is no picture in a language.
        if (column.StartsWith("media::", StringComparison.Ordinal) && table.Translations(column).All(t => t.Language is null)) return new(texts, languages.Default);
        var read = new LocalText(texts, languages.Default);
        foreach (var missing in languages.All.Where(l => !texts.ContainsKey(l)))
            log.Warn(row.Place(column), "translation-missing", missing, read.Shown(missing));
        return read;
    }

    /// <summary>Reports wrong names in a column whose content is not used yet.</summary>
    public void CheckReferences(TableRow row, string column)
    {
        foreach (var (_, heading, index) in table.Translations(column)) references.Cut(row.At(index), table.At(row.Number, heading));
    }
}
