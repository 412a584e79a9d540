using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

public sealed class LimitTests
{
    [Theory]
    [InlineData("(", ")")]
    [InlineData("not(", ")")]
    [InlineData("a[", "]")]
    public void Deep_nesting_is_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 3_000)) + "1" + string.Concat(Enumerable.Repeat(close, 3_000));

        Expression.Parse(text).Problems.ShouldHaveSingleItem().Code.ShouldBe("too-large");
    }

    [Fact]
    public void Honest_nesting_is_fine()
    {
        var text = string.Concat(Enumerable.Repeat("if(. = 1, 2, ", 100)) + "3" + new string(')', 100);

        Household.Evaluate(text).ShouldBe("3");
    }

    [Fact]
    public void A_chain_of_hundreds_is_fine_and_of_thousands_refused()
    {
        Household.Evaluate("1" + string.Concat(Enumerable.Repeat(" + 1", 900))).ShouldBe("901");
        Expression.Parse("1" + string.Concat(Enumerable.Repeat("+1", 9_000))).Problems.ShouldHaveSingleItem().Code.ShouldBe("too-large");
        Expression.Parse(new string('1', 40_000)).Problems.ShouldHaveSingleItem().Code.ShouldBe("too-large");
        Household.Evaluate(new string('-', 30_000) + "1").ShouldBe("1");
    }

    [Fact]
    public void Endless_work_stops_with_a_message()
    {
        var hostile = Household.Read("//*[//*[//*[//*[//*[//*[count(//*) > 999]]]]]]");

        Should.Throw<ExpressionException>(() => hostile.Evaluate(Household.Scope())).Message.ShouldContain("steps");
    }

    [Fact]
    public void Reading_a_whole_form_again_and_again_counts_as_work()
    {
        var scope = Household.Scope();
        for (var i = 0; i < 1_000; i++) scope.Root.Add(new InstanceNode("more"));

        Should.Throw<ExpressionException>(() => Household.Read("count(//*[/data = 'x' or string(/data) = 'y'])").Evaluate(scope)).Message.ShouldContain("steps");
    }

    [Fact]
    public void A_pattern_made_to_hang_ends_at_once()
    {
        Household.Evaluate($"regex('{new string('a', 5_000)}!', '(a+)+')").ShouldBe("false");
        Should.Throw<ExpressionException>(() => Household.Evaluate($"regex('{new string('a', 5_000)}!', '(?=a)(a+)+')")).Message.ShouldContain("too long");
    }

    [Theory]
    [InlineData("count(1)", 0)]
    [InlineData("1 + nonsense(2)", 4)]
    [InlineData("'a' | 'b'", 4)]
    [InlineData("'a'[1]", 0)]
    [InlineData("uuid(0)", 0)]
    public void An_authors_mistake_at_run_time_names_its_place(string text, int position) =>
        Should.Throw<ExpressionException>(() => Household.Evaluate(text)).Position.ShouldBe(position);

    [Fact]
    public void No_text_makes_parsing_throw()
    {
        var random = new Random(7);
        string[] pieces = ["/", "//", "[", "]", "(", ")", "data", "and", "AND", "'", "\"", "1", ".5", "..", ".", "@", "::", "child", "*", "-", "=", "=!", ",", ";", "if(", "${x}", "“", "\u00A0", "\uD801", "😀", "!", "|", "div", " "];
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = Expression.Parse(text);
            (result.Expression is null).ShouldBe(result.Problems.Any(p => p.Code is not ("quotes" or "space" or "unknown-function" or "arity" or "pattern" or "bare-date")), text);
            result.Problems.ShouldAllBe(p => p.Position >= 0 && p.Position <= text.Length);
            try { result.Expression?.Evaluate(Household.Scope()); }
            catch (ExpressionException e) { e.Position.ShouldBeInRange(0, text.Length); }
        }
    }
}
