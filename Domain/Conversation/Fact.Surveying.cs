using System.Text.Json.Serialization;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Conversation;

/// <summary>Surveys.</summary>
[JsonDerivedType(typeof(SurveyMade), nameof(SurveyMade))]
[JsonDerivedType(typeof(SurveyOrdered), nameof(SurveyOrdered))]
[JsonDerivedType(typeof(SurveyPlanned), nameof(SurveyPlanned))]
[JsonDerivedType(typeof(SurveyTimed), nameof(SurveyTimed))]
[JsonDerivedType(typeof(SurveyBegun), nameof(SurveyBegun))]
[JsonDerivedType(typeof(SurveyAnswered), nameof(SurveyAnswered))]
[JsonDerivedType(typeof(SurveyPosterAsked), nameof(SurveyPosterAsked))]
public abstract partial record Fact
{
    /// <summary>Staff made a survey; of one before and after an event there are two such facts, which name each other.</summary>
    /// <param name="Survey">The new survey.</param>
    /// <param name="Terms">What was decided about it.</param>
    public sealed record SurveyMade(SurveyId Survey, SurveyTerms Terms) : Fact;

    /// <summary>Staff end a survey, or have those reminded who have not answered.</summary>
    public sealed record SurveyOrdered(SurveyId Survey, SurveyOrder Order) : Fact;

    /// <summary>Staff said how many answers of each kind are wanted.</summary>
    public sealed record SurveyPlanned(SurveyId Survey, IReadOnlyList<SurveyQuota> Plan) : Fact;

    /// <summary>Staff chose other times for a survey; from then on it does not follow its event.</summary>
    /// <param name="Survey">Which.</param>
    /// <param name="OpensAt">When people are invited; of one that is open, when it was opened.</param>
    /// <param name="ClosesAt">Until when it takes answers.</param>
    public sealed record SurveyTimed(SurveyId Survey, DateTimeOffset OpensAt, DateTimeOffset ClosesAt) : Fact;

    /// <summary>Somebody began to answer.</summary>
    public sealed record SurveyBegun(SurveyId Survey) : Fact;

    /// <summary>Somebody has answered. The log holds that they did, and of an anonymous survey nothing else: what they answered is handed to the projection alone.</summary>
    public sealed record SurveyAnswered(SurveyId Survey) : Fact
    {
        /// <summary>The answers to an anonymous survey; null where they stand with the person.</summary>
        [JsonIgnore] public SurveySheet? Sheet { get; init; }

        /// <summary>When they began: what was said since holds their answers.</summary>
        [JsonIgnore] public DateTimeOffset StartedAt { get; init; }
    }

    /// <summary>Staff want the poster with the QR code of a survey.</summary>
    public sealed record SurveyPosterAsked(SurveyId Survey, string Language) : Fact;
}
