using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Tests.Indicators;

public sealed class BreakdownTests
{
    [Theory]
    [InlineData(0, "0_12")]
    [InlineData(12, "0_12")]
    [InlineData(13, "13_16")]
    [InlineData(16, "13_16")]
    [InlineData(17, "17_22")]
    [InlineData(22, "17_22")]
    [InlineData(23, "23_27")]
    [InlineData(27, "23_27")]
    [InlineData(28, "28_32")]
    [InlineData(32, "28_32")]
    [InlineData(33, "33_45")]
    [InlineData(45, "33_45")]
    [InlineData(46, "46_58")]
    [InlineData(58, "46_58")]
    [InlineData(59, "59_plus")]
    [InlineData(100, "59_plus")]
    [InlineData(null, "unknown")]
    [InlineData(-1, "unknown")]
    public void an_age_falls_into_the_band_of_the_report_form(int? age, string band) => new ByAgeBand().CodeOf(Given.Someone(age)).ShouldBe(band);

    [Theory]
    // age, occupation, disability -> category
    [InlineData(17, "student", null, "children")]
    [InlineData(17, "pupil", true, "children")]
    [InlineData(18, "pupil", null, "youth")]
    [InlineData(34, "civil", true, "youth")]
    [InlineData(35, "civil", null, "civil")]
    [InlineData(35, "civil", true, "disability")]
    [InlineData(40, "budget", false, "budget")]
    [InlineData(40, "unemployed", null, "unemployed")]
    [InlineData(40, "ngo", null, "ngo")]
    [InlineData(40, "business", null, "business")]
    [InlineData(40, "other", null, "other")]
    [InlineData(49, "pensioner", null, "other")]
    [InlineData(50, "pensioner", null, "age50")]
    [InlineData(50, null, null, "age50")]
    [InlineData(70, "civil", null, "civil")]
    [InlineData(70, "pensioner", true, "disability")]
    [InlineData(null, "civil", true, "unknown")]
    public void everybody_is_in_one_social_category_the_first_that_fits(int? age, string? occupation, bool? disability, string category) =>
        new BySocialCategory().CodeOf(Given.Someone(age, occupation, disability)).ShouldBe(category);

    [Theory]
    [InlineData("aktau", "aktau")]
    [InlineData("tupkaragan", "tupkaragan")]
    [InlineData("other", "other")]
    [InlineData("atyrau", "other")]
    [InlineData("unknown", "other")]
    [InlineData("", "unknown")]
    [InlineData(null, "unknown")]
    public void a_territory_the_region_does_not_have_is_another_region(string? territory, string row) =>
        new ByTerritory().CodeOf(Given.Registration(1).Codes with { Territory = territory }).ShouldBe(row);

    [Fact]
    public void rows_keep_the_order_of_the_form_and_empty_ones_stay_in_the_table()
    {
        var set = RegistrationSet.Of([Given.Registration(1).With(c => c with { Age = 60 }), Given.Registration(2).With(c => c with { Age = 14 }), Given.Registration(3).With(c => c with { Age = 15 })]);
        Show(new ByAgeBand().Count(set)).ShouldBe("0_12 0, 13_16 2, 17_22 0, 23_27 0, 28_32 0, 33_45 0, 46_58 0, 59_plus 1, unknown 0");
    }

    [Fact]
    public void an_unheard_of_gender_code_is_not_stated()
    {
        var set = RegistrationSet.Of([Given.Registration(1).With(c => c with { Gender = "male" }), Given.Registration(2).With(c => c with { Gender = "x" }), Given.Registration(3).With(c => c with { Gender = null })]);
        Show(new ByGender().Count(set)).ShouldBe("male 1, female 0, unknown 2");
    }

    [Fact]
    public void channels_are_counted_by_the_first_registration()
    {
        var web = Given.Registration(1, 2).With(c => c with { Channel = ChannelKind.Web }) with { RegisteredAt = Given.Start.AddDays(2) };
        var set = RegistrationSet.Of([web, Given.Registration(1), Given.Registration(2).With(c => c with { Channel = ChannelKind.WhatsApp })]);
        Show(new ByChannel().Count(set)).ShouldBe("telegram 1, whatsapp 1, web 0, unknown 0");
    }

    [Fact]
    public void the_table_by_event_counts_registrations_and_may_exceed_the_people()
    {
        var set = RegistrationSet.Of([Given.Registration(1, 1), Given.Registration(1, 2), Given.Registration(2, 2)]);
        var table = new ByEvent([Given.Event(2), Given.Event(1)]).Count(set);
        (table.Rows[0].Count, table.Rows[1].Count, table.Total, set.People.Count).ShouldBe((2, 1, 3, 2));
    }

    private static string Show(Figure.Table table) => string.Join(", ", table.Rows.Select(r => $"{r.Code} {r.Count}"));
}
