using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Consultations;

/// <summary>The ways to the desk where people advise: a word at any point, the menu, buttons.</summary>
internal static class ConsultationEntry
{
    private const int MostRating = 5;

    /// <summary>Somebody wants a person instead of the program. Who fills in a form keeps it open and gets a button.</summary>
    public static void Call(Script script)
    {
        var phone = script.Text("human.phone", ("org", script.Context.Organisation.Name), ("phone", script.Context.Organisation.Phone));
        if (ConsultationWords.Form(script) is null || script.State.Dialog is DialogState.Consulting) { script.Say(phone); script.AskAgain(); }
        else if (script.State.Dialog is DialogState.Filling) script.Inform(phone, script.Lasting("btn.c.ask", Action("ask")));
        else Open(script);
    }

    /// <summary>Goes on with the request that is open, or was until lately; else begins a new one. A form that is open waits, also at its first question.</summary>
    public static void Open(Script script)
    {
        Globals.PutAside(script, blank: true);
        if (script.State.Person is { } person && script.Know(new Need.LastConsultation(person)) is { } last && (last.IsOpen || last.Reopens(script.Context.Now)))
            script.Goto(new DialogState.Conversing(last.Number));
        else Anew(script);
    }

    /// <summary>A new request; consent comes first.</summary>
    public static void Anew(Script script) => ConsentDialog.Begin(script, new DialogState.Consenting(null, ConsultationSheet.FormId));

    /// <summary>Begins the form. What was put aside for it stays.</summary>
    public static void Begin(Script script)
    {
        if (ConsultationWords.Form(script) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        var aside = script.State.Unfinished is DialogState.Consulting ? null : script.State.Unfinished;
        script.Tell("c.begin", ("phone", script.Context.Organisation.Phone), ("org", script.Context.Organisation.Name));
        FormDialog.Begin(script, form, p => new DialogState.Consulting(p, FillingStep.Asking));
        script.Remember(s => s with { Unfinished = aside });
    }

    /// <summary>What a button does.</summary>
    public static string Action(string what, long? number = null, int? rating = null) =>
        string.Join('.', new[] { Actions.Consultation, what, number?.ToString(CultureInfo.InvariantCulture), rating?.ToString(CultureInfo.InvariantCulture) }.Where(p => p is not null));

    /// <summary>Does it; false when it leads nowhere any more. Ids travel through platforms, so whose the request is is looked at.</summary>
    public static bool Press(Script script, string about)
    {
        var parts = about.Split('.');
        if (parts is ["ask"]) { Open(script); return true; }
        if (parts.Length < 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || script.Know(new Need.Consultation(number)) is not { } c) return false;
        var theirs = c.Person is not null && c.Person == script.State.Person;
        switch (parts[0])
        {
            case "take" when script.MaySome(Right.Advise): AdvisingDialog.TakeUp(script, c); return true;
            case "go" or "show" when script.MaySome(Right.Advise):
                Globals.PutAside(script);
                if (parts[0] == "show" && AdvisingDialog.Mine(script, number) is not null) AdvisingDialog.TellAll(script, c);
                script.Goto(new DialogState.Advising(number));
                return true;
            case "write" when theirs:
                Globals.PutAside(script, blank: true);
                script.Goto(new DialogState.Conversing(number));
                return true;
            case "rate" when theirs && parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= MostRating:
                script.Record(new Fact.ConsultationRated(number, rating));
                script.Tell("c.thanks");
                if (script.State.Dialog is DialogState.Filling) script.AskAgain();
                return true;
            default: return false;
        }
    }
}
