namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>
/// Counts by category. Every thing counted falls into exactly one category, what cannot be told into
/// <see cref="NotStated"/>, so that a table always adds up (audit rule A1).
/// </summary>
public abstract class Breakdown : IIndicator
{
    /// <summary>Code of the row of those who did not say (көрсетілмеген, не указано).</summary>
    public const string NotStated = "unknown";

    /// <inheritdoc/>
    public abstract string Key { get; }

    /// <inheritdoc/>
    public abstract CountUnit Unit { get; }

    /// <summary>Codes of the rows in the order of the report form; <see cref="NotStated"/> comes last.</summary>
    public abstract IReadOnlyList<string> Codes { get; }

    /// <summary>Key of a row's label in the texts.</summary>
    public virtual string LabelKey(string code) => code == NotStated ? "stats.unknown" : $"{Key}.{code}";

    /// <inheritdoc/>
    public string Exclusions => Unit is CountUnit.Person ? "ind.excl.twice" : "ind.excl.cancelled";

    /// <inheritdoc/>
    public string Missing => "ind.miss.row";

    /// <summary>The table over all registrations.</summary>
    public abstract Figure.Table Count(RegistrationSet registrations);

    /// <summary>The table of counts by code, in the order of the form; codes it does not have are not stated.</summary>
    private protected Figure.Table Table(IEnumerable<(string Code, int Count)> found)
    {
        var places = Codes.Select((code, i) => (code, i)).ToDictionary(p => p.code, p => p.i, StringComparer.Ordinal);
        var counts = new int[Codes.Count];
        foreach (var (code, count) in found) counts[places.TryGetValue(code, out var place) ? place : counts.Length - 1] += count;
        return new([.. Codes.Select((code, i) => new Figure.Row(code, counts[i]))]);
    }
}
