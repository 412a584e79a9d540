using GrantBot.Domain.Indicators;

namespace GrantBot.Tests.Indicators;

public sealed class SmallCellsTests
{
    [Theory]
    // counts -> what is shown with cells under 5 hidden, and why
    [InlineData("91 77 0", "91 77 0")] // nothing small
    [InlineData("91 3 0", "* * 0")] // the other cell goes too, or 3 follows from the total
    [InlineData("40 30 3 8", "40 30 * *")] // the smallest other cell is enough
    [InlineData("40 3 4 0", "40 * * 0")] // two small ones hide each other
    [InlineData("40 1 1 9", "40 * * *")] // a sum of two in two cells would say one and one
    [InlineData("40 4 4 9", "40 * * *")] // a sum of eight in two cells would say four and four
    [InlineData("3 0 0", "* * *")] // one small cell alone: where it stands is hidden too
    [InlineData("0 0 0", "0 0 0")]
    [InlineData("5 5", "5 5")]
    public void small_cells_and_their_complements_are_hidden(string counts, string shown) => Show(SmallCells.Hide(Table(counts), 5)).ShouldBe(shown);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void without_a_limit_everything_is_shown(int limit) => Show(SmallCells.Hide(Table("1 2 0"), limit)).ShouldBe("1 2 0");

    [Fact]
    public void the_total_is_shown_whatever_is_hidden() => SmallCells.Hide(Table("91 3 0"), 5).ShouldSatisfyAllConditions(t => t.Total.ShouldBe(94), t => t.HidesSome.ShouldBeTrue());

    /// <summary>Somebody who knows the rule writes down every table with that total that would have been shown alike.</summary>
    [Theory]
    [InlineData(2, 30)]
    [InlineData(3, 24)]
    [InlineData(4, 18)]
    public void who_knows_the_rule_and_the_total_cannot_work_out_a_small_cell(int cells, int largestTotal)
    {
        for (var total = 0; total <= largestTotal; total++)
        {
            foreach (var alike in Tables(cells, total).GroupBy(t => Show(SmallCells.Hide(Table(t), 5))))
            {
                for (var cell = 0; cell < cells; cell++)
                {
                    var values = alike.Select(t => t[cell]).Distinct().ToList();
                    (values is [> 0 and < 5]).ShouldBeFalse($"cell {cell} of {alike.Key} with total {total} can only be {values[0]}");
                }
            }
        }
    }

    private static IEnumerable<int[]> Tables(int cells, int total) => cells == 1
        ? [[total]]
        : Enumerable.Range(0, total + 1).SelectMany(first => Tables(cells - 1, total - first).Select(rest => (int[])[first, .. rest]));

    private static Figure.Table Table(string counts) => Table(counts.Split(' ').Select(int.Parse));

    private static Figure.Table Table(IEnumerable<int> counts) => new([.. counts.Select((c, i) => new Figure.Row($"r{i}", c))]);

    private static string Show(ShownTable table) => string.Join(' ', table.Rows.Select(r => r.Count?.ToString() ?? "*"));
}
