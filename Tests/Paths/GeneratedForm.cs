using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Tests.Paths;

/// <summary>An XLSForm made from a seed: a few questions of every type and rule the program knows, in three languages. The same seed makes the same form.</summary>
internal sealed class GeneratedForm
{
    private static readonly string[] Columns =
    [
        "type", "name", "label::Қазақша (kk)", "label::Русский (ru)", "label::English (en)", "hint::Қазақша (kk)", "hint::Русский (ru)", "hint::English (en)", "required", "relevant", "constraint",
        "constraint_message::Қазақша (kk)", "constraint_message::Русский (ru)", "constraint_message::English (en)", "calculation", "choice_filter", "repeat_count", "parameters", "default", "grantbot::kind", "grantbot::max",
    ];

    // Every form begins with one of them, so that all are met; the rest is drawn.
    private static readonly string[] Types =
    [
        "text", "integer", "decimal", "date", "time", "dateTime", "select_one l2", "select_one l3", "select_one l9", "select_one l12", "select_one l35", "select_one long", "select_one l3 or_other",
        "select_multiple l3", "select_multiple l9", "select_multiple l12", "select_multiple l9 or_other", "select_multiple long", "rank l3", "range", "geopoint", "acknowledge", "barcode", "phone", "email address", "image",
        "select_one l9 random", "select_multiple l9 random", "select_one l35 filtered", "repeat", "repeat counted", "group",
    ];

    private readonly Random random;
    private readonly List<Dictionary<string, string>> rows = [];
    private readonly List<(string Name, string Type)> asked = [];
    private int last;
    private bool inside;

    private GeneratedForm(int seed)
    {
        random = new(seed);
        Plain("start", "start_at");
        Plain("today", "day");
        Part(Types[seed % Types.Length]);
        for (var more = 2 + random.Next(3); more > 0; more--) Part(Types[random.Next(Types.Length)]);
        Sums();
    }

    /// <summary>How many forms show every type once.</summary>
    public static int Enough => Types.Length;

    public static SheetSet Sheets(int seed)
    {
        var survey = new GeneratedForm(seed).rows.Select(row => Columns.Select(c => row.GetValueOrDefault(c, "")).ToArray()).Prepend(Columns);
        string[][] settings = [["form_title", "form_id", "version"], [$"Форма {seed} / Анкета {seed} / Form {seed}", $"made_{seed}", "1"]];
        return new([Sheet("survey", survey), GeneratedLists.Sheet(), Sheet("settings", settings)]);
    }

    private static Sheet Sheet(string name, IEnumerable<string[]> rows) => new(name, [.. rows.Select((cells, index) => new SheetRow(index + 1, [.. cells.Select(Cell.Of)]))]);

    private void Part(string type)
    {
        switch (type)
        {
            case "repeat" or "repeat counted" or "group" when inside: Question("text"); break;
            case "repeat": Around("begin_repeat", "end_repeat", []); break;
            case "repeat counted":
                var count = Question("integer", ("required", "yes"), ("constraint", ". >= 0 and . <= 3"));
                Around("begin_repeat", "end_repeat", [("repeat_count", $"${{{count}}}")]);
                break;
            case "group": Around("begin_group", "end_group", Circumstance()); break;
            case "select_one l35 filtered":
                var part = Question("select_one l3", ("required", "yes"));
                Question("select_one l35", ("choice_filter", $"part = ${{{part}}}"));
                break;
            case "select_one l9 random" or "select_multiple l9 random": Question(type[..^7], ("parameters", "randomize=true")); break;
            case "phone" when !inside && random.Next(2) == 0 && asked.All(a => a.Name != "phone"): Row("text", "phone", [("grantbot::kind", "phone"), .. Labels("Телефоныңыз", "Ваш телефон", "Your phone"), ("required", "yes")]); break;
            case "image": Question(random.Next(2) == 0 ? type : "file"); break;
            default: Question(type, Rules(type)); break;
        }
        if (random.Next(5) == 0) Row("note", Next("note"), Labels($"Ескерту: {Echo()}", $"Заметка: {Echo()}", $"Note: {Echo()}"));
    }

    private void Around(string begin, string end, IReadOnlyList<(string, string)> rules)
    {
        var name = Next("part");
        var first = asked.Count;
        Row(begin, name, [.. Labels("Бөлім", "Раздел", "Part"), .. rules]);
        inside = true;
        for (var more = 1 + random.Next(2); more > 0; more--) Part(Types[random.Next(Types.Length)]);
        inside = false;
        Plain(end, name);
        if (begin == "begin_repeat")
        {
            // what is inside is not one value outside
            asked.RemoveRange(first, asked.Count - first);
            Row("calculate", Next("count"), [("calculation", $"count(${{{name}}})")]);
        }
    }

    private string Question(string type, params IReadOnlyList<(string, string)> rules)
    {
        var name = Next("q");
        var n = name[1..];
        var echo = random.Next(4) == 0 ? Echo() : "";
        var padding = random.Next(12) == 0 ? string.Concat(Enumerable.Repeat("Сұрақ ұзақ, бірақ маңызды. Вопрос длинный, но важный. ", 22)) : "";
        var labels = Labels($"{padding}Сұрақ {n}: {type}? {echo}", $"{padding}Вопрос {n}: {type}? {echo}", $"{padding}Question {n}: {type}? {echo}");
        Row(type is "phone" ? "text" : type, name, [.. labels, .. rules, .. type is "phone" ? new[] { ("grantbot::kind", "phone") } : []]);
        if (random.Next(6) == 0) foreach (var (language, hint) in new[] { ("Қазақша (kk)", "Асықпаңыз."), ("Русский (ru)", "Не спешите."), ("English (en)", "Take your time.") }) rows[^1][$"hint::{language}"] = hint;
        if (random.Next(4) == 0 && !rules.Any(r => r.Item1 == "relevant"))
            foreach (var (column, value) in Circumstance()) rows[^1][column] = value;
        asked.Add((name, type));
        return name;
    }

    private (string, string)[] Rules(string type)
    {
        var rules = new List<(string, string)>();
        if (random.Next(2) == 0) rules.Add(("required", random.Next(4) == 0 && Earlier("integer") is { } n ? $"${{{n}}} > 2" : "yes"));
        if (type is "range") rules.Add(("parameters", random.Next(2) == 0 ? "start=0 end=10 step=1" : "start=5 end=1 step=0.5"));
        if (type is "text" && random.Next(3) == 0) rules.Add(("grantbot::max", "40"));
        if (type is "integer" && random.Next(4) == 0) rules.Add(("default", "5"));
        var constraint = type switch
        {
            "text" => "string-length(.) >= 3",
            "integer" => ". >= 1 and . <= 20",
            "decimal" => ". < 1000",
            "date" => ". > date('2000-01-01')",
            "select_multiple l9" => "count-selected(.) <= 2",
            "select_one l9" => ". != 'c9'",
            _ => null,
        };
        if (constraint is null || random.Next(2) == 0) return [.. rules];
        return [.. rules, ("constraint", constraint), ("constraint_message::Қазақша (kk)", "Басқаша жауап беріңіз."), ("constraint_message::Русский (ru)", "Ответьте иначе."), ("constraint_message::English (en)", "Please answer differently.")];
    }

    /// <summary>A condition on an earlier answer; none when there is nothing earlier.</summary>
    private (string, string)[] Circumstance()
    {
        if (asked.Count == 0) return [];
        var (name, type) = asked[random.Next(asked.Count)];
        var when = type switch
        {
            "integer" => $"${{{name}}} > 1",
            _ when type.StartsWith("select_one", StringComparison.Ordinal) => $"${{{name}}} != '{GeneratedLists.Name(0)}'",
            _ when type.StartsWith("select_multiple", StringComparison.Ordinal) => $"not(selected(${{{name}}}, '{GeneratedLists.Name(1)}'))",
            _ => $"${{{name}}} != ''",
        };
        return [("relevant", when)];
    }

    private void Sums()
    {
        if (Earlier("integer") is { } number) Row("calculate", Next("sum"), [("calculation", $"coalesce(${{{number}}}, 0) * 2 + 1")]);
        if (asked.FirstOrDefault(a => a.Type.StartsWith("select_one", StringComparison.Ordinal)).Name is { } choice) Row("calculate", Next("said"), [("calculation", $"jr:choice-name(${{{choice}}}, '${{{choice}}}')")]);
        if (asked.Count > 1) Row("calculate", Next("all"), [("calculation", $"concat(${{{asked[0].Name}}}, '|', ${{{asked[^1].Name}}})")]);
    }

    private string? Earlier(string type) => asked.Where(a => a.Type == type).Select(a => a.Name).FirstOrDefault();

    /// <summary>The place of an earlier answer in a label; "" when there is none.</summary>
    private string Echo() => asked.Count == 0 ? "" : $"({"${"}{asked[random.Next(asked.Count)].Name}{"}"})";

    private string Next(string kind) => $"{kind}{++last}";

    private void Plain(string type, string name) => Row(type, name, []);

    private void Row(string type, string name, IReadOnlyList<(string, string)> cells)
    {
        rows.Add(new(StringComparer.Ordinal) { ["type"] = type, ["name"] = name });
        foreach (var (column, value) in cells) rows[^1][column] = value;
    }

    private static (string, string)[] Labels(string kk, string ru, string en) => [("label::Қазақша (kk)", kk.Trim()), ("label::Русский (ru)", ru.Trim()), ("label::English (en)", en.Trim())];
}
