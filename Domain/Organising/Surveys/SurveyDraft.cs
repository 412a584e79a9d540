using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>What is asked about a new survey, in this order; what follows from earlier answers is left out.</summary>
public enum SurveyStep
{
    /// <summary>Which form.</summary>
    Form = 0,

    /// <summary>For an event, for everybody, or by link.</summary>
    Where = 1,

    /// <summary>Which event.</summary>
    Event = 2,

    /// <summary>For those who came, for all who are registered, or before and after.</summary>
    Who = 3,

    /// <summary>Anonymous or with names.</summary>
    Names = 4,

    /// <summary>Whether people are told how many of their answers are right.</summary>
    Score = 5,

    /// <summary>When it opens.</summary>
    Opens = 6,

    /// <summary>Until when.</summary>
    Closes = 7,

    /// <summary>Whether all is right.</summary>
    Check = 8,

    /// <summary>Which people, in words; after <see cref="Where"/>.</summary>
    Group = 9,
}

/// <summary>A survey as far as staff have decided on it; null = not yet.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Event">The event.</param>
/// <param name="Audience">Whom it is put to.</param>
/// <param name="BeforeAndAfter">Two halves, before and after the event.</param>
/// <param name="Anonymous">Without names.</param>
/// <param name="TellsScore">Right answers are counted out to people.</param>
/// <param name="OpensAt">When.</param>
/// <param name="ClosesAt">Until when.</param>
/// <param name="Group">The people it is put to.</param>
public sealed record SurveyDraft(string? FormId = null, EventId? Event = null, SurveyAudience? Audience = null, bool BeforeAndAfter = false, bool? Anonymous = null, bool? TellsScore = null,
    DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null, CountQuestion? Group = null);
