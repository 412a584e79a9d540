using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Lists that would cost more than they may, or are made to hurt.</summary>
public sealed class AttachedListTests
{
    [Fact]
    public void a_list_of_thousands_of_columns_is_refused_before_it_is_in_memory() =>
        Problems("towns.csv", "name,label," + string.Join(',', Enumerable.Range(0, 2000)) + string.Concat(Enumerable.Repeat("\nx", 20_000))).ShouldBe(["file-cells"]);

    [Fact]
    public void elements_nested_without_end_are_refused() =>
        Problems("towns.xml", "<root><item>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "</item></root>").ShouldBe(["file-broken"]);

    [Fact]
    public void a_property_given_twice_counts_as_it_was_last() =>
        Problems("towns.geojson", """{"features":[{"id":"a","properties":{"title":"A","title":"B"}}]}""").ShouldBeEmpty();

    [Fact]
    public void a_default_is_not_looked_for_in_a_list_that_was_not_sent_yet() =>
        FormReader.Read(MarkdownSheets.Read("| type | name | label | default |\n| select_one_from_file towns.csv | town | Where? | aktau |")).Form.ShouldNotBeNull();

    private static IEnumerable<string> Problems(string file, string content)
    {
        var sheets = MarkdownSheets.Read($"| type | name | label |\n| select_one_from_file {file} | town | Where? |");
        return FormReader.Read(sheets, new Dictionary<string, string> { [file] = content }).Problems.Where(p => p.IsError).Select(p => p.Code);
    }
}
