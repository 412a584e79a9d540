using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class VerificationTests
{
    [Fact]
    public void the_right_word_gets_the_challenge_back() =>
        WhatsAppVerification.Answer("subscribe", "1158201444", "жасырын-word", "жасырын-word").ShouldBe("1158201444");

    [Theory]
    [InlineData("subscribe", "1", "wrong")]
    [InlineData("subscribe", "1", null)]
    [InlineData("subscribe", "1", "")]
    [InlineData("unsubscribe", "1", "word")]
    [InlineData(null, "1", "word")]
    [InlineData("subscribe", null, "word")]
    [InlineData("subscribe", "", "word")]
    public void anything_else_is_refused(string? mode, string? challenge, string? token) =>
        WhatsAppVerification.Answer(mode, challenge, token, "word").ShouldBeNull();

    [Fact]
    public void without_a_word_of_our_own_nothing_is_answered() => WhatsAppVerification.Answer("subscribe", "1", "", "").ShouldBeNull();
}
