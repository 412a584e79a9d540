using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators;

/// <summary>Every indicator, in the order a report shows them.</summary>
public static class IndicatorCatalog
{
    /// <summary>The tables that describe people. Each adds up to the number of unique people (audit rule A1).</summary>
    public static IReadOnlyList<Breakdown> OfPeople { get; } = [new ByGender(), new ByAgeBand(), new BySocialCategory(), new ByTerritory(), new ByChannel()];

    /// <summary>All of them; <paramref name="events"/> are the rows of the table by event.</summary>
    public static IReadOnlyList<IIndicator> All(IReadOnlyList<EventId> events) =>
        [new Registered(), new Confirmed(), new WaitingForConsent(), new Waitlisted(), new Attended(), new AttendedShare(), new Cancelled(), new ConfirmedShare(), new UniquePeople(), new ByEvent(events), .. OfPeople];
}
