using GrantBot.Bot.Setup;
using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Given;

/// <summary>The catalogue of texts as the program ships it.</summary>
internal static class Locales
{
    public static readonly Texts Shipped = ContentLoader.Texts();
}
