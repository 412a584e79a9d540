using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration.Import;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Registration.Import;

public sealed class ImportReaderTests
{
    private const string GoogleForms = """
        | Отметка времени | Тегі, аты, әкесінің аты / ФИО | Дата рождения | Ваш пол | Город/район | Оқу орны | Социальный статус | Контактный номер | Email |
        | 21.10.2026 14:05:11 | Әлиева Сана Нұрланқызы | 05.03.2008 | Женский | г. Жанаозен | школа №22 | школьница | 8 (700) 000-00-01 | a@example.org |
        | 21.10.2026 14:06:02 | Омаров Асан | 3/4/1996 | м | Ақтау | «Жас қала» ЖШС | Предприниматель | 77000000002 | b@example.org |
        | 21.10.2026 14:07:45 | Алан Серікұлы Қасымов | 2009-12-31 | ұл | Бейнеу ауданы | Ауыл мектебі | Оқушы | +7 700 000 00 03 |  |
        """;

    [Fact]
    public void an_export_of_google_forms_becomes_answers_of_the_form()
    {
        var preview = Imported.List(GoogleForms);
        preview.Problems.ShouldBeEmpty();
        preview.Missing.ShouldBeEmpty();
        preview.Rows.Select(r => $"{r.Number}: {r.Shown("surname", "given", "patronymic", "birth", "gender", "territory", "status", "phone")}").ShouldBe(
        [
            "2: Әлиева | Сана | Нұрланқызы | 2008-03-05 | female | zhanaozen | pupil | +77000000001",
            "3: Омаров | Асан |  | 1996-04-03 | male | aktau | business | +77000000002",
            "4: Қасымов | Алан | Серікұлы | 2009-12-31 | male | beineu | pupil | +77000000003",
        ]);
    }

    [Fact]
    public void a_place_of_study_is_found_in_the_territory_and_else_kept_in_words()
    {
        Imported.List(GoogleForms).Rows.Select(r => r.Shown("place_study", "place_study_other", "place_work"))
            .ShouldBe(["zhanaozen_school_22 |  | ", " |  | «Жас қала» ЖШС", "other | Ауыл мектебі | "]);
    }

    [Fact]
    public void what_nobody_was_asked_is_answered_no() =>
        Imported.List(GoogleForms).Rows.ShouldAllBe(r => r.Answers["consent_photo"] == "no" && r.Answers["remind"] == "no");

    [Fact]
    public void every_column_is_accounted_for() =>
        Imported.List("""
            | № | ФИО | Телефон | Мобильный | ИИН | Любимый цвет | Подпись |
            | 1 | Әлиева Сана | 87000000001 |  | 080305600000 | көк |  |
            """).Columns.Select(c => $"{c.Letter} {c.Heading}: {c.State} {string.Join('+', c.Questions)}").ShouldBe(
        [
            "A №: Ignored ", "B ФИО: Mapped surname+given+patronymic", "C Телефон: Mapped phone", "D Мобильный: Doubled ", "E ИИН: Refused ", "F Любимый цвет: Unknown ", "G Подпись: Ignored ",
        ]);

    [Fact]
    public void a_column_of_twelve_digits_is_refused_under_any_heading()
    {
        var preview = Imported.List("""
            | ФИО | Особые условия |
            | Әлиева Сана | 080305600000 |
            | Омаров Асан | 960403 300000 |
            """);
        preview.Columns[1].State.ShouldBe(ImportColumnState.Refused);
        preview.Rows.ShouldAllBe(r => !r.Answers.Values.Any(v => v.Contains("300000", StringComparison.Ordinal) || v.Contains("600000", StringComparison.Ordinal)));
    }

    [Fact]
    public void one_stray_iin_stops_its_row() =>
        Imported.List("""
            | ФИО | Особые условия |
            | Әлиева Сана | пандус |
            | Омаров Асан | жоқ, 960403300000 |
            | Қасымов Алан | жоқ |
            """).Problems().ShouldBe(["3: import.iin"]);

    [Fact]
    public void separate_columns_win_over_a_full_name()
    {
        var preview = Imported.List("""
            | ФИО | Фамилия | Имя | Отчество |
            | что угодно | Әлиева | Сана |  |
            """);
        preview.Columns[0].State.ShouldBe(ImportColumnState.Doubled);
        preview.Rows.Single().Shown("surname", "given", "patronymic").ShouldBe("Әлиева | Сана | ");
    }

    [Fact]
    public void titles_may_stand_above_the_header()
    {
        var preview = Imported.List("""
            | Қатысушылар тізімі |
            | Премьер лига, 2024 |
            | № | Аты-жөні | Байланыс нөмірі | Оқу орны | Қолы |
            | 1 | Әлиева Сана | 87000000001 | №22 мектеп |  |
            """);
        preview.Rows.Single().Number.ShouldBe(4);
        preview.Rows.Single().Shown("phone", "place_study_other").ShouldBe("+77000000001 | №22 мектеп");
        preview.Missing.ShouldBe(["birth", "gender", "territory", "status"]);
    }

    [Fact]
    public void a_list_without_names_says_what_to_call_the_column()
    {
        var preview = Imported.List("""
            | Телефон | Город |
            | 87000000001 | Ақтау |
            """);
        preview.HasNames.ShouldBeFalse();
        preview.Rows.ShouldBeEmpty();
        preview.Problems().ShouldBe(["0: import.names"]);
    }

    [Fact]
    public void every_problem_of_a_row_is_told_and_the_row_is_left_out_whole()
    {
        var preview = Imported.List("""
            | ФИО | Дата рождения | Пол | Город | Телефон |
            | Әлиева | 31.02.2008 | кім білсін | Алматы | 12345 |
            | Омаров Асан | 03.04.2025 | м | Ақтау | |
            | Қасымов Алан | 03.04.1996 | м | Ақтау | 87000000001 |
            """);
        preview.Problems().ShouldBe(["2: import.fullname", "2: import.date", "2: import.choice", "2: import.choice", "2: import.phone", "3: import.birth", "3: import.blank"]);
        preview.Rows.Select(r => r.Number).ShouldBe([4]);
    }

    [Theory]
    [InlineData("kk", "2-жол, «Пол»: «кім білсін» дегенді түсінбедім. Тіркеу формасындағыдай жазыңыз, мысалы: Ер.")]
    [InlineData("ru", "Строка 2, «Пол»: непонятно «кім білсін». Напишите как в форме записи, например: Мужской.")]
    [InlineData("en", "Row 2, “Пол”: “кім білсін” is not understood. Write it as in the registration form, for example: Male.")]
    public void a_problem_says_row_column_and_the_fix(string language, string words) =>
        Imported.List("| ФИО | Пол |\n| Әлиева Сана | кім білсін |").Problems.Single().Say(Locales.Shipped, language).ShouldBe(words);

    [Fact]
    public void problems_hold_no_name_phone_or_birth_date()
    {
        var preview = Imported.List("| ФИО | Дата рождения | Телефон |\n| Әлиева-1 Сана | 32.13.2008 | 8700000000 |");
        preview.Problems.Count.ShouldBe(3);
        var said = preview.Problems.SelectMany(p => Texts.Languages.Select(l => p.Say(Locales.Shipped, l))).ToList();
        foreach (var personal in new[] { "Әлиева-1", "32.13", "8700000000" }) said.ShouldAllBe(t => !t.Contains(personal, StringComparison.Ordinal));
    }

    [Fact]
    public void people_who_stand_twice_are_told_with_both_rows()
    {
        var preview = Imported.List("""
            | ФИО | Дата рождения | Телефон |
            | Әлиева Сана | 05.03.2008 | 87000000001 |
            | Омаров Асан | 03.04.1996 | +7 700 000 00 01 |
            | Aliyeva Sana | 2008-03-05 | 87000000002 |
            | Омаров Асан | 04.04.1996 | 87000000003 |
            """);
        preview.Problems.Select(p => $"{p.Row}: {p.Key} {p.Values[0].Value}").ShouldBe(["3: import.twice.phone 2", "4: import.twice.person 2"]);
        preview.Rows.Select(r => r.Number).ShouldBe([2, 5]);
    }

    [Fact]
    public void a_parent_with_the_childs_number_is_told() =>
        Imported.List("| ФИО | Телефон | Телефон родителя |\n| Әлиева Сана | 87000000001 | 87000000001 |").Problems().ShouldBe(["2: import.guardian"]);

    [Fact]
    public void formulas_are_text_and_in_names_refused()
    {
        var preview = Imported.List("""
            | ФИО | Особые условия |
            | =cmd\|'/c calc'!A1 | x |
            | Әлиева Сана | =1+1 |
            """);
        preview.Problems().ShouldBe(["2: import.fullname"]);
        preview.Rows.Single().Answers["needs"].ShouldBe("=1+1");
    }

    [Fact]
    public void a_failed_formula_is_told() =>
        ImportReader.Read(new Sheet("s", [new(1, [Cell.Of("ФИО"), Cell.Of("Школа")]), new(2, [Cell.Of("Әлиева Сана"), new("#REF!", CellKind.Error)])]), Imported.Form, Imported.Today).Problems().ShouldBe(["2: import.cell"]);

    [Fact]
    public void an_empty_sheet_is_a_list_without_names() =>
        ImportReader.Read(new Sheet("s", []), Imported.Form, Imported.Today).Problems().ShouldBe(["0: import.names"]);

    [Fact]
    public void every_problem_has_its_words_in_three_languages() =>
        Locales.Shipped.Keys.Count(k => k.StartsWith("import.", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(18);
}
