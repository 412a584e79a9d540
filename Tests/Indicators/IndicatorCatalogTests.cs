using GrantBot.Domain.Registration;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Localisation;

using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators;

public sealed class IndicatorCatalogTests
{
    private static readonly Texts Texts = Locales.Shipped;
    private static readonly IReadOnlyList<IIndicator> All = IndicatorCatalog.All([Given.Event(1)]);

    [Fact]
    public void every_indicator_class_is_in_the_catalogue()
    {
        var classes = typeof(IIndicator).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IIndicator)) && t is { IsAbstract: false, IsInterface: false });
        All.Select(i => i.GetType()).ShouldBe(classes, ignoreOrder: true);
    }

    [Fact]
    public void every_indicator_has_a_title_and_a_definition_in_every_language()
    {
        foreach (var indicator in All)
        {
            foreach (var language in Texts.Languages)
            {
                indicator.Title(Texts, language).ShouldNotBeNullOrWhiteSpace();
                indicator.Definition(Texts, language).ShouldEndWith(".");
            }
        }
    }

    [Fact]
    public void every_row_of_every_table_about_people_has_a_label() =>
        IndicatorCatalog.OfPeople.SelectMany(b => b.Codes.Select(b.LabelKey)).ShouldBeSubsetOf(Texts.Keys);

    [Fact]
    public void keys_are_unique_and_a_share_names_two_others()
    {
        var keys = All.Select(i => i.Key).ToList();
        keys.ShouldBeUnique();
        foreach (var share in All.Where(i => i.Unit == CountUnit.Percent)) new[] { share.Numerator, share.Denominator }.ShouldBeSubsetOf(keys);
    }

    [Fact]
    public void a_share_is_what_its_two_indicators_count()
    {
        var set = RegistrationSet.Of([Given.Registration(1), Given.Registration(2) with { Status = RegistrationStatus.WaitingConsent }, Given.Registration(3)]);
        new ConfirmedShare().Measure(set).ShouldBe(new Figure.Share(2, 3));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void fewer_than_ten_make_no_percentage(int denominator, bool printable) => new Figure.Share(1, denominator).IsPrintable.ShouldBe(printable);

    [Fact]
    public void not_stated_is_the_last_row_of_every_table() => All.OfType<Breakdown>().ShouldAllBe(b => b.Codes[b.Codes.Count - 1] == Breakdown.NotStated);
}
