using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

/// <summary>The number of a certificate, and the token that vouches for it.</summary>
public sealed class CertificateSealTests
{
    private static readonly CertificateSeal Seal = new(Key(1));
    private static readonly CertificateNumber Number = CertificateNumber.Of("001", "premier", 14);

    [Theory]
    [InlineData("001", "premier", 1, "001-premier-001")]
    [InlineData("004A", "open-2026", 999, "004A-open-2026-999")]
    [InlineData("004A", "camp_2", 12345, "004A-camp_2-12345")]
    public void a_number_is_written_and_read_back(string project, string code, int serial, string text)
    {
        CertificateNumber.Of(project, code, serial).ToString().ShouldBe(text);
        CertificateNumber.Parse(text).ShouldBe(CertificateNumber.Of(project, code, serial));
        CertificateNumber.Parse($"  {text.Replace('-', '–')} ").ShouldBe(CertificateNumber.Of(project, code, serial));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("001")]
    [InlineData("001-014")]
    [InlineData("001--014")]
    [InlineData("-premier-014")]
    [InlineData("001-premier-")]
    [InlineData("001-premier-14")]
    [InlineData("001-premier-0014")]
    [InlineData("001-premier-000")]
    [InlineData("001-premier-+14")]
    [InlineData("001-premier-99999999999")]
    [InlineData("001-пример-014")]
    [InlineData("001-../../x-014")]
    public void what_is_no_number_is_not_read(string? text) => CertificateNumber.Parse(text).ShouldBeNull();

    [Fact]
    public void a_number_cannot_be_made_of_other_signs()
    {
        Should.Throw<ArgumentException>(() => CertificateNumber.Of("00-1", "premier", 1));
        Should.Throw<ArgumentException>(() => CertificateNumber.Of("001", "", 1));
        Should.Throw<ArgumentException>(() => CertificateNumber.Of("001", new string('a', 41), 1));
        Should.Throw<ArgumentException>(() => CertificateNumber.Of("001", "premier", 0));
    }

    [Fact]
    public void a_token_vouches_for_its_number_only()
    {
        var token = Seal.Token(Number);
        token.Length.ShouldBe(CertificateSeal.Length);
        token.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
        Seal.Verify(Number, token).ShouldBeTrue();
        Seal.Verify(CertificateNumber.Of("001", "premier", 15), token).ShouldBeFalse();
        new CertificateSeal(Key(2)).Verify(Number, token).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAA=")]
    [InlineData("AAAA AAAA AAAA A")]
    [InlineData("ққққққққққққққққ")]
    public void a_malformed_token_vouches_for_nothing(string? token) => Seal.Verify(Number, token).ShouldBeFalse();

    [Fact]
    public void a_token_stays_the_same_from_version_to_version() => Seal.Token(Number).ShouldBe(Convert.ToBase64String(
        System.Security.Cryptography.HMACSHA256.HashData(Key(1), "grantbot certificate\n001-premier-014"u8.ToArray())[..12]).Replace('+', '-').Replace('/', '_'));

    [Fact]
    public void a_short_key_is_refused() => Should.Throw<ArgumentException>(() => new CertificateSeal(new byte[31]));

    private static byte[] Key(byte first) => [.. Enumerable.Range(first, 32).Select(i => (byte)i)];
}
