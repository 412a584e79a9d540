using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Organising.Counting;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

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

    /// <summary>Staff take a check-in back.</summary>
    public const string Undo = "undo";

    /// <summary>Begins to register for an event.</summary>
    public const string Register = "go";

    /// <summary>Shows the events that take registrations.</summary>
    public const string Events = "events";

    /// <summary>Counts of an event.</summary>
    public const string Stats = "stats";

    /// <summary>Opens a team's card; takes, or gives up, what is held for a team; takes a promotion back.</summary>
    public const string Team = "team", TeamTakes = "tyes", TeamPasses = "tno", Unpromote = "tundo";

    /// <summary>Organisers take an import back.</summary>
    public const string UndoImport = "unimport";

    /// <summary>Organisers take a change of an event back.</summary>
    public const string UndoPlan = "unplan";

    /// <summary>Staff take back what they did last in this chat.</summary>
    public const string UndoDeed = "undeed";

    /// <summary>Begins a survey.</summary>
    public const string Survey = "sv";

    /// <summary>Opens a colleague, to be named.</summary>
    public const string Colleague = "mate";

    /// <summary>Opens a form by itself; shows an event; a button of a message that staff look at before it leaves.</summary>
    public const string Form = "form", Event = "ev", Peek = "peek";

    /// <summary>Something about a request for advice.</summary>
    public const string Consultation = "cs";

    /// <summary>Does what a button says; an unknown or outdated one is answered kindly.</summary>
    public static void Take(Script script, string action)
    {
        var dot = action.IndexOf('.', StringComparison.Ordinal);
        var (verb, about) = dot < 0 ? (action, "") : (action[..dot], action[(dot + 1)..]);
        var done = verb switch
        {
            Stats when script.Access.IsStaff => Do(() => StaffCommands.Stats(script, about)),
            TakeSeat or PassSeat => OfferAnswers.Take(script, about, verb == TakeSeat),
            Coming or NotComing => ComingAnswers.Take(script, about, verb == Coming),
            Admit or Refuse => Reviews.Decide(script, about, verb == Admit),
            Undo => Desks.Undo(script, about),
            Team => TeamCardDialog.Open(script, about),
            TeamTakes or TeamPasses => TeamAnswers.Take(script, about, verb == TeamTakes),
            Unpromote => Promotions.Undo(script, about),
            UndoImport => Organising.Imports.UndoImportDialog.Press(script, about),
            UndoPlan => Organising.PlanUndo.Press(script, about),
            UndoDeed => Undoable.Press(script, about),
            CountButtons.Verb when script.Access.IsStaff => CountDialog.Press(script, about),
            Colleague => Organising.Colleagues.StaffTold.Press(script, about),
            Survey => Surveys.SurveyEntry.Press(script, about),
            Consultation => Consultations.ConsultationEntry.Press(script, about),
            Peek when script.Access.IsStaff => Do(() => script.Tell("bc.peek")),
            Form => Do(() => { Globals.PutAside(script); DeepLink.Follow(script, DeepLink.Form + about); }),
            Event => Do(() => { Globals.PutAside(script); DeepLink.Follow(script, DeepLink.Event + about); }),
            Register => EventDialog.Begin(script, about),
            Events => Do(() => Globals.Act(script, GlobalWord.Events)),
            _ => false,
        };
        if (!done) script.Tell("late");
        else if (verb is Register or Events or Stats or Team or UndoImport or CountButtons.Verb or Survey or Colleague or Consultation or Form or Event) return;
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
