using System.Text.Json;
using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.Expressions;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>The words of problems: there are some for each, in every language, and they are whole sentences.</summary>
public sealed partial class AuthorWordsTests
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Fact]
    public void every_problem_the_reader_can_find_has_words_in_every_language()
    {
        var codes = Sources("Domain/Forms/Xls", "Infrastructure/Spreadsheets", "Infrastructure/Files").SelectMany(File.ReadAllLines)
            .SelectMany(line => Logged().Matches(line).Concat(Refused().Matches(line)).Concat(Line().IsMatch(line) ? Hyphenated().Matches(line) : []))
            .Select(m => m.Groups["code"].Value).Append(FormProblem.FileMissing).Append(FormProblem.PictureMissing).Distinct().ToList();
        codes.ShouldContain("circle");
        codes.ShouldContain("parameters");
        codes.ShouldContain("end-crossed");
        codes.ShouldContain("workbook-lost");
        codes.Count.ShouldBeGreaterThan(70);
        codes.Where(c => !Locales.Shipped.Has("x." + c)).ShouldBeEmpty();
    }

    [Fact]
    public void every_problem_of_an_expression_has_words_in_every_language()
    {
        var codes = typeof(ExpressionProblem).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();
        codes.Count.ShouldBeGreaterThan(15);
        codes.Where(c => !Locales.Shipped.Has("x.expression-" + c)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Languages))]
    public void problems_of_recorded_workbooks_are_said_in_whole_sentences(string language)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedCases.File("forms.json")));
        cases.RootElement.EnumerateArray().SelectMany(c => FormReader.Read(SharedCases.Sheets(c)).Problems).Select(p => p.Words(Locales.Shipped, language))
            .Where(words => Gap().IsMatch(words) || !words.EndsWith(words[^1] is '?' ? '?' : '.')).Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kk", "қазақша мәтін жоқ, орнына орысша мәтін көрсетіледі.")]
    [InlineData("ru", "нет текста по-казахски, вместо него будет показан текст по-русски.")]
    [InlineData("en", "the text in Kazakh is missing; the text in Russian will be shown instead.")]
    public void a_missing_translation_is_said_in_words(string language, string sentence) =>
        FormReader.Read(MarkdownSheets.Read("| type | name | label::Қазақша (kk) | label::Русский (ru) |\n| text | a | | Имя? |")).Problems
            .Single(p => p.Code == "translation-missing").Words(Locales.Shipped, language).ShouldBe(sentence);

    [Fact]
    public void the_language_really_shown_is_named_although_the_default_one_is_missing_too() =>
        FormReader.Read(MarkdownSheets.Read("| type | name | label::kk | label::ru | label::en |\n| text | a | | Имя? | |\nsettings\n| form_id | default_language |\n| x | kk |")).Problems
            .Where(p => p.Code == "translation-missing").Select(p => (p.Found, p.Advice)).ShouldBe([("kk", "ru"), ("en", "ru")]);

    [Fact]
    public void a_language_we_have_no_name_for_is_called_by_its_code() =>
        Locales.Shipped.NamesOf(["kk", "uz"], "ru").ShouldBe("казахский, uz");

    private static IEnumerable<string> Sources(params string[] folders)
    {
        var root = Directory.GetParent(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "GrantBot.sln"))) root = root.Parent;
        if (root is null) Assert.Skip("the sources are not beside the tests");
        return folders.SelectMany(folder => Directory.GetFiles(Path.Combine(root!.FullName, folder), "*.cs"));
    }

    [GeneratedRegex(@"\blog\.(Error|Warn)\(|\?.*-open""", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Line();

    [GeneratedRegex(@"""(?<code>[a-z]+(-[a-z]+)+)""", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Hyphenated();

    // The first word in quotes that is no sheet.
    [GeneratedRegex(@"(?:\blog\.)?\b(?:Error|Warn)\((?:[^""]|""(survey|choices|media::image|)"")*?""(?!(survey|choices)"")(?<code>[a-z]+(-[a-z]+)*)""", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Logged();

    [GeneratedRegex(@"\b(Refused|Bad|Problem)\((?:new )?""(?<code>[a-z]+(-[a-z]+)+)""", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Refused();

    [GeneratedRegex(@": ?[.,;]( |$)|«»|“”|  |[^-] [.,;:]( |$)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Gap();
}
