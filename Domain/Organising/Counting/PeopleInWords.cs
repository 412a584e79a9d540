using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Participation;

namespace GrantBot.Domain.Organising.Counting;

/// <summary>A group of people named in the words that counts are asked in: «девушки 14–17 лет из Жанаозена», "those who came in October".</summary>
internal static class PeopleInWords
{
    /// <summary>The question whose people are meant; null where the words are not understood whole, or speak of no registrations.</summary>
    public static CountQuestion? Read(Script script, string text) =>
        CountReader.Read($"how many {text}", CountDialog.World(script)) is CountReading.Understood { Question: var question } && IndicatorCatalog.Of(question.Measure) is ParticipationIndicator and { Unit: not CountUnit.Percent }
            ? question with { By = [] } : null;

    /// <summary>The group as it was understood: «пришли, девушки, 14–17 лет».</summary>
    public static string Title(Script script, CountQuestion group) => new CountWords(script.Context.Texts, script.Language, CountDialog.World(script)).Title(group);
}
