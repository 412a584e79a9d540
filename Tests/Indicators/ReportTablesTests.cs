using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Documents;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators;

/// <summary>The tables a report is refused for when they do not add up.</summary>
public sealed class ReportTablesTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly EventId First = new(Ids.New(Then)), Second = new(Ids.New(Then));

    [Fact]
    public void every_table_adds_up_to_the_people_whatever_was_answered()
    {
        var random = new Random(7);
        string?[] genders = ["male", "female", null], occupations = ["pupil", "student", "civil", "budget", "unemployed", "ngo", "business", "pensioner", "other", null];
        for (var round = 0; round < 200; round++)
        {
            var visits = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Visit(random.Next(25), random.Next(2) == 0 ? First : Second, genders[random.Next(3)], random.Next(5) == 0 ? null : random.Next(3, 90),
                occupations[random.Next(occupations.Length)], random.Next(6) == 0)).ToList();
            var order = CategoryOrder.Of([.. CategoryOrder.Usual.Codes.OrderBy(_ => random.Next())])!;
            var tables = ReportTables.Of(RegistrationSet.InOrder(visits), order);
            tables.People.ShouldBe(visits.Select(v => v.Person).Distinct().Count());
            new[] { tables.Gender.Total, tables.Category.Total, tables.Age.Total }.ShouldAllBe(t => t == tables.People);
            foreach (var printed in Enum.GetValues<StatusLayout>().SelectMany(l => ReportLayout.Print(tables, l, Locales.Shipped, "ru")))
                printed.Columns.Where(c => !c.IsTotal).Sum(c => int.Parse(c.Value.Split(' ')[0])).ShouldBe(tables.People, printed.Heading);
        }
    }

    [Fact]
    public void a_person_is_as_old_as_on_the_day_they_first_came()
    {
        var tables = ReportTables.Of(
        [
            Visit(1, Second, "female", 18, "student", false) with { At = new(Second, Day: new(2026, 5, 1)), RegisteredAt = Then.AddDays(-9), VisitDay = new(2026, 5, 1) },
            Visit(1, First, "female", 17, "pupil", false) with { At = new(First, Day: new(2026, 4, 1)), RegisteredAt = Then, VisitDay = new(2026, 4, 1) },
        ], CategoryOrder.Usual);
        (tables.People, tables.Visits, tables.Category["children"], tables.Category["youth"]).ShouldBe((1, 2, 1, 0));
    }

    [Fact]
    public void only_who_came_is_counted()
    {
        var tables = ReportTables.Of([Visit(1, First, "male", 20, null, false), Visit(2, First, "male", 20, null, false) with { Status = RegistrationStatus.NoShow }], CategoryOrder.Usual);
        tables.People.ShouldBe(1);
    }

    [Fact]
    public void whoever_is_in_one_class_of_age_is_in_one_row_of_every_table()
    {
        foreach (var (age, occupation, disability) in from a in Enumerable.Range(-2, 120) from o in new[] { "civil", "pupil", null } from d in new bool?[] { true, false, null } select (a, o, d))
        {
            var (person, likewise) = (Given.Someone(age, occupation, disability), Given.Someone(AgeClasses.Of(age), occupation, disability));
            new ByAgeBand().CodeOf(likewise).ShouldBe(new ByAgeBand().CodeOf(person));
            foreach (var order in new[] { CategoryOrder.Usual.ToString(), "age50 business ngo unemployed budget civil disability youth children" }) CategoryOrder.Read(order)!.CodeOf(likewise).ShouldBe(CategoryOrder.Read(order)!.CodeOf(person));
        }
    }

    [Theory]
    [InlineData("children youth disability civil budget unemployed ngo business age50", "youth")]
    [InlineData("civil children youth disability budget unemployed ngo business age50", "civil")]
    [InlineData("children disability youth civil budget unemployed ngo business age50", "disability")]
    public void the_first_category_in_the_order_counts(string order, string expected)
    {
        var person = Visit(1, First, "male", 25, "civil", true);
        CategoryOrder.Read(order)!.CodeOf(person.Codes).ShouldBe(expected);
    }

    [Theory, InlineData("children youth"), InlineData("children children disability civil budget unemployed ngo business age50"), InlineData("")]
    public void an_order_that_leaves_out_or_repeats_a_category_is_none(string order) => CategoryOrder.Read(order).ShouldBeNull();

    [Fact]
    public void whom_the_form_has_no_column_for_gets_one_and_is_named()
    {
        var tables = ReportTables.Of([Visit(1, First, null, 9, "pupil", true), Visit(2, First, "male", null, "civil", false), Visit(3, First, "male", 30, "civil", false)], CategoryOrder.Usual);
        tables.HasUnplaced.ShouldBeTrue();
        var printed = ReportLayout.Print(tables, StatusLayout.Nested, Locales.Shipped, "kk");
        printed[0].Columns.Select(c => $"{c.Label} {c.Value}").ShouldBe(["Бүкіл жобаға қатысушылар саны 3", "Ерлер 2", "Әйелдер 0", "Көрсетілмеген 1"]);
        printed[1].Columns.Select(c => c.Value).ShouldBe(["3", "1 (1)", "1", "0", "0", "0", "0", "3", "0", "0", "0", "0", "1"]);
        printed[1].Columns.Where(c => c.Group == "Оның ішінде").Select(c => c.Label).ShouldBe(["Жұмыссыздар", "Қоғамдық ұйымдардың өкілдері", "Бизнес-сектор өкілдері", "Басқа санаттар"]);
        printed[2].Columns.TakeLast(2).Select(c => $"{c.Label} {c.Value}").ShouldBe(["13 жасқа дейін 1", "Көрсетілмеген 1"]);
    }

    [Fact]
    public void the_document_holds_three_tables_that_word_can_open()
    {
        var tables = ReportTables.Of([Visit(1, First, "female", 16, "pupil", false), Visit(2, First, "male", 20, "student", false)], CategoryOrder.Usual);
        var bytes = ReportTableDocument.Write("Кесте", ReportLayout.Print(tables, StatusLayout.Nested, Locales.Shipped, "kk"), ["Ескерту"], "kk");
        if (Environment.GetEnvironmentVariable("GRANTBOT_LOOK") is { } folder) File.WriteAllBytes(Path.Combine(folder, "tables.docx"), bytes);
        using var document = new OpenedDocument(bytes);
        document.Problems.ShouldBeEmpty();
    }

    private static RegistrationFact Visit(int person, EventId at, string? gender, int? age, string? occupation, bool disabled) =>
        new(new PersonId(new Guid(person, 0, 0, new byte[8])), new(at, Day: new(2026, 3, 1)), RegistrationStatus.Attended, new(ChannelKind.Web, gender, age, "aktau", occupation, disabled, null), Then) { VisitDay = new(2026, 3, 1) };
}
