using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Counting;

/// <summary>
/// Buttons below the answer to a question for counts. They work for as long as that question is the last one; their labels, typed, are
/// questions themselves.
/// </summary>
public static class CountButtons
{
    /// <summary>What the buttons do: a verb of the lasting actions.</summary>
    public const string Verb = "ask";

    internal const string List = "list", How = "how", Menu = "menu";

    private static readonly Dimension[] Offered = [Dimension.Gender, Dimension.Age, Dimension.Territory, Dimension.Event];

    /// <summary>By gender, age, district and event, as far as the question does not say so already; the list where the role allows; how it is counted; the menu.</summary>
    /// <param name="question">The question that was answered.</param>
    /// <param name="mayList">Whether the role may see names.</param>
    /// <param name="texts">All sentences.</param>
    /// <param name="language">The reader's.</param>
    public static IReadOnlyList<Option> Of(CountQuestion question, bool mayList, Texts texts, string language)
    {
        var dimensions = Offered.Where(d => question.Measure is not Measure.Reach || d is Dimension.Event).Where(d => !question.By.Contains(d) && !IsOne(question, d));
        List<Option> options = [.. dimensions.Select(d => Button("btn.ask." + d, d.ToString()))];
        if (mayList && CountEngine.IsOfRegistrations(question.Measure)) options.Add(Button("btn.ask.list", List));
        return [.. options, .. OfStats(texts, language)];

        Option Button(string key, string about) => CountButtons.Button(key, about, texts, language);
    }

    /// <summary>Below the counts of everything: how they are counted; the menu.</summary>
    public static IReadOnlyList<Option> OfStats(Texts texts, string language) => [Button("btn.ask.how", How, texts, language), Button("btn.menu", Menu, texts, language)];

    private static Option Button(string key, string about, Texts texts, string language) => new($"{Verb}.{about}", texts[key, language]) { Lasting = true };

    /// <summary>The question asks about one gender, territory or event only, so that there is nothing to part.</summary>
    private static bool IsOne(CountQuestion question, Dimension dimension) => dimension switch
    {
        Dimension.Gender => question.Gender is not null,
        Dimension.Territory => question.Territories.Count == 1 || question.Institutions.Count == 1,
        Dimension.Event => question.Events.Count == 1,
        _ => question.AgeFrom is { } from && from == question.AgeTo,
    };
}
