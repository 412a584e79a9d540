using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Consultations;

/// <summary>An adviser keeps the answer they wrote last, to be offered to everybody who advises; it is asked for in the other languages too, which may be skipped.</summary>
internal sealed class KeepingDialog : IDialog
{
    private const int Longest = 2000;

    /// <summary>Begins with what was said last; without anything said there is nothing to keep.</summary>
    public static void Begin(Script script, KnownConsultation c)
    {
        if (script.Know(new Need.ConsultationLines(c.Number)).LastOrDefault(l => !l.ByPerson && l.Text.Length > 0) is not { Text.Length: <= Longest } last) { script.Tell("c.keep.nothing"); script.AskAgain(); return; }
        var language = c.Sheet[ConsultationSheet.Language] is { } asked && Texts.Languages.Contains(asked) ? asked : script.Language;
        script.Tell("c.keep", ("text", last.Text));
        script.Goto(new DialogState.KeepingAnswer(c.Number, new Dictionary<string, string>(StringComparer.Ordinal) { [language] = last.Text }));
    }

    public void Open(Script script, DialogState dialog)
    {
        var keeping = (DialogState.KeepingAnswer)dialog;
        if (Next(keeping) is { } language) { script.Ask(new Reply.Message(script.Text("c.keep.in", ("language", LanguageNames.Own(language)))) { Options = [script.Choice("btn.skip"), script.Choice("btn.cancel")], TakesText = true }); return; }
        script.Record(new Fact.AnswerKept { Texts = keeping.Texts.Where(t => t.Value.Length > 0).ToDictionary(StringComparer.Ordinal) });
        script.Tell("c.kept");
        script.Goto(new DialogState.Advising(keeping.Number));
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var keeping = (DialogState.KeepingAnswer)dialog;
        if (heard.Id == "btn.cancel" || Next(keeping) is not { } language) { script.Goto(new DialogState.Advising(keeping.Number)); return; }
        if (heard.Id != "btn.skip" && heard.Text.Length is 0 or > Longest) { script.Tell("c.long", ("max", Longest)); script.AskAgain(); return; }
        script.Goto(keeping with { Texts = new Dictionary<string, string>(keeping.Texts, StringComparer.Ordinal) { [language] = heard.Id == "btn.skip" ? "" : heard.Text } });
    }

    private static string? Next(DialogState.KeepingAnswer keeping) => Texts.Languages.FirstOrDefault(l => !keeping.Texts.ContainsKey(l));
}
