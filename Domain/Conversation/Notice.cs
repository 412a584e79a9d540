using System.Text.Json.Serialization;
using GrantBot.Domain.Consultations;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// Something a chat is to be told that nobody there asked for: a free seat, a reminder, a change. It comes in by the same door as what
/// people say and is answered by a turn of that chat, so it knows what is going on there, is said once, and survives every crash.
/// Holds ids only. A closed family; each case belongs to one teller of the <see cref="Notices"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SeatOffered), "offer")]
[JsonDerivedType(typeof(OfferExpired), "expired")]
[JsonDerivedType(typeof(GuardianSilent), "silent")]
[JsonDerivedType(typeof(PaperSeen), "paper")]
[JsonDerivedType(typeof(ReviewAsked), "review")]
[JsonDerivedType(typeof(ReviewDecided), "reviewed")]
[JsonDerivedType(typeof(Reminder), "reminder")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(CalledOff), "calledoff")]
[JsonDerivedType(typeof(TeamNews), "team")]
[JsonDerivedType(typeof(Imported), "imported")]
[JsonDerivedType(typeof(RegistrationsJoined), "joined")]
[JsonDerivedType(typeof(RegistrationRestored), "restored")]
[JsonDerivedType(typeof(SurveyInvited), "survey")]
[JsonDerivedType(typeof(Consultation), "consult")]
[JsonDerivedType(typeof(ConsultationSpoke), "consultline")]
[JsonDerivedType(typeof(ConsultationRetold), "consultretold")]
[JsonDerivedType(typeof(GroupCard), "groupcard")]
[JsonDerivedType(typeof(GroupUnconfirmed), "groupleave")]
[JsonDerivedType(typeof(GroupGone), "grouplost")]
[JsonDerivedType(typeof(WeeklyDigest), "digest")]
[JsonDerivedType(typeof(StaffChanged), "staff")]
[JsonDerivedType(typeof(StaffCame), "staffcame")]
[JsonDerivedType(typeof(Broadcast), "broadcast")]
[JsonDerivedType(typeof(BroadcastDone), "broadcastdone")]
public abstract partial record Notice
{
    private Notice() { }

    /// <summary>What its messages are counted under; null = they are not.</summary>
    [JsonIgnore]
    public virtual string? Topic => null;

    /// <summary>It goes to many at once: replies to people who write go first.</summary>
    [JsonIgnore]
    public virtual bool Bulk => false;

    /// <summary>A free seat is held for the person.</summary>
    public sealed record SeatOffered(RegistrationId Registration, DateTimeOffset Until) : Notice;

    /// <summary>The offer ran out.</summary>
    /// <param name="Registration">Whose.</param>
    /// <param name="Event">For what.</param>
    /// <param name="Waits">They stay in the queue; false = it was the second time and they are off it.</param>
    public sealed record OfferExpired(RegistrationId Registration, EventId Event, bool Waits) : Notice;

    /// <summary>A minor's guardian did not answer in time; what the minor entered is erased.</summary>
    public sealed record GuardianSilent(EventId Event) : Notice;

    /// <summary>Staff have seen the guardian's signed paper.</summary>
    public sealed record PaperSeen(RegistrationId Registration) : Notice;

    /// <summary>To staff: somebody asks for a human decision.</summary>
    public sealed record ReviewAsked(long Review) : Notice;

    /// <summary>To the person: what a human decided.</summary>
    public sealed record ReviewDecided(EventId Event, bool Admitted) : Notice;

    /// <summary>The event of a registration is near.</summary>
    public sealed record Reminder(RegistrationId Registration, EventId Event) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => TopicOf(Event);

        /// <inheritdoc/>
        public override bool Bulk => true;

        /// <summary>What reminders of an event are counted under.</summary>
        public static string TopicOf(EventId id) => $"reminder:{id.Value:N}";
    }

    /// <summary>The event of a registration takes place at another time or place.</summary>
    public sealed record Moved(RegistrationId Registration) : Notice
    {
        /// <inheritdoc/>
        public override bool Bulk => true;
    }

    /// <summary>Something happened to a team.</summary>
    public sealed record TeamNews(TeamId Team, Registration.Teams.TeamWhat What) : Notice
    {
        /// <inheritdoc/>
        public override bool Bulk => What is Registration.Teams.TeamWhat.Moved;
    }

    /// <summary>The event does not take place.</summary>
    public sealed record CalledOff(EventId Event, string Reason) : Notice
    {
        /// <inheritdoc/>
        public override bool Bulk => true;
    }

    /// <summary>The person was registered twice for an event, and staff joined the two.</summary>
    /// <param name="Stays">The registration that counts.</param>
    /// <param name="Gone">Number of the one that was cancelled.</param>
    public sealed record RegistrationsJoined(RegistrationId Stays, int Gone) : Notice;

    /// <summary>Staff took such a joining back: the registration that was cancelled counts again.</summary>
    public sealed record RegistrationRestored(RegistrationId Registration) : Notice;

    /// <summary>The person is asked to answer a survey, or reminded of it.</summary>
    /// <param name="Survey">Which.</param>
    /// <param name="Again">A reminder.</param>
    public sealed record SurveyInvited(SurveyId Survey, bool Again) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => TopicOf(Survey);

        /// <inheritdoc/>
        public override bool Bulk => true;

        /// <summary>What invitations to a survey are counted under.</summary>
        public static string TopicOf(SurveyId id) => $"survey:{id.Value:N}";
    }

    /// <summary>Something became of a request for advice.</summary>
    public sealed record Consultation(long Number, ConsultationNews What) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => Confidential;
    }

    /// <summary>Somebody said something about a request for advice.</summary>
    /// <param name="Line">Number of what was said.</param>
    public sealed record ConsultationSpoke(long Line) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => Confidential;
    }

    /// <summary>Somebody changed what they had said about a request for advice, or took it back.</summary>
    /// <param name="Line">Number of what was said.</param>
    public sealed record ConsultationRetold(long Line) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => Confidential;
    }

    /// <summary>To the staff group: how a request stands.</summary>
    /// <param name="Number">Which.</param>
    /// <param name="Reopens">It was closed and goes on.</param>
    public sealed record GroupCard(long Number, bool Reopens) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => Confidential;
    }

    /// <summary>To a group: nobody confirmed it in time.</summary>
    public sealed record GroupUnconfirmed : Notice;

    /// <summary>To owners: the bot was taken out of the staff group.</summary>
    public sealed record GroupGone : Notice;

    /// <summary>The topic of what is said about a request for advice or while an anonymous survey is answered: its content goes as soon as nothing is to be sent any more, whatever became of it.</summary>
    public const string Confidential = "confidential";

    /// <summary>To a member of staff: an owner gave or took a role.</summary>
    public sealed record StaffChanged : Notice;

    /// <summary>To an owner: their invitation was used.</summary>
    public sealed record StaffCame(ChatId Member) : Notice;

    /// <summary>To organisers: how the week went.</summary>
    public sealed record WeeklyDigest : Notice
    {
        /// <summary>What digests are counted under.</summary>
        public const string Counted = "digest";

        /// <inheritdoc/>
        public override string? Topic => Counted;
    }

    /// <summary>To staff: the list they sent was imported.</summary>
    public sealed record Imported(Guid Import) : Notice;
}
