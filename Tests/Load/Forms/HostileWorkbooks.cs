using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GrantBot.Load.Forms;

/// <summary>Files an author may send by mistake or in anger, each with the code of the problem that answers it; "" where it is read.</summary>
internal static class HostileWorkbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int ExcelRows = 1_048_576;

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<(string Name, string Code, Func<byte[]> Make)> All =
    [
        ("a good form", "", () => Book(Form)),
        ("cut in half", "workbook-broken", () => Book(Form)[..800]),
        ("11 MB of anything", "workbook-large", () => new byte[11 << 20]),
        ("10 MB of text named .xlsx", "workbook-not", () => Encoding.ASCII.GetBytes(new string('a', 10 << 20))),
        ("a .csv named .xlsx", "workbook-not", () => "type,name,label\ntext,a,A"u8.ToArray()),
        ("a .docx named .xlsx", "workbook-not", () => Zip(("word/document.xml", Text("<w:document/>")))),
        ("an .xlsm named .xlsx", "workbook-macros", () => Book(Form, ("xl/vbaProject.bin", Text("x")))),
        ("a password", "workbook-locked", () => [.. Compound, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]]),
        ("a damaged .xls", "workbook-broken", () => [.. Compound, .. new byte[2000]]),
        ("1 GB of zeros as a picture", "workbook-bomb", () => Book(Form, ("xl/media/image1.png", Many("\0", 1 << 30)))),
        ("1 GB of blanks in the sheet", "workbook-bomb", () => Book(Many(" ", 1 << 30))),
        ("100 MB of shared strings", "workbook-bomb", () => Book(Form, ("xl/sharedStrings.xml", Around($"<sst xmlns=\"{Main}\">", "<si><t>the same text again and again</t></si>", 2_400_000, "</sst>")))),
        ("an entity bomb", "workbook-broken", () => Book(Text($"{Entities()}<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"str\"><v>&e9;</v></c></row></sheetData></worksheet>"))),
        ("5,000 sheets", "workbook-sheets", () => Book(Form, 5000)),
        ("5,000 parts", "workbook-bomb", () => Book(Form, [.. Enumerable.Range(0, 5000).Select(n => ($"xl/media/{n}.bin", Text("")))])),
        ("1,048,576 filled rows", "workbook-bomb", () => Book(Around(Head, "<row><c><v>1</v></c></row>", ExcelRows, Tail))),
        ("30,000 short rows", "workbook-rows", () => Book(Around(Head, "<row><c t=\"b\"><v>1</v></c></row>", 30_000, Tail))),
        ("a stray cell in row 1,048,576", "", () => Book(Text($"{Head}{Rows}<row r=\"{ExcelRows}\"><c t=\"str\"><v>x</v></c></row>{Tail}"))),
        ("a row numbered 2,000,000,000", "workbook-rows", () => Book(Text($"{Head}{Rows}<row r=\"2000000000\"><c t=\"str\"><v>x</v></c></row>{Tail}"))),
        ("16,384 columns", "workbook-columns", () => Book(Around(Head + "<row>", "<c><v>1</v></c>", 16_384, "</row>" + Tail))),
        ("4,000,000 cells in a row", "workbook-bomb", () => Book(Around(Head + "<row>", "<c/>", 4_000_000, "</row>" + Tail))),
        ("a last column in 20,000 rows", "workbook-bomb", () => Book(Around(Head, n => $"<row r=\"{n + 1}\"><c r=\"KM{n + 1}\"><v>1</v></c></row>", 19_000, Tail))),
        ("blank cells to column XFD in 20,000 rows", "workbook-bomb", () => Book(Around(Head, n => $"<row r=\"{n + 1}\"><c r=\"XFD{n + 1}\"/></row>", 20_000, Tail))),
        ("one long text in 90,000 cells", "workbook-bomb", () => Book(Around(Head, "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", 18_000, Tail),
            ("xl/sharedStrings.xml", Text($"<sst xmlns=\"{Main}\"><si><t>{new string('a', 32_000)}</t></si></sst>")))),
        ("a cell of a million letters", "workbook-cell", () => Book(Text($"{Head}<row><c t=\"str\"><v>{new string('a', 1_000_000)}</v></c></row>{Tail}"))),
        ("2,000,000 styles", "workbook-bomb", () => Book(Form, ("xl/styles.xml", Around($"<styleSheet xmlns=\"{Main}\"><cellXfs>", "<xf/>", 2_000_000, "</cellXfs></styleSheet>")))),
        ("500,000 merged cells", "workbook-bomb", () => Book(Around($"{Head}{Rows}</sheetData><mergeCells>", n => $"<mergeCell ref=\"A{n + 1}:B{n + 1}\"/>", 500_000, "</mergeCells></worksheet>"))),
        ("2,000 rows with long expressions", "form-long", () => Book(LongForm(1_300))),
        ("2,000 rows with fair expressions", "", () => Book(LongForm(200))),
        ("expressions of 32,000 letters", "form-long", () => Book(LongForm(32_000))),
    ];

    private static string Head => $"<worksheet xmlns=\"{Main}\"><sheetData>";

    private static string Tail => "</sheetData></worksheet>";

    private static string Rows => Row("type", "name", "label") + Row("text", "a", "A");

    private static Action<Stream> Form => Text(Head + Rows + Tail);

    private static Action<Stream> LongForm(int letters)
    {
        var parts = Math.Min(1_999, 2_900_000 / letters);
        return Around(Head + Row("type", "name", "label", "relevant"), n => Row("integer", $"q{n}", "Q?", Expression(n, letters)), parts, Tail);
    }

    private static string Expression(int n, int letters)
    {
        var text = new StringBuilder("1 = 1");
        for (var other = 0; text.Length < letters - 20 && n > 0; other++) text.Append(CultureInfo.InvariantCulture, $" or ${{q{other % n}}} > {other}");
        return text.ToString();
    }

    private static string Row(params string[] cells) => "<row>" + string.Concat(cells.Select(c => $"<c t=\"str\"><v>{c.Replace(">", "&gt;", StringComparison.Ordinal)}</v></c>")) + "</row>";

    private static string Entities() => "<!DOCTYPE x [<!ENTITY e0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">")) + "]>";

    private static byte[] Book(Action<Stream> sheet, params (string, Action<Stream>)[] further) => Book(sheet, 1, further);

    private static byte[] Book(Action<Stream> sheet, int sheets, params (string Name, Action<Stream> Write)[] further) => Zip(
    [
        ("[Content_Types].xml", Text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
        ("_rels/.rels", Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml", Text($"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{string.Concat(Enumerable.Range(0, sheets).Select(n => $"<sheet name=\"{(n == 0 ? "survey" : "s" + n)}\" sheetId=\"{n + 1}\" r:id=\"r1\"/>"))}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>")),
        ("xl/worksheets/sheet1.xml", sheet),
        .. further,
    ]);

    private static byte[] Zip(params (string Name, Action<Stream> Write)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, write) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(part);
            }
        return bytes.ToArray();
    }

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));

    private static Action<Stream> Many(string text, int times) => Around("", string.Concat(Enumerable.Repeat(text, 65_536)), times / 65_536, "");

    private static Action<Stream> Around(string head, string again, int times, string tail) => Around(head, _ => again, times, tail);

    private static Action<Stream> Around(string head, Func<int, string> again, int times, string tail) => stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 65_536, leaveOpen: true);
        writer.Write(head);
        for (var n = 0; n < times; n++) writer.Write(again(n));
        writer.Write(tail);
    };
}
