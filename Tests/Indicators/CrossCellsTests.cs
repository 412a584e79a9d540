using FsCheck;
using FsCheck.Fluent;
using GrantBot.Domain.Indicators;

namespace GrantBot.Tests.Indicators;

public sealed class CrossCellsTests
{
    private const int Limit = 5;

    private static readonly Gen<int[][]> Tables =
        from height in Gen.Choose(2, 3)
        from width in Gen.Choose(2, 3)
        from cells in Gen.Frequency((2, Gen.Constant(0)), (5, Gen.Choose(0, 6)), (2, Gen.Choose(7, 12))).ArrayOf(width).ArrayOf(height)
        select cells;

    [Fact]
    public void nobody_can_work_a_hidden_number_out_of_sums_and_shown_cells() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var shown = CrossCells.Hide(table, Limit);
        return new Puzzle(table, shown).IsOpen();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void every_small_number_is_hidden_and_what_is_shown_is_true() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var shown = CrossCells.Hide(table, Limit);
        var pairs = table.SelectMany((row, r) => row.Select((v, c) => (v, shown.Cells[r][c]))).Concat(table.Select((row, r) => (row.Sum(), shown.Rows[r]))).Concat(table[0].Select((_, c) => (table.Sum(row => row[c]), shown.Columns[c])));
        return pairs.All(p => p.Item2 is { } told ? told == p.Item1 && told is 0 or >= Limit : true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_table_without_small_numbers_is_shown_whole()
    {
        var shown = CrossCells.Hide([[10, 20], [30, 0]], Limit);
        shown.Cells.SelectMany(r => r).ShouldBe([10, 20, 30, 0]);
        shown.Rows.ShouldBe([30, 30]);
        shown.Columns.ShouldBe([40, 20]);
    }

    [Fact]
    public void one_small_cell_takes_three_others_with_it_and_no_sum()
    {
        var shown = CrossCells.Hide([[3, 20, 30], [40, 9, 60], [70, 80, 90]], Limit);
        shown.Cells.SelectMany(r => r).ShouldBe([null, null, 30, null, null, 60, 70, 80, 90]);
        shown.Rows.ShouldAllBe(s => s != null);
        shown.Columns.ShouldAllBe(s => s != null);
    }

    [Fact]
    public void a_small_sum_is_hidden_as_in_a_table_by_one_thing()
    {
        var shown = CrossCells.Hide([[1, 1], [40, 50], [60, 70]], Limit);
        shown.Rows.ShouldBe([null, null, 130]);
        shown.Cells[2].ShouldBe([60, 70]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void without_a_limit_everything_is_shown(int limit) => CrossCells.Hide([[1, 0], [2, 3]], limit).Cells.SelectMany(r => r).ShouldBe([1, 0, 2, 3]);

    [Fact]
    public void a_large_table_is_hidden_in_no_time()
    {
        var random = new Random(7);
        var table = Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 12).Select(_ => random.Next(0, 9)).ToArray()).ToArray();
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        CrossCells.Hide(table, Limit);
        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    /// <summary>Somebody with pen and paper: looks for tables of whole numbers that agree with all that is shown, until each hidden number was seen with two values.</summary>
    private sealed class Puzzle(int[][] table, ShownCross shown)
    {
        private readonly int total = table.Sum(r => r.Sum());
        private readonly int width = table[0].Length;
        private readonly Dictionary<string, HashSet<int>> seen = [];
        private int hidden;

        public bool IsOpen()
        {
            var places = table.Select((_, r) => ($"r{r}", shown.Rows[r])).Concat(table[0].Select((_, c) => ($"c{c}", shown.Columns[c]))).Concat(table.SelectMany((row, r) => row.Select((_, c) => ($"{r},{c}", shown.Cells[r][c]))));
            foreach (var (place, _) in places.Where(p => p.Item2 is null)) seen[place] = [];
            hidden = seen.Count;
            Try([.. table.Select(r => new int[r.Length])], 0, total);
            return hidden == 0;
        }

        /// <summary>Fills cell after cell; true once every hidden number has two values.</summary>
        private bool Try(int[][] guess, int at, int left)
        {
            if (hidden == 0) return true;
            var (r, c) = (at / width, at % width);
            if (c == 0 && r > 0 && shown.Rows[r - 1] is { } sum && guess[r - 1].Sum() != sum) return false;
            if (r == table.Length) return left == 0 && Note(guess);
            var inColumn = guess.Take(r).Sum(row => row[c]);
            var most = Math.Min(left, shown.Columns[c] is { } column ? column - inColumn : left);
            if (shown.Rows[r] is { } row) most = Math.Min(most, row - guess[r].Take(c).Sum());
            var (from, to) = shown.Cells[r][c] is { } told ? (told, told) : (0, most);
            // the true number and its neighbours first: other tables are found sooner
            foreach (var value in Enumerable.Range(from, Math.Max(0, to - from + 1)).Where(v => v <= most).OrderBy(v => Math.Abs(v - table[r][c])))
            {
                guess[r][c] = value;
                if (Try(guess, at + 1, left - value)) return true;
            }
            guess[r][c] = 0;
            return false;
        }

        private bool Note(int[][] guess)
        {
            for (var c = 0; c < width; c++)
                if (shown.Columns[c] is { } sum && guess.Sum(row => row[c]) != sum) return false;
            for (var r = 0; r < guess.Length; r++)
            {
                See($"r{r}", guess[r].Sum());
                for (var c = 0; c < width; c++) See($"{r},{c}", guess[r][c]);
            }
            for (var c = 0; c < width; c++) See($"c{c}", guess.Sum(row => row[c]));
            return hidden == 0;
        }

        private void See(string place, int value)
        {
            if (seen.TryGetValue(place, out var values) && values.Add(value) && values.Count == 2) hidden--;
        }
    }
}
