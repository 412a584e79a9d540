using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Documents;

/// <summary>What staff read of a form's answers, cell by cell.</summary>
public sealed class AnswerBookTests
{
    private static readonly TimeZoneInfo Aqtau = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
    private const string Photo = "00112233445566778899aabbccddeeff.jpg";

    private static readonly Form First = Read("1", """
        | type | name | label::Қазақша (kk) | label::English (en) |
        | text | old | Ескі сұрақ | Old question |
        | select_one way | way | Қалай келесіз? | How will you come? |
        choices
        | list_name | name | label::Қазақша (kk) | label::English (en) |
        | way | 1 | Автобуспен | By bus |
        """);

    private static readonly Form Second = Read("2", """
        | type | name | label::Қазақша (kk) | label::English (en) | grantbot::short::English (en) | calculation |
        | select_one way | way | Қалай келесіз? | How will you come? | Way | |
        | select_multiple way | ways | Тағы қалай? | How else? | | |
        | text | wish | Тілегіңіз? | Your wish? | | |
        | date | day | Қай күн? | Which day? | | |
        | decimal | sum | Қанша? | How much? | | |
        | image | photo | Суретіңіз | Your photo | | |
        | start | began | | | | |
        | calculate | score | | | | 7 |
        | note | thanks | Рақмет! | Thanks! | | |
        | begin_repeat | house | Үй | House | | |
        | text | street | Көшесі | Street | | |
        | begin_repeat | member | Адам | Member | | |
        | text | name | Аты | Name | | |
        | image | face | Суреті | Picture | | |
        | end_repeat | | | | | |
        | end_repeat | | | | | |
        choices
        | list_name | name | label::Қазақша (kk) | label::English (en) |
        | way | 1 | Автобуспен | By bus (2) |
        | way | foot | Жаяу | On foot |
        """);

    private static readonly GivenAnswer Full = Given(2, "2", new()
    {
        ["way"] = "1", ["ways"] = "1 foot", ["wish"] = "Bring tea", ["day"] = "2026-03-05", ["sum"] = "2.5", ["photo"] = Photo, ["began"] = "2026-03-01T14:00:00.000+05:00", ["score"] = "7",
        ["house[1]/street"] = "Abay 1", ["house[1]/member[1]/name"] = "Dana", ["house[1]/member[2]/face"] = Photo, ["house[2]/member[1]/name"] = "Madi",
    });

    [Fact]
    public void each_answer_is_a_row_in_words_under_short_labels()
    {
        using var book = Book("en", Full);
        book.Row(1).ShouldBe("No. | Sent at | Version | Channel | Language | Way | How else? | Your wish? | Which day? | How much? | Your photo | score");
        book.Row(2).ShouldBe("2 | 01.03.2026 14:30 | 2 | WhatsApp | Kazakh | By bus (2) | By bus (2), On foot | Bring tea | 05.03.2026 | 2.5 | 2-photo.jpg | 7");
    }

    [Fact]
    public void the_reader_chooses_the_language()
    {
        using var book = Book("kk", Full);
        book.Row(1).ShouldStartWith("№ | Аяқталған уақыты | Нұсқасы | Арна | Тілі | Қалай келесіз?");
        book.Row(2).ShouldContain("WhatsApp | қазақша | Автобуспен | Автобуспен, Жаяу");
    }

    [Fact]
    public void codes_are_stored_values_under_the_names_of_questions()
    {
        using var book = Book("en", Full);
        book.Row(1, "Codes").ShouldBe("answer.number | answer.finished | answer.version | answer.channel | answer.language | way | ways | ways_1 | ways_foot | wish | day | sum | photo | began | score");
        book.Row(2, "Codes").ShouldBe($"2 | 01.03.2026 14:30 | 2 | whatsapp | kk | 1 | 1 foot | 1 | 1 | Bring tea | 2026-03-05 | 2.5 | {Photo} | 2026-03-01T14:00:00.000+05:00 | 7");
        book.Cell("F2", "Codes").DataType.ShouldBeNull(); // a number, to be counted with
    }

    [Fact]
    public void the_dictionary_says_what_each_column_and_code_means()
    {
        using var book = Book("en", Full);
        var rows = book.Rows("Dictionary");
        rows[0].ShouldBe("Variable | Question | Type | Code | Meaning");
        rows.ShouldContain("way | How will you come? | one choice |  | ");
        rows.ShouldContain("way | How will you come? |  | foot | On foot");
        rows.ShouldContain("ways_foot | How else? | 0 / 1 | foot | On foot");
        rows.ShouldContain("sum | How much? | number |  | ");
    }

    [Fact]
    public void a_csv_has_one_column_for_each_option_and_runs_no_formula()
    {
        var answers = new[] { Full, Given(3, "2", new() { ["ways"] = "foot", ["wish"] = "=1+1, \"x\"", ["sum"] = "-4" }), Given(4, "2", new() { ["wish"] = "+7 700 000 00 01" }), Given(5, "2", new() { ["wish"] = "-cmd|x" }) };
        var book = new AnswerBook([Second, First], Locales.Shipped, "en", Aqtau);
        var (name, bytes) = book.Tables(() => answers, AnswerOverview.Of(answers), asCodes: true).First();
        name.ShouldBe("");
        bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldBe("answer.number,answer.finished,answer.version,answer.channel,answer.language,way,ways,ways_1,ways_foot,wish,day,sum,photo,began,score");
        lines[1].ShouldStartWith("2,2026-03-01 14:30,2,whatsapp,kk,1,1 foot,1,1,Bring tea,2026-03-05,2.5,");
        lines[2].ShouldContain(",foot,0,1,\"'=1+1, \"\"x\"\"\",,-4,");
        lines[3].ShouldContain(",,,,+7 700 000 00 01,");
        lines[4].ShouldContain(",'-cmd|x,");
        book.Tables(() => answers, AnswerOverview.Of(answers), asCodes: false).Select(t => t.Name).ShouldBe(["", "-house", "-member"]);
    }

    [Fact]
    public void each_repeat_has_a_sheet_with_the_number_of_the_answer_and_the_place()
    {
        using var book = Book("en", Full);
        book.Names.ShouldBe(["Answers", "House", "Member", "Codes", "Codes house", "Codes member", "Dictionary"]);
        book.Rows("House").ShouldBe(["Answer No. | House | Street", "2 | 1 | Abay 1"]);
        book.Rows("Member").ShouldBe(["Answer No. | House | Member | Name | Picture", "2 | 1 | 1 | Dana | ", "2 | 1 | 2 |  | 2-house-1-member-2-face.jpg", "2 | 2 | 1 | Madi | "]);
        book.Rows("Codes member")[0].ShouldBe("answer.number | answer.place1 | answer.place2 | name | face");
    }

    [Fact]
    public void what_only_an_older_version_asked_comes_after_and_its_choices_are_read_in_its_words()
    {
        using var book = Book("en", Given(1, "1", new() { ["old"] = "yes", ["way"] = "1" }), Full);
        book.Row(1).ShouldEndWith("score | Old question");
        book.Row(2).ShouldContain("| 1 | WhatsApp | Kazakh | By bus | ");
        book.Row(2).ShouldEndWith("| yes");
    }

    [Fact]
    public void answers_to_a_version_that_is_gone_are_all_there()
    {
        using var book = Book("en", Given(1, "0", new() { ["way"] = "foot", ["lost"] = "kept", ["pet[1]/name"] = "Rex" }));
        book.Row(1).ShouldEndWith("| lost");
        book.Row(2).ShouldContain("| On foot |");
        book.Row(2).ShouldEndWith("| kept");
        book.Rows("pet").ShouldBe(["Answer No. | pet | name", "1 | 1 | Rex"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")"), InlineData("+7 700 000 00 01"), InlineData("-1"), InlineData("@SUM(A1)")]
    public void an_answer_like_a_formula_is_text_on_every_sheet(string hostile)
    {
        using var book = Book("en", Given(1, "2", new() { ["wish"] = hostile, ["house[1]/street"] = hostile }));
        (string, string)[] places = [("H2", "Answers"), ("J2", "Codes"), ("C2", "House"), ("C2", "Codes house")];
        foreach (var (place, sheet) in places)
        {
            book.Cell(place, sheet).InlineString!.InnerText.ShouldBe(hostile);
            book.Cell(place, sheet).CellFormula.ShouldBeNull();
            book.Format(book.Cell(place, sheet)).QuotePrefix!.Value.ShouldBeTrue();
        }
    }

    [Fact]
    public void a_number_with_zeros_before_it_stays_as_it_was_given()
    {
        using var book = Book("en", Given(1, "2", new() { ["score"] = "007" }));
        book.Row(2).ShouldEndWith("| 007");
    }

    [Fact]
    public void erased_people_are_counted_in_the_last_line()
    {
        using var book = Book("en", erased: 3, Full);
        book.Rows("Answers")[^1].ShouldBe("Answers of people whose data were erased when they withdrew consent: 3. They are not shown.");
        book.Rows("Codes").Count.ShouldBe(2);
    }

    [Fact]
    public void the_file_keeps_to_the_schema_of_office()
    {
        using var book = Book("en", erased: 1, Full);
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book.Document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    private static OpenedSheet Book(string language, params GivenAnswer[] answers) => Book(language, 0, answers);

    private static OpenedSheet Book(string language, int erased, params GivenAnswer[] answers) =>
        new(new AnswerBook([Second, First], Locales.Shipped, language, Aqtau).Workbook(() => answers, AnswerOverview.Of(answers), erased));

    private static GivenAnswer Given(int number, string version, Dictionary<string, string> answers) => new(number, version, ChannelKind.WhatsApp, "kk", At, null, answers);

    private static Form Read(string version, string markdown)
    {
        var reading = FormReader.Read(MarkdownSheets.Read(markdown + "\nsettings\n| form_id | version |\n| outing | " + version + " |"));
        return reading.Form.ShouldNotBeNull(string.Join('\n', reading.Problems));
    }
}
