using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Surveys;

/// <summary>Whom a survey is put to. Numbers are stored: never renumber.</summary>
public enum SurveyAudience
{
    /// <summary>Those who were checked in at its event.</summary>
    Attended = 1,

    /// <summary>Those who are registered for its event, whether they came or not.</summary>
    Registered = 2,

    /// <summary>Everybody who takes or took part in any event.</summary>
    Everybody = 3,

    /// <summary>Whoever follows the link or the QR code; nobody is invited, and nobody has to be registered.</summary>
    Link = 4,

    /// <summary>The people a question for counts speaks of, as they are when it opens.</summary>
    Group = 5,
}

/// <summary>Which half of a survey before and after an event (екі кезеңді сауалнама, двухфазный опрос). Numbers are stored: never renumber.</summary>
public enum SurveyPhase
{
    /// <summary>It has no halves.</summary>
    None = 0,

    /// <summary>Before the event.</summary>
    Before = 1,

    /// <summary>After it, for those who came.</summary>
    After = 2,
}

/// <summary>A survey as a conversation needs it.</summary>
public sealed record KnownSurvey
{
    /// <summary>The id.</summary>
    public required SurveyId Id { get; init; }

    /// <summary>What stands behind "q_" in its link.</summary>
    public required string Code { get; init; }

    /// <summary>The form that is asked.</summary>
    public required string FormId { get; init; }

    /// <summary>Its version from the opening on, so that all answer the same questions; "" = the published one.</summary>
    public string FormVersion { get; init; } = "";

    /// <summary>The event it is about; null = none.</summary>
    public EventId? Event { get; init; }

    /// <summary>Whom it is put to.</summary>
    public SurveyAudience Audience { get; init; }

    /// <summary>The group it is put to; null for other audiences.</summary>
    public CountQuestion? Group { get; init; }

    /// <summary>No answer is stored with a person.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Before or after the event.</summary>
    public SurveyPhase Phase { get; init; }

    /// <summary>Whoever answers is told how many answers were right.</summary>
    public bool TellsScore { get; init; }

    /// <summary>When people are invited.</summary>
    public DateTimeOffset OpensAt { get; init; }

    /// <summary>Until when it takes answers.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>When it really ended; null = not yet.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>It was planned by the program after an event.</summary>
    public bool Automatic { get; init; }

    /// <summary>Those who had not answered were reminded.</summary>
    public bool Reminded { get; init; }

    /// <summary>How many answered.</summary>
    public int Answered { get; init; }

    /// <summary>How many answers of each kind are wanted.</summary>
    public IReadOnlyList<SurveyQuota> Plan { get; init; } = [];

    /// <summary>Whether it takes answers at this moment.</summary>
    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now >= OpensAt && now < ClosesAt;
}

/// <summary>How many answers with one choice are wanted (квота).</summary>
/// <param name="Question">Name of the question, or of a code such as "gender".</param>
/// <param name="Choice">Name of the choice.</param>
/// <param name="Plan">How many.</param>
public sealed record SurveyQuota(string Question, string Choice, int Plan);

/// <summary>What a survey is to one chat.</summary>
/// <param name="IsAsked">The person was invited, or the survey is open to everybody.</param>
/// <param name="Opened">They began it.</param>
/// <param name="Answered">They have answered, in whatever chat.</param>
public sealed record SurveyPart(bool IsAsked, bool Opened, bool Answered);

/// <summary>How a survey goes. Telegram does not tell whether a message was delivered or read.</summary>
/// <param name="Invited">People it is put to; 0 for one by link.</param>
/// <param name="Sent">Messages platforms took, reminders among them.</param>
/// <param name="Delivered">Of those, said to be delivered.</param>
/// <param name="Read">Of those, said to be read.</param>
/// <param name="Opened">People who began it.</param>
/// <param name="Answered">People who answered.</param>
public sealed record SurveyCounts(int Invited, int Sent, int Delivered, int Read, int Opened, int Answered);

/// <summary>Somebody's result in a quiz whose answers are not anonymous.</summary>
/// <param name="Name">Surname and first name.</param>
/// <param name="Score">Right answers.</param>
/// <param name="Took">How long it took them.</param>
public sealed record QuizResult(string Name, int Score, TimeSpan Took);
