namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>
/// Counts by category. Every thing counted falls into exactly one category by <see cref="CodeOf"/>, what cannot be told into
/// <see cref="NotStated"/>, so that a table always adds up (audit rule A1).
/// </summary>
public abstract class Breakdown : IIndicator
{
    /// <summary>Code of the row of those who did not say (көрсетілмеген, не указано).</summary>
    public const string NotStated = "unknown";

    /// <inheritdoc/>
    public abstract string Key { get; }

    /// <inheritdoc/>
    public virtual CountUnit Unit => CountUnit.Person;

    /// <summary>Codes of the rows in the order of the report form; <see cref="NotStated"/> comes last.</summary>
    public abstract IReadOnlyList<string> Codes { get; }

    /// <summary>The one category a registration belongs to.</summary>
    public abstract string CodeOf(RegistrationCodes person);

    /// <summary>Key of a row's label in the texts.</summary>
    public virtual string LabelKey(string code) => code == NotStated ? "stats.unknown" : $"{Key}.{code}";

    /// <inheritdoc/>
    public string Exclusions => Unit is CountUnit.Person ? "ind.excl.twice" : "ind.excl.cancelled";

    /// <inheritdoc/>
    public string Missing => "ind.miss.row";

    /// <summary>The table over all registrations: of people, each once, or of registrations.</summary>
    public Figure.Table Count(RegistrationSet registrations) => Count(Unit == CountUnit.Person ? registrations.People : registrations.Active);

    /// <summary>The table of these.</summary>
    public Figure.Table Count(CodesTally all)
    {
        var codes = Codes;
        var places = codes.Select((code, i) => (code, i)).ToDictionary(p => p.code, p => p.i);
        var counts = new int[codes.Count];
        foreach (var (one, count) in all.Rows) counts[places.TryGetValue(CodeOf(one), out var place) ? place : codes.Count - 1] += count;
        return new([.. codes.Select((code, i) => new Figure.Row(code, counts[i]))]);
    }
}
