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
        WithCells(sheet, [.. rows.Select(r => string.Concat(r.Select(t => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(t)}</t></is></c>")))]);

    public static byte[] WithSheetXml(string sheet, string rows, string prolog = "", params (string Name, byte[] Bytes)[] further) => Zip(
        [
            ("[Content_Types].xml", Utf8("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""")),
            ("_rels/.rels", Utf8("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""")),
            ("xl/workbook.xml", Utf8($"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Utf8("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""")),
            // style 1 is a date
            ("xl/styles.xml", Utf8("""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""")),
            ("xl/worksheets/sheet1.xml", Utf8($"""{prolog}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""")),
            .. further,
        ]);

    /// <summary>A workbook of several sheets of texts.</summary>
    public static byte[] Of(SheetSet sheets)
    {
        var all = sheets.Sheets;
        string Each(Func<Sheet, int, string> part) => string.Concat(all.Select(part));
        return Zip(
        [
            ("[Content_Types].xml", Utf8($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{Each((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")}</Types>""")),
            ("_rels/.rels", Utf8("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""")),
            ("xl/workbook.xml", Utf8($"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{Each((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>")}</sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Utf8($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")}</Relationships>""")),
            .. all.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Utf8($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(s.Rows.Select(r => $"<row r=\"{r.Number}\">{string.Concat(r.Cells.Select(c => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(c.Text)}</t></is></c>"))}</row>"))}</sheetData></worksheet>"""))),
        ]);
    }

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
