using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Colleagues;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Consultations;

/// <summary>The owner of a request: what is typed goes to who asked. It is closed with the advice given, handed to a colleague, given back or put off.</summary>
internal sealed class AdvisingDialog : IDialog
{
    /// <summary>A request of this chat that is open; null when somebody else has it, or nobody.</summary>
    public static KnownConsultation? Mine(Script script, long number) => script.MaySome(Right.Advise) && script.Know(new Need.Consultation(number)) is { } c
        && ((c.Status is ConsultationStatus.Taken && c.Owner == script.Context.Chat) || script.Recorded.Any(f => f is Fact.ConsultationTaken taken && taken.Number == number)) ? c : null;

    /// <summary>Takes a request that waits; whoever comes second hears who was first, or that it is gone.</summary>
    public static void TakeUp(Script script, KnownConsultation c)
    {
        if (c.IsErased) { script.Tell("c.erased", ("no", c.Number)); Rest(script); return; }
        if (c.Status is ConsultationStatus.Closed) { script.Tell("c.closed", ("no", c.Number)); Rest(script); return; }
        if (c.Status is not ConsultationStatus.Waiting && c.Owner != script.Context.Chat) { script.Tell("c.taken.other", ("no", c.Number), ("name", ConsultationWords.Owner(script, c))); Rest(script); return; }
        Globals.PutAside(script);
        if (c.Status is ConsultationStatus.Waiting) script.Record(new Fact.ConsultationTaken(c.Number));
        script.Tell("c.taken", ("no", c.Number));
        TellAll(script, c);
        script.Goto(AdviserNameDialog.Name(script).Length > 0 ? new DialogState.Advising(c.Number) : new DialogState.NamingAdviser(c.Number));
    }

    /// <summary>The request and what was said about it so far.</summary>
    public static void TellAll(Script script, KnownConsultation c)
    {
        script.Say(ConsultationWords.Detail(script, c));
        var lines = script.Know(new Need.ConsultationLines(c.Number));
        foreach (var line in lines)
        {
            var text = line.Text.Length == 0 ? "" : script.Text("c.said", ("name", line.ByPerson ? c.Sheet[ConsultationSheet.FullName] ?? "–" : ConsultationWords.Sayer(script, line)), ("text", line.Text));
            if (text.Length > 0 && line.ByPerson && line.Id == lines[^1].Id) script.Add(new Reply.Message(text) { As = new(SentKind.Line, line.Id) }); // a message of its own: the person sees that it arrived, and may change it
            else script.Say(text);
            if (line.File is { } file) script.Add(new Reply.File(file.Id, file.Name, file.MediaType, ""));
        }
        script.Break();
    }

    public void Open(Script script, DialogState dialog)
    {
        var advising = (DialogState.Advising)dialog;
        if (Mine(script, advising.Number) is not { } c) { Lost(script, advising.Number, null); return; }
        switch (advising.Step)
        {
            case AdvisingStep.Handing: AskWhom(script, c); break;
            case AdvisingStep.Sending: CannedAnswers.Show(script, c, advising.Answer ?? 0); break;
            case AdvisingStep.PuttingOff: script.Ask(script.Text("c.later.ask"), [script.Choice("btn.c.hour"), script.Choice("btn.c.three"), script.Choice("btn.c.morning"), script.Choice("btn.back")]); break;
            default:
                ConsultationWords.TellWindow(script, c);
                var canned = CannedAnswers.Offer(script, c);
                string[] choices = ["btn.c.close", "btn.c.hand", "btn.c.back", "btn.c.later", "btn.c.keep", "btn.menu"];
                script.Ask(new Reply.Message(script.Text("c.advise", ("no", c.Number))) { Options = [.. canned, .. choices.Select(script.Choice)], TakesText = true });
                break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var advising = (DialogState.Advising)dialog;
        if (heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (Mine(script, advising.Number) is not { } c) { Lost(script, advising.Number, heard); return; }
        switch (advising.Step)
        {
            case AdvisingStep.Handing: TakeWhom(script, c, heard); break;
            case AdvisingStep.Sending: CannedAnswers.Take(script, c, advising.Answer ?? 0, heard); break;
            case AdvisingStep.PuttingOff: TakeUntil(script, c, heard); break;
            default: TakeWord(script, c, heard); break;
        }
    }

    private static void TakeWord(Script script, KnownConsultation c, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.c.close" when AdviserNameDialog.Name(script).Length == 0: script.Goto(new DialogState.NamingAdviser(c.Number, Closes: true)); break;
            case "btn.c.close": ConsultationOccasion.Close(script, c); break;
            case "btn.c.hand": script.Goto(new DialogState.Advising(c.Number, AdvisingStep.Handing)); break;
            case "btn.c.later": script.Goto(new DialogState.Advising(c.Number, AdvisingStep.PuttingOff)); break;
            case "btn.c.back":
                script.Record(new Fact.ConsultationReturned(c.Number));
                KeptClosing.Forget(script, c.Number);
                script.Tell(script.Know(new Need.Advisers()).Any(a => a.Chat != script.Context.Chat) ? "c.returned" : "c.returned.alone", ("no", c.Number));
                script.Goto(new DialogState.ConsultationDesk());
                break;
            case "btn.c.keep": KeepingDialog.Begin(script, c); break;
            case var id when CannedAnswers.Chosen(id) is { } answer: script.Goto(new DialogState.Advising(c.Number, AdvisingStep.Sending, answer)); break;
            default: Say(script, c, heard); break;
        }
    }

    private static void Say(Script script, KnownConsultation c, Heard heard)
    {
        if (Passing.Read(script, heard, c, byPerson: false) is { } said) Pass(script, c, said.Text, said.File, heard.Message);
    }

    /// <summary>Has it read by the person; says so where nothing can reach them.</summary>
    public static void Pass(Script script, KnownConsultation c, string text, PassedFile? file, string? message = null)
    {
        if (c.Person is null || c.Chat is null) { script.Tell("c.gone"); return; }
        if (ConsultationWords.Window(script, c) <= TimeSpan.Zero && !ConsultationWords.TellOver(script, c)) return;
        script.Record(new Fact.ConsultationSaid(c.Number, ByPerson: false) { Text = text, File = file, Message = message });
    }

    private static void AskWhom(Script script, KnownConsultation c)
    {
        var all = script.Know(new Need.Colleagues());
        var others = all.Where(a => a.Access.MaySome(Right.Advise) && a.Chat != script.Context.Chat).ToList();
        if (others.Count == 0) { script.Tell("c.hand.nobody"); script.Goto(new DialogState.Advising(c.Number)); return; }
        script.Ask(script.Text("c.hand.ask", ("no", c.Number)), [.. others.Select(a => new Option(a.Chat.Value.ToString("N"), ColleagueWords.Name(script, all, a.Chat))), script.Choice("btn.back")]);
    }

    private static void TakeWhom(Script script, KnownConsultation c, Heard heard)
    {
        if (heard.Id == "btn.back") { script.Goto(new DialogState.Advising(c.Number)); return; }
        if (!Guid.TryParseExact(heard.Id, "N", out var id) || script.Know(new Need.Advisers()).FirstOrDefault(a => a.Chat.Value == id) is not { } to) { script.Tell("unknown"); script.AskAgain(); return; }
        script.Record(new Fact.ConsultationHanded(c.Number, to.Chat));
        KeptClosing.Forget(script, c.Number);
        script.Tell("c.handed", ("no", c.Number), ("name", heard.Choice!.Label));
        script.Goto(new DialogState.ConsultationDesk());
    }

    private static void TakeUntil(Script script, KnownConsultation c, Heard heard)
    {
        var now = script.Local(script.Context.Now);
        DateTimeOffset? until = heard.Id switch
        {
            "btn.c.hour" => now.AddHours(1),
            "btn.c.three" => now.AddHours(3),
            "btn.c.morning" => script.Context.Consultations.Hours.Next(new DateTimeOffset(now.Date.AddDays(1), now.Offset)),
            _ => null,
        };
        if (until is { } at)
        {
            script.Record(new Fact.ConsultationPutOff(c.Number, at));
            script.Tell("c.later", ("no", c.Number), ("time", Dates.Moment(at)));
        }
        else if (heard.Id != "btn.back") { script.Tell("unknown"); script.AskAgain(); return; }
        script.Goto(new DialogState.Advising(c.Number));
    }

    private static void Lost(Script script, long number, Heard? heard)
    {
        if (!TellLost(script, number) && heard is not null) Passing.GiveBack(script, heard);
        script.Goto(script.MaySome(Right.Advise) ? new DialogState.ConsultationDesk() : new DialogState.Menu());
    }

    /// <summary>Says that the request is not this chat's any more; true when the person was erased, so that there is nothing to give back.</summary>
    public static bool TellLost(Script script, long number)
    {
        var erased = script.Know(new Need.Consultation(number)) is { IsErased: true };
        script.Tell(erased ? "c.erased" : "c.lost", ("no", number));
        return erased;
    }

    /// <summary>What was open stays open.</summary>
    private static void Rest(Script script)
    {
        if (script.State.Asked is null) script.Goto(new DialogState.Menu());
        else if (script.State.Dialog is DialogState.Filling) script.AskAgain();
    }
}
