using System.Collections.Frozen;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Indicators.Participation;
using GrantBot.Domain.Indicators.Publicity;
using GrantBot.Domain.Indicators.Surveying;

namespace GrantBot.Domain.Indicators;

/// <summary>Every indicator, in the order a report shows them: what staff ask for in words, what /stats and the cards of surveys show.</summary>
public static class IndicatorCatalog
{
    /// <summary>The tables of /stats that describe people. Each adds up to the number of unique people (audit rule A1).</summary>
    public static IReadOnlyList<PeopleBreakdown> OfPeople { get; } = [new ByGender(), new ByAgeBand(), new BySocialCategory(), new ByTerritory(), new ByChannel()];

    /// <summary>What a question may count.</summary>
    public static IReadOnlyList<IIndicator> Counted { get; } =
    [
        new Registered(), new Confirmed(), new Waitlisted(), new WaitingForConsent(), new Cancelled(), new Attended(), new NoShow(), new UniquePeople(), new UniqueAttended(),
        new ConfirmedShare(), new AttendedShare(), new NoShowRate(),
        new Satisfaction(), new ContentMark(), new SpeakerMark(), new OrganisationMark(), new FairMark(), new Apply(), new Recommend(), new NetPromoter(),
        new SurveyAnswered(), new ResponseRate(), new KnowledgeGain(), new Reach(),
    ];

    /// <summary>What only the cards and results of surveys show.</summary>
    public static IReadOnlyList<IIndicator> OnCards { get; } = [new SurveyInvited(), new SurveySent(), new SurveyDelivered(), new SurveyRead(), new SurveyOpened(), new ScaleShare(), new ChoiceShare(), new RightShare()];

    /// <summary>By what counts are parted.</summary>
    public static IReadOnlyList<Breakdown> Parting { get; } = [new ByEvent([]), .. OfPeople, new ByInstitution([]), new ByLanguage()];

    /// <summary>The groups staff look them up by; the keys end those of their names.</summary>
    public static IReadOnlyList<(string Key, IReadOnlyList<IIndicator> Indicators)> Groups { get; } =
        [("participation", [.. Counted.OfType<ParticipationIndicator>()]), ("surveys", [.. Counted.Where(i => i is not (ParticipationIndicator or Reach))]), ("publicity", [.. Counted.OfType<Reach>()]), ("cards", OnCards), ("parts", Parting)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IIndicator> All { get; } = [.. Counted, .. OnCards, .. Parting];

    private static readonly FrozenDictionary<Measure, IIndicator> ByMeasure = Counted.ToFrozenDictionary(i => i.AskedAs!.Value);

    /// <summary>What a question asks for.</summary>
    public static IIndicator Of(Measure measure) => ByMeasure[measure];

    /// <summary>An indicator by its key; null when there is none.</summary>
    public static IIndicator? Find(string key) => All.FirstOrDefault(i => i.Key == key);
}
