using FsCheck;
using FsCheck.Fluent;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration.Sources;

namespace GrantBot.Tests.Registration.Sources;

/// <summary>Whatever staff call a source, its link is one that every platform takes, and leads back to the event and to it.</summary>
public sealed class SourceCodeTests
{
    private const string LongestEventCode = "abcdefghij0123456789";

    [Theory]
    [InlineData("Instagram", "instagram")]
    [InlineData("№7 мектеп", "7mektep")]
    [InlineData("Өнер үйі, Жаңаөзен", "oneruiizhanaozen")]
    [InlineData("学校", "link")]
    public void a_code_is_made_of_the_names_own_letters(string name, string code) => SourceCode.Make(name, []).ShouldBe(code);

    [Fact]
    public void a_taken_code_gets_a_number()
    {
        SourceCode.Make("Instagram", ["instagram", "instagram_2"]).ShouldBe("instagram_3");
        SourceCode.Make("学校", ["link"]).ShouldBe("link2");
    }

    [Fact]
    public void thirty_names_give_thirty_links_that_a_platform_takes_and_that_lead_back() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), names =>
    {
        List<string> codes = [];
        foreach (var name in names.Select(n => n.Get).Concat(Enumerable.Repeat("Мектеп сайтындағы жаңалықтар", SourceCode.MostOfAnEvent)).Take(SourceCode.MostOfAnEvent))
        {
            var code = SourceCode.Make(name, codes);
            codes.ShouldNotContain(code);
            codes.Add(code);
            var link = DeepLink.Event + SourceCode.Join(LongestEventCode, code);
            link.Length.ShouldBeLessThanOrEqualTo(64);
            link.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c == '-');
            SourceCode.Split(link[DeepLink.Event.Length..]).ShouldBe((LongestEventCode, code));
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("  Instagram \u200b ", "Instagram")]
    [InlineData("@jastar_alany", "@jastar_alany")]
    [InlineData("Мектеп-лицей № 12, 3 қабат", "Мектеп-лицей № 12, 3 қабат")]
    public void a_name_is_tidied(string typed, string name) => SourceCode.Name(typed).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("екі\nжол")]
    [InlineData("Сана +7 700 000 00 00")]
    [InlineData("050300600001")]
    [InlineData("sana@example.org")]
    [InlineData("аааааааааааааааааааааааааааааааааааааааааа")]
    public void what_is_no_name_or_belongs_to_a_person_is_refused(string typed) => SourceCode.Name(typed).ShouldBeNull();

    [Theory]
    [InlineData("open", "open", null)]
    [InlineData("open-Instagram", "open", "instagram")]
    [InlineData("open-", "open", "")]
    [InlineData("open-a-b", "open", "a-b")]
    [InlineData("-", "", "")]
    public void any_link_is_parted(string link, string code, string? source) => SourceCode.Split(link).ShouldBe((code, source));
}
