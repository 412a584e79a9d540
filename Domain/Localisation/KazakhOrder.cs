using System.Globalization;

namespace GrantBot.Domain.Localisation;

/// <summary>
/// The order of the Kazakh alphabet (А Ә Б В Г Ғ … У Ұ Ү … Ы І Ь Э Ю Я), which lists for signatures follow in every language:
/// Russian names stand in it where a reader expects them. Capitals and small letters are equal.
/// </summary>
public static class KazakhOrder
{
    /// <summary>Compares names. Null comes first.</summary>
    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("kk-KZ"), CompareOptions.IgnoreCase);
}
