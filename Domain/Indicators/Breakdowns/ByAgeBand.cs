namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>
/// Age bands of the grant report (Жас көрсеткіші, table C). The form has no column for children under 13 nor for those who did not say;
/// they have rows of their own here, since dropping them is why old reports did not add up.
/// </summary>
public sealed class ByAgeBand : Breakdown
{
    /// <inheritdoc/>
    public override string Key => "age";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } = ["0_12", "13_16", "17_22", "23_27", "28_32", "33_45", "46_58", "59_plus", NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => person.Age switch
    {
        null or < 0 => NotStated,
        < 13 => "0_12",
        <= 16 => "13_16",
        <= 22 => "17_22",
        <= 27 => "23_27",
        <= 32 => "28_32",
        <= 45 => "33_45",
        <= 58 => "46_58",
        _ => "59_plus",
    };
}
