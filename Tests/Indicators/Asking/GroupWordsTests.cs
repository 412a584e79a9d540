using GrantBot.Domain.Indicators.Asking;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>The groups that the bot itself gives as examples are understood.</summary>
public sealed class GroupWordsTests
{
    [Theory]
    [InlineData("kk"), InlineData("ru"), InlineData("en")]
    public void examples_of_groups_are_understood(string language)
    {
        var examples = Locales.Shipped["sv.new.group", language].Split(": ")[^1].TrimEnd('.').Split("; ");
        examples.Length.ShouldBe(2);
        foreach (var example in examples)
            CountReader.Read($"how many {example}", GoldTests.World).ShouldBeOfType<CountReading.Understood>(example).Question.NarrowsPeople.ShouldBe(example == examples[0]);
    }
}
