using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Consultations;

/// <summary>Tells staff and people what became of a request, and passes on what the other side said.</summary>
internal static class ConsultationTold
{
    /// <summary>Tells news, if they still hold.</summary>
    public static void Tell(Script script, Notice.Consultation news)
    {
        if (script.Know(new Need.Consultation(news.Number)) is not { } c) return;
        var mine = AdvisingDialog.Mine(script, c.Number) is not null;
        switch (news.What)
        {
            case ConsultationNews.Waits when c.Status is ConsultationStatus.Waiting: Offer(script, c, "c.head"); break;
            case ConsultationNews.Late when c is { Status: ConsultationStatus.Waiting, IsUnanswered: true }: Offer(script, c, "c.head.late"); break;
            case ConsultationNews.Late when mine && c.IsUnanswered: GoOn(script, c, script.Text("c.head.late", ("no", c.Number))); break;
            case ConsultationNews.Handed when mine: Aside(script, script.Text("c.handed.you", ("no", c.Number), ("topic", ConsultationWords.Topic(script, c))), script.Lasting("btn.c.go", ConsultationEntry.Action("show", c.Number))); break;
            case ConsultationNews.TakenInGroup when mine: Aside(script, script.Text("g.yours", ("no", c.Number)), script.Lasting("btn.c.go", ConsultationEntry.Action("show", c.Number))); break;
            case ConsultationNews.PutOff when mine: GoOn(script, c, script.Text("c.later.now", ("no", c.Number))); break;
            case ConsultationNews.Reopened when mine: GoOn(script, c, script.Text("c.head.again", ("no", c.Number))); break;
            case ConsultationNews.Erased when c.IsErased && c.Owner == script.Context.Chat: Gone(script, c); break;
            case ConsultationNews.Ended when c.Status is ConsultationStatus.Closed && IsOf(script, c): AskRating(script, c); break;
            case ConsultationNews.Delayed when c is { IsOpen: true, IsUnanswered: true } && IsOf(script, c):
                script.Inform(script.Text("c.late", ("no", c.Number), ("deadline", Dates.UntilBrief(script.Context.Consultations.AnswerBy(script.Local(script.Context.Now)), script.Language))));
                break;
            case ConsultationNews.Waits or ConsultationNews.Late or ConsultationNews.Handed or ConsultationNews.PutOff or ConsultationNews.TakenInGroup or ConsultationNews.Reopened or ConsultationNews.Erased or ConsultationNews.Ended or ConsultationNews.Delayed: break; // no longer so
            default: throw new UnreachableException();
        }
    }

    /// <summary>Passes on what was said.</summary>
    public static void TellLine(Script script, long id)
    {
        if (script.Know(new Need.ConsultationLine(id)) is not { } line || script.Know(new Need.Consultation(line.Consultation)) is not { } c) return;
        if (line.Unsaid || !Reads(script, c, line)) return;
        if (line.File is { } file) script.Add(new Reply.File(file.Id, file.Name, file.MediaType, line.Text.Length > 0 ? "" : script.Text("c.number", ("no", c.Number))) { As = new(SentKind.LineFile, line.Id) });
        if (line.ByPerson) ToOwner(script, c, line);
        else ToPerson(script, c, line);
    }

    /// <summary>Whether this chat is the other side.</summary>
    internal static bool Reads(Script script, KnownConsultation c, KnownLine line) => line.ByPerson ? AdvisingDialog.Mine(script, c.Number) is not null : IsOf(script, c);

    /// <summary>The words as the other side reads them beside what is open there, with a button where they are not just writing to each other.</summary>
    internal static Reply.Message Words(Script script, KnownConsultation c, KnownLine line)
    {
        var text = line.ByPerson ? script.Text("c.said.no", ("no", c.Number), ("name", c.Sheet[ConsultationSheet.FullName] ?? "–"), ("text", line.Text)) : Said(script, c, line);
        var talks = script.State.Dialog is DialogState.Conversing { Number: var asked } && asked == c.Number;
        var advises = script.State.Dialog is DialogState.Advising { Step: AdvisingStep.Talking, Number: var open } && open == c.Number;
        return new(talks || line.ByPerson ? text : script.Text("c.answer", ("no", c.Number), ("text", text)))
        {
            As = new(SentKind.Line, line.Id), Compact = true,
            Options = talks || advises ? [] : [line.ByPerson ? script.Lasting("btn.c.go", ConsultationEntry.Action("go", c.Number)) : script.Lasting("btn.c.reply", ConsultationEntry.Action("write", c.Number))],
        };
    }

    private static void ToOwner(Script script, KnownConsultation c, KnownLine line)
    {
        if (line.Text.Length > 0) Aside(script, Words(script, c, line));
        else if (script.State.Dialog is not DialogState.Advising { Step: AdvisingStep.Talking, Number: var open } || open != c.Number) GoOn(script, c, script.Text("c.said.file", ("no", c.Number)));
    }

    /// <summary>Who stands at the menu may simply write back; who is about something else gets a button.</summary>
    private static void ToPerson(Script script, KnownConsultation c, KnownLine line)
    {
        switch (script.State.Dialog)
        {
            case DialogState.Conversing { Number: var open } when open == c.Number && line.Text.Length == 0: break;
            case DialogState.Menu or DialogState.StaffMenu:
                if (line.Text.Length > 0) script.Say(script.Text("c.answer", ("no", c.Number), ("text", Said(script, c, line))));
                script.Goto(new DialogState.Conversing(c.Number));
                break;
            default:
                if (line.Text.Length > 0) Aside(script, Words(script, c, line));
                else Aside(script, script.Text("c.said.file", ("no", c.Number)), script.Lasting("btn.c.reply", ConsultationEntry.Action("write", c.Number)));
                break;
        }
    }

    private static string Said(Script script, KnownConsultation c, KnownLine line) =>
        script.Text("c.said", ("name", line.Adviser.Length > 0 ? line.Adviser : line.SaidBy is null && c.Adviser.Length > 0 ? c.Adviser : script.Text("c.specialist")), ("text", line.Text));

    private static void Offer(Script script, KnownConsultation c, string head)
    {
        if (script.MaySome(Right.Advise)) Aside(script, ConsultationWords.Card(script, c, head), script.Lasting("btn.c.take", ConsultationEntry.Action("take", c.Number)));
    }

    private static void GoOn(Script script, KnownConsultation c, string text) => Aside(script, text, script.Lasting("btn.c.go", ConsultationEntry.Action("go", c.Number)));

    private static void AskRating(Script script, KnownConsultation c)
    {
        var scale = ConsultationWords.Form(script)?.Lists.GetValueOrDefault("scale5")?.Choices ?? [];
        var talks = script.State.Dialog is DialogState.Conversing { Number: var open } && open == c.Number;
        script.Tell(talks ? "c.ended" : "c.ended.aside", ("no", c.Number));
        Aside(script, script.Text("c.rate"), [.. scale.Where(s => s.Name is ['1' or '2' or '3' or '4' or '5'])
            .Select(s => new Option(ConsultationEntry.Action("rate", c.Number, int.Parse(s.Name, CultureInfo.InvariantCulture)), s.Label.In(script.Language)) { Lasting = true }),
            .. talks ? Array.Empty<Option>() : [script.Lasting("btn.c.reply", ConsultationEntry.Action("write", c.Number))]]);
    }

    /// <summary>Whoever was just writing about it goes back to the desk; what else is open stays open.</summary>
    private static void Gone(Script script, KnownConsultation c)
    {
        var text = script.Text("c.erased", ("no", c.Number));
        long? open = script.State.Dialog switch { DialogState.Advising a => a.Number, DialogState.KeepingAnswer k => k.Number, _ => null };
        if (open != c.Number) { script.Inform(text); return; }
        script.Say(text);
        script.Goto(new DialogState.ConsultationDesk());
    }

    /// <summary>Says it beside what is open. The state keeps the buttons alone, since the words are a person's.</summary>
    private static void Aside(Script script, string text, params IReadOnlyList<Option> options) => Aside(script, new Reply.Message(text) { Options = options, Compact = true });

    private static void Aside(Script script, Reply.Message message)
    {
        script.Inform(message);
        script.Remember(s => s with { Told = s.Told is { } told ? told with { Text = "" } : null });
    }

    private static bool IsOf(Script script, KnownConsultation c) => c.Person is { } person && person == script.State.Person;
}
