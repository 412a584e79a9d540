using GrantBot.Domain.Organising;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// What buttons do that work at any later time. Their ids travel through the platforms, so they may be forged: each action looks at whose
/// the thing is and where it stands now.
/// </summary>
internal static class Actions
{
    /// <summary>Take, or give up, an offered seat.</summary>
    public const string TakeSeat = "take", PassSeat = "pass";

    /// <summary>Answers to a reminder or to the news of another date.</summary>
    public const string Coming = "come", NotComing = "nocome";

    /// <summary>Staff admit somebody the program refused, or do not.</summary>
    public const string Admit = "admit", Refuse = "refuse";

    /// <summary>Opens an event's card.</summary>
    public const string Event = "ev";

    /// <summary>Counts of an event.</summary>
    public const string Stats = "stats";

    /// <summary>Managers take an import back.</summary>
    public const string UndoImport = "unimport";

    /// <summary>Does what a button says; an unknown or outdated one is answered kindly.</summary>
    public static void Take(Script script, string action)
    {
        var dot = action.IndexOf('.', StringComparison.Ordinal);
        var (verb, about) = dot < 0 ? (action, "") : (action[..dot], action[(dot + 1)..]);
        var done = verb switch
        {
            Stats when script.Context.Role > StaffRole.None => Do(() => StaffCommands.Stats(script, about)),
            TakeSeat or PassSeat => OfferAnswers.Take(script, about, verb == TakeSeat),
            Coming or NotComing => ComingAnswers.Take(script, about, verb == Coming),
            Admit or Refuse when script.Context.Role >= StaffRole.Operator => Reviews.Decide(script, about, verb == Admit),
            UndoImport when script.Context.Role >= StaffRole.Manager => Organising.Imports.UndoImportDialog.Press(script, about),
            Event => EventDialog.TakeCode(script, about),
            _ => false,
        };
        if (!done) script.Tell("late");
        else if (verb is Event or Stats or UndoImport) return;
        if (script.State.Asked is null) script.Goto(new DialogState.Menu());
        else if (!done || script.State.Dialog is DialogState.Filling) script.AskAgain();
    }

    /// <summary>The person's own registration an action is about; null when it is not theirs, or gone.</summary>
    public static KnownRegistration? Own(Script script, string about) =>
        Guid.TryParseExact(about, "N", out var id) ? script.Person?.Registrations.FirstOrDefault(r => r.Id.Value == id) : null;

    private static bool Do(Action act)
    {
        act();
        return true;
    }
}
