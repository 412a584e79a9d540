using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Filling;

/// <summary>A form, question by question, then the summary in which any single answer can be changed, then what its occasion does with the answers.</summary>
internal sealed class FormDialog : IDialog
{
    /// <summary>Begins with what is known already, so that it is offered and not asked again.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="form">The form.</param>
    /// <param name="begin">Makes the state from the first progress.</param>
    /// <param name="answers">Answers it shall hold from the start, by name; what may stay blank beside them does. Null = none.</param>
    public static void Begin(Script script, Form form, Func<FormProgress, DialogState.Filling> begin, IReadOnlyDictionary<string, string>? answers = null)
    {
        var filling = begin(answers is null ? FormProgress.Begin(form, Seed(script), script.Context.Now) : FormProgress.Sent(form, answers, script.Context.Now) with { Seed = Seed(script) });
        var session = Session(script, filling);
        Prepare(script, IOccasion.Of(filling), session);
        if (!filling.IsOfAnother) script.Remember(s => s with { Unfinished = null });
        if (answers is not null) session.PassOptional();
        else if (session.Summary().Count > 0 && filling is not (DialogState.WalkingIn or DialogState.Consulting))
            script.Tell(filling is DialogState.Registering { Place: not null } && script.Person?.Answers is not { Count: > 0 } ? "t.known" : "known.answers");
        Continue(script, filling, session);
    }

    public void Open(Script script, DialogState dialog)
    {
        var filling = (DialogState.Filling)dialog;
        var occasion = IOccasion.Of(filling);
        if (!occasion.IsOpen(script)) { occasion.Leave(script); return; }
        var session = Session(script, filling);
        Prepare(script, occasion, session);
        if (occasion.Ends(script, session)) return;
        Continue(script, filling, session);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var filling = (DialogState.Filling)dialog;
        if (IsGone(script, filling)) { IOccasion.Of(filling).Leave(script); return; }
        switch (filling.Step)
        {
            case FillingStep.Asking: TakeAnswer(script, filling, heard); break;
            case FillingStep.Checking: TakeCheck(script, filling, heard); break;
            default: TakeChoice(script, filling, heard); break;
        }
    }

    /// <summary>Back to the question before, or from the summary to the last question; from the first question to where the form was opened.</summary>
    public static void Back(Script script, DialogState.Filling filling)
    {
        if (IsGone(script, filling)) { IOccasion.Of(filling).Leave(script); return; }
        var session = Session(script, filling);
        if (filling.Step is FillingStep.Choosing) { Show(script, filling, session); return; }
        if (session.Back()) { Ask(script, filling, session); return; }
        Globals.PutAside(script);
        IOccasion.Of(filling).Leave(script);
    }

    /// <summary>Asks one question again, after what was said about its answer.</summary>
    public static void Reask(Script script, DialogState.Filling filling, FormSession session, string name)
    {
        session.Reopen($"/{session.Root}/{name}");
        Ask(script, filling, session);
    }

    /// <summary>The author's further advice on the open question, for whoever asks for help.</summary>
    public static void Advise(Script script, DialogState.Filling filling)
    {
        if (filling.Step is FillingStep.Asking && !IsGone(script, filling) && Session(script, filling).Next?.Guidance is { } guidance) script.Say(guidance);
    }

    /// <summary>The version was deleted while somebody tried it; whoever fills one that was published may finish.</summary>
    private static bool IsGone(Script script, DialogState.Filling filling) => script.Context.Forms.Find(filling.Form.FormId, filling.Form.FormVersion) is null
        || (filling is DialogState.Answering { Trial: true } && script.Context.Forms.Edition(filling.Form.FormId, filling.Form.FormVersion) is null);

    private static void TakeAnswer(Script script, DialogState.Filling filling, Heard heard)
    {
        var session = Session(script, filling);
        if (session.Next is not { } question) { Show(script, filling, session); return; }
        switch (heard.Id)
        {
            case "btn.back": Back(script, filling); return;
            case "btn.skip": After(script, filling, session, session.Skip(question.Path)); return;
            case "btn.done" when FormQuestions.TakesSeveral(question): After(script, filling, session, session.Answer(question.Path, filling.Picked ?? string.Join(' ', question.Picked))); return;
            case { } pick when FormQuestions.TakesSeveral(question) && heard.Content is Inbound.Press press && question.Choices.Any(c => c.Name == pick): Pick(script, filling, session, question, pick, press.Message); return;
            default: break;
        }
        if (Raw(script, heard, question) is not { } raw) return;
        var picked = filling.Picked?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []; // picked some, types the rest
        var result = heard.Content is Inbound.Text ? IOccasion.Of(filling).Read(session, question, raw) ?? session.AnswerTyped(question.Path, raw, picked, isName: raw == heard.Id) : session.Answer(question.Path, raw);
        if (result is AnswerResult.Accepted && heard.Content is Inbound.Contact { Own: true } && FormQuestions.AsksOwnPhone(question) && filling is not (DialogState.Registering { ByGuardian: true } or { IsOfAnother: true })) PhoneOwner.Verified(script, raw);
        After(script, filling, session, result);
    }

    /// <summary>What the form reads: a choice's name, a shared number, a file's handle, or typed text; null after it was refused here.</summary>
    private static string? Raw(Script script, Heard heard, QuestionView question)
    {
        switch (heard.Content)
        {
            case Inbound.Contact contact when FormQuestions.AsksOwnPhone(question) && contact.Own: return contact.Phone.StartsWith('+') ? contact.Phone : "+" + contact.Phone;
            case Inbound.Contact contact when question.Kind is QuestionKind.Phone && !FormQuestions.AsksOwnPhone(question): return contact.Phone.StartsWith('+') ? contact.Phone : "+" + contact.Phone;
            case Inbound.Contact when question.Kind is QuestionKind.Phone: script.Tell("contact.foreign"); script.AskAgain(); return null;
            case Inbound.Location place when question.Kind is QuestionKind.Geopoint: return FormattableString.Invariant($"{place.Latitude} {place.Longitude}");
            case Inbound.File file when TakesFile(question): return Kept(script, question, file);
            case Inbound.File or Inbound.Contact or Inbound.Location: script.Tell(Unexpected(question)); script.AskAgain(); return null;
            case Inbound.Text when TakesFile(question): script.Tell(question.Kind is QuestionKind.Image ? "f.notpicture" : "f.nottext"); script.AskAgain(); return null;
            default: return heard.Choice is { Id: "known.phone", Label: var number } ? number : heard.Id ?? heard.Text;
        }
    }

    private static string Unexpected(QuestionView question) => question switch
    {
        _ when TakesFile(question) => "f.nottext",
        { Kind: QuestionKind.Geopoint } => "q.location",
        { Choices.Count: > 0 } => "unknown",
        _ => "file.unexpected",
    };

    private static bool TakesFile(QuestionView question) => question.Kind is QuestionKind.Image or QuestionKind.File;

    private static string? Kept(Script script, QuestionView question, Inbound.File file)
    {
        var kept = script.Know(new Need.Attachment(file.Handle, file.Name, file.Bytes, question.Kind is QuestionKind.Image));
        if (kept.Refused is not { } why) return kept.Value;
        script.Tell(why);
        script.AskAgain();
        return null;
    }

    private static void After(Script script, DialogState.Filling filling, FormSession session, AnswerResult result)
    {
        if (result is AnswerResult.Refused refused)
        {
            script.Say(refused.Message);
            // marks that were understood and refused go, so that what is pressed and what is typed next mean the same
            if (filling.Picked is not null && refused.Key is not ("f.choices" or "f.rank" or "w.iin")) Ask(script, filling, session);
            else script.AskAgain();
            return;
        }
        if (script.State.Dialog is not DialogState.Filling) return;
        if (IOccasion.Of(filling).Ends(script, session)) return;
        Continue(script, filling, session);
    }

    /// <summary>Puts a mark on a choice, or takes it off. In an order of choices the last one has only one place left.</summary>
    private static void Pick(Script script, DialogState.Filling filling, FormSession session, QuestionView question, string pick, MessageRef? pressed)
    {
        var picked = filling.Picked?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList() ?? [.. question.Picked];
        if (!picked.Remove(pick)) picked.Add(pick);
        if (question.Kind is QuestionKind.Rank && question.Choices.Where(c => !picked.Contains(c.Name)).Take(2).ToList() is [var last]) picked.Add(last.Name);
        script.Stay(filling with { Picked = string.Join(' ', picked) });
        script.Mark(FormQuestions.Of(script, filling, session, question, picked), pressed, question.Choices.Index().First(c => c.Item.Name == pick).Index);
    }

    private static void TakeCheck(Script script, DialogState.Filling filling, Heard heard)
    {
        var session = Session(script, filling);
        switch (heard.Id)
        {
            case "btn.ok": IOccasion.Of(filling).Confirm(script, session); break;
            case "btn.edit":
                script.Stay(filling with { Step = FillingStep.Choosing });
                FormQuestions.AskWhich(script, session);
                break;
            case "btn.cancel": Globals.Act(script, GlobalWord.Cancel); break;
            default: script.Tell("unknown"); Show(script, filling, session); break;
        }
    }

    private static void TakeChoice(Script script, DialogState.Filling filling, Heard heard)
    {
        var session = Session(script, filling);
        if (heard.Id == "btn.back") { Show(script, filling, session); return; }
        if (heard.Id is not { } path || session.Summary().Concat(session.Blanks()).All(l => l.Path != path)) { script.Tell("unknown"); script.AskAgain(); return; }
        session.Reopen(path);
        Ask(script, filling, session);
    }

    private static void Continue(Script script, DialogState.Filling filling, FormSession session)
    {
        IOccasion.Of(filling).Pass(session);
        if (session.Next is null) Show(script, filling, session);
        else Ask(script, filling, session);
    }

    private static void Ask(Script script, DialogState.Filling filling, FormSession session)
    {
        foreach (var note in session.TakeNotes()) script.Say(note);
        var question = session.Next!;
        if (Picture(script, filling, question) is { } picture) script.Add(picture);
        script.Ask(FormQuestions.Of(script, filling, session, question, question.Picked));
        script.Stay(filling with { Form = session.Progress, Step = FillingStep.Asking, Picked = null });
    }

    /// <summary>The picture beside a question; null when there is none, or its author has not sent it.</summary>
    private static Reply.File? Picture(Script script, DialogState.Filling filling, QuestionView question) =>
        question.Image is { } cell && PictureFile.NameIn(cell) is var name && script.Context.Forms.Edition(filling.Form.FormId, filling.Form.FormVersion)?.Pictures.GetValueOrDefault(name) is { } file
            ? new(file, name, PictureFile.MediaType(name), "") : null;

    private static void Show(Script script, DialogState.Filling filling, FormSession session)
    {
        foreach (var note in session.TakeNotes()) script.Say(note);
        script.Stay(filling with { Form = session.Progress, Step = FillingStep.Checking, Picked = null });
        FormQuestions.AskCheck(script, session);
    }

    private static void Prepare(Script script, IOccasion occasion, FormSession session)
    {
        session.Set("lang", script.Language);
        if (occasion is CheckIn.WalkInOccasion or Consultations.ConsultationOccasion { IsOfAnother: true } or Surveys.SurveyOccasion { Anonymous: true }) { occasion.Prepare(script, session); return; } // nothing that is known of the chat is the guest's, or belongs to the answers
        if (script.State.VerifiedPhone is { } phone) session.Describe("phonenumber", phone);
        if (script.State.Person is { } id) session.Describe("deviceid", id.Value.ToString("N"));
        if (session.Wants("username") && script.Person is { Answers: var known })
            session.Describe("username", PersonName.Full(known.GetValueOrDefault("surname"), known.GetValueOrDefault("given"), known.GetValueOrDefault("patronymic")));
        occasion.Prepare(script, session);
    }

    private static FormSession Session(Script script, DialogState.Filling filling)
    {
        var form = script.Context.Forms.Find(filling.Form.FormId, filling.Form.FormVersion) ?? throw new InvalidOperationException($"form {filling.Form.FormId} is gone");
        return FormSession.Open(form, filling.Form, Clock(script), script.Context.Texts, script.Language, LastSaved(script, form));
    }

    /// <summary>What the person sent last time, where the form asks for it.</summary>
    private static IEnumerable<KeyValuePair<string, string>>? LastSaved(Script script, Form form) => form.ReadsLastSaved && script.State.Dialog is not DialogState.Surveying { Anonymous: true } && script.State.Person is { } person
        ? script.Know(new Need.Submissions(person)).FirstOrDefault(s => s.FormId == form.Id)?.Answers.Where(a => form.PathOf(a.Key) is not null).Select(a => KeyValuePair.Create(form.PathOf(a.Key)!, a.Value))
        : null;

    private static FormClock Clock(Script script) => new(script.Context.Now, script.Context.Zone);

    private static int Seed(Script script) => script.Context.NewId().GetHashCode() & int.MaxValue;
}
