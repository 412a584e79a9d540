using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>The shipped registration form, read by the real reader from the real workbook.</summary>
public sealed class RegistrationFormTests
{
    private static readonly FormReading Reading = Read();

    private static Form Form => Reading.Form.ShouldNotBeNull();

    [Fact]
    public void it_has_no_problem_and_no_missing_translation() => Reading.Problems.Select(p => p.Say(Locales.Shipped, "en")).ShouldBeEmpty();

    [Fact]
    public void it_is_reg_person_in_three_languages()
    {
        Form.Id.ShouldBe("reg_person");
        Form.Languages.ShouldBe(["kk", "ru", "en"]);
    }

    [Fact]
    public void every_choice_fits_a_row_of_a_whatsapp_list() =>
        Form.Lists.Values.SelectMany(l => l.Choices).SelectMany(c => Form.Languages.Select(language => c.Label.In(language))).Where(label => label.Length > 24).ShouldBeEmpty();

    [Fact]
    public void every_question_fits_a_message_with_buttons() =>
        Form.Questions.Where(q => q.Label is not null).SelectMany(q => Form.Languages.Select(language => q.Label!.In(language) + "\n" + q.Hint?.In(language))).ShouldAllBe(text => text.Length <= 1024);

    [Fact]
    public void an_adult_is_asked_the_short_way()
    {
        var person = Person("2026-03-20");
        Asked(person, ("surname", "Әлиева"), ("given", "Сана"), ("patronymic", ""), ("birth", "20.03.1996"), ("gender", "Әйел"), ("territory", "Ақтау"),
            ("status", "Бизнес өкілі"), ("place_work", ""), ("needs", ""), ("phone", "8 700 000 00 00"), ("consent_photo", "иә"), ("remind", "жоқ"));
        person.Do(s => s.Submission().ByName)["age"].ShouldBe("30");
        person.Value("phone").ShouldBe("+77000000000");
    }

    [Fact]
    public void a_child_is_registered_by_a_guardian_with_a_phone_of_their_own()
    {
        var person = Person("2026-03-20");
        person.Answers("Әлиев", "Нұрлан");
        person.Skips();
        person.Answers("05.03.2014");
        person.Do(s => s.TakeNotes()).ShouldHaveSingleItem().ShouldBe("Бұл баланы ата-анасы немесе заңды өкілі тіркейді.");
        person.Says("Әлиева").ShouldNotBeNull().ShouldContain("Әлиева Сана");
        Asked(person, ("guardian_name", "Әлиева Сана"), ("guardian_phone", "+7 700 000 00 01"), ("gender", "ер"), ("territory", "Бейнеу"), ("status", "Оқушы"),
            ("place_study", "№4 мектеп"), ("grade", "6 А"), ("needs", ""));
        person.Says("+7 700 000 00 01").ShouldNotBeNull().ShouldContain("Қатысушының өз нөмірі");
        Asked(person, ("phone", "+7 700 000 00 02"), ("consent_photo", "жоқ"), ("remind", "иә"));
        person.Value("place_study").ShouldBe("beineu_school_4");
    }

    [Theory]
    [InlineData("20.03.2008", "18")]
    [InlineData("21.03.2008", "17")]
    [InlineData("19.03.2008", "18")]
    [InlineData("29.02.2008", "18")]
    public void age_is_full_years_on_the_day_of_the_event(string birth, string age)
    {
        var person = Person("2026-03-20");
        person.Answers("Әлиева", "Сана");
        person.Skips();
        person.Answers(birth).Value("age").ShouldBe(age);
    }

    [Theory]
    [InlineData("2026-02-28", "17")]
    [InlineData("2026-03-01", "18")]
    public void born_on_a_leap_day_one_is_older_on_the_first_of_march(string eventDate, string age)
    {
        var person = Person(eventDate);
        person.Answers("Әлиева", "Сана");
        person.Skips();
        person.Answers("29.02.2008").Value("age").ShouldBe(age);
    }

    [Theory]
    [InlineData("21.03.2021", "4")]
    [InlineData("20.03.1925", "101")]
    public void an_impossible_age_is_named_back(string birth, string age)
    {
        var person = Person("2026-03-20", "en");
        person.Answers("Aliyeva", "Sana");
        person.Skips();
        person.Says(birth).ShouldBe($"This date looks wrong: it makes you {age} years old. Please check it.");
    }

    [Theory]
    [InlineData("Сана1")]
    [InlineData("😀")]
    [InlineData("Сана@")]
    public void a_name_holds_letters_only(string name) => Person("2026-03-20").Says(name).ShouldBe(Locales.Shipped["e.name", "kk"]);

    [Theory]
    [InlineData("Әбілқайырұлы-Омаров")]
    [InlineData("О’Нил")]
    [InlineData("Müller")]
    [InlineData("Ғалым Ұлжан")]
    public void names_of_all_kinds_are_accepted(string name) => Person("2026-03-20").Says(name).ShouldBeNull();

    [Fact]
    public void a_long_name_is_told_its_limit() => Person("2026-03-20").Says(new string('а', 61)).ShouldBe(Locales.Shipped["e.name.long", "kk"]);

    [Fact]
    public void one_from_another_region_names_it_and_the_school()
    {
        var person = Person("2026-03-20");
        person.Answers("Әлиева", "Сана");
        person.Skips();
        Asked(person, ("birth", "01.01.2005"), ("gender", "әйел"), ("territory", "Басқа өңір"), ("territory_other", "Атырау"), ("status", "студент"), ("place_study_other", "Атырау университеті"), ("grade", "2"), ("needs", ""));
    }

    [Fact]
    public void every_territory_has_schools_and_the_way_out()
    {
        foreach (var territory in Form.Lists["territory"].Choices.Where(c => c.Name != "other"))
        {
            var person = Person("2026-03-20");
            person.Answers("Әлиева", "Сана");
            person.Skips();
            person.Answers("01.01.2005", "әйел", territory.Name, "student");
            person.Question.Choices.Count.ShouldBe(7);
            person.Question.Choices[^1].Name.ShouldBe("other");
        }
    }

    [Fact]
    public void the_project_decides_what_is_asked_besides()
    {
        var person = Person("2026-03-20");
        person.Do(s => s.Set("asks_disability", "yes") && s.Set("asks_vulnerable", "yes") && s.Set("quota_young", "yes"));
        Asked(person, ("surname", "Әлиева"), ("given", "Сана"), ("patronymic", ""), ("birth", "20.03.2000"), ("gender", "2"), ("territory", "1"),
            ("status", "ngo"), ("place_work", ""), ("young_spec", "иә"), ("disability", "Жауап бергім келмейді"), ("vulnerable", ""), ("needs", ""));
    }

    private static Filling Person(string eventDate, string language = "kk")
    {
        var person = new Filling(Form, language);
        person.Do(s => s.Set("event_date", eventDate)).ShouldBeTrue();
        return person;
    }

    private static void Asked(Filling person, params (string Name, string Says)[] questions)
    {
        foreach (var (name, says) in questions)
        {
            person.Asks.ShouldBe(name);
            (says.Length == 0 ? person.Skips() : person.Says(says)).ShouldBeNull($"{name}: {says}");
        }
    }

    private static FormReading Read()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Content", "Forms", "registration.xlsx"));
        return FormReader.Read(WorkbookReader.Read(bytes).ShouldBeOfType<WorkbookReading.Read>().Sheets);
    }
}
