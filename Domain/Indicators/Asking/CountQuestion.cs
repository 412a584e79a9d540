using System.Text.Json.Serialization;
using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// What a question asks for: an indicator of the catalogue (<see cref="IndicatorCatalog.Of"/>), stored by its key. A test holds that each value
/// has one. Numbers are of earlier questions: never renumber.
/// </summary>
[JsonConverter(typeof(MeasureKey))]
public enum Measure
{
    /// <summary>Registrations that stand, whatever their state.</summary>
    Registered = 0,

    /// <summary>Registrations that are confirmed, or whose people came.</summary>
    Confirmed = 1,

    /// <summary>Registrations in the queue.</summary>
    Waitlisted = 2,

    /// <summary>Registrations that wait for a guardian.</summary>
    WaitingForConsent = 3,

    /// <summary>Pairs of person and event where every registration was cancelled.</summary>
    Cancelled = 4,

    /// <summary>Visits: registrations whose people were checked in (attendances).</summary>
    Attended = 5,

    /// <summary>Registrations whose people did not come.</summary>
    NoShow = 6,

    /// <summary>Different people with a registration that stands.</summary>
    UniquePeople = 7,

    /// <summary>Different people who were checked in somewhere.</summary>
    UniqueAttended = 8,

    /// <summary>Confirmed of registered, percent.</summary>
    ConfirmedShare = 20,

    /// <summary>Attended of those who were confirmed, percent.</summary>
    AttendedShare = 21,

    /// <summary>No-shows of those who were confirmed, percent.</summary>
    NoShowRate = 22,

    /// <summary>Marks 4 and 5 of all marks on the overall question, percent.</summary>
    Satisfaction = 40,

    /// <summary>Answers of those invited, percent.</summary>
    ResponseRate = 41,

    /// <summary>Would recommend, of those who answered that, percent.</summary>
    Recommend = 42,

    /// <summary>Right answers after minus before, points of percent, of pairs.</summary>
    KnowledgeGain = 43,

    /// <summary>Survey answers.</summary>
    SurveyAnswers = 44,

    /// <summary>Marks 4 and 5 on the content, percent.</summary>
    Content = 45,

    /// <summary>Marks 4 and 5 on speakers or judges, percent.</summary>
    Speaker = 46,

    /// <summary>Marks 4 and 5 on how it was organised, percent.</summary>
    Organisation = 47,

    /// <summary>Marks 4 and 5 on how fair the judging was, percent.</summary>
    Fair = 48,

    /// <summary>Use what they learned or will, of those who answered that, percent.</summary>
    Apply = 49,

    /// <summary>Promoters less detractors of a scale from 0 to 10, points.</summary>
    NetPromoter = 50,

    /// <summary>Views of what was published about the project.</summary>
    Reach = 60,
}

/// <summary>Writes a measure as the key of its indicator ("no_show_rate"); reads the numbers of earlier questions too.</summary>
public sealed class MeasureKey() : JsonStringEnumConverter<Measure>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower);

/// <summary>By what a count is parted.</summary>
public enum Dimension
{
    /// <summary>Event.</summary>
    Event,

    /// <summary>Gender.</summary>
    Gender,

    /// <summary>Age band of the report (13–16, 17–22, ...).</summary>
    Age,

    /// <summary>Social category of the report.</summary>
    Category,

    /// <summary>Territory.</summary>
    Territory,

    /// <summary>Institution: place of study.</summary>
    Institution,

    /// <summary>Language of the chat.</summary>
    Language,

    /// <summary>Channel.</summary>
    Channel,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Week, by its Monday.</summary>
    Week,

    /// <summary>Day.</summary>
    Day,
}

/// <summary>A question for a count, understood: what is counted, of whom, when, and by what it is parted. Empty lists = all.</summary>
public sealed record CountQuestion
{
    /// <summary>By how many breakdowns a count may be parted.</summary>
    public const int MostDimensions = 2;

    /// <summary>What is counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Measure Measure { get; init; }

    /// <summary>At which events; empty = all.</summary>
    public IReadOnlyList<EventId> Events { get; init; } = [];

    /// <summary>Of which kinds of event (tournament, training, camp and so on, form new_event).</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>First day, in the deployment's zone: of the visit or event for measures of attendance and surveys, of registering for the others.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, that day included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>"male" or "female".</summary>
    public string? Gender { get; init; }

    /// <summary>Youngest age in full years.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Oldest age in full years, included.</summary>
    public int? AgeTo { get; init; }

    /// <summary>Codes of social categories (<see cref="Breakdowns.BySocialCategory"/>).</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes of occupations (6-forms.md, list status): "pupil", "student".</summary>
    public IReadOnlyList<string> Occupations { get; init; } = [];

    /// <summary>Codes of territories.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Codes or names of institutions.</summary>
    public IReadOnlyList<string> Institutions { get; init; } = [];

    /// <summary>Languages of the chat.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Channels.</summary>
    public IReadOnlyList<ChannelKind> Channels { get; init; } = [];

    /// <summary>With a disability; null = everybody.</summary>
    public bool? Disability { get; init; }

    /// <summary>By what it is parted, at most two; the first gives the rows.</summary>
    public IReadOnlyList<Dimension> By { get; init; } = [];

    /// <summary>It narrows by something about people, so that its number is a part of another one.</summary>
    [JsonIgnore]
    public bool NarrowsPeople => Gender is not null || AgeFrom is not null || AgeTo is not null || Categories.Count + Occupations.Count + Territories.Count + Institutions.Count + Languages.Count + Channels.Count > 0 || Disability is not null;

    /// <summary>The same question parted by one thing more; of two, the second gives way.</summary>
    public CountQuestion PartedBy(Dimension dimension) => By.Contains(dimension) ? this : this with { By = [.. By.Take(MostDimensions - 1), dimension] };
}
