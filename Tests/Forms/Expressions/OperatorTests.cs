namespace GrantBot.Tests.Forms.Expressions;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("7 div 2", "3.5")]
    [InlineData("-7 mod 3", "-1")]
    [InlineData("- - 5", "5")]
    [InlineData("--'x'", "NaN")]
    [InlineData("2div1", "2")]
    [InlineData("5 mod-3", "2")]
    [InlineData("1 div 0", "Infinity")]
    [InlineData("-1 div 0", "-Infinity")]
    [InlineData("0 div 0", "NaN")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1000000 * 1000000 * 1000000 * 1000000", "1000000000000000000000000")]
    [InlineData("1 div 100000000", "0.00000001")]
    public void Arithmetic_follows_precedence(string expression, string value) => Household.Evaluate(expression).ShouldBe(value);

    [Theory]
    [InlineData("1 < 2 and 2 < 3", "true")]
    [InlineData("true() or false() and false()", "true")]
    [InlineData("1 = 2 or 3 = 3", "true")]
    [InlineData("1 < 2 = true()", "true")]
    [InlineData("'10' > 9", "true")]
    [InlineData("'a' < 'b'", "false")]
    [InlineData("'a' = 'A'", "false")]
    [InlineData("false() or count(1, 2)", "error")]
    [InlineData("false() and count(1, 2)", "false")]
    [InlineData("true() or count(1, 2)", "true")]
    public void Conditions_look_no_further_than_needed(string expression, string value)
    {
        if (value == "error") Should.Throw<Domain.Forms.Expressions.ExpressionException>(() => Household.Evaluate(expression));
        else Household.Evaluate(expression).ShouldBe(value);
    }

    [Theory]
    [InlineData("/data/blank > 5", "false")]
    [InlineData("not(/data/blank > 5)", "true")]
    [InlineData("/data/blank = ''", "true")]
    [InlineData("/data/blank + 1", "NaN")]
    [InlineData("/data/member/age = 7", "true")]
    [InlineData("/data/member/age != 7", "true")]
    [InlineData("/data/member/age > 34", "false")]
    [InlineData("/data/member/age < /data/age", "true")]
    [InlineData("/data/hidden", "9")]
    [InlineData("/data/hidden = ''", "true")]
    [InlineData("string(/data/hidden)", "''")]
    public void A_blank_or_hidden_answer_compares_as_blank(string expression, string value) => Household.Evaluate(expression).ShouldBe(value);
}
