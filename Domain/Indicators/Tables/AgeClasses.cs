namespace GrantBot.Domain.Indicators.Tables;

/// <summary>Ages as far as the tables of the report tell them apart: whoever is in one class is in one band and one social category, whatever else is said of them.</summary>
public static class AgeClasses
{
    /// <summary>The youngest of each class, in full years; below 0 an age is not known.</summary>
    public static IReadOnlyList<int> Youngest { get; } = [0, 13, 17, 18, 23, 28, 33, 35, 46, 50, 59];

    /// <summary>The youngest of somebody's class.</summary>
    public static int Of(int age) => Youngest.LastOrDefault(y => y <= age, -1);
}
