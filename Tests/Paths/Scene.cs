using System.Globalization;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Paths;

/// <summary>What the chat asks of a person now.</summary>
internal enum Asks
{
    /// <summary>Nothing a person could make sense of.</summary>
    Nothing,

    /// <summary>The language.</summary>
    Language,

    /// <summary>Consent to the processing of personal data.</summary>
    Consent,

    /// <summary>A question of the form.</summary>
    Question,

    /// <summary>Whether a repeat gets another instance.</summary>
    Another,

    /// <summary>Whether the summary is right.</summary>
    Check,

    /// <summary>Which answer to change.</summary>
    Which,

    /// <summary>Nothing more: the form was sent.</summary>
    Thanks,
}

/// <summary>The end of a chat as a person understands it: what is asked and what is offered.</summary>
/// <param name="Asks">What is asked.</param>
/// <param name="Question">The question of the form; null for all else.</param>
/// <param name="Offered">Labels of the choices, without marks and without those every question has.</param>
internal sealed record Scene(Asks Asks, Question? Question, IReadOnlyList<string> Offered)
{
    /// <summary>What stands before a ticked choice.</summary>
    public const string Mark = "✓ ";
    private static readonly Texts Words = Locales.Shipped;

    /// <summary>All choices as they are shown.</summary>
    public IReadOnlyList<string> Shown { get; private init; } = [];

    /// <summary>Labels of choices that are ticked, or have a place, in the order of the places.</summary>
    public IReadOnlyList<string> Ticked => [.. Shown.Where(l => Plain(l, Question) != l).OrderBy(l => Place(l)).Select(l => Plain(l, Question))];

    /// <summary>The choices stand in the text, numbered.</summary>
    public bool IsNumbered { get; private init; }

    /// <summary>Further choices stand on a next page.</summary>
    public bool HasMore { get; private init; }

    /// <summary>What is asked, for comparing channels.</summary>
    public string Name => Question?.Name ?? Asks.ToString();

    public static Scene Of(PathForm form, string language, IReadOnlyList<Seen> heard)
    {
        var text = Flow(string.Join(' ', heard.Select(s => s.Text)));
        var last = heard.LastOrDefault(s => s.Choices.Count > 0);
        var shown = last?.Choices ?? [];
        bool Offers(string key) => shown.Contains(Words[key, language]);
        bool Says(string key) => text.Contains(Flow(Words[key, language]), StringComparison.Ordinal);
        if (shown.Contains("Қазақша")) return new(Asks.Language, null, shown);
        var question = form.Asked(text, language) ?? (Says("q.phone.type") ? form.OwnPhone : null);
        var asks = Says("error.tech") ? Asks.Nothing
            : Says("form.thanks") ? Asks.Thanks
            : Offers("btn.agree") ? Asks.Consent
            : Offers("btn.ok") && Offers("btn.edit") ? Asks.Check
            : Says("edit.which") ? Asks.Which
            : Offers("f.repeat.add") || Offers("f.repeat.remove") ? Asks.Another
            : question is null ? Asks.Nothing : Asks.Question;
        var common = new[] { "btn.done", "btn.skip", "btn.back", "btn.phone" }.Select(k => Words[k, language]).ToHashSet();
        var plain = shown.Select(l => Plain(l, question));
        return new(asks, asks is Asks.Question ? question : null, [.. asks is Asks.Another ? plain : plain.Where(l => !common.Contains(l))]) { Shown = shown, HasMore = last?.HasMore == true, IsNumbered = last?.IsNumbered == true };
    }

    /// <summary>A text on one line: channels break long ones in different places.</summary>
    public static string Flow(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(string label, Question? question) => label.StartsWith(Mark, StringComparison.Ordinal) ? label[Mark.Length..]
        : question is { Kind: QuestionKind.Rank } && Place(label) > 0 ? label[(label.IndexOf(' ', StringComparison.Ordinal) + 1)..] : label;

    /// <summary>The place before a label, "2. Law"; 0 when there is none.</summary>
    private static int Place(string label) =>
        label.IndexOf(". ", StringComparison.Ordinal) is > 0 and var dot && int.TryParse(label.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
