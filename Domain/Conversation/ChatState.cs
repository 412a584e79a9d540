using System.Text.Json.Serialization;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Sources;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Conversation;

/// <summary>Where one conversation stands: all that is remembered between two messages. Stored as JSON.</summary>
public sealed record ChatState
{
    /// <summary>Version of this shape; older ones are upcast when read.</summary>
    public int V { get; init; } = 3;

    /// <summary>"kk", "ru" or "en"; null until chosen.</summary>
    public string? Language { get; init; }

    /// <summary>The person behind the chat, known from their consent on.</summary>
    public PersonId? Person { get; init; }

    /// <summary>A phone number of theirs that the channel vouches for, E.164.</summary>
    public string? VerifiedPhone { get; init; }

    /// <summary>What is going on.</summary>
    public DialogState Dialog { get; init; } = new DialogState.ChooseLanguage(null);

    /// <summary>A form put aside, to be offered again.</summary>
    public DialogState.Filling? Unfinished { get; init; }

    /// <summary>Closings of requests for advice that were put aside, to be gone on with from the request; null = none.</summary>
    public IReadOnlyList<Consultations.KeptClosing>? Closings { get; init; }

    /// <summary>A message to many that was begun and not sent, to be offered again.</summary>
    public Organising.Broadcasts.KeptBroadcast? Broadcast { get; init; }

    /// <summary>What staff did here last, as long as they may take it back.</summary>
    public Organising.Undoable? Undo { get; init; }

    /// <summary>The last message that expects an answer: repeated, paged, matched against what is typed.</summary>
    public Reply.Message? Asked { get; init; }

    /// <summary>What the person was told last without having asked; its choices can be typed too.</summary>
    public Reply.Message? Told { get; init; }

    /// <summary>That is also the last the bot said here: then a number that is typed is one on its scale, if it has one.</summary>
    public bool ToldLast { get; init; }

    /// <summary>Number of the last prompt with choices.</summary>
    public int Prompt { get; init; }

    /// <summary>Token of the last accepted press; a second press on the same button says nothing.</summary>
    public string? LastPress { get; init; }

    /// <summary>Hash of the last text that was taken as an answer, to tell a repeated one.</summary>
    public string? LastText { get; init; }

    /// <summary>When the open question was asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>By which links the chat came to events, the oldest first; null = by none.</summary>
    public IReadOnlyList<Touch>? Touches { get; init; }

    /// <summary>No reminders or invitations (стоп, тоқта).</summary>
    public bool Muted { get; init; }

    /// <summary>When the person last wrote.</summary>
    public DateTimeOffset? HeardAt { get; init; }
}

/// <summary>What is going on in a chat. A closed family: each case is answered by one dialog of the <see cref="DialogCatalog"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ChooseLanguage), "language")]
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(ChooseEvent), "events")]
[JsonDerivedType(typeof(EventCard), "card")]
[JsonDerivedType(typeof(Consenting), "consent")]
[JsonDerivedType(typeof(Registering), "form")]
[JsonDerivedType(typeof(Answering), "answer")]
[JsonDerivedType(typeof(Resuming), "resume")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(MyRegistrations), "mine")]
[JsonDerivedType(typeof(Cancelling), "cancel")]
[JsonDerivedType(typeof(MyData), "data")]
[JsonDerivedType(typeof(Withdrawing), "withdraw")]
[JsonDerivedType(typeof(Guarding), "guardian")]
[JsonDerivedType(typeof(Teaming), "team")]
[JsonDerivedType(typeof(TeamBeginning), "teambegin")]
[JsonDerivedType(typeof(TeamInvited), "teaminvited")]
[JsonDerivedType(typeof(TeamJoining), "teamjoin")]
[JsonDerivedType(typeof(TeamCard), "teamcard")]
[JsonDerivedType(typeof(TeamReplacing), "teamreplace")]
[JsonDerivedType(typeof(TeamNaming), "teamname")]
[JsonDerivedType(typeof(TeamLeaving), "teamleave")]
[JsonDerivedType(typeof(TeamList), "teams")]
[JsonDerivedType(typeof(TeamShown), "teamshown")]
[JsonDerivedType(typeof(FormList), "forms")]
[JsonDerivedType(typeof(FormCard), "formcard")]
[JsonDerivedType(typeof(FormLists), "formlists")]
[JsonDerivedType(typeof(FormDeleting), "formdelete")]
[JsonDerivedType(typeof(Desk), "desk")]
[JsonDerivedType(typeof(WalkIn), "walkin")]
[JsonDerivedType(typeof(WalkingIn), "guest")]
[JsonDerivedType(typeof(Certifying), "certify")]
[JsonDerivedType(typeof(Templating), "template")]
[JsonDerivedType(typeof(Awarding), "award")]
[JsonDerivedType(typeof(MyCertificates), "certs")]
[JsonDerivedType(typeof(Correcting), "correct")]
[JsonDerivedType(typeof(EventList), "plans")]
[JsonDerivedType(typeof(Planning), "planform")]
[JsonDerivedType(typeof(Surveying), "survey")]
[JsonDerivedType(typeof(SurveyList), "surveys")]
[JsonDerivedType(typeof(SurveyCard), "surveycard")]
[JsonDerivedType(typeof(SurveyMaking), "surveymake")]
public abstract partial record DialogState
{
    private DialogState() { }

    /// <summary>The person chooses a language; a code of a deep link waits.</summary>
    public sealed record ChooseLanguage(string? Code) : DialogState;

    /// <summary>The menu.</summary>
    public sealed record Menu : DialogState;

    /// <summary>The list of open events.</summary>
    public sealed record ChooseEvent : DialogState;

    /// <summary>One event's card.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="ByGuardian">A parent or legal representative registers a child under 14; so in the states that follow.</param>
    public sealed record EventCard(EventId Event, bool ByGuardian = false) : DialogState;

    /// <summary>Consent to the processing of personal data, before a form: an event's, or one by itself.</summary>
    /// <param name="Event">The event; null = a form by itself.</param>
    /// <param name="Form">The form by itself.</param>
    /// <param name="ByGuardian">A parent or legal representative registers a child under 14.</param>
    /// <param name="Place">The place in a team of the event.</param>
    /// <param name="NewTeam">A captain or coach registers a team for the event.</param>
    /// <param name="Survey">The survey that stores answers with the person; then the form is its own.</param>
    public sealed record Consenting(EventId? Event, string? Form = null, bool ByGuardian = false, TeamPlace? Place = null, bool NewTeam = false, SurveyId? Survey = null) : DialogState;

    /// <summary>A form is being filled.</summary>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Asking a question, checking the summary, or choosing which answer to change.</param>
    /// <param name="Picked">Names picked so far of a question with several answers, with spaces between; null while none was touched.</param>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
    [JsonDerivedType(typeof(Registering), "form")]
    [JsonDerivedType(typeof(Answering), "answer")]
    [JsonDerivedType(typeof(WalkingIn), "guest")]
    [JsonDerivedType(typeof(Teaming), "team")]
    [JsonDerivedType(typeof(Planning), "planform")]
    [JsonDerivedType(typeof(Surveying), "survey")]
    [JsonDerivedType(typeof(Consulting), "consult")]
    [JsonDerivedType(typeof(Publishing), "pubform")]
    [JsonDerivedType(typeof(VenueForm), "venueform")]
    [JsonDerivedType(typeof(ProjectForm), "projectform")]
    [JsonDerivedType(typeof(ExpertForm), "expertform")]
    public abstract record Filling(FormProgress Form, FillingStep Step, string? Picked) : DialogState
    {
        /// <summary>Staff fill it in about somebody else: it is never kept for later, and nothing that is known of the chat goes into it.</summary>
        [JsonIgnore]
        public virtual bool IsOfAnother => false;
    }

    /// <summary>The registration form of an event.</summary>
    /// <param name="Event">What for.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    /// <param name="ByGuardian">A parent or legal representative fills it in for a child under 14.</param>
    /// <param name="Place">The place in a team of the event; null = they come by themselves.</param>
    /// <param name="Changes">The registration whose answers are corrected; null = a new one.</param>
    public sealed record Registering(EventId Event, FormProgress Form, FillingStep Step, string? Picked = null, bool ByGuardian = false, TeamPlace? Place = null, RegistrationId? Changes = null) : Filling(Form, Step, Picked);

    /// <summary>A form by itself: a survey, an application.</summary>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    /// <param name="Trial">A staff member tries the form: nothing is stored or counted.</param>
    public sealed record Answering(FormProgress Form, FillingStep Step, string? Picked = null, bool Trial = false) : Filling(Form, Step, Picked);

    /// <summary>An event's form, filled by staff for a guest at the door; never kept for later, since it is about somebody else.</summary>
    /// <param name="Event">What for.</param>
    /// <param name="Session">The session they come to; "" where the event is one.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record WalkingIn(EventId Event, string Session, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked)
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override bool IsOfAnother => true;
    }

    /// <summary>An unfinished registration is offered again.</summary>
    /// <param name="Instead">What the person was about to begin anew; null = nothing.</param>
    public sealed record Resuming(Consenting? Instead = null) : DialogState;

    /// <summary>The program refused a registration; the person may ask for a human decision (Law No. 94-V art. 19-1).</summary>
    public sealed record Refused(EventId Event, RefusalKind About, string Detail) : DialogState;

    /// <summary>The person's own registrations.</summary>
    public sealed record MyRegistrations : DialogState;

    /// <summary>Confirm the cancellation of one.</summary>
    public sealed record Cancelling(RegistrationId Registration) : DialogState;

    /// <summary>What is stored about the person.</summary>
    public sealed record MyData : DialogState;

    /// <summary>Confirm the withdrawal of consent.</summary>
    public sealed record Withdrawing : DialogState;

    /// <summary>Staff: all forms.</summary>
    public sealed record FormList : DialogState;

    /// <summary>Staff: one version of a form, a draft or a published one.</summary>
    public sealed record FormCard(string Form, string Version) : DialogState;

    /// <summary>Staff: a workbook is good but for lists in files that have not been sent yet.</summary>
    /// <param name="Workbook">Where the workbook is kept for the moment.</param>
    public sealed record FormLists(string Workbook) : DialogState;

    /// <summary>Staff: confirm that a draft is deleted.</summary>
    public sealed record FormDeleting(string Form, string Version) : DialogState;

    /// <summary>Staff: the desk of an event, with names to tap and to search.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Session">The session staff chose, for as long as the day lasts; null = the one people are coming to.</param>
    public sealed record Desk(EventId Event, string? Session = null) : DialogState;

    /// <summary>Staff: whether a guest has signed the consent.</summary>
    public sealed record WalkIn(EventId Event, string Session) : DialogState;

    /// <summary>A guardian decides about a minor's registration.</summary>
    public sealed record Guarding(RegistrationId Registration, string CodeHash) : DialogState;
}

/// <summary>Where filling stands.</summary>
public enum FillingStep
{
    /// <summary>A question is open.</summary>
    Asking = 0,

    /// <summary>The summary is shown.</summary>
    Checking = 1,

    /// <summary>The person chooses which answer to change.</summary>
    Choosing = 2,
}
