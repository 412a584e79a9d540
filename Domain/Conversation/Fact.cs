using System.Text.Json.Serialization;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// Something that happened, the only way a conversation changes the world. Appended once, together with the tables that counts read;
/// it is the audit log and the queue for later work. A closed family.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ConsentGiven), nameof(ConsentGiven))]
[JsonDerivedType(typeof(PhoneVerified), nameof(PhoneVerified))]
[JsonDerivedType(typeof(GuardianAsked), nameof(GuardianAsked))]
[JsonDerivedType(typeof(GuardianAnswered), nameof(GuardianAnswered))]
[JsonDerivedType(typeof(ConsentWithdrawn), nameof(ConsentWithdrawn))]
[JsonDerivedType(typeof(CountsAsked), nameof(CountsAsked))]
[JsonDerivedType(typeof(ListAsked), nameof(ListAsked))]
[JsonDerivedType(typeof(FormAnswered), nameof(FormAnswered))]
[JsonDerivedType(typeof(FormDrafted), nameof(FormDrafted))]
[JsonDerivedType(typeof(FormPublished), nameof(FormPublished))]
[JsonDerivedType(typeof(FormRetired), nameof(FormRetired))]
[JsonDerivedType(typeof(FormDeleted), nameof(FormDeleted))]
[JsonDerivedType(typeof(FormFileAsked), nameof(FormFileAsked))]
[JsonDerivedType(typeof(FormAnswersAsked), nameof(FormAnswersAsked))]
[JsonDerivedType(typeof(FormFilesDue), nameof(FormFilesDue))]
[JsonDerivedType(typeof(RetryAsked), nameof(RetryAsked))]
[JsonDerivedType(typeof(ChatLeft), nameof(ChatLeft))]
[JsonDerivedType(typeof(ChatReturned), nameof(ChatReturned))]
public abstract partial record Fact
{
    private Fact() { }

    /// <summary>A person agreed to the processing of their data (келісім, согласие); Law No. 94-V art. 8.</summary>
    /// <param name="Person">Who; made at this moment when the chat had no person yet.</param>
    /// <param name="TextVersion">Hash of the text they saw.</param>
    /// <param name="Language">Language of that text.</param>
    /// <param name="ByGuardian">Given by a legal representative.</param>
    public sealed record ConsentGiven(PersonId Person, string TextVersion, string Language, bool ByGuardian) : Fact
    {
        /// <summary>In the chat, or on paper that the staff member of the chat has seen.</summary>
        public Registration.ConsentBasis Basis { get; init; }
    }

    /// <summary>A platform vouched for a person's phone number.</summary>
    public sealed record PhoneVerified(PersonId Person, string Phone) : Fact;

    /// <summary>A guardian's consent is asked for by a one-time code.</summary>
    public sealed record GuardianAsked(RegistrationId Registration, string CodeHash, DateTimeOffset ExpiresAt) : Fact;

    /// <summary>A guardian answered; a refusal erases what the minor entered. A team's member hears of the consent with the news of the team: then the child's chat is null.</summary>
    public sealed record GuardianAnswered(RegistrationId Registration, int Number, ChatId? Child, string CodeHash, bool Agrees, string TextVersion, string Language) : Fact;

    /// <summary>Consent was withdrawn: registrations are cancelled and the person's data erased.</summary>
    public sealed record ConsentWithdrawn(PersonId Person) : Fact;

    /// <summary>A staff member asked for counts.</summary>
    public sealed record CountsAsked(EventId? Event, string Language) : Fact;

    /// <summary>A staff member asked for a participant list with names.</summary>
    public sealed record ListAsked(EventId Event, string Language) : Fact
    {
        /// <summary>What its rows stand together by.</summary>
        public Organising.ListGrouping Grouping { get; init; }

        /// <summary>As what it is made.</summary>
        public Organising.ListFormat Format { get; init; }
    }

    /// <summary>A form by itself was filled.</summary>
    /// <param name="Answer">The new submission.</param>
    /// <param name="Person">Who filled it.</param>
    /// <param name="FormId">The form.</param>
    /// <param name="FormVersion">The version they began.</param>
    /// <param name="StartedAt">When they began.</param>
    /// <param name="Answers">Answers by question name.</param>
    public sealed record FormAnswered(Guid Answer, PersonId Person, string FormId, string FormVersion, DateTimeOffset StartedAt, IReadOnlyDictionary<string, string> Answers) : Fact
    {
        /// <summary>The survey it was asked in; null = none.</summary>
        public SurveyId? Survey { get; init; }

        /// <summary>How many answers are right; null where the form says of none.</summary>
        public int? Score { get; init; }
    }

    /// <summary>A staff member sent a workbook that is a good form.</summary>
    /// <param name="FormId">form_id of its sheet settings.</param>
    /// <param name="Version">The number it is stored under.</param>
    /// <param name="File">Where the workbook, and the lists attached to it, were put for the moment.</param>
    public sealed record FormDrafted(string FormId, string Version, string File) : Fact;

    /// <summary>A version of a form became the one people fill: a new one, or an earlier one again.</summary>
    public sealed record FormPublished(string FormId, string Version) : Fact;

    /// <summary>Nobody can begin the form any more.</summary>
    public sealed record FormRetired(string FormId) : Fact;

    /// <summary>A version that was never published is gone.</summary>
    public sealed record FormDeleted(string FormId, string Version) : Fact;

    /// <summary>A staff member asked for the workbook of a form.</summary>
    public sealed record FormFileAsked(string FormId, string Version, string Language) : Fact;

    /// <summary>A staff member asked for what people answered to a form.</summary>
    public sealed record FormAnswersAsked(string FormId, string Language) : Fact
    {
        /// <summary>As what.</summary>
        public AnswerFormat As { get; init; }

        /// <summary>Language of the words in it; null = the reader's.</summary>
        public string? Words { get; init; }
    }

    /// <summary>Pictures and files of the answers a staff member asked for are still to be sent.</summary>
    /// <param name="FormId">The form.</param>
    /// <param name="Language">Language of the staff member.</param>
    /// <param name="Answer">Number of the answer to go on with.</param>
    /// <param name="Sent">How many of its files were sent.</param>
    public sealed record FormFilesDue(string FormId, string Language, int Answer, int Sent) : Fact;

    /// <summary>A staff member asked that a parked turn be tried again.</summary>
    public sealed record RetryAsked(long Number) : Fact;

    /// <summary>The person blocked the bot.</summary>
    public sealed record ChatLeft : Fact;

    /// <summary>The person came back.</summary>
    public sealed record ChatReturned : Fact;
}
