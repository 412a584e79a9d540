using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Consultations;

/// <summary>
/// An answer to one message (WhatsApp and Telegram quote it) that the other side of a consultation said: it goes there, whatever else is open.
/// So nobody's words to a specialist become the answer of a form, and an adviser of two people does not write to the wrong one.
/// </summary>
internal static class Quoting
{
    /// <summary>Passes it on; false when it quotes nothing of the kind, or who writes is just writing to that side.</summary>
    public static bool Take(Script script, Heard heard)
    {
        if (heard.ReplyTo is not { } message || heard.Content is not (Inbound.Text or Inbound.File) || heard.Text.StartsWith('/')) return false;
        if (script.Know(new Need.ShownAs(script.Context.Chat, message)) is not { } line || script.Know(new Need.Consultation(line.Consultation)) is not { } c) return false;
        if (line.ByPerson ? script.State.Dialog is DialogState.Advising { Step: AdvisingStep.Talking, Number: var mine } && mine == c.Number : script.State.Dialog is DialogState.Conversing { Number: var theirs } && theirs == c.Number) return false;
        if (line.ByPerson) ToPerson(script, heard, c);
        else if (c.Person is not null && c.Person == script.State.Person) ToStaff(script, heard, c);
        else
        {
            script.Tell("c.gone");
            Passing.GiveBack(script, heard);
        }
        if (script.State.Dialog is DialogState.Filling) script.AskAgain();
        return true;
    }

    private static void ToPerson(Script script, Heard heard, KnownConsultation c)
    {
        if (AdvisingDialog.Mine(script, c.Number) is null)
        {
            if (!AdvisingDialog.TellLost(script, c.Number)) Passing.GiveBack(script, heard);
            return;
        }
        if (Passing.Read(script, heard, c, byPerson: false) is not { } said) return;
        AdvisingDialog.Pass(script, c, said.Text, said.File, heard.Message);
        if (script.Recorded.Any(f => f is Fact.ConsultationSaid)) script.Tell("c.passed", ("no", c.Number));
    }

    private static void ToStaff(Script script, Heard heard, KnownConsultation c)
    {
        if (!c.IsOpen && !c.Reopens(script.Context.Now))
        {
            Passing.GiveBack(script, heard);
            script.Break(); // the state keeps what is informed of
            script.Inform(script.Text("c.over", ("no", c.Number)), script.Lasting("btn.c.new", ConsultationEntry.Action("ask")));
            return;
        }
        if (Passing.Read(script, heard, c, byPerson: true) is not { } said) return;
        ConversingDialog.Pass(script, c, said, heard.Message);
        if (c.Status is ConsultationStatus.Taken) script.Tell("c.passed", ("no", c.Number));
    }
}
