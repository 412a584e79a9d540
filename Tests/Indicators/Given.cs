using GrantBot.Domain.Registration;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;

namespace GrantBot.Tests.Indicators;

/// <summary>Registrations with boring defaults; people and events are numbered.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Start = new(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(5));

    public static PersonId Person(int n) => new(new Guid(n, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static EventId Event(int n) => new(new Guid(n, 2, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static RegistrationFact Registration(int person, int @event = 1) =>
        new(Person(person), new(Event(@event), RegistrationStatus.Confirmed, ChannelKind.Telegram, "female", 16, "aktau", "pupil", null, null), Start.AddMinutes(person));

    /// <summary>A person described as in a table: "age occupation disability", blank = not stated.</summary>
    public static RegistrationCodes Someone(int? age, string? occupation = null, bool? disability = null) =>
        Registration(1).Codes with { Age = age, Occupation = occupation, Disability = disability };

    /// <summary>The same registration with other codes.</summary>
    public static RegistrationFact With(this RegistrationFact fact, Func<RegistrationCodes, RegistrationCodes> other) => fact with { Codes = other(fact.Codes) };
}
