using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class TextTests
{
    [Theory]
    [InlineData("қысқа", 5, "қысқа")]
    [InlineData("ұзағырақ", 5, "ұзағ…")]
    [InlineData("екі сөз", 5, "екі…")]
    [InlineData("ab👩‍👩‍👧‍👦cd", 8, "ab…")]
    [InlineData("👩‍👩‍👧‍👦", 5, "👩\u200d…")]
    [InlineData("🇰🇿🇰🇿", 6, "🇰🇿…")]
    public void a_cut_never_breaks_a_letter(string text, int limit, string expected)
    {
        WhatsAppText.Cut(text, limit).ShouldBe(expected);
        expected.Length.ShouldBeLessThanOrEqualTo(limit);
    }

    [Fact]
    public void a_text_is_split_between_paragraphs()
    {
        var parts = WhatsAppText.Split(new string('а', 60) + "\n\n" + new string('б', 60) + "\n\n" + new string('в', 30), 100, 100);
        parts.ShouldBe([new string('а', 60), new string('б', 60) + "\n\n" + new string('в', 30)]);
    }

    [Fact]
    public void a_text_without_any_break_is_still_split_into_parts_that_fit()
    {
        var parts = WhatsAppText.Split(new string('ә', 10_000), 4096, 1024);
        parts.Sum(p => p.Length).ShouldBe(10_000);
        parts[..^1].ShouldAllBe(p => p.Length <= 4096);
        parts[^1].Length.ShouldBeLessThanOrEqualTo(1024);
    }

    [Fact]
    public void no_word_is_lost_or_doubled()
    {
        var words = string.Join(' ', Enumerable.Range(0, 3000));
        string.Join(' ', WhatsAppText.Split(words, 4096, 1024)).ShouldBe(words);
    }
}
