using GrantBot.Domain.Surveys;

namespace GrantBot.Tests.Surveys;

/// <summary>Before and after: who answered both times, and what changed.</summary>
public sealed class PairGainTests
{
    [Fact]
    public void shares_points_and_the_improved_are_counted_over_pairs_only()
    {
        var before = Enumerable.Range(0, 12).Select(i => Answer(2, $"p{i}")).Append(Answer(5, "alone"));
        var after = Enumerable.Range(0, 12).Select(i => Answer(i < 9 ? 4 : 2, $"p{i}"));
        var gain = PairGain.Of(5, [.. before], [.. after]);
        gain.ShouldBe(new PairGain(13, 12, 12, 5, 24, 42, 9));
        gain.IsPrintable.ShouldBeTrue();
        gain.Points.ShouldBe(30);
        gain.Cover().ShouldBe(gain);
    }

    [Fact]
    public void records_that_became_one_in_between_are_one_person()
    {
        var gain = PairGain.Of(5, [Answer(1, "former")], [Answer(3, "kept", "former")]);
        (gain.Paired, gain.RightBefore, gain.RightAfter).ShouldBe((1, 1, 3));
    }

    [Fact]
    public void an_answer_has_one_pair_at_most()
    {
        PairGain.Of(5, [Answer(1, "a")], [Answer(3, "a"), Answer(4, "a")]).Paired.ShouldBe(1);
        PairGain.Of(5, [Answer(1, "a")], [Answer(3, "b")]).Paired.ShouldBe(0);
    }

    [Fact]
    public void of_nine_pairs_nothing_is_kept_but_their_number()
    {
        var nine = Enumerable.Range(0, 9).Select(i => Answer(i, $"p{i}")).ToList();
        var gain = PairGain.Of(9, nine, nine);
        gain.IsPrintable.ShouldBeFalse();
        gain.Cover().ShouldBe(new PairGain(9, 9, 9, 9, 0, 0, 0));
    }

    private static (IReadOnlyList<string> Codes, int Right) Answer(int right, params string[] codes) => (codes, right);
}
