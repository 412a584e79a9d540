using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Consultations;

/// <summary>The person and the specialist write to each other: what is typed here is passed on. A request that was closed is opened again by writing within a day.</summary>
internal sealed class ConversingDialog : IDialog
{
    /// <summary>Nobody is told more often that staff are not at work.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromHours(12);

    public void Open(Script script, DialogState dialog)
    {
        var number = ((DialogState.Conversing)dialog).Number;
        if (script.Recorded.Any(f => f is Fact.ConsultationAsked asked && asked.Number == number)) { Ask(script, "c.write.more", number); return; }
        if (Own(script, number) is not { } c) { Gone(script, null); return; }
        if (c.IsOpen) Ask(script, "c.write", number);
        else AskClosed(script, c);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var conversing = (DialogState.Conversing)dialog;
        if (heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.c.new") { ConsultationEntry.Anew(script); return; }
        if (Own(script, conversing.Number) is not { } c) { Gone(script, heard); return; }
        if (!c.IsOpen && !c.Reopens(script.Context.Now))
        {
            Passing.GiveBack(script, heard);
            AskClosed(script, c);
            return;
        }
        if (Passing.Read(script, heard, c, byPerson: true) is not { } said) return;
        Pass(script, c, said, heard.Message);
        if ((conversing.ToldAt is not { } told || script.Context.Now - told > ToldFor) && ConsultationWords.TellAbsence(script)) script.Stay(conversing with { ToldAt = script.Context.Now });
    }

    /// <summary>Has it read by staff; a request that was closed is opened again.</summary>
    public static void Pass(Script script, KnownConsultation c, (string Text, PassedFile? File) said, string? message)
    {
        if (!c.IsOpen)
        {
            script.Record(new Fact.ConsultationReopened(c.Number));
            script.Tell("c.reopened", ("no", c.Number));
        }
        script.Record(new Fact.ConsultationSaid(c.Number, ByPerson: true) { Text = said.Text, File = said.File, Message = message, AnswerBy = script.Context.Consultations.AnswerBy(script.Local(script.Context.Now)) });
        if (c.Status is ConsultationStatus.Waiting) script.Tell("c.added", ("no", c.Number));
    }

    /// <summary>The person's own request; null when it is not theirs, or erased.</summary>
    private static KnownConsultation? Own(Script script, long number) =>
        script.Know(new Need.Consultation(number)) is { Person: { } person } c && person == script.State.Person ? c : null;

    private static void AskClosed(Script script, KnownConsultation c)
    {
        var goesOn = c.Reopens(script.Context.Now);
        script.Ask(new Reply.Message(script.Text(goesOn ? "c.write.again" : "c.over", ("no", c.Number))) { Options = [script.Choice("btn.c.new"), script.Choice("btn.menu")], TakesText = goesOn });
    }

    private static void Ask(Script script, string key, long number) =>
        script.Ask(new Reply.Message(script.Text(key, ("no", number))) { Options = [script.Choice("btn.menu")], TakesText = true });

    private static void Gone(Script script, Heard? heard)
    {
        script.Tell("c.gone");
        if (heard is not null) Passing.GiveBack(script, heard);
        script.Goto(new DialogState.Menu());
    }
}
