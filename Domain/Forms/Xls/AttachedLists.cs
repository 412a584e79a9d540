using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>A file a form takes a list from.</summary>
/// <param name="Name">The file.</param>
/// <param name="Value">Its column of what is stored.</param>
/// <param name="Label">Its column of what is shown; "label::language" beside it holds a translation.</param>
/// <param name="Place">The cell that names the file.</param>
/// <param name="Shown">A question shows the list, so it must have these columns; any other is only looked up.</param>
internal sealed record ListFile(string Name, string Value, string Label, Place Place, bool Shown);

/// <summary>Lists of choices in files attached to a form: .csv, .xml (root/item) and .geojson. Each is known by its name without the ending.</summary>
internal sealed class AttachedLists(IReadOnlyDictionary<string, string> files, FormLanguages languages, ProblemLog log)
{
    private const int MostItems = 20_000;

    // Of all lists of a form: each takes some hundred bytes.
    private const int MostCells = 80_000;
    private const int DeepestXml = 16;

    private static readonly string[] Endings = [".csv", ".xml", ".geojson"];

    private int cells;

    /// <summary>The list of a file. A file that is not attached gives an empty list and a warning, one that cannot be read an error.</summary>
    public ChoiceList? Read(ListFile named)
    {
        var (file, place) = (named.Name, named.Place);
        if (!Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
        {
            log.Error(place, "file-ending", file, string.Join(", ", Endings));
            return null;
        }
        var id = Path.GetFileNameWithoutExtension(file);
        if (!files.TryGetValue(file, out var text))
        {
            log.Warn(place, FormProblem.FileMissing, file);
            return new(id, []);
        }
        try
        {
            var rows = Path.GetExtension(file).ToLowerInvariant() switch { ".csv" => Csv(text), ".xml" => Xml(text), _ => GeoJson(text) };
            return new(id, Choices([.. Counted(rows).Take(MostItems)], named));
        }
        catch (TooManyCellsException)
        {
            log.Error(place, "file-cells", file, MostCells.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        catch (Exception e) when (e is XmlException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            log.Error(place, "file-broken", file);
            return null;
        }
    }

    /// <summary>Rows as they are read, so that a list that is too large is left before it is in memory.</summary>
    private IEnumerable<Dictionary<string, string>> Counted(IEnumerable<Dictionary<string, string>> rows)
    {
        foreach (var row in rows)
        {
            if ((cells += row.Count) > MostCells) throw new TooManyCellsException();
            yield return row;
        }
    }

    private IReadOnlyList<Choice> Choices(IReadOnlyList<Dictionary<string, string>> rows, ListFile named)
    {
        var headings = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        // As in a sheet, a column that names the default language goes before one that names none.
        var labels = headings.Select(h => (Heading: h, Language: LanguageOf(h, named.Label))).Where(l => l.Language is not null).OrderBy(l => l.Heading != named.Label).ToList();
        var first = new Place(named.Name, 1, "");
        var there = string.Join(", ", headings);
        if (named.Shown && rows.Count > 0 && !headings.Contains(named.Value, StringComparer.Ordinal))
        {
            log.Error(first, "file-column", named.Value, there);
            return [];
        }
        if (named.Shown && rows.Count > 0 && labels.Count == 0) log.Warn(first, "file-label", named.Label, there);
        return [.. rows.Select(r => Choice(r, r.GetValueOrDefault(named.Value, ""), labels))];
    }

    private string? LanguageOf(string heading, string label) => heading == label ? languages.Default
        : heading.StartsWith(label + ":", StringComparison.Ordinal) ? languages.Code(heading[label.Length..].Trim(':', ' ')) : null;

    private Choice Choice(Dictionary<string, string> row, string name, IReadOnlyList<(string Heading, string? Language)> labels)
    {
        var texts = new Dictionary<string, IReadOnlyList<TextPiece>>(StringComparer.Ordinal);
        foreach (var (heading, language) in labels)
            if (row.TryGetValue(heading, out var text) && (text.Length > 0 || labels.Count == 1)) texts[language!] = [new(text, null)];
        return new(name, texts.Count > 0 ? new(texts, languages.Default) : LocalText.Plain(name, languages.Default), row);
    }

    private static IEnumerable<Dictionary<string, string>> Csv(string text)
    {
        var plain = text.TrimStart('\uFEFF');
        var lines = CsvLines(plain, Separator(plain)).ToList();
        if (lines.Count == 0) yield break;
        foreach (var line in lines.Skip(1).Where(l => l.Exists(c => c.Length > 0)))
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var at = 0; at < lines[0].Count; at++) row[lines[0][at].Trim()] = at < line.Count ? line[at] : "";
            yield return row;
        }
    }

    // Excel here parts cells by semicolons, since the comma stands in numbers.
    private static char Separator(string text)
    {
        var heading = text.AsSpan()[..(text.IndexOf('\n', StringComparison.Ordinal) is var end && end < 0 ? text.Length : end)];
        return !heading.Contains(',') && heading.Contains(';') ? ';' : ',';
    }

    // RFC 4180: quotes around a cell, doubled inside it; line breaks may stand between quotes.
    private static IEnumerable<List<string>> CsvLines(string text, char separator)
    {
        var (line, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"') { cell.Append(c); at++; }
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c != separator && c is not ('\n' or '\r'))) cell.Append(c);
            else if (c != '\r')
            {
                line.Add(cell.ToString().Trim());
                cell.Clear();
                if (c == separator) continue;
                yield return line;
                line = [];
            }
        }
        if (cell.Length == 0 && line.Count == 0) yield break;
        line.Add(cell.ToString().Trim());
        yield return line;
    }

    private static List<Dictionary<string, string>> Xml(string text)
    {
        // The text of an element is gathered by recursion, so the depth is looked at first.
        using (var depth = Reader(text)) while (depth.Read()) if (depth.Depth > DeepestXml) throw new XmlException("too deep");
        using var reader = Reader(text);
        return [.. XDocument.Load(reader).Root!.Elements("item").Select(item => item.Elements().GroupBy(e => e.Name.LocalName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value.Trim(), StringComparer.Ordinal))];
    }

    private static XmlReader Reader(string text) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 });

    private static List<Dictionary<string, string>> GeoJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(feature =>
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in feature.GetProperty("properties").EnumerateObject()) row[property.Name] = property.Value.ToString();
            if (feature.TryGetProperty("id", out var id)) row.TryAdd("id", id.ToString());
            if (feature.TryGetProperty("geometry", out var geometry) && geometry.GetProperty("type").GetString() == "Point")
                row["geometry"] = string.Join(' ', geometry.GetProperty("coordinates").EnumerateArray().Take(2).Reverse().Select(n => n.ToString())) + " 0 0";
            return row;
        })];
    }

    private sealed class TooManyCellsException : Exception;
}
