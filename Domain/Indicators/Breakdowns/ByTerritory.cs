namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>Cities and districts of Mangystau region (аумақтық қамту, 4-law-and-places.md 4.6). A code the list does not know is another region.</summary>
public sealed class ByTerritory : Breakdown
{
    private const string Elsewhere = "other";

    /// <inheritdoc/>
    public override string Key => "territory";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } =
        ["aktau", "zhanaozen", "beineu", "karakiya", "mangystau", "munaily", "tupkaragan", Elsewhere, NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => person.Territory switch
    {
        null or "" => NotStated,
        var code when Codes.Contains(code) && code != NotStated => code,
        _ => Elsewhere,
    };

    /// <inheritdoc/>
    public override string LabelKey(string code) => code == NotStated ? base.LabelKey(code) : "ter." + code;
}
