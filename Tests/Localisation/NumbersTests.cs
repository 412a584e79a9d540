using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Localisation;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(999, "999", "999")]
    [InlineData(10_019, "10\u00A0019", "10,019")]
    [InlineData(10_997_580, "10\u00A0997\u00A0580", "10,997,580")]
    [InlineData(-7, "−7", "−7")]
    public void thousands_are_parted(long value, string kkAndRu, string en)
    {
        Numbers.Whole(value, "kk").ShouldBe(kkAndRu);
        Numbers.Whole(value, "ru").ShouldBe(kkAndRu);
        Numbers.Whole(value, "en").ShouldBe(en);
    }

    [Theory]
    [InlineData(168, 175, "96,0%", "96,0\u00A0%", "96.0%")]
    [InlineData(103, 121, "85,1%", "85,1\u00A0%", "85.1%")]
    [InlineData(1, 800, "0,1%", "0,1\u00A0%", "0.1%")]
    [InlineData(0, 5, "0,0%", "0,0\u00A0%", "0.0%")]
    [InlineData(5, 5, "100,0%", "100,0\u00A0%", "100.0%")]
    [InlineData(0, 0, "–", "–", "–")]
    public void a_percentage_is_made_from_its_two_numbers(long numerator, long denominator, string kk, string ru, string en) =>
        (Numbers.Percent(numerator, denominator, "kk"), Numbers.Percent(numerator, denominator, "ru"), Numbers.Percent(numerator, denominator, "en")).ShouldBe((kk, ru, en));

    [Fact]
    public void halves_are_rounded_away_from_zero() => Numbers.Decimal(4.25m, 1, "ru").ShouldBe("4,3");

    [Fact]
    public void an_unknown_language_reads_as_kazakh() => Numbers.Decimal(4.3m, 1, "de").ShouldBe("4,3");
}
