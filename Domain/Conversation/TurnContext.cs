using GrantBot.Domain.Consultations;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Conversation;

/// <summary>Everything a turn may look at besides the state and the message. The sources of ids, codes and numbers are arguments, as the clock is.</summary>
public sealed record TurnContext
{
    /// <summary>The moment of the turn.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The deployment's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The chat.</summary>
    public ChatId Chat { get; init; }

    /// <summary>Whoever acts: the chat, or in a group the chat they have with the bot alone; empty when they have none.</summary>
    public ChatId By { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelTraits Channel { get; init; }

    /// <summary>All texts.</summary>
    public required Texts Texts { get; init; }

    /// <summary>Published forms by id.</summary>
    public required FormCatalogue Forms { get; init; }

    /// <summary>The organisation.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>When surveys are put to people.</summary>
    public SurveyTimes Surveys { get; init; } = new();

    /// <summary>When people may expect advice.</summary>
    public ConsultationTimes Consultations { get; init; } = new();

    /// <summary>What this chat may do as staff.</summary>
    public StaffAccess Access { get; init; } = StaffAccess.None;

    /// <summary>What a deployment says about messages to many.</summary>
    public BroadcastTerms Broadcasts { get; init; } = new();

    /// <summary>What was read for this turn so far.</summary>
    public Knowledge Knows { get; init; } = new();

    /// <summary>Makes an id.</summary>
    public required Func<Guid> NewId { get; init; }

    /// <summary>Makes an unguessable one-time code of letters and digits.</summary>
    public required Func<string> NewCode { get; init; }

    /// <summary>Takes the next registration number of an event.</summary>
    public required Func<EventId, int> NextNumber { get; init; }

    /// <summary>Makes the links that open the bot with a code, one for each channel people are reached on, in the order of <see cref="ChannelKind"/>; none where no address is known.</summary>
    public required Func<string, IReadOnlyList<ChannelLink>> Links { get; init; }

    /// <summary>Makes a link to a page of the program itself from its path; null where the address is not known.</summary>
    public Func<string, string?> Page { get; init; } = static _ => null;
}

/// <summary>What came of a turn. A closed family.</summary>
public abstract record TurnResult
{
    private TurnResult() { }

    /// <summary>The turn is decided.</summary>
    /// <param name="State">The state to remember.</param>
    /// <param name="Replies">What to send, in order.</param>
    /// <param name="Facts">What happened.</param>
    public sealed record Decided(ChatState State, IReadOnlyList<Reply> Replies, IReadOnlyList<Fact> Facts) : TurnResult;

    /// <summary>The turn must know more; read it and take the turn again.</summary>
    public sealed record Lacks(Need Need) : TurnResult;
}
