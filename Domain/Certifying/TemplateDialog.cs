using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Certifying;

/// <summary>Staff send a drawing of their own for the certificates or diplomas of an event, in one language or in all.</summary>
internal sealed class TemplateDialog : IDialog
{
    private const string All = "tpl.all";

    /// <summary>Goes back to the drawings that ship with the program.</summary>
    public static void Restore(Script script, EventId of)
    {
        foreach (var kind in new[] { CertificateKind.Certificate, CertificateKind.Diploma }) script.Record(new Fact.CertificateTemplateSet(of, kind, "", null));
        script.Tell("tpl.restored");
        script.Goto(new DialogState.Menu());
    }

    public void Open(Script script, DialogState dialog)
    {
        var making = (DialogState.Templating)dialog;
        if (script.Event(making.Event) is not { } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        if (making.Kind is not { } kind) script.Ask(script.Text("tpl.kind", ("event", e.Title.In(script.Language))), [script.Choice("btn.tpl.certificate"), script.Choice("btn.tpl.diploma"), script.Choice("btn.menu")]);
        else if (making.For is null) script.Ask(script.Text("tpl.language"), [script.Choice(All), .. Texts.Languages.Select(l => new Option("lang." + l, LanguageNames.Own(l))), script.Choice("btn.menu")]);
        else if (making.File is null) script.Ask(script.Text("tpl.send", ("fields", Fields(script, kind))), [script.Choice("btn.menu")]);
        else script.Ask(script.Text("tpl.good"), [script.Choice("btn.tpl.use"), script.Choice("btn.tpl.other"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var making = (DialogState.Templating)dialog;
        if (!script.May(Right.Organise, making.Event) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (making is { Kind: { } kind, For: not null } && heard.Content is Inbound.File file) { TakeFile(script, making, kind, file); return; }
        switch (heard.Id)
        {
            case "btn.tpl.certificate": script.Goto(making with { Kind = CertificateKind.Certificate }); break;
            case "btn.tpl.diploma": script.Goto(making with { Kind = CertificateKind.Diploma }); break;
            case All when making.Kind is not null: script.Goto(making with { For = "" }); break;
            case "lang.kk" or "lang.ru" or "lang.en" when making.Kind is not null: script.Goto(making with { For = heard.Id[5..] }); break;
            case "btn.tpl.other": script.Goto(making with { File = null }); break;
            case "btn.tpl.use" when making is { Kind: { } what, For: { } language, File: { } drawing }:
                script.Record(new Fact.CertificateTemplateSet(making.Event, what, language, drawing));
                script.Tell("tpl.used");
                script.Goto(new DialogState.Menu());
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void TakeFile(Script script, DialogState.Templating making, CertificateKind kind, Inbound.File file)
    {
        var language = making.For is { Length: > 0 } one ? one : script.Language;
        var read = script.Know(new Need.Template(file.Handle, file.Bytes, making.Event, kind, language));
        var said = read.Problems.GroupBy(p => p.IsError).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(p => p.Say(script.Context.Texts, script.Language))));
        if (said.TryGetValue(true, out var errors)) script.Tell("tpl.bad", ("list", errors));
        if (read.Refused is { } why) script.Tell(why);
        if (said.TryGetValue(false, out var warnings)) script.Tell("tpl.warned", ("list", warnings));
        if (read.Preview is { } preview) script.Add(new Reply.File(preview, "sample.png", "image/png", script.Text("certs.sample")));
        script.Goto(making with { File = read.File });
    }

    /// <summary>The placeholders worth naming; the program's answer to a wrong one names all.</summary>
    private static string Fields(Script script, CertificateKind kind) => script.Text(kind is CertificateKind.Diploma ? "tpl.fields.diploma" : "tpl.fields");
}
