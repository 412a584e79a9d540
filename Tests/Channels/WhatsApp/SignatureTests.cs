using System.Text;
using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class SignatureTests
{
    // made with openssl dgst -sha256 -hmac app-secret over the bytes as they stand here, escapes included
    private static readonly byte[] Body = Encoding.ASCII.GetBytes("""{"a":"\u0421\/"}""");
    private const string Hmac = "f428a08434f503fba591b6caddafb5373953cb10dc3915a24302b2eaf96a0c24";

    [Fact]
    public void the_signature_of_the_raw_bytes_is_valid() => WhatsAppSignature.IsValid(Body, "sha256=" + Hmac, "app-secret").ShouldBeTrue();

    [Fact]
    public void capital_hex_digits_are_the_same_signature() =>
        WhatsAppSignature.IsValid(Body, "sha256=" + Hmac.ToUpperInvariant(), "app-secret").ShouldBeTrue();

    [Fact]
    public void a_body_parsed_and_written_again_no_longer_fits() =>
        WhatsAppSignature.IsValid("""{"a":"С/"}"""u8, "sha256=" + Hmac, "app-secret").ShouldBeFalse();

    [Fact]
    public void another_secret_does_not_fit() => WhatsAppSignature.IsValid(Body, "sha256=" + Hmac, "other").ShouldBeFalse();

    [Fact]
    public void no_secret_fits_nothing() => WhatsAppSignature.IsValid(Body, "sha256=" + Hmac, "").ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData(Hmac)]
    [InlineData("sha1=" + Hmac)]
    [InlineData("sha256=" + Hmac + "00")]
    [InlineData("sha256=zz" + Hmac)]
    [InlineData("sha256=әә000000000000000000000000000000000000000000000000000000000000000")]
    public void a_malformed_header_is_refused(string? header) => WhatsAppSignature.IsValid(Body, header, "app-secret").ShouldBeFalse();

    [Fact]
    public void a_header_with_letters_that_are_no_hex_is_refused() =>
        WhatsAppSignature.IsValid(Body, "sha256=zz" + Hmac[2..], "app-secret").ShouldBeFalse();
}
