using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Lists;

/// <summary>After an event staff send the signed list and count its signatures; the difference to the check-ins is kept (2-processes.md row 24).</summary>
internal sealed class SignedListDialog : IDialog
{
    /// <summary>Pages of one list.</summary>
    private const int MostPages = 15;

    private const int MostSignatures = 9_999;

    private static readonly string[] Pages = [".jpg", ".png", ".webp", ".heic", ".pdf", ".tif", ".tiff"];

    public void Open(Script script, DialogState dialog)
    {
        var signing = (DialogState.SigningList)dialog;
        if (!script.May(Right.Organise, signing.Event) || script.Event(signing.Event) is not { } e) script.Goto(new DialogState.Menu());
        else if (!signing.IsWhole) AskPages(script, signing, e);
        else if (e.Sessions.Count > 1 && signing.Session is null) script.Ask(script.Text("signed.session"), [.. e.Sessions.Select(s => new Option(s.Code, Name(script, s))), script.Choice("btn.cancel")]);
        else script.Ask(new Reply.Message(script.Text("signed.count")) { Options = [script.Choice("btn.cancel")], Expects = Expected.Integer, TakesText = true });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var signing = (DialogState.SigningList)dialog;
        if (!script.May(Right.Organise, signing.Event) || heard.Id == "btn.cancel" || script.Event(signing.Event) is not { } e) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Content is Inbound.File file && !signing.IsWhole) TakePage(script, signing, file);
        else if (!signing.IsWhole && heard.Id == "btn.done" && signing.Files.Count > 0) script.Goto(signing with { IsWhole = true });
        else if (signing.IsWhole && signing.Session is null && e.Sessions.Count > 1) TakeSession(script, signing, e, heard);
        else if (signing.IsWhole) TakeCount(script, signing, e, heard);
        else { script.Tell("unknown"); script.AskAgain(); }
    }

    private static void AskPages(Script script, DialogState.SigningList signing, EventInfo e)
    {
        if (signing.Files.Count == 0) script.Ask(script.Text("signed.send", ("event", e.Title.In(script.Language))), [script.Choice("btn.cancel")]);
        else script.Ask(script.Text("signed.more", ("n", signing.Files.Count)), [script.Choice("btn.done"), script.Choice("btn.cancel")]);
    }

    private static void TakePage(Script script, DialogState.SigningList signing, Inbound.File file)
    {
        var kept = script.Know(new Need.Attachment(file.Handle, file.Name, file.Bytes, Picture: false));
        if (kept.Value is { } value && signing.Files.Count < MostPages && Pages.Contains(Path.GetExtension(value), StringComparer.Ordinal))
        {
            script.Goto(signing with { Files = [.. signing.Files.Where(f => f != value), value] });
            return;
        }
        script.Tell(kept.Refused ?? (signing.Files.Count < MostPages ? "signed.kind" : "signed.many"));
        script.Goto(signing);
    }

    private static void TakeSession(Script script, DialogState.SigningList signing, EventInfo e, Heard heard)
    {
        if (e.Sessions.Any(s => s.Code == heard.Id)) { script.Goto(signing with { Session = heard.Id }); return; }
        script.Tell("unknown");
        script.AskAgain();
    }

    private static void TakeCount(Script script, DialogState.SigningList signing, EventInfo e, Heard heard)
    {
        if (!int.TryParse(heard.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var signatures) || signatures > MostSignatures)
        {
            script.Tell("signed.count.bad");
            script.AskAgain();
            return;
        }
        var session = signing.Session ?? (e.Sessions is [var only] ? only.Code : null);
        var checkedIn = script.Know(new Need.CheckedIn(e.Id, session));
        var until = script.Context.Organisation.ConsentUntil;
        var day = until.AddDays(1).ToDateTime(TimeOnly.MinValue);
        script.Record(new Fact.ListSigned(e.Id, session, signatures, checkedIn, signing.Files, new DateTimeOffset(day, script.Context.Zone.GetUtcOffset(day))));
        script.Tell("signed.kept", ("event", e.Title.In(script.Language)), ("pages", signing.Files.Count), ("until", Dates.Until(until, script.Language)));
        script.Tell(signatures == checkedIn ? "signed.same" : signatures > checkedIn ? "signed.over" : "signed.under",
            ("n", signatures), ("m", checkedIn), ("d", Math.Abs(signatures - checkedIn)));
        script.Goto(new DialogState.Menu());
    }

    private static string Name(Script script, Session session) =>
        session.StartsAt is { } at ? $"{session.Title.In(script.Language)}, {Dates.Short(DateOnly.FromDateTime(script.Local(at).DateTime))}" : session.Title.In(script.Language);
}
