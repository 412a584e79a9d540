namespace GrantBot.Domain.Surveys;

/// <summary>
/// How fine the codes beside anonymous answers may be. Who answered is no secret (a reminder must know it), so the codes must not tell their
/// answers apart: over everybody who answered, each combination of codes that occurs belongs to at least five people. All rows are cut alike
/// (full-domain generalisation), at the finest grain for which that holds, so that what was taken from one cannot be had from another.
/// </summary>
public static class Grain
{
    /// <summary>Fewest people who share all codes (k of k-anonymity).</summary>
    public const int Fewest = 5;

    /// <summary>Ways to cut, the one that says most first. Age has three grains, all else is kept or goes.</summary>
    private static readonly IReadOnlyList<Cut> Cuts = [.. (
        from gender in new[] { true, false }
        from age in new[] { 2, 1, 0 }
        from territory in new[] { true, false }
        from category in new[] { true, false }
        from language in new[] { true, false }
        from channel in new[] { true, false }
        select new Cut(gender, age, territory, category, language, channel)).OrderByDescending(c => c.Weight)];

    /// <summary>The codes of everybody who answered, in the same order, as they may be kept.</summary>
    /// <returns>Null when there are so few that even answers without any code would point at somebody.</returns>
    public static IReadOnlyList<SurveyCodes>? Cover(IReadOnlyList<SurveyCodes> all)
    {
        if (all.Count < Fewest) return null;
        foreach (var cut in Cuts)
        {
            var covered = all.Select(cut.Of).ToList();
            if (covered.GroupBy(c => c).All(cell => cell.Count() >= Fewest)) return covered;
        }
        throw new System.Diagnostics.UnreachableException(); // without any code all are one cell
    }

    /// <summary>Bands of the report joined by two or three: up to 16, 17 to 32, 33 and older.</summary>
    private static string? Wide(string? band) => band switch
    {
        "0_12" or "13_16" => "0_16",
        "17_22" or "23_27" or "28_32" => "17_32",
        "33_45" or "46_58" or "59_plus" => "33_plus",
        _ => null,
    };

    private sealed record Cut(bool Gender, int Age, bool Territory, bool Category, bool Language, bool Channel)
    {
        /// <summary>Gender and age are the tables a report always has; how somebody writes matters least.</summary>
        public int Weight => (Gender ? 32 : 0) + (Age == 2 ? 40 : Age == 1 ? 22 : 0) + (Territory ? 24 : 0) + (Category ? 12 : 0) + (Language ? 2 : 0) + (Channel ? 1 : 0);

        public SurveyCodes Of(SurveyCodes codes) => new(
            Gender ? codes.Gender : null, Age == 2 ? codes.Age : Age == 1 ? Wide(codes.Age) : null, Category ? codes.Category : null, Territory ? codes.Territory : null,
            Language ? codes.Language : null, Channel ? codes.Channel : null);
    }
}
