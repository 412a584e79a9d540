namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>The language people talk to the bot in (сөйлесу тілі, язык общения).</summary>
public sealed class ByLanguage : Breakdown
{
    /// <inheritdoc/>
    public override string Key => "language";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } = [.. Localisation.Texts.Languages, NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => person.Language is { Length: > 0 } language ? language : NotStated;
}
