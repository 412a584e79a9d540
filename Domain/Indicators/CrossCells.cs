namespace GrantBot.Domain.Indicators;

/// <summary>A table by two things as it may be shown; null = hidden. The sum of everything is always shown.</summary>
/// <param name="Rows">Sums of the rows.</param>
/// <param name="Columns">Sums of the columns.</param>
/// <param name="Cells">Rows of cells.</param>
public sealed record ShownCross(IReadOnlyList<int?> Rows, IReadOnlyList<int?> Columns, IReadOnlyList<IReadOnlyList<int?>> Cells);

/// <summary>
/// Hides small cells of a table by two things, and further ones so that nobody can work a hidden one out from the sums of rows and columns and
/// the cells that are shown: each small number might as well be larger by the limit, or where there are not so many people, none.
/// </summary>
/// <remarks>
/// A table with its sums is a network: people flow from the start over a row's sum into the row, over a cell into a column, over the column's sum
/// to the end. What is hidden may change as long as as much flows out of each place as into it, so a cell may change exactly if it lies on a
/// circle of hidden cells along which people can be shifted. For each small cell the cheapest such circle is hidden: few people first, empty
/// cells later, sums last. Sums are hidden first as tables by one thing hide them, so that both kinds of table tell no more together.
/// </remarks>
public static class CrossCells
{
    private const long Empty = 1_000_000, Sum = 1_000_000_000;

    /// <summary>The table to show.</summary>
    /// <param name="cells">The true table, all rows of one length.</param>
    /// <param name="limit">Cells below it are hidden; 0 or 1 hides nothing.</param>
    public static ShownCross Hide(IReadOnlyList<IReadOnlyList<int>> cells, int limit)
    {
        var network = new Network(cells);
        foreach (var arc in network.Arcs) arc.Hidden = arc.IsSmall(limit);
        network.HideSums(limit);
        foreach (var arc in network.Arcs.Where(a => a.IsSmall(limit) || (a.IsSum && a.Hidden)).ToList()) network.Protect(arc, arc.IsSmall(limit) ? limit : 1);
        return network.Shown();
    }

    /// <summary>A cell or a sum, between two places of the network.</summary>
    private sealed class Arc(int from, int to, int value, bool isSum)
    {
        public int From => from;
        public int To => to;
        public int Value => value;
        public bool IsSum => isSum;
        public bool Hidden { get; set; }

        /// <summary>What it might as well be, while people are shifted.</summary>
        public int Flow { get; set; }

        public int? Shown => Hidden ? null : value;

        /// <summary>What it costs to hide it.</summary>
        public long Cost => Hidden ? 0 : isSum ? Sum : value == 0 ? Empty : value;

        public bool IsSmall(int limit) => value > 0 && value < limit;
    }

    private sealed class Network
    {
        private readonly Arc[] rows;
        private readonly Arc[] columns;
        private readonly Arc[][] cells;
        private readonly List<Arc>[] at;

        public Network(IReadOnlyList<IReadOnlyList<int>> table)
        {
            var (height, width) = (table.Count, table.Count == 0 ? 0 : table[0].Count);
            var places = height + width + 2; // the rows, the columns, the start, the end
            rows = [.. table.Select((row, r) => new Arc(places - 2, r, row.Sum(), isSum: true))];
            columns = [.. Enumerable.Range(0, width).Select(c => new Arc(height + c, places - 1, table.Sum(row => row[c]), isSum: true))];
            cells = [.. table.Select((row, r) => row.Select((value, c) => new Arc(r, height + c, value, isSum: false)).ToArray())];
            Arcs = [.. rows, .. columns, .. cells.SelectMany(row => row)];
            at = [.. Enumerable.Range(0, places).Select(_ => new List<Arc>())];
            foreach (var arc in Arcs)
            {
                at[arc.From].Add(arc);
                at[arc.To].Add(arc);
            }
        }

        public IReadOnlyList<Arc> Arcs { get; }

        public ShownCross Shown() => new([.. rows.Select(a => a.Shown)], [.. columns.Select(a => a.Shown)], [.. cells.Select(row => (IReadOnlyList<int?>)[.. row.Select(a => a.Shown)])]);

        public void HideSums(int limit)
        {
            foreach (var sums in new[] { rows, columns })
            {
                var shown = SmallCells.Hide(new Figure.Table([.. sums.Select((s, i) => new Figure.Row($"{i}", s.Value))]), limit);
                foreach (var (sum, row) in sums.Zip(shown.Rows)) sum.Hidden |= row.Count is null;
            }
        }

        /// <summary>Hides circles until an arc might hold as many people more as asked for; where there are not so many, until it might also hold none.</summary>
        public void Protect(Arc arc, int most)
        {
            if (Shift(arc, arc.To, arc.From, most) < most) Shift(arc, arc.From, arc.To, arc.Value);
        }

        /// <summary>Shifts people along the cheapest ways between two places and hides what lies on them.</summary>
        private int Shift(Arc around, int from, int to, int most)
        {
            foreach (var arc in Arcs) arc.Flow = arc.Value;
            var shifted = 0;
            while (shifted < most && Way(around, from, to) is { } way)
            {
                var width = way.Where(s => !s.Forward).Select(s => s.Arc.Flow).Append(most - shifted).Min();
                foreach (var (arc, forward) in way)
                {
                    arc.Flow += forward ? width : -width;
                    arc.Hidden = true;
                }
                shifted += width;
            }
            return shifted;
        }

        /// <summary>The cheapest way; forward along an arc its number grows, backward it shrinks, and below nothing it cannot.</summary>
        private List<(Arc Arc, bool Forward)>? Way(Arc around, int from, int to)
        {
            var (cost, by, open) = (new long[at.Length], new (Arc Arc, bool Forward)?[at.Length], new PriorityQueue<int, long>());
            Array.Fill(cost, long.MaxValue);
            cost[from] = 0;
            open.Enqueue(from, 0);
            while (open.TryDequeue(out var place, out var spent) && place != to)
            {
                if (spent > cost[place]) continue;
                foreach (var arc in at[place])
                {
                    if (arc == around || (arc.From != place && arc.Flow == 0)) continue;
                    var forward = arc.From == place;
                    var next = forward ? arc.To : arc.From;
                    if (spent + arc.Cost >= cost[next]) continue;
                    (cost[next], by[next]) = (spent + arc.Cost, (arc, forward));
                    open.Enqueue(next, cost[next]);
                }
            }
            if (cost[to] == long.MaxValue) return null;
            var way = new List<(Arc, bool)>();
            for (var here = to; here != from;)
            {
                var (arc, forward) = by[here]!.Value;
                way.Add((arc, forward));
                here = forward ? arc.From : arc.To;
            }
            return way;
        }
    }
}
