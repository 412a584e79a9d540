using GrantBot.Domain.Registration;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Localisation;

using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators;

public sealed class StatsReportTests
{
    private static readonly Texts Texts = Locales.Shipped;
    private static readonly DateTimeOffset AsOf = new(2026, 11, 21, 14, 5, 0, TimeSpan.FromHours(5));

    private static readonly RegistrationSet Some = RegistrationSet.Of(
    [
        .. Enumerable.Range(1, 8).Select(i => Given.Registration(i)),
        .. Enumerable.Range(11, 3).Select(i => Given.Registration(i).With(c => c with { Gender = "male", Age = 20, Territory = "munaily", Channel = ChannelKind.WhatsApp })),
        Given.Registration(21).With(c => c with { Status = RegistrationStatus.WaitingConsent, Gender = "male", Territory = null, Channel = ChannelKind.Web }),
        Given.Registration(31).With(c => c with { Status = RegistrationStatus.Cancelled }),
    ]);

    [Fact]
    public void kazakh_counts_of_an_event_read_like_this() => Event("kk").ShouldBe("""
        «Премьер лига» – 21.11.2026 14:05 жағдай бойынша
        Тіркелді: 12 (расталды 11, келісім күтілуде 1)
        Расталғаны: 11 / 12 = 91,7%
        Бас тартты: 1
        Жынысы: ер 4, әйел 8
        Жасы: 13-16 – 9, 17-22 – 3
        Әлеуметтік санаты: балалар (18 жасқа дейін) – 9, жастар (18-34) – 3
        Аумақ: Ақтау қаласы 8, Мұнайлы ауданы 3, көрсетілмеген 1
        Байланыс арнасы: Telegram 8, WhatsApp 3, веб-чат 1
        """);

    [Fact]
    public void russian_counts_of_an_event_read_like_this() => Event("ru").ShouldBe("""
        «Премьер лига» – по состоянию на 21.11.2026 14:05
        Записались: 12 (подтверждены 11, ждут согласия 1)
        Подтверждены: 11 из 12 = 91,7_%
        Отменили запись: 1
        Пол: мужчин 4, женщин 8
        Возраст: 13-16 – 9, 17-22 – 3
        Социальная категория: дети (до 18 лет) – 9, молодёжь (18-34) – 3
        Территории: Город Актау 8, Мунайлинский район 3, не указано 1
        Канал связи: Telegram 8, WhatsApp 3, веб-чат 1
        """.Replace('_', Numbers.NoBreak));

    [Fact]
    public void english_counts_of_an_event_read_like_this() => Event("en").ShouldBe("""
        “Премьер лига” – as of 21.11.2026 14:05
        Registered: 12 (confirmed 11, waiting for consent 1)
        Confirmed: 11 of 12 = 91.7%
        Cancelled: 1
        Gender: male 4, female 8
        Age: 13-16 – 9, 17-22 – 3
        Social category: children (under 18) – 9, youth (18-34) – 3
        Territories: Aktau city 8, Munaily district 3, not stated 1
        Channel: Telegram 8, WhatsApp 3, web chat 1
        """);

    [Fact]
    public void small_numbers_are_starred_and_explained()
    {
        var answer = StatsReport.OfEvent(new(Given.Event(1), "Премьер лига"), Some, new("en", AsOf, SmallCells.UsualLimit), Texts);
        answer.Blocks.ShouldHaveSingleItem().ShouldContain("\nGender: male *, female *\n");
        answer.Blocks[0].ShouldEndWith("* – small numbers are hidden so that nobody can be recognised.");
        answer.Chart!.Footnote.ShouldNotBeNull();
    }

    [Fact]
    public void an_event_without_registrations_says_so_and_draws_nothing()
    {
        var answer = StatsReport.OfEvent(new(Given.Event(1), "Премьер лига"), RegistrationSet.Of([]), new("en", AsOf), Texts);
        answer.Blocks.ShouldBe(["“Премьер лига” – as of 21.11.2026 14:05\nNobody has registered yet."]);
        answer.Chart.ShouldBeNull();
    }

    [Fact]
    public void all_events_tell_people_from_registrations()
    {
        var set = RegistrationSet.Of([Given.Registration(1, 1), Given.Registration(1, 2), Given.Registration(2, 2)]);
        var answer = StatsReport.OfAll([new(Given.Event(2), "Лагерь"), new(Given.Event(1), "Премьер лига"), new(Given.Event(3), "Семинар")], set, new("en", AsOf), Texts);
        answer.Blocks.ShouldHaveSingleItem().ShouldStartWith("""
            All events – as of 21.11.2026 14:05
            Registered: 3, all confirmed
            Different people: 2, their registrations: 3
            Events:
            • Лагерь – 2
            • Премьер лига – 1
            Below, each person is counted once.
            Gender: female 2
            """);
    }

    [Fact]
    public void three_hundred_long_titles_make_several_messages_and_a_chart_that_still_fits()
    {
        var events = Enumerable.Range(1, 300).Select(i => new EventTitle(Given.Event(i), $"{i} " + new string('Ә', 500) + "\n\uD83D\uDE00")).ToList();
        var answer = StatsReport.OfAll(events, RegistrationSet.Of(Enumerable.Range(1, 300).Select(i => Given.Registration(i, i))), new("kk", AsOf), Texts);
        answer.Blocks.Count.ShouldBeGreaterThan(5);
        answer.Blocks.ShouldAllBe(b => b.Length <= 4096);
        answer.Chart!.Sections[0].Bars.Count.ShouldBe(15);
        answer.Chart.Sections[0].Bars[14].ShouldBe(new ChartBar("Қалған іс-шаралар (286)", 0, "286"));
    }

    [Fact]
    public void the_chart_has_the_numbers_of_the_text()
    {
        var chart = StatsReport.OfEvent(new(Given.Event(1), "Премьер лига"), Some, new("kk", AsOf), Texts).Chart!;
        chart.Sections.Select(s => s.Title).ShouldBe(["Жынысы", "Жасы", "Әлеуметтік санаты", "Аумақ", "Байланыс арнасы"]);
        chart.Sections.ShouldAllBe(s => s.Bars.Sum(b => b.Value) == 12);
        chart.Note.ShouldBe("21.11.2026 14:05 жағдай бойынша, адам саны – 12");
    }

    private static string Event(string language) => StatsReport.OfEvent(new(Given.Event(1), "Премьер лига"), Some, new(language, AsOf), Texts).Blocks.ShouldHaveSingleItem();
}
