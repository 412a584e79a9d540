namespace GrantBot.Tests.Forms.Expressions;

/// <summary>Where JavaRosa (ODK Collect) and the JavaScript engines (Enketo, Web Forms) differ: what this bot does, and why.</summary>
public sealed class DecisionTests
{
    [Theory]
    // JavaRosa and the documentation: the whole text; a phone pattern must not accept a longer text.
    [InlineData("regex('a12345678901b', '[0-9]{11}')", "false")]
    [InlineData("regex('123\n', '[0-9]{3}')", "false")]
    // JavaRosa: a blank answer is no yes; authors write ${q} and mean «answered».
    [InlineData("boolean(/data/blank)", "false")]
    [InlineData("boolean(/data/hidden)", "false")]
    [InlineData("boolean(/data/age)", "true")]
    [InlineData("boolean(/data/member)", "true")]
    // JavaRosa: spreadsheets write TRUE in capitals.
    [InlineData("boolean-from-string('TRUE')", "true")]
    // JavaRosa: people here write a decimal comma.
    [InlineData("number('4,6')", "4.6")]
    [InlineData("number('1,234.5')", "NaN")]
    // JavaRosa: whole local days; the hour that the zones of Kazakhstan moved in 2024 must not be lost.
    [InlineData("number(today())", "20527")]
    [InlineData("number('2026-03-15')", "20527")]
    [InlineData("date('2024-03-02') - date('2024-02-28')", "3")]
    [InlineData("today() - date('2008-01-01')", "6648")]
    // XPath, JavaRosa: a half goes up. Enketo and Web Forms say -2.
    [InlineData("round(-1.5)", "-1")]
    // XPath: a path that finds nothing equals nothing and differs from nothing.
    [InlineData("/data/missing != 0", "false")]
    [InlineData("/data/missing = 0", "false")]
    // XPath: a number in brackets is a place.
    [InlineData("/data/member[2]/name", "Бек")]
    // XPath: numbers compare exactly.
    [InlineData("0.1 + 0.2 = 0.3", "false")]
    // Ours: what is no date is blank, where JavaRosa stops and others write «Invalid Date».
    [InlineData("date(number('x'))", "''")]
    [InlineData("format-date('soon', '%d')", "''")]
    public void A_difference_between_engines_is_decided(string expression, string value) => Household.Evaluate(expression).ShouldBe(value);

    [Fact]
    public void Once_asks_for_the_questions_own_value()
    {
        var scope = Household.Scope("name") with { Once = "" };

        Household.Read("once(/data/age)").Evaluate(scope).AsText().ShouldBe("42", "nothing is stored yet");
        Household.Read("once(/data/age)").Evaluate(scope with { Once = "7" }).AsText().ShouldBe("7");
    }
}
