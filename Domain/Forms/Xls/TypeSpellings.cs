using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>What a cell of the column type says.</summary>
internal abstract record TypeCell
{
    private TypeCell() { }

    /// <summary>A question; for a select with its list, or the file that holds it.</summary>
    public sealed record Ask(QuestionKind Kind, string List = "", bool OrOther = false, bool FromFile = false) : TypeCell;

    /// <summary>Metadata put in by the session or the program.</summary>
    public sealed record Metadata(string Name) : TypeCell;

    /// <summary>The start of a group or repeat.</summary>
    public sealed record Begin(bool Repeat) : TypeCell;

    /// <summary>The end of one.</summary>
    public sealed record End(bool Repeat) : TypeCell;

    /// <summary>A file attached to the form, known to expressions by the row's name.</summary>
    public sealed record Attached(string Extension) : TypeCell;

    /// <summary>XLSForm knows it, we do not (yet). What only watches the person is left out without harm.</summary>
    public sealed record Unsupported(bool Harmless) : TypeCell;

    /// <summary>Nobody knows it.</summary>
    public sealed record Unknown : TypeCell;
}

/// <summary>Every spelling of a question type and what it means. The only such table.</summary>
internal static partial class TypeSpellings
{
    private static readonly Dictionary<string, TypeCell> Known = new(StringComparer.Ordinal);

    private static readonly (QuestionKind Kind, string[] Spellings)[] Kinds =
    [
        (QuestionKind.Text, ["text", "string", "q string", "add text prompt", "barcode", "q barcode", "add barcode prompt"]),
        (QuestionKind.Integer, ["integer", "int", "q int", "add integer prompt", "number of days in last month", "number of days in last six months", "number of days in last year"]),
        (QuestionKind.Decimal, ["decimal", "q decimal", "add decimal prompt"]),
        (QuestionKind.Date, ["date", "q date", "add date prompt"]),
        (QuestionKind.Time, ["time", "q time", "add time prompt"]),
        (QuestionKind.DateTime, ["datetime", "date time", "q datetime", "q date time", "add datetime prompt", "add date time prompt"]),
        (QuestionKind.Phone, ["phone", "phone number"]),
        (QuestionKind.Email, ["email address", "e-mail"]),
        (QuestionKind.Note, ["note", "q note", "add note prompt"]),
        (QuestionKind.Acknowledge, ["acknowledge", "trigger", "q acknowledge", "add acknowledge prompt"]),
        (QuestionKind.Image, ["image", "photo", "q image", "q picture", "add image prompt", "add photo prompt"]),
        (QuestionKind.File, ["file", "audio", "video", "q audio", "q video", "add file prompt", "add audio prompt", "add video prompt"]),
        (QuestionKind.Calculate, ["calculate", "calculation", "q calculate", "add calculate prompt"]),
        (QuestionKind.Hidden, ["hidden"]),
        (QuestionKind.Range, ["range"]),
        (QuestionKind.Geopoint, ["geopoint", "gps", "location", "q geopoint", "q location", "add location prompt"]),
    ];

    private static readonly string[] Rank = ["rank from file", "rank"];
    private static readonly string[] SelectOne = ["add select one prompt using", "select one using", "select one from file", "select one from", "select one", "select1", "q select1"];
    private static readonly string[] SelectMultiple = ["add select multiple prompt using", "select multiple using", "select multiple from file", "select all that apply from", "select all that apply", "select multiple from", "select multiple", "q select"];
    private static readonly (string Name, string[] Spellings)[] Metadata =
    [
        ("start", ["start", "start time", "starttime", "get start time"]), ("end", ["end", "end time", "endtime", "get end time"]), ("today", ["today", "get today"]),
        ("username", ["username", "user name", "uri:username"]), ("phonenumber", ["phonenumber", "get phone number", "uri:phonenumber"]), ("email", ["email", "uri:email"]),
        ("deviceid", ["deviceid", "device id", "get device id", "uri:deviceid", "imei"]), ("simserial", ["simserial", "sim id", "get sim id", "uri:simserial"]),
        ("subscriberid", ["subscriberid", "subscriber id", "get subscriber id", "uri:subscriberid"]),
    ];

    private static readonly string[] Later =
    [
        "geotrace", "geoshape", "osm", "begin loop", "end loop", "select one external", "entity", "begin score", "begin rank", "begin kobomatrix", "begin matrix",
    ];

    private static readonly string[] Watching = ["start-geopoint", "background-audio", "background-geopoint", "audit"];

    static TypeSpellings()
    {
        foreach (var (kind, spellings) in Kinds)
            foreach (var s in spellings) Known[s] = new TypeCell.Ask(kind);
        foreach (var (name, spellings) in Metadata)
            foreach (var s in spellings) Known[s] = new TypeCell.Metadata(name);
        foreach (var s in Later) Known[s] = new TypeCell.Unsupported(Harmless: false);
        foreach (var s in Watching) Known[s] = new TypeCell.Unsupported(Harmless: true);
        foreach (var s in new[] { "csv", "xml" }) Known[s + "-external"] = new TypeCell.Attached("." + s);
        foreach (var s in new[] { "begin group", "begingroup" }) Known[s] = new TypeCell.Begin(false);
        foreach (var s in new[] { "end group", "endgroup" }) Known[s] = new TypeCell.End(false);
        foreach (var s in new[] { "begin repeat", "beginrepeat", "begin lgroup", "begin looped group" }) Known[s] = new TypeCell.Begin(true);
        foreach (var s in new[] { "end repeat", "endrepeat", "end lgroup", "end looped group" }) Known[s] = new TypeCell.End(true);
    }

    /// <summary>Spellings for near-miss advice.</summary>
    public static IEnumerable<string> All => Known.Keys.Concat(["select_one", "select_multiple", "rank", "begin_group", "end_group", "begin_repeat", "end_repeat"]);

    /// <summary>Reads a cell such as "select_one yesno or_other"; underscores and capitals do not matter, except in the list's name.</summary>
    public static TypeCell Read(string cell)
    {
        var written = Spaces().Replace(cell.Trim(), " ");
        var folded = written.Replace('_', ' ').ToLowerInvariant();
        if (Known.TryGetValue(folded, out var type)) return type;
        if (Later.Any(l => folded.StartsWith(l + " ", StringComparison.Ordinal))) return new TypeCell.Unsupported(Harmless: false);
        return Select(written, folded, SelectMultiple, QuestionKind.SelectMultiple) ?? Select(written, folded, SelectOne, QuestionKind.SelectOne)
            ?? Select(written, folded, Rank, QuestionKind.Rank) as TypeCell ?? new TypeCell.Unknown();
    }

    private static TypeCell.Ask? Select(string written, string folded, string[] prefixes, QuestionKind kind)
    {
        var prefix = Array.Find(prefixes, p => folded == p || folded.StartsWith(p + " ", StringComparison.Ordinal));
        if (prefix is null) return null;
        var words = written[Math.Min(prefix.Length + 1, written.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = words.Length > 1 && string.Join(' ', words[1..]).Replace('_', ' ').ToLowerInvariant() is "or other" or "or specify other";
        return new(kind, words.Length == 0 ? "" : other ? words[0] : string.Join(' ', words), other, prefix.EndsWith("from file", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
