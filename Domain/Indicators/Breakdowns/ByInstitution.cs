namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>Places of study (оқу орны, учебное заведение), of whoever studies; "other" is an institution outside the list.</summary>
/// <param name="institutions">Codes of the list of the registration form, each once.</param>
public sealed class ByInstitution(IReadOnlyList<string> institutions) : Breakdown
{
    private const string Outside = "other";

    /// <inheritdoc/>
    public override string Key => "institution";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } = [.. institutions.Where(i => i != Outside), Outside, NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => person.Institution is { Length: > 0 } institution ? institution : NotStated;
}
