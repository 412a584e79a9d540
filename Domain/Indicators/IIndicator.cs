using System.Globalization;
using GrantBot.Domain.Indicators.Asking;
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

    /// <summary>Answers to surveys: a person counts once for each survey.</summary>
    Answer,

    /// <summary>A difference of two shares of the same whole, in points.</summary>
    Points,

    /// <summary>Messages.</summary>
    Message,

    /// <summary>Views of what was published, copies, viewers: nobody knows how many people they are.</summary>
    View,
}

/// <summary>
/// One thing the programme counts (көрсеткіш, показатель). To add one, write a class, list it in <see cref="IndicatorCatalog"/>
/// and give it a name and a definition in the texts; a test fails until all three are there.
/// </summary>
public interface IIndicator
{
    /// <summary>Stable name, also the end of its text keys and what questions are stored with.</summary>
    string Key { get; }

    /// <summary>What its figures count.</summary>
    CountUnit Unit { get; }

    /// <summary>By what a question asks for it; null = only pages and cards of staff show it.</summary>
    Measure? AskedAs => null;

    /// <summary>For a share: key of the words for what stands above the line.</summary>
    string? Numerator => null;

    /// <summary>For a share: key of the words for what stands below the line; for a count: for what it is said to be a part of. Null = it stands alone.</summary>
    string? Denominator => null;

    /// <summary>Key of the words for what is left out.</summary>
    string Exclusions { get; }

    /// <summary>Key of the words for those of whom it cannot be told.</summary>
    string Missing { get; }

    /// <summary>Its name within a sentence.</summary>
    string Name(Texts texts, string language) => texts["ind." + Key, language];

    /// <summary>Its name at the beginning of a line.</summary>
    string Title(Texts texts, string language) => Name(texts, language) is var name ? char.ToUpper(name[0], CultureInfo.GetCultureInfo("kk-KZ")) + name[1..] : "";

    /// <summary>What exactly is counted, in words an organiser would use.</summary>
    string Definition(Texts texts, string language) => texts["ind." + Key + ".def", language];
}
