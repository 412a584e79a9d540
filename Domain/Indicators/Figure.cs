namespace GrantBot.Domain.Indicators;

/// <summary>What an indicator measured. A closed family.</summary>
public abstract record Figure
{
    private Figure() { }

    /// <summary>A number of things.</summary>
    public sealed record Count(int Value) : Figure;

    /// <summary>A share. Both numbers are kept, since 80 % of 12 and of 640 are different claims (1-report-model.md, 1.2 rule 7).</summary>
    public sealed record Share(int Numerator, int Denominator) : Figure
    {
        /// <summary>A percentage of fewer than this is not printed (audit rule A6).</summary>
        public const int FewestForPercent = 10;

        /// <summary>Enough people for a percentage to mean something.</summary>
        public bool IsPrintable => Denominator >= FewestForPercent;
    }

    /// <summary>Counts by category, in the fixed order of the category. Each thing counted is in exactly one row, so the total is the sum of the rows and cannot be anything else.</summary>
    public sealed record Table(IReadOnlyList<Row> Rows) : Figure
    {
        /// <summary>Sum of all rows (audit rule A1).</summary>
        public int Total => Rows.Sum(r => r.Count);

        /// <summary>The count of one row.</summary>
        /// <exception cref="InvalidOperationException">No row has that code.</exception>
        public int this[string code] => Rows.First(r => r.Code == code).Count;
    }

    /// <summary>One row of a table.</summary>
    /// <param name="Code">Code of the category, such as "13_16".</param>
    /// <param name="Count">How many.</param>
    public sealed record Row(string Code, int Count);
}
