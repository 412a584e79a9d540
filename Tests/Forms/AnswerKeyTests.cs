using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Forms;

/// <summary>Keys under which answers are stored, taken apart.</summary>
public sealed class AnswerKeyTests
{
    [Theory]
    [InlineData("wish", "wish", "", "", "", "")]
    [InlineData("member[2]/name", "member/name", "member[2]", "member", "member", "2")]
    [InlineData("house[1]/member[12]/about/name", "house/member/about/name", "house[1]/member[12]", "house/member", "house,house/member", "1,12")]
    [InlineData("about/member[3]/name", "about/member/name", "about/member[3]", "about/member", "about/member", "3")]
    public void a_key_names_question_instance_repeats_and_places(string stored, string question, string instance, string repeat, string repeats, string places)
    {
        var key = AnswerKey.Of(stored);
        (key.Question, key.Instance, key.Repeat, string.Join(',', key.Repeats), string.Join(',', key.Places)).ShouldBe((question, instance, repeat, repeats, places));
    }
}
