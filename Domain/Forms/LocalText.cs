namespace GrantBot.Domain.Forms;

/// <summary>A piece of a text of a form: words, or the place of a current answer.</summary>
/// <param name="Words">Literal words; empty when <paramref name="Path"/> is set.</param>
/// <param name="Path">Path of the question whose answer stands here, or the path into an outside list, instance('list')/...; null for words.</param>
public readonly record struct TextPiece(string Words, string? Path);

/// <summary>An author's text in the languages of the form, cut once into words and ${answers}.</summary>
/// <param name="ByLanguage">Pieces by language code.</param>
/// <param name="Fallback">The form's default language, read where a translation is missing.</param>
public sealed record LocalText(IReadOnlyDictionary<string, IReadOnlyList<TextPiece>> ByLanguage, string Fallback)
{
    /// <summary>The same words in every language.</summary>
    public static LocalText Plain(string words, string language) =>
        new(new Dictionary<string, IReadOnlyList<TextPiece>>(StringComparer.Ordinal) { [language] = [new(words, null)] }, language);

    /// <summary>The text in a language, else in the form's default language, else in any. Answers are put in by <paramref name="answer"/> (path to words).</summary>
    public string In(string language, Func<string, string> answer)
    {
        var pieces = Pieces(language);
        return pieces is [{ Path: null } only] ? only.Words : string.Concat(pieces.Select(p => p.Path is null ? p.Words : answer(p.Path)));
    }

    /// <summary>The text as written, answers shown as "…": for lists of questions outside a conversation.</summary>
    public string In(string language) => In(language, _ => "…");

    /// <summary>The language that a reader of this one is really shown.</summary>
    public string Shown(string language) => ByLanguage.ContainsKey(language) ? language : ByLanguage.ContainsKey(Fallback) ? Fallback : ByLanguage.Keys.First();

    private IReadOnlyList<TextPiece> Pieces(string language) => ByLanguage[Shown(language)];
}
