using System.Text.Json;
using GrantBot.Bot.Tools;

namespace GrantBot.Tests.Forms.Expressions;

public sealed class EvalVerbTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Every_case_gives_one_line_whatever_it_holds()
    {
        var lines = Run("""
            [
              {"id": "sum", "expr": "sum(/data/a)", "xml": "<data><a>1</a><a>2</a></data>", "context": "/*[1]", "ask": "any"},
              {"id": "text", "expr": ". = 'x'", "xml": "<data><a b='x'/></data>", "context": "/*[1]/*[1]/@b", "ask": "boolean"},
              {"id": "nodes", "expr": "//a", "xml": "<data><a/><g><a/></g></data>", "context": "/", "ask": "nodeset"},
              {"id": "minus", "expr": "-1 * 0", "ask": "number"},
              {"id": "inf", "expr": "1 div 0", "ask": "number"},
              {"id": "list", "expr": "instance('l')/root/item", "xml": "<m><instance><d/></instance><instance id='l'><root><item>7</item></root></instance></m>", "root": "/*[1]/*[1]", "ask": "string"},
              {"id": "today", "expr": "today()", "tz": "Asia/Almaty", "now": "2026-03-14T20:00:00Z"},
              {"id": "broken", "expr": "1 +"},
              {"id": "unknown", "expr": "nonsense()"},
              {"id": "xml", "expr": "1", "xml": "<data>"},
              {"id": "entity", "expr": "1", "xml": "<!DOCTYPE d [<!ENTITY x 'y'>]><d>&x;</d>"},
              {"id": "zone", "expr": "1", "tz": "Nowhere/Town"},
              5
            ]
            """, out var code);

        code.ShouldBe(0);
        lines.Select(l => l.GetProperty("type").GetString()).ShouldBe(
            ["number", "boolean", "nodeset", "number", "number", "string", "string", "error", "error", "error", "error", "error", "error"]);
        lines.Take(7).Select(l => l.GetProperty("value").ToString()).ShouldBe(
            ["3", "True", """["/*[1]/*[1]","/*[1]/*[2]/*[1]"]""", "-0", "Infinity", "7", "2026-03-15"]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    public void A_file_that_is_no_list_of_cases_is_refused(string content)
    {
        var lines = Run(content, out var code);

        code.ShouldBe(2);
        lines.ShouldHaveSingleItem().GetProperty("type").GetString().ShouldBe("error");
    }

    private List<JsonElement> Run(string content, out int code)
    {
        File.WriteAllText(file, content);
        var output = new StringWriter();
        code = EvalVerb.Run(file, output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l))];
    }
}
