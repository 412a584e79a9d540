using System.Text.Json.Serialization;
using GrantBot.Domain.Forms;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff plan events.</summary>
[JsonDerivedType(typeof(EventPlan), "plan")]
[JsonDerivedType(typeof(EventQueue), "queue")]
[JsonDerivedType(typeof(EventLinks), "links")]
[JsonDerivedType(typeof(StaffMenu), "staffmenu")]
[JsonDerivedType(typeof(ChoosingEventFor), "eventfor")]
[JsonDerivedType(typeof(StaffList), "staff")]
[JsonDerivedType(typeof(StaffMember), "colleague")]
[JsonDerivedType(typeof(StaffInviting), "inviting")]
[JsonDerivedType(typeof(StaffLog), "stafflog")]
[JsonDerivedType(typeof(Publications), "pubs")]
[JsonDerivedType(typeof(PublicationCard), "pub")]
[JsonDerivedType(typeof(Publishing), "pubform")]
[JsonDerivedType(typeof(PlanPicking), "planpick")]
[JsonDerivedType(typeof(Venues), "venues")]
[JsonDerivedType(typeof(VenueCard), "venue")]
[JsonDerivedType(typeof(VenueForm), "venueform")]
[JsonDerivedType(typeof(Projects), "projects")]
[JsonDerivedType(typeof(ProjectCard), "project")]
[JsonDerivedType(typeof(ProjectForm), "projectform")]
[JsonDerivedType(typeof(Experts), "experts")]
[JsonDerivedType(typeof(ExpertCard), "expert")]
[JsonDerivedType(typeof(ExpertForm), "expertform")]
public abstract partial record DialogState
{
    /// <summary>All events, and a new one.</summary>
    public sealed record EventList : DialogState;

    /// <summary>Staff: an event, and what they are about to change in it.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Step">What is asked.</param>
    /// <param name="StartsAt">The new start, once it was typed.</param>
    /// <param name="Words">The new place, or the reason why it is called off.</param>
    /// <param name="Seats">The new number of seats, once it was typed; null = unlimited.</param>
    /// <param name="Venue">The venue it is moved to; null = the place was typed, or stays.</param>
    public sealed record EventPlan(EventId Event, PlanStep Step = PlanStep.Card, DateTimeOffset? StartsAt = null, string? Words = null, int? Seats = null, Guid? Venue = null) : DialogState;

    /// <summary>Staff: who waits for a seat, or for a guardian's consent, at an event.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Status">Waitlisted, or waiting for consent.</param>
    /// <param name="Chosen">Somebody was chosen, and what is done with them is asked.</param>
    /// <param name="Team">A team was.</param>
    public sealed record EventQueue(EventId Event, RegistrationStatus Status, RegistrationId? Chosen = null, TeamId? Team = null) : DialogState;

    /// <summary>The links of an event, by which people come from different places.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Source">The source whose link is shown; "" = the event's own; null = all of them.</param>
    /// <param name="Naming">The name of a new source is typed.</param>
    public sealed record EventLinks(EventId Event, string? Source = null, bool Naming = false) : DialogState;

    /// <summary>The menu of staff.</summary>
    /// <param name="Section">Which group of it; "" = the groups.</param>
    public sealed record StaffMenu(string Section = "") : DialogState;

    /// <summary>A command waits for the event it is about.</summary>
    public sealed record ChoosingEventFor(string Command) : DialogState;

    /// <summary>All staff and the invitations that are open.</summary>
    public sealed record StaffList : DialogState;

    /// <summary>One member of staff.</summary>
    /// <param name="Member">Their chat.</param>
    /// <param name="Naming">What they are called is typed.</param>
    /// <param name="Removing">Whether to take all their roles is asked.</param>
    public sealed record StaffMember(ChatId Member, bool Naming = false, bool Removing = false) : DialogState;

    /// <summary>A role is given: which, and for what.</summary>
    /// <param name="Member">To whom; null = by an invitation, to whoever uses it.</param>
    /// <param name="Role">Which; None = not chosen yet.</param>
    /// <param name="Limit">What it is limited to is chosen from a list of these; None = whether it is limited is asked.</param>
    public sealed record StaffInviting(ChatId? Member, StaffRole Role = StaffRole.None, StaffLimit Limit = StaffLimit.None) : DialogState;

    /// <summary>What staff did.</summary>
    /// <param name="Member">Whose; null = everybody's.</param>
    /// <param name="Before">From which number backwards; null = from the latest.</param>
    public sealed record StaffLog(ChatId? Member, long? Before = null) : DialogState;

    /// <summary>What was published about the project.</summary>
    /// <param name="Choosing">What a new one is about is chosen.</param>
    public sealed record Publications(bool Choosing = false) : DialogState;

    /// <summary>One publication.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Reading">The number of its views is typed.</param>
    /// <param name="Removing">Whether to remove it is asked.</param>
    public sealed record PublicationCard(Guid Id, bool Reading = false, bool Removing = false) : DialogState;

    /// <summary>The form of a publication.</summary>
    /// <param name="Event">The event it is about; null = the project as a whole.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record Publishing(EventId? Event, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);

    /// <summary>The form of an event.</summary>
    /// <param name="Event">The event that is changed; null = a new one.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    /// <param name="Venue">The venue that was picked for a new event; null = its place is typed.</param>
    /// <param name="Project">Code of the project that was picked for a new event; null = none.</param>
    public sealed record Planning(EventId? Event, FormProgress Form, FillingStep Step, string? Picked = null, Guid? Venue = null, string? Project = null) : Filling(Form, Step, Picked);

    /// <summary>The project or the venue of a new event is picked.</summary>
    /// <param name="Place">It is the venue.</param>
    /// <param name="Project">The project, once it was picked.</param>
    public sealed record PlanPicking(bool Place = false, string? Project = null) : DialogState;

    /// <summary>The places where events are held.</summary>
    public sealed record Venues : DialogState;

    /// <summary>One of them.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Removing">Whether to remove it is asked.</param>
    public sealed record VenueCard(Guid Id, bool Removing = false) : DialogState;

    /// <summary>The form of a venue.</summary>
    /// <param name="Venue">The one that is changed; null = a new one.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record VenueForm(Guid? Venue, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);

    /// <summary>The grant projects.</summary>
    /// <param name="Away">Those that were put away.</param>
    public sealed record Projects(bool Away = false) : DialogState;

    /// <summary>One of them, plan beside fact.</summary>
    /// <param name="Code">Which.</param>
    /// <param name="PuttingAway">Whether to put it away is asked.</param>
    public sealed record ProjectCard(string Code, bool PuttingAway = false) : DialogState;

    /// <summary>The form of a project.</summary>
    /// <param name="Code">The one that is changed; null = a new one.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record ProjectForm(string? Code, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);

    /// <summary>Judges and experts of an event.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Choosing">The event whose people come to this one too is chosen.</param>
    public sealed record Experts(EventId Event, bool Choosing = false) : DialogState;

    /// <summary>One of them.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Erasing">Whether to erase all that is known of them is asked.</param>
    public sealed record ExpertCard(EventId Event, PersonId Person, bool Erasing = false) : DialogState;

    /// <summary>The form of a judge or an expert.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    /// <param name="Person">The one who is changed; null = somebody new.</param>
    public sealed record ExpertForm(EventId Event, FormProgress Form, FillingStep Step, string? Picked = null, PersonId? Person = null) : Filling(Form, Step, Picked)
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override bool IsOfAnother => true;
    }
}

/// <summary>What a role may be limited to.</summary>
public enum StaffLimit
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The events of a project.</summary>
    Project,

    /// <summary>One event.</summary>
    Event,
}

/// <summary>What staff are asked about an event.</summary>
public enum PlanStep
{
    /// <summary>Nothing yet: the card is shown.</summary>
    Card = 0,

    /// <summary>The number of seats.</summary>
    Seats = 1,

    /// <summary>The new day and time.</summary>
    Start = 2,

    /// <summary>The new place.</summary>
    Place = 3,

    /// <summary>Whether it is really moved.</summary>
    Moving = 4,

    /// <summary>The reason why it is called off.</summary>
    Reason = 5,

    /// <summary>Whether it is really called off.</summary>
    CallingOff = 6,

    /// <summary>Whether there are really so many seats.</summary>
    Seating = 7,

    /// <summary>Whether registration is really opened.</summary>
    Opening = 8,

    /// <summary>Whether registration is really closed.</summary>
    Closing = 9,
}
