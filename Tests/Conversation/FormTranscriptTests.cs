using GrantBot.Bot.Setup;
using GrantBot.Bot.Tools;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Conversation;

/// <summary>Scripts of Tests/Transcripts/forms, as "grantbot chat" records them: one form each, without events, consent or a channel.</summary>
public sealed class FormTranscriptTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-record-");

    public static TheoryData<string> Scripts => Transcripts.Names(ofForms: true);

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Scripts))]
    public async Task a_form_asks_and_stores_what_its_script_says(string name)
    {
        var script = Transcripts.Read(name);
        var played = Play(script);
        if (Transcripts.Write) { await Transcripts.RewriteAsync(script, new() { [ChannelKind.Web] = played }); return; }
        Likeness.Differences(script, played, ChannelKind.Web, "").ShouldBeEmpty();
    }

    [Fact]
    public void a_conversation_recorded_in_the_terminal_is_a_test_as_it_stands()
    {
        var (code, shown) = Chat("satisfaction.xlsx", "ru", "5", "4", "3", "назад", "5", "5", "6", "5", "5", "да", "Было шумно", "2", "2", "1", "4", "1");
        code.ShouldBe(0);
        shown.ShouldContain("  5 – отлично\n");
        shown.ShouldContain("  1. Да\n  2. Нет\n");
        shown.ShouldContain("  [Пропустить]\n");
        shown.ShouldEndWith("comment = Было шумно\nquote_ok = no\n");
        var script = ChatScript.Parse("recorded", File.ReadAllText(Record));
        script.Given["form"].ShouldBe("satisfaction.xlsx");
        script.Steps.Select(s => s.What).ShouldContain("[4 – хорошо]");
        Likeness.Differences(script, Play(script), ChannelKind.Web, "").ShouldBeEmpty();
        var changed = ChatScript.Parse("changed", File.ReadAllText(Record).Replace("comment = Было шумно", "comment = Было тихо", StringComparison.Ordinal));
        Likeness.Differences(changed, Play(changed), ChannelKind.Web, "").ShouldContain("Было шумно");
    }

    [Fact]
    public void a_record_is_never_written_over_another()
    {
        File.WriteAllText(Record, "precious");
        Chat("satisfaction.xlsx", "en", "5").ShouldBe((2, $"“{Record}” cannot be written: it is there already or the folder is closed to you.\n"));
        File.ReadAllText(Record).ShouldBe("precious");
    }

    [Fact]
    public void a_workbook_that_is_no_form_is_told_like_a_check()
    {
        var (code, shown) = Chat("missing.xlsx", "en");
        code.ShouldBe(1);
        shown.ShouldContain("there is no such file");
        File.Exists(Record).ShouldBeFalse();
    }

    [Fact]
    public void one_may_leave_a_form_or_simply_stop_typing()
    {
        Chat("satisfaction.xlsx", "kk", "5", "мәзір").Shown.ShouldEndWith("Форма аяқталмай тоқтады.\n");
        File.Delete(Record);
        Chat("satisfaction.xlsx", "kk", "5").Code.ShouldBe(0);
        ChatScript.Parse("recorded", File.ReadAllText(Record)).Steps.Count.ShouldBe(2);
    }

    [Fact]
    public void several_choices_are_typed_or_pressed_one_by_one()
    {
        FormChat Ask() => new(Forms.Filling.Good("| type | name | label |\n| select_multiple l | m | Which? |\nchoices\n| list_name | name | label |\n| l | a | Apples |\n| l | b | Bread |\n| l | c | Cheese |"), Locales.Shipped, "en", Forms.Filling.Clock.Now);
        var typing = Ask();
        typing.Start();
        typing.Say("1, 3")[0].Text.ShouldContain("Apples, Cheese");
        var pressing = Ask();
        pressing.Start();
        pressing.Say("[Bread]")[0].Options.Select(o => o.Label).ShouldContain("✓ Bread");
        pressing.Say("[Apples]");
        pressing.Say("[Done]")[0].Text.ShouldContain("Apples, Bread");
        pressing.Say("[All correct]");
        pressing.Sent.ShouldNotBeNull()["m"].ShouldBe("a b");
    }

    private string Record => Path.Combine(folder.FullName, "new.chat");

    private (int Code, string Shown) Chat(string form, string language, params string[] typed)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (ChatVerb.Run(At(form), language, Record, new StringReader(string.Join('\n', typed)), output), output.ToString());
    }

    private static List<Played> Play(ChatScript script)
    {
        var form = FormWorkbook.Read(At(script.Given["form"])).Form.ShouldNotBeNull();
        var chat = new FormChat(form, Locales.Shipped, script.Given["language"], script.Now);
        return [.. script.Steps.Select((step, index) => new Played(step, [.. (index == 0 ? chat.Start() : chat.Say(step.What)).Select(m => ("", new Seen(m.Text, [.. m.Options.Select(o => o.Label)])))], []))];
    }

    private static string At(string form) => Path.Combine(ContentLoader.Folder, "Forms", form);
}
