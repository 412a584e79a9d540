using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>What a message says: whatever is typed becomes its text in that language, whatever is sent its picture or file.</summary>
internal static class BroadcastWriting
{
    private const int Excerpt = 200;

    /// <summary>Asks for a text, or shows what is there.</summary>
    public static void Ask(Script script, BroadcastDraft draft)
    {
        var content = draft.Content;
        if (content.IsEmpty)
        {
            script.Ask(new Reply.Message(script.Text("bc.text", ("who", BroadcastWhom.Title(script, draft.Audience!)), ("max", Whole(script, BroadcastContent.LongestText)))) { Options = [script.Choice("btn.back")], TakesText = true });
            return;
        }
        script.Tell("bc.card", ("who", BroadcastWhom.Title(script, draft.Audience!)));
        script.Say(string.Join("\n", Lines(script, content)));
        if (content.File is not null && NeedsTwo(content)) script.Tell("bc.card.two", ("max", Whole(script, BroadcastContent.LongestCaption)));
        List<string> choices = ["btn.bc.check"];
        if (content.Buttons.Count < BroadcastContent.MostButtons) choices.Add("btn.bc.button");
        if (content.File is not null && content.Texts.Count > 0) choices.Add("btn.bc.nofile");
        if (content.Buttons.Count > 0) choices.Add("btn.bc.nobuttons");
        script.Ask(new Reply.Message(script.Text("bc.card.more")) { Options = [.. choices.Concat(["btn.bc.whom", "btn.menu"]).Select(script.Choice)], TakesText = true });
    }

    /// <summary>What comes next; null after it was said why not.</summary>
    public static DialogState? Take(Script script, BroadcastDraft draft, Heard heard)
    {
        var content = draft.Content;
        switch (heard.Id)
        {
            case "btn.bc.check": return BroadcastMakingDialog.To(BroadcastStep.Check, draft);
            case "btn.bc.button": return BroadcastMakingDialog.To(BroadcastStep.Button, draft);
            case "btn.bc.whom": return BroadcastMakingDialog.To(BroadcastStep.Where, draft);
            case "btn.bc.nofile": return BroadcastMakingDialog.To(BroadcastStep.Text, draft with { Content = content with { File = null } });
            case "btn.bc.nobuttons": return BroadcastMakingDialog.To(BroadcastStep.Text, draft with { Content = content with { Buttons = [] } });
        }
        var written = heard.Content switch
        {
            Inbound.Text when heard.Text.StartsWith('/') => Refuse(script, "unknown"),
            Inbound.Text when heard.Text.Length > 0 => Put(script, draft, heard.Text),
            Inbound.File file => Put(script, draft, file, heard.Text),
            _ => Refuse(script, "bc.text.odd"),
        };
        return written is null ? null : BroadcastMakingDialog.To(BroadcastStep.Text, written);
    }

    /// <summary>The draft with a text; null after it was said that it is too long.</summary>
    public static BroadcastDraft? Put(Script script, BroadcastDraft draft, string text)
    {
        if (text.Length <= BroadcastContent.LongestText) return draft with { Content = draft.Content.With(BroadcastContent.LanguageOf(text), text) };
        script.Tell("bc.text.long", ("n", Whole(script, text.Length)), ("max", Whole(script, BroadcastContent.LongestText)));
        return null;
    }

    /// <summary>The picture or file and the text leave one after the other: a caption has no room for it, or no buttons.</summary>
    public static bool NeedsTwo(BroadcastContent content) => content.Buttons.Count > 0 || content.Texts.Values.Any(t => t.Length > BroadcastContent.LongestCaption);

    private static BroadcastDraft? Put(Script script, BroadcastDraft draft, Inbound.File file, string caption)
    {
        var kept = script.Know(new Need.FileToPass(file.Handle, file.Name, file.MediaType, file.Bytes) { For = KeptBroadcast.Lasts });
        if (kept.File is not { } passed) return Refuse(script, kept.Refused!);
        var with = draft with { Content = draft.Content with { File = passed } };
        return caption.Length == 0 ? with : Put(script, with, caption);
    }

    private static BroadcastDraft? Refuse(Script script, string key)
    {
        script.Tell(key);
        return null;
    }

    private static IEnumerable<string> Lines(Script script, BroadcastContent content)
    {
        foreach (var language in Texts.Languages.Where(content.Texts.ContainsKey))
            yield return script.Text("bc.card.text", ("lang", script.Context.Texts.NamesOf([language], script.Language)), ("text", Short(content.Texts[language], Excerpt)));
        if (content.File is { } file) yield return script.Text("bc.card.file", ("name", file.Name));
        if (content.Buttons.Count > 0) yield return script.Text("bc.card.buttons", ("list", string.Join(", ", BroadcastButtons.Options(script, content).Select(o => $"[{o.Label}]"))));
    }

    /// <summary>The beginning of a text, on one line.</summary>
    public static string Short(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    private static string Whole(Script script, int number) => Numbers.Whole(number, script.Language);
}
