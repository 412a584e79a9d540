using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Certifying;

/// <summary>
/// A participant corrects the name on their certificates: surname, given name and patronymic are asked as the registration form asks them
/// and by its rules; the documents of that event are made anew under the same numbers.
/// </summary>
internal sealed class CorrectionDialog : IDialog
{
    /// <summary>So often a name may be corrected; after that staff look at it, since a certificate is not to be passed on.</summary>
    public const int MostCorrections = 3;

    private const string Form = "reg_person";

    private static readonly string[] Questions = ["surname", "given", "patronymic"];

    /// <summary>Begins, or says why not; with documents of several events the person chooses one.</summary>
    public static void Begin(Script script)
    {
        var events = MyCertificatesDialog.Mine(script).DistinctBy(c => c.Registration).ToList();
        if (events.Count == 0) { script.Tell("certs.mine.none"); script.AskAgain(); return; }
        Globals.PutAside(script);
        if (events is [var only]) { Go(script, only); return; }
        script.Stay(new DialogState.Correcting(default, []));
        script.Ask(script.Text("name.which"), [.. events.Select(c => new Option(c.Registration.Value.ToString("N"), script.Event(c.Event)?.Title.In(script.Language) ?? c.Number)), script.Choice("btn.menu")]);
    }

    public void Open(Script script, DialogState dialog)
    {
        var correcting = (DialogState.Correcting)dialog;
        if (correcting.Registration == default || Session(script) is not { } session) { script.Goto(new DialogState.MyCertificates()); return; }
        if (correcting.Names.Count == Questions.Length) { script.Ask(script.Text("name.check", ("name", Full(correcting))), [script.Choice("btn.ok"), script.Choice("btn.edit"), script.Choice("btn.cancel")]); return; }
        var question = session.View(Path(script, correcting.Names.Count));
        script.Ask(new Reply.Message(question.Hint is { Length: > 0 } hint ? $"{question.Label}\n{hint}" : question.Label)
        {
            Options = [.. question.Required ? Array.Empty<Option>() : [script.Choice("btn.skip")], script.Choice("btn.cancel")], TakesText = true,
        });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var correcting = (DialogState.Correcting)dialog;
        if (heard.Id is "btn.cancel" or "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (correcting.Registration == default) { Choose(script, heard); return; }
        if (correcting.Names.Count == Questions.Length) { Check(script, correcting, heard); return; }
        if (Session(script) is not { } session) { script.Goto(new DialogState.Menu()); return; }
        var path = Path(script, correcting.Names.Count);
        var result = heard.Id == "btn.skip" ? session.Skip(path) : session.Answer(path, heard.Text);
        if (heard.Text.Length == 0) { script.Tell("unknown"); script.AskAgain(); }
        else if (result is AnswerResult.Refused refused) { script.Say(refused.Message); script.AskAgain(); }
        else script.Goto(correcting with { Names = [.. correcting.Names, session.Value(Questions[correcting.Names.Count]) ?? ""] });
    }

    private static void Choose(Script script, Heard heard)
    {
        if (MyCertificatesDialog.Mine(script).FirstOrDefault(c => c.Registration.Value.ToString("N") == heard.Id) is { } certificate) Go(script, certificate);
        else { script.Tell("unknown"); script.AskAgain(); }
    }

    private static void Go(Script script, KnownCertificate certificate)
    {
        if (certificate.Corrections >= MostCorrections)
        {
            script.Tell("name.enough", ("n", MostCorrections), ("phone", script.Context.Organisation.Phone));
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Goto(new DialogState.Correcting(certificate.Registration, []));
    }

    private static void Check(Script script, DialogState.Correcting correcting, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.ok" when MyCertificatesDialog.Mine(script).FirstOrDefault(c => c.Registration == correcting.Registration) is { Corrections: < MostCorrections } of && script.State.Person is { } person:
                script.Record(new Fact.NameCorrected(of.Registration, of.Event, person, correcting.Names[0], correcting.Names[1], correcting.Names[2] is { Length: > 0 } patronymic ? patronymic : null, script.Language));
                script.Tell("name.corrected");
                script.Goto(new DialogState.Menu());
                break;
            case "btn.ok": script.Goto(new DialogState.MyCertificates()); break;
            case "btn.edit": script.Goto(correcting with { Names = [] }); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static string Full(DialogState.Correcting correcting) => PersonName.Full(correcting.Names[0], correcting.Names[1], correcting.Names[2]);

    private static FormSession? Session(Script script) => script.Context.Forms.Find(Form) is { } form && Questions.All(q => form.PathOf(q) is not null)
        ? FormSession.Open(form, FormProgress.Begin(form, 0, script.Context.Now), new(script.Context.Now, script.Context.Zone), script.Context.Texts, script.Language) : null;

    private static string Path(Script script, int question) => script.Context.Forms.Find(Form)!.PathOf(Questions[question])!;
}
