using System.Text.Json;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Indicators.Participation;
using GrantBot.Domain.Indicators.Surveying;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators;

public sealed class IndicatorCatalogTests
{
    private static readonly Texts Texts = Locales.Shipped;
    private static readonly IReadOnlyList<IIndicator> All = IndicatorCatalog.All;

    [Fact]
    public void every_indicator_class_is_in_the_catalogue()
    {
        var classes = typeof(IIndicator).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IIndicator)) && t is { IsAbstract: false, IsInterface: false });
        All.Select(i => i.GetType()).ShouldBe(classes, ignoreOrder: true);
    }

    [Fact]
    public void every_measure_of_a_question_is_an_indicator_and_is_stored_by_its_key()
    {
        foreach (var measure in Enum.GetValues<Measure>())
        {
            IndicatorCatalog.Of(measure).AskedAs.ShouldBe(measure);
            JsonSerializer.Serialize(measure).ShouldBe($"\"{IndicatorCatalog.Of(measure).Key}\"");
        }
    }

    [Fact]
    public void a_question_stored_by_number_is_still_understood() => JsonSerializer.Deserialize<Measure>("22").ShouldBe(Measure.NoShowRate);

    [Fact]
    public void every_indicator_says_in_every_language_how_it_is_counted()
    {
        foreach (var indicator in All)
        {
            foreach (var language in Texts.Languages)
            {
                indicator.Title(Texts, language).ShouldNotBeNullOrWhiteSpace();
                indicator.Definition(Texts, language).ShouldEndWith(".");
                var said = IndicatorWords.Of(indicator, Texts, language).Split('\n');
                said.Length.ShouldBe(4 + (indicator.Numerator is null ? 0 : 1) + (indicator.Denominator is null ? 0 : 1));
                said.ShouldAllBe(line => line.EndsWith('.') && !line.EndsWith("..", StringComparison.Ordinal) && !line.Contains('{', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void names_tell_indicators_apart()
    {
        foreach (var language in Texts.Languages) All.Select(i => i.Title(Texts, language)).ShouldBeUnique();
    }

    [Fact]
    public void every_row_of_every_table_about_people_has_a_label() =>
        IndicatorCatalog.OfPeople.SelectMany(b => b.Codes.Select(b.LabelKey)).ShouldBeSubsetOf(Texts.Keys);

    [Fact]
    public void keys_are_unique_and_a_share_has_both_its_numbers()
    {
        All.Select(i => i.Key).ShouldBeUnique();
        foreach (var share in All.Where(i => i.Unit is CountUnit.Percent or CountUnit.Points)) new[] { share.Numerator, share.Denominator }.ShouldBeSubsetOf(Texts.Keys);
    }

    [Fact]
    public void a_share_is_what_its_two_indicators_count()
    {
        var set = RegistrationSet.Of([Given.Registration(1), Given.Registration(2).With(c => c with { Status = RegistrationStatus.WaitingConsent }), Given.Registration(3), Given.Registration(4).With(c => c with { Status = RegistrationStatus.Cancelled })]);
        foreach (var share in All.OfType<ParticipationIndicator>().Where(i => i.Unit is CountUnit.Percent))
        {
            int Half(string? key) => ((Figure.Count)((ParticipationIndicator)IndicatorCatalog.Find(key!["ind.".Length..])!).Measure(set)).Value;
            share.Measure(set).ShouldBe(new Figure.Share(Half(share.Numerator), Half(share.Denominator)));
        }
        new ConfirmedShare().Measure(set).ShouldBe(new Figure.Share(2, 3));
    }

    [Theory]
    [InlineData("5", true)]
    [InlineData("4", true)]
    [InlineData("3", false)]
    [InlineData("0", null)]
    [InlineData("6", null)]
    [InlineData("yes", null)]
    [InlineData("", null)]
    public void four_and_five_are_good_marks(string mark, bool? good) => new Satisfaction().IsGood(mark).ShouldBe(good);

    [Theory]
    [InlineData("10", true, false)]
    [InlineData("9", true, false)]
    [InlineData("8", false, false)]
    [InlineData("7", false, false)]
    [InlineData("6", false, true)]
    [InlineData("0", false, true)]
    [InlineData("11", null, false)]
    [InlineData("yes", null, false)]
    public void net_promoters_come_of_a_scale_from_0_to_10_only(string mark, bool? promotes, bool detracts)
    {
        new NetPromoter().IsGood(mark).ShouldBe(promotes);
        new NetPromoter().IsAgainst(mark).ShouldBe(detracts);
    }

    [Fact]
    public void the_shipped_form_has_every_question_that_is_an_indicator()
    {
        var form = GrantBot.Bot.Setup.ContentLoader.Forms(Texts).All.Select(f => f.Form).Single(f => f.Id == "sat_event");
        foreach (var indicator in All.OfType<MarkIndicator>().Where(i => i is not NetPromoter))
            form.Questions.Single(q => q.Name == indicator.Question).Choices!.Choices.ShouldAllBe(c => indicator.IsGood(c.Name) != null);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void fewer_than_ten_make_no_percentage(int denominator, bool printable) => new Figure.Share(1, denominator).IsPrintable.ShouldBe(printable);

    [Fact]
    public void not_stated_is_the_last_row_of_every_table() => All.OfType<Breakdown>().ShouldAllBe(b => b.Codes[b.Codes.Count - 1] == Breakdown.NotStated);
}
