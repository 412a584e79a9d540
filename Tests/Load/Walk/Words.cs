using System.Text.RegularExpressions;
using GrantBot.Domain.Forms;

namespace GrantBot.Load.Walk;

/// <summary>How the bot's sentences are known again, in one language: by the longest piece without a placeholder.</summary>
internal sealed partial class Words
{
    private static readonly string[] RefusalKeys =
    [
        "unknown", "unsupported", "e.name", "e.name.long", "e.birth", "e.birth.range", "e.age", "e.phone", "e.phone.foreign", "file.unexpected", "contact.foreign", "reg.dup", "reg.samephone",
        "reg.closed.brief", "wl.in", "link.unknown", "f.required", "f.long", "f.choice", "f.acknowledge", "f.constraint",
    ];

    private readonly Content content;
    private readonly string language;
    private readonly string[] refusals, done;
    private readonly (Question Question, string Label)[] questions;
    private readonly string fault, late, check, phone;

    public Words(Content content, string language)
    {
        (this.content, this.language) = (content, language);
        refusals = [.. RefusalKeys.Select(Piece), .. content.Form.Questions.Where(q => q.ConstraintMessage is not null).Select(q => Longest(q.ConstraintMessage!.In(language)))];
        done = [Piece("reg.ok"), Piece("reg.ok.now"), Piece("reg.pending")];
        questions = [.. content.Form.Questions.Where(q => q.Asked).Select(q => (q, Longest(q.Label!.In(language))))];
        (fault, late, phone) = (Piece("error.tech"), Piece("late"), Piece("q.phone.type"));
        check = content.Texts["check", language].Split('{')[0].Trim();
    }

    public string this[string key] => content.Texts[key, language];

    public string Language => language;

    public bool IsDone(string text) => Says(text, done);

    public bool IsRefusal(string text) => Says(text, refusals);

    public bool IsFault(string text) => text.Contains(fault, StringComparison.Ordinal);

    public bool IsLate(string text) => text.Contains(late, StringComparison.Ordinal);

    /// <summary>The summary, whose lines repeat every question.</summary>
    public bool IsSummary(string text) => text.Contains(check, StringComparison.Ordinal);

    /// <summary>The form's question that the text asks; null when it asks none.</summary>
    public Question? Question(string text)
    {
        foreach (var (question, label) in questions) if (text.Contains(label, StringComparison.Ordinal)) return question;
        return text.Contains(phone, StringComparison.Ordinal) ? content.Form.Questions.First(q => q.Name == "phone") : null;
    }

    /// <summary>Position of the choice with a label, which the platform may have cut; -1 when there is none.</summary>
    public static int Find(Places.Screen screen, string label)
    {
        for (var i = 0; i < screen.Choices.Count; i++)
            if (screen.Choices[i] is { Length: > 0 } shown && (shown == label || (shown[^1] == '…' && label.StartsWith(shown[..^1].TrimEnd(), StringComparison.Ordinal)))) return i;
        return -1;
    }

    private string Piece(string key) => Longest(content.Texts[key, language]);

    private static string Longest(string text) => Placeholder().Split(text).MaxBy(p => p.Trim().Length)!.Trim();

    private static bool Says(string text, string[] pieces)
    {
        foreach (var piece in pieces) if (text.Contains(piece, StringComparison.Ordinal)) return true;
        return false;
    }

    [GeneratedRegex(@"\{[a-z_]+\}|…", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
