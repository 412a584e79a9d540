using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>What people call types who come from other form makers, and the type that does the same. Advice only: nothing is read so.</summary>
internal static class ForeignTypes
{
    private static readonly (string Meant, string[] Words)[] Table =
    [
        ("text", ["textarea", "string", "str", "varchar", "paragraph", "long text", "short text", "open", "open question", "memo", "текст", "строка", "мәтін"]),
        ("integer", ["number", "numeric", "num", "numbers", "whole", "count", "age", "число", "целое", "целое число", "сан", "бүтін сан"]),
        ("decimal", ["float", "double", "real", "money", "currency", "percent", "дробное", "бөлшек сан"]),
        ("range", ["rating", "scale", "slider", "likert", "linear scale", "nps", "stars", "шкала", "оценка", "баға"]),
        ("date", ["day", "calendar", "birthday", "дата", "день", "күн"]),
        ("time", ["clock", "время", "уақыт"]),
        ("phone", ["tel", "telephone", "mobile", "телефон"]),
        ("e-mail", ["mail", "почта", "пошта"]),
        ("select_one", ["dropdown", "drop down", "radio", "radiobutton", "radio button", "choice", "choices", "single", "single choice", "select", "list", "combobox", "option", "options",
            "yes/no", "yesno", "yes no", "boolean", "bool", "да/нет", "иә/жоқ", "выбор", "список", "таңдау", "тізім"]),
        ("select_multiple", ["checkbox", "checkboxes", "check box", "multiple", "multiselect", "multi select", "multi", "select many", "tick", "флажки", "несколько"]),
        ("rank", ["ranking", "order", "sort"]),
        ("geopoint", ["map", "coordinates", "place", "point", "address"]),
        ("image", ["picture", "camera", "img", "фото", "картинка", "сурет"]),
        ("file", ["upload", "attachment", "document", "файл", "құжат"]),
        ("audio", ["sound", "voice"]),
        ("note", ["label", "heading", "header", "title", "statement", "info", "заметка", "ескертпе"]),
        ("calculate", ["formula", "computed", "expression", "формула"]),
        ("begin_group", ["group", "section", "page", "группа", "топ"]),
        ("begin_repeat", ["repeat", "loop", "повтор"]),
        ("acknowledge", ["consent", "agree", "confirm"]),
    ];

    private static readonly Dictionary<string, string> Meant = Table.SelectMany(t => t.Words.Select(word => (word, t.Meant))).ToDictionary(StringComparer.Ordinal);

    /// <summary>How to write what the cell surely means, the list's name kept; "" when nobody can tell.</summary>
    public static string Advice(string cell)
    {
        var written = cell.Trim();
        var end = written.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? written.Length : space;
        var (first, rest) = (written[..end], written[end..].Trim());
        if (Meant.TryGetValue(Fold(written), out var whole)) return WithList(whole, "");
        if (Meant.TryGetValue(Fold(first), out var meant)) return WithList(meant, rest);
        if (NearMiss.Of(written, TypeSpellings.All) is { } near) return near;
        return rest.Length > 0 && NearMiss.Of(first, ["select_one", "select_multiple", "rank"]) is { } select ? WithList(select, rest) : "";
    }

    private static string Fold(string word) => word.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();

    private static string WithList(string type, string list) => type is not ("select_one" or "select_multiple" or "rank") ? type : $"{type} {(list.Length > 0 ? list : "list_name")}";
}
