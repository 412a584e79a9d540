namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>Gender (Гендерлік көрсеткіш, table A of the grant report).</summary>
public sealed class ByGender : Breakdown
{
    /// <inheritdoc/>
    public override string Key => "gender";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } = ["male", "female", NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => person.Gender ?? NotStated;
}
