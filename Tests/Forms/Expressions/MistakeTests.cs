using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

/// <summary>What authors write, and what they are told: code, place, the piece at fault, and the way to write it.</summary>
public sealed class MistakeTests
{
    [Theory]
    [InlineData("/d/a =! 15", "operator", 5, "=!", "!=")]
    [InlineData("/d/a == 15", "operator", 5, "==", "=")]
    [InlineData("1 > 1 && 2 < 3", "operator", 6, "&&", "and")]
    [InlineData("1 > 1 || 2 < 3", "operator", 6, "||", "or")]
    [InlineData("1 > 1 AND 2 < 3", "operator", 6, "AND", "and")]
    [InlineData("1 > 1 Or 2 < 3", "operator", 6, "Or", "or")]
    [InlineData("/d/a <> 1", "operator", 5, "<>", "!=")]
    [InlineData("/d/a ≥ 1", "operator", 5, "≥", ">=")]
    [InlineData("if(/d/a > 1; 1, 2)", "separator", 11, ";", "comma")]
    [InlineData("/d/a * 1,5", "decimal-comma", 8, "1,5", "1.5")]
    [InlineData(" /d/a  / 2", "operator", 7, "/", "div")]
    [InlineData(" /d/a  /  /d/b ", "operator", 7, "/", "div")]
    [InlineData("10 / 2", "operator", 3, "/", "div")]
    [InlineData("/d/a * 5%", "operator", 8, "%", "div 100")]
    [InlineData("= /d/a + 1", "leading-equals", 0, "=", "Remove")]
    [InlineData("selected( /d/m , 'yes'", "unbalanced", 8, "(", "never closed")]
    [InlineData("/d/a > 1)", "unbalanced", 8, ")", "Remove")]
    [InlineData("/d/a[1", "unbalanced", 4, "[", "never closed")]
    [InlineData("/d/a = 'yes", "unclosed-text", 7, "'", "never ends")]
    [InlineData("> 5", "missing-value", 0, ">", ". > 5")]
    [InlineData("1 +", "missing-value", 3, "+", "missing")]
    [InlineData("5 5", "missing-operator", 2, "5", "missing")]
    [InlineData("{age} > 1", "reference", 0, "{age}", "${age}")]
    [InlineData("#{age} > 1", "reference", 0, "#{age}", "${age}")]
    [InlineData("$ /d/age > 1", "reference", 0, "$", "${name}")]
    [InlineData("!/d/a", "operator", 0, "!", "not(")]
    [InlineData("2 ^ 3", "operator", 2, "^", "pow")]
    [InlineData("/d/a/", "path", 4, "/", "name")]
    [InlineData("a:b:c", "path", 3, ":", "colon")]
    [InlineData("1 ~ 2", "character", 2, "~", "no meaning")]
    [InlineData("", "empty", 0, "", "empty")]
    [InlineData("1, 2", "comma", 1, ",", "comma")]
    public void A_mistake_is_named_with_its_place_and_the_right_way(string text, string code, int position, string found, string advice)
    {
        var result = Expression.Parse(text);

        result.Expression.ShouldBeNull();
        var problem = result.Problems[0];
        (problem.Code, problem.Position, problem.Found).ShouldBe((code, position, found));
        problem.Advice.ShouldContain(advice);
    }

    [Theory]
    [InlineData("IF(1, 2, 3)", "unknown-function", "IF", "if()")]
    [InlineData("isselected(., 'a')", "unknown-function", "isselected", "selected()")]
    [InlineData("stringlength(.)", "unknown-function", "stringlength", "string-length()")]
    [InlineData("LEN(.)", "unknown-function", "LEN", "string-length()")]
    [InlineData("AND(1, 2)", "unknown-function", "AND", "between the conditions")]
    [InlineData("isblank(.)", "unknown-function", "isblank", "= ''")]
    [InlineData(". > 2020-01-01", "bare-date", "2020-01-01", "date('2020-01-01')")]
    [InlineData("qwerty(.)", "unknown-function", "qwerty", "no function qwerty.")]
    [InlineData("selected(.)", "arity", "selected", "2 values, got 1")]
    [InlineData("today(1)", "arity", "today", "no values, got 1")]
    [InlineData("indexed-repeat(a, b, 1, c)", "arity", "indexed-repeat", "got 4")]
    [InlineData("regex(., '[a')", "pattern", "[a", "cannot be read")]
    [InlineData(". = “yes”", "quotes", "“", "straight")]
    [InlineData(". = «иә»", "quotes", "«", "straight")]
    [InlineData(". = `yes`", "quotes", "`", "straight")]
    [InlineData("1 and\u00A02", "space", "U+00A0", "plain space")]
    public void A_mistake_that_leaves_a_readable_expression_is_reported_beside_it(string text, string code, string found, string advice)
    {
        var result = Expression.Parse(text);

        result.Expression.ShouldNotBeNull();
        var problem = result.Problems[0];
        (problem.Code, problem.Found).ShouldBe((code, found));
        problem.Advice.ShouldContain(advice);
        problem.Corrected.ShouldBe(code is "quotes" or "space");
    }

    [Fact]
    public void Curly_quotes_are_read_as_straight_ones_and_kept_inside_a_text()
    {
        Household.Evaluate("“42” = /data/age").ShouldBe("true");
        Household.Evaluate("'“'").ShouldBe("'“'");
    }

    [Fact]
    public void All_mistakes_are_found_in_one_pass() =>
        Expression.Parse("/d/a == 1 AND foo(2) && selected(3)").Problems.Select(p => p.Code)
            .ShouldBe(["operator", "operator", "unknown-function", "operator", "arity"]);
}
