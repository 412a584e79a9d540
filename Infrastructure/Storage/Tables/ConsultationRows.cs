using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A request for advice, and once it is closed a row of the journal. Times, topic and rating stay for the counts when the person is erased.</summary>
internal sealed class ConsultationRow
{
    /// <summary>Its number in the journal.</summary>
    public long Id { get; set; }

    [Personal] public PersonId? PersonId { get; set; }

    /// <summary>The chat the person wrote from last.</summary>
    [Personal] public ChatId? ChatId { get; set; }

    public ConsultationStatus Status { get; set; }
    public ConsultationWay Way { get; set; }

    /// <summary>The staff chat that has it; null = it waits.</summary>
    public ChatId? OwnerId { get; set; }

    /// <summary>The staff group where its owner wrote last; null = they write in private.</summary>
    public ChatId? DeskId { get; set; }

    /// <summary>Code of the topic.</summary>
    public string Topic { get; set; } = "";

    /// <summary>The form's answers as JSON (<see cref="ConsultationSheet"/>); the question goes a week after the closing, the rest is the journal.</summary>
    [Personal] public string? Sheet { get; set; }

    /// <summary>Name of who advised, as it stood when it was closed.</summary>
    [Personal] public string? Adviser { get; set; }

    public int? Rating { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public DateTimeOffset AnswerBy { get; set; }

    /// <summary>When staff first said something, or closed it.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>The group where staff advise together; there is one at most.</summary>
internal sealed class StaffGroupRow
{
    public ChatId ChatId { get; set; }

    /// <summary>It has topics.</summary>
    public bool IsForum { get; set; }

    public DateTimeOffset Since { get; set; }
}

/// <summary>A request in the staff group.</summary>
internal sealed class GroupCardRow
{
    public long ConsultationId { get; set; }

    /// <summary>The platform's id of its topic; null = it has none.</summary>
    public string? TopicId { get; set; }

    /// <summary>The platform's id of its card.</summary>
    public string? MessageId { get; set; }
}

/// <summary>How the name of a member of staff who advises stands in the journal.</summary>
internal sealed class AdviserRow
{
    public ChatId ChatId { get; set; }
    [Personal] public string Name { get; set; } = "";
}

/// <summary>An answer that was kept to be used again; found by its words.</summary>
internal sealed class CannedAnswerRow
{
    public long Id { get; set; }

    /// <summary>The answer by language, as JSON.</summary>
    public string Texts { get; set; } = "";

    public ChatId? MadeBy { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>Something said about a request, kept until a week after its closing.</summary>
internal sealed class ConsultationLineRow
{
    public long Id { get; set; }
    public long ConsultationId { get; set; }

    /// <summary>The person said it; false = staff.</summary>
    public bool ByPerson { get; set; }

    [Personal] public string? Text { get; set; }

    /// <summary>A file passed on.</summary>
    public string? FileId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who said it took it back: its words and its file are gone.</summary>
    public bool Unsaid { get; set; }

    /// <summary>The chat it was said in.</summary>
    public ChatId? SaidIn { get; set; }

    /// <summary>The private chat of the member of staff who said it; null = the person did.</summary>
    public ChatId? SaidBy { get; set; }

    /// <summary>The platform's id of the message in which it was said.</summary>
    [Personal] public string? SaidId { get; set; }

    /// <summary>The chat that was shown it last.</summary>
    public ChatId? ShownIn { get; set; }

    /// <summary>The platform's id of the message there that holds its words.</summary>
    [Personal] public string? ShownId { get; set; }

    /// <summary>The platform's id of the message there that holds its file.</summary>
    [Personal] public string? FileShownId { get; set; }

    /// <summary>Whose request it is about, by whom erasure finds it.</summary>
    [Personal] public PersonId? PersonId { get; set; }
}
