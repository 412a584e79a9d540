using System.Globalization;
using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>The codes under which registrations stand in a table. Codes that have to be written are written once.</summary>
/// <param name="measure">What is counted: it says which day a registration belongs to.</param>
public sealed class CountCodes(Measure measure)
{
    private static readonly ByAgeBand Age = new();
    private static readonly ByGender Gender = new();
    private static readonly BySocialCategory Category = new();
    private static readonly ByTerritory Territory = new();
    private static readonly ByChannel Channel = new();

    private readonly Dictionary<EventId, string> events = [];
    private readonly Dictionary<DateOnly, string> days = [], months = [];

    /// <summary>The code of a registration in a breakdown.</summary>
    public string Of(Dimension dimension, in RegistrationFact fact) => dimension switch
    {
        Dimension.Event => Written(events, fact.Event, ByEvent.Code),
        Dimension.Gender => Gender.CodeOf(fact.Codes),
        Dimension.Age => Age.CodeOf(fact.Codes),
        Dimension.Category => Category.CodeOf(fact.Codes),
        Dimension.Territory => Stated(fact.Codes.Territory),
        Dimension.Institution => Stated(fact.Codes.Institution),
        Dimension.Language => Stated(fact.Codes.Language),
        Dimension.Channel => Channel.CodeOf(fact.Codes),
        _ => Of(dimension, CountEngine.DayOf(measure, fact)),
    };

    /// <summary>The code of a day in a breakdown by time.</summary>
    public string Of(Dimension time, DateOnly day) => time switch
    {
        Dimension.Month => Written(months, day, d => d.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        Dimension.Week => Day(Monday(day)),
        _ => Day(day),
    };

    /// <summary>The order of a report table's codes; empty for breakdowns that have none.</summary>
    public static IReadOnlyList<string> Order(Dimension dimension) => dimension switch
    {
        Dimension.Gender => Gender.Codes,
        Dimension.Age => Age.Codes,
        Dimension.Category => Category.Codes,
        Dimension.Territory => Territory.Codes,
        Dimension.Channel => Channel.Codes,
        _ => [],
    };

    private string Day(DateOnly day) => Written(days, day, d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Written<T>(Dictionary<T, string> known, T value, Func<T, string> write) where T : struct
    {
        if (!known.TryGetValue(value, out var code)) known[value] = code = write(value);
        return code;
    }

    private static string Stated(string? code) => string.IsNullOrEmpty(code) ? Breakdown.NotStated : code;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
