using GrantBot.Domain;
using GrantBot.Domain.Surveys;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A survey.</summary>
internal sealed class SurveyRow
{
    public SurveyId Id { get; set; }

    /// <summary>What stands behind "q_" in its link, in lower case.</summary>
    public string Code { get; set; } = "";

    public string FormId { get; set; } = "";

    /// <summary>The version that is asked, known from the opening on; "" before.</summary>
    public string FormVersion { get; set; } = "";

    public EventId? EventId { get; set; }
    public SurveyAudience Audience { get; set; }

    /// <summary>The question for counts whose people are asked, as JSON; null for other audiences.</summary>
    public string? AskedOf { get; set; }

    public bool Anonymous { get; set; }
    public SurveyPhase Phase { get; set; }

    /// <summary>The other half of a survey before and after an event.</summary>
    public SurveyId? Other { get; set; }

    public bool TellsScore { get; set; }

    /// <summary>Planned by the program after an event.</summary>
    public bool Automatic { get; set; }

    /// <summary>Staff chose its times: it does not follow its event.</summary>
    public bool Timed { get; set; }

    public DateTimeOffset OpensAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }

    /// <summary>When it really ended.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public bool Reminded { get; set; }

    /// <summary>The answers are out of their seals, or there were none under seal.</summary>
    public bool Settled { get; set; }

    /// <summary>How many answered; counted here so that an answer costs the same however many there are.</summary>
    public int Answered { get; set; }

    /// <summary>How it went, as JSON, once it is over: messages are kept for a month only.</summary>
    public string? Counts { get; set; }

    /// <summary>List of <see cref="SurveyQuota"/> as JSON.</summary>
    public string Plan { get; set; } = "[]";

    /// <summary>What was counted over all answers before their codes were made coarse, as JSON.</summary>
    public string? Outcome { get; set; }

    /// <summary>The member of staff; null = the program.</summary>
    public ChatId? MadeBy { get; set; }
}

/// <summary>Somebody who is asked, or who came by the link: that they were, and whether they answered. Never what, nor when.</summary>
internal sealed class SurveyInviteRow
{
    public SurveyId SurveyId { get; set; }

    /// <summary>Random for a person who was invited; of who came by a link a keyed hash of the chat, which leads to no chat without the key beside the database.</summary>
    [Personal] public string Who { get; set; } = "";

    [Personal] public PersonId? PersonId { get; set; }
    [Personal] public ChatId? ChatId { get; set; }

    /// <summary>A message was written to them.</summary>
    public bool Sent { get; set; }

    public bool Reminded { get; set; }
    public bool Opened { get; set; }
    public bool Answered { get; set; }
}

/// <summary>
/// One anonymous answer. While the survey is open it is under seal; when it is over, choices stand beside codes so coarse that each
/// combination belongs to five people at least, under a new random key.
/// </summary>
internal sealed class SurveyAnswerRow
{
    /// <summary>Random, 32 hex digits; no row number lies beneath it.</summary>
    public string Key { get; set; } = "";

    public SurveyId SurveyId { get; set; }

    /// <summary>Everything, encrypted with a key that is not in the database; null once it is open.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Choices by question, as JSON.</summary>
    public string? Marks { get; set; }

    public string? Gender { get; set; }
    public string? Age { get; set; }
    public string? Category { get; set; }
    public string? Territory { get; set; }
    public string? Language { get; set; }
    public string? Channel { get; set; }
}

/// <summary>What somebody wrote, apart from their marks and codes.</summary>
internal sealed class SurveyRemarkRow
{
    /// <summary>Random, 32 hex digits.</summary>
    public string Key { get; set; } = "";

    public SurveyId SurveyId { get; set; }
    public string Question { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>Whether it may stand in a report; null = nobody asked.</summary>
    public bool? MayQuote { get; set; }
}
