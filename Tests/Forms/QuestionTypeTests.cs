using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Tests.Forms;

/// <summary>What people type and what is stored of it.</summary>
public sealed class QuestionTypeTests
{
    private const string Choices = """
        | type                  | name | label   |
        | select_one place      | one  | Where?  |
        | select_multiple place | many | Where?  |
        choices
        | list_name | name     | label::Қазақша (kk) | label::English (en) |
        | place     | aktau    | Ақтау қаласы        | Aktau city          |
        | place     | beineu   | Бейнеу ауданы       | Beineu district     |
        | place     | karakiya | Қарақия ауданы      | Karakiya district   |
        | place     | other    | Басқа өңір          | Other region        |
        """;

    [Theory]
    [InlineData("05.03.2008")]
    [InlineData("5.3.2008")]
    [InlineData("05/03/2008")]
    [InlineData("5-3-2008")]
    [InlineData("5 3 2008")]
    [InlineData("05032008")]
    [InlineData("2008-03-05")]
    [InlineData("2008.3.5")]
    [InlineData("5 наурыз 2008")]
    [InlineData("5 НАУРЫЗ 2008 ж.")]
    [InlineData("2008 жылғы 5 наурыз")]
    [InlineData("5 марта 2008")]
    [InlineData("5 марта 2008 года")]
    [InlineData("05.03.2008 г.")]
    [InlineData("5 March 2008")]
    [InlineData("March 5, 2008")]
    [InlineData("5th of Mar 2008")]
    public void a_day_is_read_as_people_write_it(string typed) => Read(QuestionKind.Date, typed).ShouldBe("2008-03-05");

    [Theory]
    [InlineData("15.15.2011")]
    [InlineData("29.02.2007")]
    [InlineData("31.04.2010")]
    [InlineData("00.01.2010")]
    [InlineData("05.03.08")]
    [InlineData("05.03.1850")]
    [InlineData("05.03.9999")]
    [InlineData("наурыз 2008")]
    [InlineData("5 наурыз сәуір 2008")]
    [InlineData("кеше")]
    public void a_day_that_is_none_is_refused(string typed) => Refusal(QuestionKind.Date, typed).ShouldBe("e.birth");

    [Theory]
    [InlineData("10 қаңтар 2010", "01")]
    [InlineData("10 акпан 2010", "02")]
    [InlineData("10 сауир 2010", "04")]
    [InlineData("10 мамыр 2010", "05")]
    [InlineData("10 мая 2010", "05")]
    [InlineData("10 маусым 2010", "06")]
    [InlineData("10 шілде 2010", "07")]
    [InlineData("10 тамыз 2010", "08")]
    [InlineData("10 кыркуйек 2010", "09")]
    [InlineData("10 казан 2010", "10")]
    [InlineData("10 қараша 2010", "11")]
    [InlineData("10 декабря 2010", "12")]
    public void months_are_known_in_every_language_and_spelling(string typed, string month) => Read(QuestionKind.Date, typed).ShouldBe($"2010-{month}-10");

    [Theory]
    [InlineData("+77000000000")]
    [InlineData("8 700 000 00 00")]
    [InlineData("8(700)000-00-00")]
    [InlineData("7 700 000 00 00")]
    [InlineData("+7 (700) 000–00–00")]
    [InlineData("700 000 00 00")]
    [InlineData("0077000000000")]
    public void a_phone_is_read_as_people_write_it(string typed) => Read(QuestionKind.Phone, typed).ShouldBe("+77000000000");

    [Theory]
    [InlineData("+998 90 000 00 00")]
    [InlineData("+1 202 000 0000")]
    [InlineData("+7 900 000 00 00")]
    [InlineData("8 900 000 00 00")]
    public void a_foreign_phone_is_told_so(string typed) => Refusal(QuestionKind.Phone, typed).ShouldBe("e.phone.foreign");

    [Theory]
    [InlineData("8 700 000 00 0")]
    [InlineData("+7 700 000 00 00 0")]
    [InlineData("abc")]
    [InlineData("+")]
    [InlineData("8700000000x")]
    public void a_wrong_phone_is_refused(string typed) => Refusal(QuestionKind.Phone, typed).ShouldBe("e.phone");

    [Theory]
    [InlineData(QuestionKind.Integer, "12", "12")]
    [InlineData(QuestionKind.Integer, "1 200", "1200")]
    [InlineData(QuestionKind.Integer, "-3", "-3")]
    [InlineData(QuestionKind.Integer, "1.0", "1")]
    [InlineData(QuestionKind.Decimal, "12,5", "12.5")]
    [InlineData(QuestionKind.Decimal, "1 200.25", "1200.25")]
    [InlineData(QuestionKind.Time, "14.30", "14:30:00")]
    [InlineData(QuestionKind.Time, "9:05", "09:05:00")]
    [InlineData(QuestionKind.DateTime, "05.03.2026 14:30", "2026-03-05T14:30:00")]
    [InlineData(QuestionKind.Email, "sana@example.kz", "sana@example.kz")]
    [InlineData(QuestionKind.Acknowledge, "Иә!", "OK")]
    [InlineData(QuestionKind.Text, "Сана", "Сана")]
    public void other_kinds_are_read(QuestionKind kind, string typed, string stored) => Read(kind, typed).ShouldBe(stored);

    [Theory]
    [InlineData(QuestionKind.Integer, "он екі", "f.integer")]
    [InlineData(QuestionKind.Integer, "1.5", "f.integer")]
    [InlineData(QuestionKind.Integer, "9999999999", "f.integer")]
    [InlineData(QuestionKind.Decimal, "1e5", "f.decimal")]
    [InlineData(QuestionKind.Time, "25:00", "f.time")]
    [InlineData(QuestionKind.DateTime, "05.03.2026", "f.datetime")]
    [InlineData(QuestionKind.Email, "sana@", "f.email")]
    [InlineData(QuestionKind.Acknowledge, "жоқ", "f.acknowledge")]
    public void what_does_not_fit_is_refused(QuestionKind kind, string typed, string key) => Refusal(kind, typed).ShouldBe(key);

    [Fact]
    public void a_text_has_a_longest_length()
    {
        Read(QuestionKind.Text, new string('а', 2000)).Length.ShouldBe(2000);
        Refusal(QuestionKind.Text, new string('а', 2001)).ShouldBe("f.long");
    }

    [Theory]
    [InlineData("aktau", "aktau")]
    [InlineData("Ақтау қаласы", "aktau")]
    [InlineData("актау каласы!", "aktau")]
    [InlineData("Актау", "aktau")]
    [InlineData("Karakiya district", "karakiya")]
    [InlineData("каракия", "karakiya")]
    [InlineData("2", "beineu")]
    [InlineData("2.", "beineu")]
    [InlineData("БАСКА ОНИР", "other")]
    public void a_choice_is_known_by_name_label_or_number(string typed, string stored) => new Filling(Choices, "kk").Answers(typed).Value("one").ShouldBe(stored);

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("Астана")]
    [InlineData("???")]
    [InlineData("-1")]
    public void what_is_not_on_the_list_is_refused(string typed) => new Filling(Choices).Says(typed).ShouldBe("That is not on the list. Please choose from the list or type its number.");

    [Theory]
    [InlineData("1, 3", "aktau karakiya")]
    [InlineData("3 1", "aktau karakiya")]
    [InlineData("Басқа өңір, Ақтау", "aktau other")]
    [InlineData("beineu beineu", "beineu")]
    public void several_choices_are_stored_in_the_order_of_the_list(string typed, string stored) => new Filling(Choices, "kk").Answers("1", typed).Value("many").ShouldBe(stored);

    [Fact]
    public void one_wrong_choice_among_several_is_refused() => new Filling(Choices).Answers("1").Says("1, 9").ShouldNotBeNull().ShouldContain("1, 3");

    [Theory]
    [InlineData("000000000000")]
    [InlineData("my number is 000101 500 000 ok")]
    [InlineData("ЖСН:000101-500000")]
    [InlineData("٠٠٠١٠١٥٠٠٠٠٠")]
    public void twelve_digits_are_taken_for_an_iin(string typed) => Typed.HoldsIin(typed).ShouldBeTrue();

    [Theory]
    [InlineData("+998900000000")]
    [InlineData("8 700 000 00 00")]
    [InlineData("0001015000001")]
    [InlineData("01.02.2026 14:30")]
    public void other_digits_are_not(string typed) => Typed.HoldsIin(typed).ShouldBeFalse();

    [Theory]
    [InlineData("  Сана \u00A0 Әлиева ", "Сана Әлиева")]
    [InlineData("a\u0000b\u202Ec", "abc")]
    [InlineData("line  \r\n next", "line\nnext")]
    [InlineData("Й", "Й")]
    public void typed_text_is_tidied(string typed, string tidy) => Typed.Tidy(typed).ShouldBe(tidy);

    [Fact]
    public void half_a_character_becomes_a_replacement_sign() => Typed.Tidy("\uD800x").ShouldBe("\uFFFDx");

    [Fact]
    public void every_kind_has_a_type() => Enum.GetValues<QuestionKind>().ShouldAllBe(kind => QuestionTypeCatalog.Of(kind) != null);

    [Theory]
    [InlineData(QuestionKind.Date, "2008-03-05", "05.03.2008")]
    [InlineData(QuestionKind.Phone, "+77000000000", "+7 700 000 00 00")]
    [InlineData(QuestionKind.Decimal, "12.5", "12,5")]
    [InlineData(QuestionKind.Time, "14:30:00", "14:30")]
    [InlineData(QuestionKind.DateTime, "2026-03-05T09:30:00.000Z", "05.03.2026 14:30")]
    public void stored_values_are_shown_as_people_write_them(QuestionKind kind, string stored, string shown) =>
        QuestionTypeCatalog.Of(kind).Show(stored, Context(kind)).ShouldBe(shown);

    private static string Read(QuestionKind kind, string typed) => QuestionTypeCatalog.Of(kind).Read(Typed.Tidy(typed), Context(kind)).ShouldBeOfType<Reading.Understood>().Value;

    private static string Refusal(QuestionKind kind, string typed) => QuestionTypeCatalog.Of(kind).Read(Typed.Tidy(typed), Context(kind)).ShouldBeOfType<Reading.Refused>().Key;

    private static ReadingContext Context(QuestionKind kind) =>
        new(new Question { Name = "q", Path = "/data/q", Parent = "/data", Row = 2, Kind = kind, Type = QuestionTypeCatalog.Of(kind) }, "kk", Filling.Clock.Zone, []);
}
