using System.IO.Compression;
using System.Security;
using System.Text;
using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Tests.Given;

/// <summary>Real .xlsx bytes, good and bad, made in memory.</summary>
internal static class Workbooks
{
    /// <summary>A workbook of one sheet whose rows are given as the XML of their cells' contents: &lt;c&gt; elements.</summary>
    public static byte[] WithCells(string sheet, params string[] rows) =>
        WithSheetXml(sheet, string.Concat(rows.Select((cells, index) => $"<row r=\"{index + 1}\">{cells}</row>")));

    /// <summary>A workbook of one sheet of texts.</summary>
    public static byte[] Of(string sheet, params string[][] rows) =>
        WithCells(sheet, [.. rows.Select(r => string.Concat(r.Select(Text)))]);

    /// <summary>A workbook of sheets, every cell a text.</summary>
    public static byte[] Of(SheetSet sheets) => Book([.. sheets.Sheets.Select(s =>
        (s.Name, string.Concat(s.Rows.Select(r => $"<row r=\"{r.Number}\">{string.Concat(r.Cells.Select(c => Text(c.Text)))}</row>"))))]);

    public static byte[] WithSheetXml(string sheet, string rows, string prolog = "", params (string Name, byte[] Bytes)[] further) => Book([(sheet, rows)], prolog, further);

    private static byte[] Book(IReadOnlyList<(string Name, string Rows)> sheets, string prolog = "", params (string Name, byte[] Bytes)[] further) => Zip(
        [
            ("[Content_Types].xml", Utf8($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{Each(sheets, (_, n) => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""")),
            ("_rels/.rels", Utf8("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""")),
            ("xl/workbook.xml", Utf8($"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{Each(sheets, (s, n) => $"""<sheet name="{s.Name}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Utf8($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each(sheets, (_, n) => $"""<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""")),
            // style 1 is a date
            ("xl/styles.xml", Utf8("""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""")),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Utf8($"""{prolog}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{s.Rows}</sheetData></worksheet>"""))),
            .. further,
        ]);

    private static string Each(IReadOnlyList<(string Name, string Rows)> sheets, Func<(string Name, string Rows), int, string> part) => string.Concat(sheets.Select((s, i) => part(s, i + 1)));

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
