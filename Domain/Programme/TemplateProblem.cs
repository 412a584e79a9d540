using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Programme;

/// <summary>Something in a template of a certificate its author should know. An error keeps the template from being used, a warning does not.</summary>
/// <param name="Number">Place among the errors or among the warnings, from 1.</param>
/// <param name="IsError">The template cannot be used like this.</param>
/// <param name="Code">What is wrong, stable: the text "tpl.{Code}" says it in words.</param>
/// <param name="Line">Line of the file, 0 when it is no single line.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Advice">What to write instead; "" when the text says it all.</param>
public sealed record TemplateProblem(int Number, bool IsError, string Code, int Line, string Found, string Advice)
{
    /// <summary>The problem in words: where, what is wrong, how to write it.</summary>
    public string Say(Texts texts, string language)
    {
        var words = texts.Say("tpl." + Code, language, ("found", Found), ("advice", Advice));
        return Line > 0 ? $"{Number}. {texts.Say("tpl.line", language, ("line", Line))}: {words}" : $"{Number}. {words}";
    }
}
