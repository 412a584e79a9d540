namespace GrantBot.Domain.Localisation;

/// <summary>Languages in words of the reader's own: nobody but programmers knows "kk".</summary>
public static class LanguageNames
{
    /// <summary>What its own speakers call a language, for choices between languages.</summary>
    /// <param name="code">kk, ru or en.</param>
    public static string Own(string code) => code switch { "ru" => "Русский", "en" => "English", _ => "Қазақша" };

    /// <summary>Names of languages for a list: Kazakh, Russian. One we have no name for stays a code.</summary>
    /// <param name="texts">All sentences.</param>
    /// <param name="codes">Codes of the languages.</param>
    /// <param name="reader">Code of the reader's language.</param>
    public static string NamesOf(this Texts texts, IEnumerable<string> codes, string reader) =>
        string.Join(", ", codes.Select(code => texts.Has("lang.name." + code) ? texts["lang.name." + code, reader] : code));

    /// <summary>A language as it stands beside a text: қазақша, по-казахски, in Kazakh.</summary>
    /// <param name="texts">All sentences.</param>
    /// <param name="code">Code of the language.</param>
    /// <param name="reader">Code of the reader's language.</param>
    public static string InLanguage(this Texts texts, string code, string reader) =>
        texts.Has("lang.in." + code) ? texts["lang.in." + code, reader] : texts.Say("lang.in.other", reader, ("code", code));
}
