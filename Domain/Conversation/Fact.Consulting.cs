using System.Text.Json.Serialization;
using GrantBot.Domain.Consultations;

namespace GrantBot.Domain.Conversation;

/// <summary>Consultations. What people wrote is handed to the projections alone: the log holds that they did.</summary>
[JsonDerivedType(typeof(ConsultationAsked), nameof(ConsultationAsked))]
[JsonDerivedType(typeof(ConsultationTaken), nameof(ConsultationTaken))]
[JsonDerivedType(typeof(ConsultationSaid), nameof(ConsultationSaid))]
[JsonDerivedType(typeof(ConsultationCorrected), nameof(ConsultationCorrected))]
[JsonDerivedType(typeof(ConsultationUnsaid), nameof(ConsultationUnsaid))]
[JsonDerivedType(typeof(ConsultationReturned), nameof(ConsultationReturned))]
[JsonDerivedType(typeof(ConsultationHanded), nameof(ConsultationHanded))]
[JsonDerivedType(typeof(ConsultationPutOff), nameof(ConsultationPutOff))]
[JsonDerivedType(typeof(ConsultationClosed), nameof(ConsultationClosed))]
[JsonDerivedType(typeof(ConsultationReopened), nameof(ConsultationReopened))]
[JsonDerivedType(typeof(ConsultationRated), nameof(ConsultationRated))]
[JsonDerivedType(typeof(AdviserNamed), nameof(AdviserNamed))]
[JsonDerivedType(typeof(AnswerKept), nameof(AnswerKept))]
[JsonDerivedType(typeof(AnswerDropped), nameof(AnswerDropped))]
[JsonDerivedType(typeof(JournalAsked), nameof(JournalAsked))]
[JsonDerivedType(typeof(GroupInvited), nameof(GroupInvited))]
[JsonDerivedType(typeof(GroupMet), nameof(GroupMet))]
[JsonDerivedType(typeof(GroupLinked), nameof(GroupLinked))]
[JsonDerivedType(typeof(GroupChanged), nameof(GroupChanged))]
[JsonDerivedType(typeof(GroupMoved), nameof(GroupMoved))]
[JsonDerivedType(typeof(GroupLost), nameof(GroupLost))]
public abstract partial record Fact
{
    /// <summary>Somebody wants advice (кеңес, консультация).</summary>
    /// <param name="Number">Its number in the journal.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Way">How they came; what staff wrote down is theirs from the start.</param>
    /// <param name="AnswerBy">By when it is to be answered.</param>
    public sealed record ConsultationAsked(long Number, PersonId Person, ConsultationWay Way, DateTimeOffset AnswerBy) : Fact
    {
        /// <summary>What they asked.</summary>
        [JsonIgnore] public ConsultationSheet? Sheet { get; init; }
    }

    /// <summary>A member of staff took a request that waited; nobody else can.</summary>
    public sealed record ConsultationTaken(long Number) : Fact;

    /// <summary>Something was said about a request, to be read by the other side.</summary>
    /// <param name="Number">Which.</param>
    /// <param name="ByPerson">By who asked; false = by its owner.</param>
    public sealed record ConsultationSaid(long Number, bool ByPerson) : Fact
    {
        /// <summary>The words.</summary>
        [JsonIgnore] public string Text { get; init; } = "";

        /// <summary>By when it is to be answered; null = it was said by staff.</summary>
        public DateTimeOffset? AnswerBy { get; init; }

        /// <summary>A file.</summary>
        [JsonIgnore] public PassedFile? File { get; init; }

        /// <summary>The channel's id of the message, by which it may be corrected or taken back.</summary>
        [JsonIgnore] public string? Message { get; init; }
    }

    /// <summary>Who said something about a request changed its words.</summary>
    /// <param name="Number">Which request.</param>
    /// <param name="Line">What was said.</param>
    public sealed record ConsultationCorrected(long Number, long Line) : Fact
    {
        /// <summary>The words as they are now.</summary>
        [JsonIgnore] public string Text { get; init; } = "";
    }

    /// <summary>Who said something about a request took it back.</summary>
    /// <param name="Number">Which request.</param>
    /// <param name="Line">What was said.</param>
    public sealed record ConsultationUnsaid(long Number, long Line) : Fact;

    /// <summary>The owner gave a request back: it waits for somebody again.</summary>
    public sealed record ConsultationReturned(long Number) : Fact;

    /// <summary>The owner handed a request to a colleague.</summary>
    public sealed record ConsultationHanded(long Number, ChatId To) : Fact;

    /// <summary>The owner wants to be reminded of a request.</summary>
    public sealed record ConsultationPutOff(long Number, DateTimeOffset Until) : Fact;

    /// <summary>Advice was given: the request is a row of the journal.</summary>
    public sealed record ConsultationClosed(long Number) : Fact
    {
        /// <summary>The whole row.</summary>
        [JsonIgnore] public ConsultationSheet? Sheet { get; init; }
    }

    /// <summary>The person went on with a request that had been closed.</summary>
    public sealed record ConsultationReopened(long Number) : Fact;

    /// <summary>The person rated the answer from 1 to 5.</summary>
    public sealed record ConsultationRated(long Number, int Rating) : Fact;

    /// <summary>A member of staff said how their name stands in the journal.</summary>
    public sealed record AdviserNamed : Fact
    {
        /// <summary>The name.</summary>
        [JsonIgnore] public string Name { get; init; } = "";
    }

    /// <summary>A member of staff kept an answer to be used again.</summary>
    public sealed record AnswerKept : Fact
    {
        /// <summary>The answer by language.</summary>
        [JsonIgnore] public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>A member of staff dropped a kept answer.</summary>
    public sealed record AnswerDropped(long Answer) : Fact;

    /// <summary>An owner wants a group to become the staff group; the code is typed there.</summary>
    public sealed record GroupInvited(string CodeHash, string Language, DateTimeOffset ExpiresAt) : Fact;

    /// <summary>The bot was added to a group; unless somebody confirms it, the bot leaves.</summary>
    public sealed record GroupMet(DateTimeOffset LeavesAt) : Fact;

    /// <summary>The group became the staff group.</summary>
    public sealed record GroupLinked(string CodeHash, bool IsForum) : Fact;

    /// <summary>The staff group got topics, or has none any more.</summary>
    public sealed record GroupChanged(bool IsForum) : Fact;

    /// <summary>The group has another address.</summary>
    public sealed record GroupMoved(string To) : Fact;

    /// <summary>The bot was taken out of the staff group.</summary>
    public sealed record GroupLost : Fact;

    /// <summary>A member of staff wants the journal.</summary>
    public sealed record JournalAsked(string Language, JournalFormat Format) : Fact;
}
