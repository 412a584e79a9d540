using System.Runtime.InteropServices;
using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Parts a count into rows and columns while it grows. Of different people each row counts everybody who was there, so rows may overlap where somebody was at two events.</summary>
internal sealed class CountTableTally(CountQuestion question)
{
    private const string Other = "other";

    private readonly CountCodes codes = new(question.Measure);
    private readonly Dictionary<string, DateOnly> rows = new(StringComparer.Ordinal), columns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Row, string? Column), (int Number, int Below)> cells = [];
    private readonly HashSet<(string Row, string? Column)> seen = [];
    private readonly bool ofPeople = CountEngine.IsOfPeople(question.Measure), share = CountEngine.IsShare(question.Measure);

    /// <summary>Whether somebody may stand in several rows: at two events, in two months.</summary>
    public bool MayOverlap { get; } = CountEngine.IsOfPeople(question.Measure) && question.By.Any(d => d is Dimension.Event or Dimension.Month or Dimension.Week or Dimension.Day);

    /// <summary>Counts a registration of the number.</summary>
    public void Add(in RegistrationFact fact) => Count(fact, 1, 0);

    /// <summary>Counts a registration below the line of a share.</summary>
    public void AddBelow(in RegistrationFact fact) => Count(fact, 0, 1);

    /// <summary>What follows is of another person.</summary>
    public void EndPerson() => seen.Clear();

    /// <summary>The table.</summary>
    /// <param name="number">The number it parts.</param>
    public CountTable Table(int number)
    {
        var across = Sorted(columns, question.By.Count < 2 ? default : question.By[1]);
        List<CountRow> down = [.. Sorted(rows, question.By[0]).Select(row => new CountRow(row, Cell(row, null), [.. across.Select(column => Cell(row, column))]))];
        return new(down, across, ofPeople && down.Sum(r => r.Cell.Number) > number);
    }

    private void Count(in RegistrationFact fact, int above, int below)
    {
        var row = codes.Of(question.By[0], fact);
        rows.TryAdd(row, fact.Codes.EventDay);
        Count((row, null), above, below);
        if (question.By.Count < 2) return;
        var column = codes.Of(question.By[1], fact);
        columns.TryAdd(column, fact.Codes.EventDay);
        Count((row, column), above, below);
    }

    private void Count((string Row, string? Column) cell, int above, int below)
    {
        if (MayOverlap && !seen.Add(cell)) return;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _);
        count = (count.Number + above, count.Below + below);
    }

    private CountCell Cell(string row, string? column)
    {
        var (number, below) = cells.GetValueOrDefault((row, column));
        return new(number, share ? below : null);
    }

    /// <summary>The codes that occur: of report tables in their order, events and times by time, other codes by their letters; not stated last.</summary>
    private static List<string> Sorted(Dictionary<string, DateOnly> occurring, Dimension dimension)
    {
        var order = CountCodes.Order(dimension);
        int Place(string code) => code == Breakdown.NotStated ? int.MaxValue : code == Other && order.Count == 0 ? int.MaxValue - 1 : order.Index().Where(o => o.Item == code).Select(o => o.Index).DefaultIfEmpty(order.Count).First();
        return [.. occurring.OrderBy(c => Place(c.Key)).ThenBy(c => dimension == Dimension.Event ? c.Value : default).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }
}
