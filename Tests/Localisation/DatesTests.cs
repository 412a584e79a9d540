using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Localisation;

public sealed class DatesTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData(1, "2026 жылғы 5 қаңтар", "5 января 2026 г.", "5 January 2026")]
    [InlineData(2, "2026 жылғы 5 ақпан", "5 февраля 2026 г.", "5 February 2026")]
    [InlineData(3, "2026 жылғы 5 наурыз", "5 марта 2026 г.", "5 March 2026")]
    [InlineData(4, "2026 жылғы 5 сәуір", "5 апреля 2026 г.", "5 April 2026")]
    [InlineData(5, "2026 жылғы 5 мамыр", "5 мая 2026 г.", "5 May 2026")]
    [InlineData(6, "2026 жылғы 5 маусым", "5 июня 2026 г.", "5 June 2026")]
    [InlineData(7, "2026 жылғы 5 шілде", "5 июля 2026 г.", "5 July 2026")]
    [InlineData(8, "2026 жылғы 5 тамыз", "5 августа 2026 г.", "5 August 2026")]
    [InlineData(9, "2026 жылғы 5 қыркүйек", "5 сентября 2026 г.", "5 September 2026")]
    [InlineData(10, "2026 жылғы 5 қазан", "5 октября 2026 г.", "5 October 2026")]
    [InlineData(11, "2026 жылғы 5 қараша", "5 ноября 2026 г.", "5 November 2026")]
    [InlineData(12, "2026 жылғы 5 желтоқсан", "5 декабря 2026 г.", "5 December 2026")]
    public void every_month_has_its_name(int month, string kk, string ru, string en)
    {
        var day = new DateOnly(2026, month, 5);
        (Dates.Long(day, "kk"), Dates.Long(day, "ru"), Dates.Long(day, "en")).ShouldBe((kk, ru, en));
    }

    [Theory]
    [InlineData(1, "2026 жылғы 30 қаңтарға", "2026 жылғы 30 қаңтарда")]
    [InlineData(3, "2026 жылғы 30 наурызға", "2026 жылғы 30 наурызда")]
    [InlineData(4, "2026 жылғы 30 сәуірге", "2026 жылғы 30 сәуірде")]
    [InlineData(5, "2026 жылғы 30 мамырға", "2026 жылғы 30 мамырда")]
    [InlineData(6, "2026 жылғы 30 маусымға", "2026 жылғы 30 маусымда")]
    [InlineData(7, "2026 жылғы 30 шілдеге", "2026 жылғы 30 шілдеде")]
    [InlineData(8, "2026 жылғы 30 тамызға", "2026 жылғы 30 тамызда")]
    [InlineData(9, "2026 жылғы 30 қыркүйекке", "2026 жылғы 30 қыркүйекте")]
    [InlineData(10, "2026 жылғы 30 қазанға", "2026 жылғы 30 қазанда")]
    [InlineData(11, "2026 жылғы 30 қарашаға", "2026 жылғы 30 қарашада")]
    [InlineData(12, "2026 жылғы 30 желтоқсанға", "2026 жылғы 30 желтоқсанда")]
    public void kazakh_months_take_their_endings(int month, string until, string on)
    {
        var day = new DateOnly(2026, month, 30);
        Dates.Until(day, "kk").ShouldBe(until);
        Dates.On(day, "kk").ShouldBe(on);
    }

    [Fact]
    public void february_takes_its_endings() =>
        (Dates.Until(new DateOnly(2026, 2, 28), "kk"), Dates.On(new DateOnly(2026, 2, 28), "kk")).ShouldBe(("2026 жылғы 28 ақпанға", "2026 жылғы 28 ақпанда"));

    [Fact]
    public void a_russian_sentence_says_the_year_in_full_so_that_no_two_full_stops_meet() =>
        $"Запись до {Dates.Until(Day, "ru")}".ShouldBe("Запись до 21 ноября 2026 г.");

    [Theory]
    [InlineData("kk", "2026 жылғы 21 қараша, сенбі")]
    [InlineData("ru", "суббота, 21 ноября 2026 г.")]
    [InlineData("en", "Saturday, 21 November 2026")]
    [InlineData("tr", "2026 жылғы 21 қараша, сенбі")]
    public void the_weekday_stands_where_the_language_puts_it(string language, string expected) => Dates.WithWeekday(Day, language).ShouldBe(expected);

    [Theory]
    [InlineData("kk", "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі")]
    [InlineData("ru", "понедельник вторник среда четверг пятница суббота воскресенье")]
    [InlineData("en", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")]
    public void a_week_has_seven_names(string language, string expected)
    {
        var monday = new DateOnly(2026, 11, 16);
        var long_ = Enumerable.Range(0, 7).Select(i => Dates.WithWeekday(monday.AddDays(i), language).Split(", "));
        string.Join(' ', long_.Select(p => language == "kk" ? p[1] : p[0])).ShouldBe(expected);
    }

    [Fact]
    public void a_deadline_with_a_time_reads_as_people_say_it()
    {
        var moment = new DateTimeOffset(2026, 11, 30, 18, 0, 0, TimeSpan.FromHours(5));
        $"{Dates.Until(moment, "kk")} дейін".ShouldBe("2026 жылғы 30 қараша, 18:00-ге дейін");
        $"до {Dates.Until(moment, "ru")}".ShouldBe("до 18:00 30 ноября 2026 г.");
        $"until {Dates.Until(moment, "en")}".ShouldBe("until 18:00 on 30 November 2026");
    }

    [Fact]
    public void short_forms_do_not_depend_on_the_language_of_the_machine()
    {
        Dates.Short(new DateOnly(2026, 3, 5)).ShouldBe("05.03.2026");
        Dates.Time(new TimeOnly(9, 5)).ShouldBe("09:05");
        Dates.Moment(new DateTimeOffset(2026, 11, 21, 14, 5, 59, TimeSpan.FromHours(5))).ShouldBe("21.11.2026 14:05");
    }

    [Theory]
    [InlineData("kk", "02.03.2026 10:00-ға")]
    [InlineData("ru", "02.03.2026 10:00")]
    [InlineData("en", "02.03.2026 10:00")]
    public void a_last_moment_in_figures_has_its_kazakh_ending(string language, string said)
    {
        Dates.UntilBrief(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(5)), language).ShouldBe(said);
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-02", "2026 жылғы 2 қараша", "2 ноября 2026 г.", "2 November 2026")]
    [InlineData("2026-11-02", "2026-11-03", "2026 жылғы 2–3 қараша", "2–3 ноября 2026 г.", "2–3 November 2026")]
    [InlineData("2026-05-31", "2026-06-02", "2026 жылғы 31 мамыр – 2 маусым", "31 мая – 2 июня 2026 г.", "31 May – 2 June 2026")]
    [InlineData("2026-12-30", "2027-01-02", "2026 жылғы 30 желтоқсан – 2027 жылғы 2 қаңтар", "30 декабря 2026 г. – 2 января 2027 г.", "30 December 2026 – 2 January 2027")]
    public void a_range_says_month_and_year_once(string from, string to, string kk, string ru, string en)
    {
        var (a, b) = (DateOnly.Parse(from), DateOnly.Parse(to));
        (Dates.Range(a, b, "kk"), Dates.Range(a, b, "ru"), Dates.Range(a, b, "en")).ShouldBe((kk, ru, en));
    }

    [Fact]
    public void a_range_cannot_end_before_it_begins() => Should.Throw<ArgumentOutOfRangeException>(() => Dates.Range(Day, Day.AddDays(-1), "kk"));

    [Fact]
    public void a_range_of_hours_is_short() => Dates.Range(new TimeOnly(10, 0), new TimeOnly(12, 30)).ShouldBe("10:00–12:30");
}
