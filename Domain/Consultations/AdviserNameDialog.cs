using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Consultations;

/// <summary>Asks a member of staff, once, how their name stands in the journal and before their answers.</summary>
internal sealed class AdviserNameDialog : IDialog
{
    private const int Longest = 60;

    /// <summary>The name of this chat's adviser; "" while they have not said it.</summary>
    public static string Name(Script script) => script.Recorded.OfType<Fact.AdviserNamed>().LastOrDefault()?.Name
        ?? script.Know(new Need.Advisers()).FirstOrDefault(a => a.Chat == script.Context.Chat)?.Name ?? "";

    public void Open(Script script, DialogState dialog) => script.Ask(new Reply.Message(script.Text("c.name")) { TakesText = true });

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var naming = (DialogState.NamingAdviser)dialog;
        if (!script.MaySome(Right.Advise)) { script.Goto(new DialogState.Menu()); return; }
        var name = Typed.Tidy(heard.Text);
        if (name.Length > Longest || !name.Contains(' ', StringComparison.Ordinal) || !name.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '’' or '.')) { script.Tell("c.name.wrong"); script.AskAgain(); return; }
        script.Record(new Fact.AdviserNamed { Name = name });
        if (naming is { Closes: true, Number: { } ends } && AdvisingDialog.Mine(script, ends) is { } c) ConsultationOccasion.Close(script, c);
        else if (naming.Number is { } number) script.Goto(new DialogState.Advising(number));
        else ConsultationOccasion.Record(script, naming.Way);
    }
}
