using System.Globalization;
using GrantBot.Infrastructure.Channels.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class TextTests
{
    [Theory]
    [InlineData("aaaa bbbb", "aaaa bbbb")]
    [InlineData("aaa aaa\n\nbbb bbb", "aaa aaa|bbb bbb")]
    [InlineData("aaa aaa\nbbb bbb", "aaa aaa|bbb bbb")]
    [InlineData("aaaa bbbb cccc", "aaaa bbbb|cccc")]
    [InlineData("aaaaaaaaaabbbb", "aaaaaaaaaa|bbbb")]
    [InlineData("  \n\n           \n\n   ", "")]
    [InlineData("aaa\n\n\n\n\n\n\n\n\n\nbbb", "aaa|bbb")]
    public void a_text_is_cut_at_the_best_place_within_ten_characters(string text, string parts) =>
        string.Join('|', TelegramText.Split(text, 10)).ShouldBe(parts);

    [Fact]
    public void emoji_count_as_the_platform_counts_and_are_never_broken()
    {
        TelegramText.Length("а👍").ShouldBe(2);
        TelegramText.Split(string.Concat(Enumerable.Repeat("👍", 4096))).Count.ShouldBe(1);
        const string family = "👨‍👩‍👧"; // one letter to the reader, five code points
        TelegramText.Split(string.Concat(Enumerable.Repeat(family, 5)), 12).ShouldBe([family + family, family + family, family]);
    }

    [Fact]
    public void a_monster_of_one_letter_is_cut_all_the_same() =>
        TelegramText.Split("a" + new string('\u0301', 100), 10).ShouldAllBe(p => p.Length <= 10);

    [Fact]
    public void every_part_fits_and_no_word_is_lost()
    {
        var random = new Random(7);
        string[] words = ["сәлем", "hi", "👍🏽", "ұзақ-сөз", "\n", "\n\n", "a\u0301b", " ", new string('x', 30)];
        for (var round = 0; round < 300; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)]));
            var parts = TelegramText.Split(text, 25);
            parts.ShouldAllBe(p => p.EnumerateRunes().Count() <= 25 && p.Trim().Length > 0);
            Bare(string.Concat(parts)).ShouldBe(Bare(text));
        }

        static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void a_shortened_text_ends_with_an_ellipsis_and_whole_letters()
    {
        TelegramText.Shorten("аб👍🏽вг", 6).ShouldBe("аб👍🏽вг");
        TelegramText.Shorten("аб👍🏽вг", 4).ShouldBe("аб…");
        StringInfo.ParseCombiningCharacters(TelegramText.Shorten("аб👍🏽вг", 5)).Length.ShouldBe(4);
    }
}
