using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Localisation;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Әлиева", "Алиева")]
    [InlineData("Нұрғүл", "Нургул")]
    [InlineData("Өмірбек", "Омирбек")]
    [InlineData("ҚАЙРАТ", "кайрат")]
    [InlineData("Маңғыстау", "мангыстау")]
    [InlineData("Айгерім", "Айгерiм")] // a Latin i
    [InlineData("Гауһар", "Гаухар")]
    [InlineData("Семёнов", "Семенов")]
    [InlineData("Б'юрі", "Бюрі")]
    [InlineData("Д’Артаньян", "ДАртаньян")]
    [InlineData("«Премьер лига»!", "премьер  лига")]
    [InlineData("Әли-Ахмет", "алиахмет", false)]
    [InlineData("Әли-Ахмет", "али ахмет")]
    [InlineData("Асан", "Асанов", false)]
    public void spellings_people_mean_as_one_are_equal(string a, string b, bool same = true) => Fold.Same(a, b).ShouldBe(same);

    [Fact]
    public void a_composed_and_a_decomposed_letter_are_equal() => Fold.Same("Й\u0451лка", "И\u0306\u0435\u0308лка").ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("  —«»!  ")]
    [InlineData("\u200B\uFEFF")]
    public void nothing_but_punctuation_folds_to_nothing(string text) => Fold.Text(text).ShouldBe("");

    [Fact]
    public void half_an_emoji_folds_to_nothing() => Fold.Text("\uD800").ShouldBe("");

    [Fact]
    public void folding_twice_changes_nothing()
    {
        const string hostile = "Ұлт'ты\tӘҢ-ГІМЕ \uD83D\uDE00 №5\u200D İstanbul";
        Fold.Text(Fold.Text(hostile)).ShouldBe(Fold.Text(hostile));
    }
}
