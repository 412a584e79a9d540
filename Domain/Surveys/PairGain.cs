namespace GrantBot.Domain.Surveys;

/// <summary>What a survey before and after an event measured: shares of right answers of those who answered both times (2-processes.md 2.3, 11).</summary>
/// <param name="Before">How many answered before.</param>
/// <param name="After">How many answered after.</param>
/// <param name="Paired">How many answered both times.</param>
/// <param name="Questions">How many questions have a right answer.</param>
/// <param name="RightBefore">Right answers of the paired before, all together.</param>
/// <param name="RightAfter">And after.</param>
/// <param name="Improved">How many of the paired have more right answers after than before.</param>
public sealed record PairGain(int Before, int After, int Paired, int Questions, int RightBefore, int RightAfter, int Improved)
{
    /// <summary>No gain is printed for fewer pairs.</summary>
    public const int FewestPairs = 10;

    /// <summary>Enough pairs for the figures to be printed.</summary>
    public bool IsPrintable => Paired >= FewestPairs && Questions > 0;

    /// <summary>Answers the shares are of: questions times pairs.</summary>
    public int Asked => Paired * Questions;

    /// <summary>Difference in percentage points.</summary>
    public decimal Points => Asked == 0 ? 0 : 100m * (RightAfter - RightBefore) / Asked;

    /// <summary>As it may be kept: of fewer than ten pairs only how many there are.</summary>
    public PairGain Cover() => Paired >= FewestPairs ? this : this with { RightBefore = 0, RightAfter = 0, Improved = 0 };

    /// <summary>Finds the pairs. Each person may bring several codes, since records of one person may have become one in between; whichever meets first counts, and each answer once.</summary>
    /// <param name="questions">How many questions have a right answer.</param>
    /// <param name="before">Codes and right answers of those who answered before.</param>
    /// <param name="after">Codes and right answers of those who answered after.</param>
    public static PairGain Of(int questions, IReadOnlyList<(IReadOnlyList<string> Codes, int Right)> before, IReadOnlyList<(IReadOnlyList<string> Codes, int Right)> after)
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, (codes, _)) in before.Index()) foreach (var code in codes) open.TryAdd(code, index);
        var taken = new HashSet<int>();
        var pairs = new List<(int Before, int After)>();
        foreach (var (codes, right) in after)
            foreach (var code in codes)
                if (open.TryGetValue(code, out var index) && taken.Add(index)) { pairs.Add((before[index].Right, right)); break; }
        return new(before.Count, after.Count, pairs.Count, questions, pairs.Sum(p => p.Before), pairs.Sum(p => p.After), pairs.Count(p => p.After > p.Before));
    }
}
