using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Conversation.Dialogs;

/// <summary>Chooses the language, at the very start or later.</summary>
internal sealed class LanguageDialog : IDialog
{
    /// <summary>Asks somebody new; the language of their client comes first.</summary>
    public static void AskFirst(Script script, string? clientLanguage)
    {
        var suggested = clientLanguage is { Length: >= 2 } hint && Texts.Languages.Contains(hint[..2]) ? hint[..2] : "kk";
        script.Ask(script.Text("lang.ask"), Options(suggested));
    }

    /// <summary>Asks somebody who wants another language; what is open stays open behind it.</summary>
    public static void AskChange(Script script)
    {
        Globals.PutAside(script);
        script.Goto(new DialogState.ChooseLanguage(null));
    }

    public void Open(Script script, DialogState dialog) => script.Ask(script.Text("lang.ask"), Options(script.Language));

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var known = script.State.Language is not null;
        if (heard.Id is not { } language || !Texts.Languages.Contains(language)) { script.AskAgain(); return; }
        script.Remember(s => s with { Language = language });
        script.Tell("lang.set");
        if (!known) script.Tell("hello.now", ("org", script.Context.Organisation.Name));
        if (((DialogState.ChooseLanguage)dialog).Code is { } code) DeepLink.Follow(script, code);
        else if (script.State.Unfinished is not null) script.Goto(new DialogState.Resuming());
        else script.Goto(new DialogState.Menu());
    }

    private static List<Option> Options(string first) =>
        [.. Texts.Languages.OrderBy(l => l == first ? 0 : 1).Select(l => new Option(l, LanguageNames.Own(l)))];
}
