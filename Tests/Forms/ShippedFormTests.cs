using GrantBot.Bot.Setup;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>The workbooks of Content/Forms, read as the program reads them, and what each asks.</summary>
public sealed class ShippedFormTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Path.Combine(ContentLoader.Folder, "Forms"), "*.xlsx").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void ten_forms_ship() => Names.Select(n => n.Data).ShouldBe(["consultation.xlsx", "event.xlsx", "expert.xlsx", "knowledge.xlsx", "project.xlsx", "publication.xlsx", "registration.xlsx", "satisfaction.xlsx", "team.xlsx", "venue.xlsx"]);

    [Theory, MemberData(nameof(Names))]
    public void an_author_would_be_told_nothing(string name) => FormWorkbook.Read(At(name)).Problems.Select(p => p.Say(Locales.Shipped, "en")).ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void every_question_is_asked_in_three_languages_and_has_a_short_name(string name)
    {
        var form = Read(name);
        form.Languages.ShouldBe(["kk", "ru", "en"]);
        form.Version.ShouldNotBeEmpty();
        form.Questions.Where(q => q.Asked).SelectMany(q => new[] { q.Label!, q.Short! }).ShouldAllBe(text => form.Languages.All(text.ByLanguage.ContainsKey));
    }

    [Theory]
    [InlineData("tournament", "fair")]
    [InlineData("camp", "apply")]
    [InlineData("quiz", "recommend")]
    public void satisfaction_is_asked_by_the_kind_of_event(string kind, string asked)
    {
        var person = Filling("satisfaction.xlsx");
        person.Do(s => s.Set("event_kind", kind)).ShouldBeTrue();
        person.Answers("5", "4", "3", "2").Asks.ShouldBe(asked);
        person.Value("overall").ShouldBe("5");
    }

    [Fact]
    public void a_comment_may_be_quoted_only_when_there_is_one_and_a_number_in_it_is_noticed()
    {
        var silent = Filling("satisfaction.xlsx").Answers("5", "5", "5", "5");
        silent.Skips();
        silent.Skips();
        silent.Asks.ShouldBeNull();
        var chatty = Filling("satisfaction.xlsx").Answers("5", "5", "5", "5", "yes", "Керемет!\n+7 (700) 000-00-00");
        chatty.Do(s => s.TakeNotes()).ShouldHaveSingleItem().ShouldStartWith("Your comment seems to hold a long number");
        chatty.Asks.ShouldBe("quote_ok");
        Filling("satisfaction.xlsx").Answers("5", "5", "5", "5", "yes", "Fine, 10 of 10").Do(s => s.TakeNotes()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("before", null)]
    [InlineData("after", "useful")]
    public void knowledge_is_counted_before_and_after(string phase, string? last)
    {
        var person = Filling("knowledge.xlsx");
        person.Do(s => s.Set("phase", phase)).ShouldBeTrue();
        person.Answers("a", "a", "b", "a", "c", "4").Asks.ShouldBe(last);
        person.Value("right").ShouldBe("3");
    }

    [Fact]
    public void right_answers_do_not_always_come_first() =>
        Enumerable.Range(0, 20).Select(seed => FormSession.Open(Read("knowledge.xlsx"), FormProgress.Begin(Read("knowledge.xlsx"), seed, Forms.Filling.Clock.Now), Forms.Filling.Clock, Locales.Shipped, "kk").Next!.Choices[0].Name)
            .Distinct().Count().ShouldBe(3);

    [Fact]
    public void a_person_asks_for_advice_and_the_specialist_adds_it_later()
    {
        var person = Filling("consultation.xlsx");
        person.Answers("other");
        person.Says("?").ShouldBe("Please type the topic in full.");
        person.Answers("Debate clubs", "How do we find a coach?", "call", "Tomorrow at 15:00", "Әлиева Сана", "8 700 000 00 00", "School No. 22", "Қазақша");
        person.Asks.ShouldBeNull();
        person.Do(s => s.Set("status", "closed")).ShouldBeTrue();
        person.Answers("Ask the regional league.", "15", "5").Asks.ShouldBeNull();
        new[] { "topic_other", "question", "how", "when", "lang_pref", "advice", "minutes", "rating" }.ShouldAllBe(name => person.Value(name) != null);
    }

    [Fact]
    public void an_answer_in_the_chat_needs_no_time() =>
        Filling("consultation.xlsx").Answers("docs", "Where is my certificate?", "chat").Asks.ShouldBe("fullname");

    [Fact]
    public void an_organiser_describes_an_event_and_impossible_days_and_ages_are_refused()
    {
        var organiser = Filling("event.xlsx").Answers("camp", "Жазғы лагерь", "Летний лагерь");
        organiser.Skips().ShouldBeNull();
        organiser.Says("Летний").ShouldNotBeNull();
        organiser.Answers("summer2026", "Ақтау қаласы", "Жағалау лагері", "Лагерь Жагалау");
        organiser.Skips().ShouldBeNull();
        organiser.Says("28.02.2026").ShouldBe("That day is over. Please type a day ahead.");
        organiser.Answers("10.06.2026", "9:30");
        organiser.Says("11.06.2026").ShouldBe("That day must lie between today and the start of the event.");
        organiser.Answers("10.06.2026", "14");
        organiser.Says("13").ShouldBe("It must be at least the youngest age and at most 100.");
        organiser.Answers("14", "60", "no", "no").Asks.ShouldBe("extras");
        organiser.Skips().ShouldBeNull();
        organiser.Value("start_time").ShouldBe("09:30:00");
    }

    private static Filling Filling(string name) => new(Read(name));

    private static Form Read(string name) => FormWorkbook.Read(At(name)).Form.ShouldNotBeNull();

    private static string At(string name) => Path.Combine(ContentLoader.Folder, "Forms", name);
}
