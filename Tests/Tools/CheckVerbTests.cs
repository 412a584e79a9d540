using System.Diagnostics;
using System.Text.Json;
using GrantBot.Bot.Tools;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Tools;

/// <summary>What an author reads after "grantbot check": the command line as it is typed, files as they lie on a disk.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private const string Good = """
        | type          | name | label::Қазақша (kk) | label::Русский (ru)        | label::English (en) | hint::English (en) |
        | text          | a    | Атыңыз кім?         | Как вас зовут?             | What is your name?  |                    |
        | select_one yn | b    | Келесіз бе, ${a}?   | Придёте, ${a}?             | Will you come, ${a}? |                   |
        | audit         | c    |                     |                            |                     |                    |
        choices
        | list_name | name | label::Қазақша (kk) | label::Русский (ru) | label::English (en) |
        | yn        | yes  | Иә                  | Да                  | Yes                 |
        | yn        | no   | Жоқ                 | Нет                 | No                  |
        settings
        | form_id | form_title::Русский (ru) |
        | visit   | Приход                   |
        """;

    private const string Bad = """
        | type | name | label::Қазақша (kk) | label::Русский (ru) | relevant      |
        | txt  | a    | Атыңыз?             | Имя?                |               |
        | text | age  | Жасыңыз?            | Возраст?            |               |
        | text | b    | Мектебіңіз?         | Школа?              | ${agee} = 'x' |
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-check-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task a_good_form_is_summed_up_and_its_warnings_stand_below()
    {
        var (code, output, _) = await RunAsync("check", Workbook("good.xlsx", Good), "--lang", "ru");
        code.ShouldBe(0);
        output.ShouldBe($"""
            {Path("good.xlsx")}: форма готова. «Приход», вопросов: 2, языки: казахский, русский, английский.
            Предупреждения: 1. Форма работает и с ними, но посмотрите.
              1. survey, строка 4, type: «audit» здесь не поддерживается, значение останется пустым.

            """);
    }

    [Fact]
    public async Task errors_stand_apart_from_warnings_with_their_places()
    {
        var (code, output, _) = await RunAsync("check", "--lang", "en", Workbook("bad.xlsx", Bad));
        code.ShouldBe(1);
        output.ShouldBe($$"""
            {{Path("bad.xlsx")}}:
            Errors: 2. The form cannot be used until they are corrected.
              1. survey, row 2, type: there is no type “txt”. Did you mean text?
              2. survey, row 4, relevant: there is no question ${agee}. Did you mean ${age}?
            Warnings: 1. Please look at these too.
              1. settings, form_id: form_id is missing. Add it to the sheet settings, for example my_form.

            """);
    }

    [Fact]
    public async Task lists_and_pictures_beside_the_workbook_are_found()
    {
        var file = Workbook("towns.xlsx", "| type | name | label | media::image |\n| select_one_from_file towns.csv | a | A? | sign.png |\n| select_one_from_file far.csv | b | B? | |");
        await File.WriteAllTextAsync(Path("towns.csv"), "name,label\naktau,Aktau\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path("sign.png"), [1, 2, 3], TestContext.Current.CancellationToken);
        var (code, output, _) = await RunAsync("check", file, "--lang", "en");
        code.ShouldBe(0);
        output.ShouldContain("“far.csv” is not attached");
        output.ShouldNotContain("towns.csv” is not attached");
        output.ShouldNotContain("sign.png");
    }

    [Fact]
    public async Task a_list_beside_the_workbook_that_is_too_large_is_an_error()
    {
        var file = Workbook("towns.xlsx", "| type | name | label |\n| select_one_from_file towns.csv | a | A? |");
        await File.WriteAllBytesAsync(Path("towns.csv"), new byte[3 * 1024 * 1024], TestContext.Current.CancellationToken);
        var (code, output, _) = await RunAsync("check", file, "--lang", "en");
        code.ShouldBe(1);
        output.ShouldContain("  1. towns.csv: the file is too large (3 MB).");
    }

    [Fact]
    public async Task one_bad_form_among_good_ones_is_enough_for_exit_code_1() =>
        (await RunAsync("check", Workbook("good.xlsx", Good), Workbook("bad.xlsx", Bad), Path("good.xlsx"))).Code.ShouldBe(1);

    [Fact]
    public async Task programs_read_a_json_line_for_each_file()
    {
        var (code, output, _) = await RunAsync("check", "--json", "--lang", "kk", Workbook("good.xlsx", Good), Workbook("bad.xlsx", Bad));
        code.ShouldBe(1);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l)).ToList();
        lines.Select(l => (l.GetProperty("file").GetString(), l.GetProperty("outcome").GetString())).ShouldBe([(Path("good.xlsx"), "valid"), (Path("bad.xlsx"), "error")]);
        lines[0].GetProperty("questions").EnumerateArray().Select(q => q.ToString()).ShouldBe(
        [
            """{"name":"a","type":"text","label":{"kk":"Атыңыз кім?","ru":"Как вас зовут?","en":"What is your name?"}}""",
            """{"name":"b","type":"select_one","list":"yn","label":{"kk":"Келесіз бе, ${a}?","ru":"Придёте, ${a}?","en":"Will you come, ${a}?"}}""",
            """{"name":"c","type":"hidden","label":null}""",
        ]);
        lines[1].GetProperty("questions").GetArrayLength().ShouldBe(0);
        lines[1].GetProperty("problems")[0].ToString().ShouldBe(
            """{"severity":"error","sheet":"survey","row":2,"column":"type","code":"type-unknown","message":"«txt» деген type жоқ. Мұны айтқыңыз келді ме: text?"}""");
    }

    [Theory]
    [InlineData("missing", "workbook-missing")]
    [InlineData("folder", "workbook-missing")]
    [InlineData("large", "workbook-large")]
    [InlineData("mislabelled", "workbook-not")]
    [InlineData("broken", "workbook-broken")]
    [InlineData("macros", "workbook-macros")]
    [InlineData("locked", "workbook-locked")]
    [InlineData("swelling", "workbook-bomb")]
    public async Task a_file_that_is_no_form_is_told_in_one_sentence(string what, string code)
    {
        var file = Path(what + ".xlsx");
        if (what == "folder") Directory.CreateDirectory(file);
        else if (what != "missing") await File.WriteAllBytesAsync(file, Odd(what), TestContext.Current.CancellationToken);
        var (exit, output, _) = await RunAsync("check", file, "--lang", "ru");
        exit.ShouldBe(1);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[2].ShouldStartWith("  1. " + Locales.Shipped["x." + code, "ru"].Split('{')[0]);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "a.xlsx", "--lang", "de")]
    [InlineData("check", "a.xlsx", "--loud")]
    [InlineData("chekc", "a.xlsx")]
    [InlineData("eval")]
    public async Task a_wrong_command_line_is_said_and_is_exit_code_2(params string[] line)
    {
        var (code, output, error) = await RunAsync(line);
        (code, output).ShouldBe((2, ""));
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task help_names_the_verbs()
    {
        var (code, output, _) = await RunAsync("--help");
        code.ShouldBe(0);
        foreach (var verb in new[] { "eval", "check", "chat" }) output.ShouldContain(verb);
    }

    [Theory]
    [InlineData("kk_KZ.UTF-8", "форма дайын")]
    [InlineData("en_US.UTF-8", "the form is ready")]
    [InlineData("C", "форма готова")]
    public async Task the_program_itself_speaks_the_language_of_the_terminal(string lang, string words)
    {
        var start = new ProcessStartInfo("dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, "grantbot.dll"), "check", Workbook("good.xlsx", Good)])
        {
            UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8, Environment = { ["LC_ALL"] = "", ["LC_MESSAGES"] = "", ["LANG"] = lang },
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain(words);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new();
        return (await Verbs.RunAsync(line, output, error), output.ToString(), error.ToString());
    }

    private string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    private string Workbook(string name, string markdown)
    {
        File.WriteAllBytes(Path(name), Workbooks.Of(MarkdownSheets.Read(markdown)));
        return Path(name);
    }

    private static byte[] Odd(string what)
    {
        var plain = Workbooks.Of(MarkdownSheets.Read(Good));
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];
        return what switch
        {
            "large" => new byte[11 * 1024 * 1024],
            "mislabelled" => "type,name,label\ntext,a,A"u8.ToArray(),
            "broken" => plain[..(plain.Length / 2)],
            "macros" => Workbooks.WithSheetXml("survey", "", "", ("xl/vbaProject.bin", [1, 2, 3])),
            "locked" => [.. old, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage"), .. old],
            _ => Workbooks.WithSheetXml("survey", "", "", ("xl/media/big.bin", new byte[20 * 1024 * 1024])),
        };
    }
}
