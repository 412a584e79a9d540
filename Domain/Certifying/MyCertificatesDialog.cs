using System.Globalization;
using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Certifying;

/// <summary>The person's own certificates and diplomas: each is sent again on a press, and the name on them corrected.</summary>
internal sealed class MyCertificatesDialog : IDialog
{
    /// <summary>The documents of the chat's person.</summary>
    public static IReadOnlyList<KnownCertificate> Mine(Script script) => script.State.Person is { } person ? script.Know(new Need.CertificatesOf(person)) : [];

    public void Open(Script script, DialogState dialog)
    {
        var mine = Mine(script);
        if (mine.Count == 0)
        {
            script.Tell("certs.mine.none");
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Ask(script.Text("certs.mine", ("list", string.Join('\n', mine.Select(c => "• " + Line(script, c))))),
            [.. mine.Select(c => new Option(Key(c), c.Number) { Description = Line(script, c) }), script.Choice("btn.edit"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.edit") { CorrectionDialog.Begin(script); return; }
        if (heard.Id is not { } id || Mine(script).FirstOrDefault(c => Key(c) == id) is not { } certificate || script.State.Person is not { } person) { script.Tell("unknown"); script.AskAgain(); return; }
        script.Record(new Fact.CertificateAskedAgain(certificate.Id, person, script.Language));
        script.Tell("certs.again", ("no", certificate.Number));
        script.Goto(new DialogState.Menu());
    }

    /// <summary>"№ 001-open-014 – Open Championship, first place".</summary>
    private static string Line(Script script, KnownCertificate certificate)
    {
        var title = script.Event(certificate.Event)?.Title.In(script.Language) ?? "";
        var award = AwardDialog.Words(script, certificate.Award);
        return $"{script.Text("mine.number", ("no", certificate.Number))} – {title}" + (award.Length > 0 ? ", " + award : "");
    }

    private static string Key(KnownCertificate certificate) => "c:" + certificate.Id.ToString(CultureInfo.InvariantCulture);
}
