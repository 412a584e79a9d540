namespace GrantBot.Domain.Consultations;

/// <summary>What stands on a consultation form (6-forms.md 6.5), by the names of its questions; names, numbers and words of people are in it, so no log keeps it.</summary>
/// <param name="Answers">Answers by question name.</param>
public sealed record ConsultationSheet(IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>The form's id.</summary>
    public const string FormId = "consult";

    /// <summary>Names of its questions.</summary>
    public const string Topic = "topic", TopicOther = "topic_other", Question = "question", How = "how", When = "when", FullName = "fullname", Phone = "phone",
        Place = "place_study", Language = "lang_pref", Status = "status", Advice = "advice", Minutes = "minutes";

    /// <summary>The way of answer that stays in the chat, by phone, and at a meeting.</summary>
    public const string InChat = "chat", ByPhone = "call", AtMeeting = "meet";

    /// <summary>An answer; null when it is blank.</summary>
    public string? this[string question] => Answers.GetValueOrDefault(question) is { Length: > 0 } answer ? answer : null;
}
