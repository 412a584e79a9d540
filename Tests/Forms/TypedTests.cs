using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Tests.Forms;

/// <summary>What keyboards add to what people mean, and what must not be stored.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("000000000000")]
    [InlineData("my number is 000101 500 000 ok")]
    [InlineData("ЖСН:000101-500000")]
    [InlineData("٠٠٠١٠١٥٠٠٠٠٠")]
    public void twelve_digits_are_taken_for_an_iin(string typed) => Typed.HoldsIin(typed).ShouldBeTrue();

    [Theory]
    [InlineData("+998900000000")]
    [InlineData("8 700 000 00 00")]
    [InlineData("0001015000001")]
    [InlineData("01.02.2026 14:30")]
    public void other_digits_are_not(string typed) => Typed.HoldsIin(typed).ShouldBeFalse();

    [Theory]
    [InlineData("  Сана \u00A0 Әлиева ", "Сана Әлиева")]
    [InlineData("a\u0000b\u202Ec", "abc")]
    [InlineData("line  \r\n next", "line\nnext")]
    [InlineData("Й", "Й")]
    public void typed_text_is_tidied(string typed, string tidy) => Typed.Tidy(typed).ShouldBe(tidy);

    [Fact]
    public void half_a_character_becomes_a_replacement_sign() => Typed.Tidy("\uD800x").ShouldBe("\uFFFDx");
}
