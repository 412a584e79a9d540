using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators;

/// <summary>What a figure counts.</summary>
public enum CountUnit
{
    /// <summary>Registrations: a person counts once for each event.</summary>
    Registration,

    /// <summary>People: a person counts once, however many events.</summary>
    Person,

    /// <summary>A share, given as numerator and denominator.</summary>
    Percent,
}

/// <summary>
/// One thing the programme counts (көрсеткіш, показатель). To add one, write a class, list it in <see cref="IndicatorCatalog"/>
/// and give it a title and a definition in the texts; a test fails until all three are there.
/// </summary>
public interface IIndicator
{
    /// <summary>Stable name, also the end of its text keys.</summary>
    string Key { get; }

    /// <summary>What its figures count.</summary>
    CountUnit Unit { get; }

    /// <summary>For a share: key of the indicator whose figure stands above the line.</summary>
    string? Numerator => null;

    /// <summary>For a share: key of the indicator whose figure stands below the line.</summary>
    string? Denominator => null;

    /// <summary>Counts.</summary>
    Figure Measure(RegistrationSet registrations);

    /// <summary>Its name in a report.</summary>
    string Title(Texts texts, string language) => texts["ind." + Key, language];

    /// <summary>What exactly is counted, in words an organiser would use.</summary>
    string Definition(Texts texts, string language) => texts["ind." + Key + ".def", language];
}
