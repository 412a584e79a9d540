namespace GrantBot.Domain;

/// <summary>A person (қатысушы, участник), one across all channels. Neither the phone nor a chat id is the key, since both may change.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>One conversation with the bot on one channel.</summary>
public readonly record struct ChatId(Guid Value);

/// <summary>An event (іс-шара, мероприятие) people register for.</summary>
public readonly record struct EventId(Guid Value);

/// <summary>One person's registration for one event.</summary>
public readonly record struct RegistrationId(Guid Value);

/// <summary>One team (команда) registered for one event.</summary>
public readonly record struct TeamId(Guid Value);

/// <summary>One survey (сауалнама, опрос): a form put to people for a time.</summary>
public readonly record struct SurveyId(Guid Value);

/// <summary>One message of staff to many people (хабарлама, рассылка).</summary>
public readonly record struct BroadcastId(Guid Value);

/// <summary>Makes ids of the program's own.</summary>
public static class Ids
{
    /// <summary>A UUID v7: sortable by the moment it was made, so indexes grow at their end.</summary>
    public static Guid New(DateTimeOffset now) => Guid.CreateVersion7(now);
}
