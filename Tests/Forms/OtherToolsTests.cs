using GrantBot.Bot.Setup;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Tests.Forms;

/// <summary>
/// The forms that ship keep to XLSForm as KoboToolbox and ODK read it (xlsform.org, reference table), so that a downloaded one opens there.
/// pyxform itself is not on our machines; what it refuses and warns of is asked here instead. Columns of our own begin with "grantbot::", which it ignores.
/// </summary>
public sealed class OtherToolsTests
{
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["survey"] = ["type", "name", "label", "hint", "guidance_hint", "constraint", "constraint_message", "required", "required_message", "default", "relevant", "read_only",
            "calculation", "trigger", "choice_filter", "parameters", "repeat_count", "appearance", "media::image", "media::audio", "media::video"],
        ["choices"] = ["list_name", "name", "label", "media::image", "media::audio", "media::video"],
        ["settings"] = ["form_title", "form_id", "version", "default_language", "instance_name", "allow_choice_duplicates"],
    };

    private static readonly string[] Translated = ["label", "hint", "guidance_hint", "constraint_message", "required_message", "media::image", "media::audio", "media::video"];

    private static readonly string[] Types = ["text", "integer", "decimal", "range", "date", "time", "dateTime", "select_one", "select_multiple", "rank", "geopoint", "image", "audio", "video", "file",
        "barcode", "acknowledge", "note", "calculate", "hidden", "start", "end", "today", "deviceid", "username", "phonenumber", "email",
        "begin_group", "end_group", "begin_repeat", "end_repeat", "begin group", "end group", "begin repeat", "end repeat"];

    public static TheoryData<string> Forms => [.. Directory.GetFiles(Path.Combine(ContentLoader.Folder, "Forms"), "*.xlsx").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Forms))]
    public void every_heading_is_of_xlsform_or_ours(string form)
    {
        foreach (var sheet in Sheets(form).Where(s => Columns.ContainsKey(s.Name)))
        {
            var filters = sheet.Name == "choices" ? FilterColumns(form) : [];
            sheet.Rows[0].Cells.Select(c => c.Text).Where(h => h.Length > 0 && !h.StartsWith("grantbot::", StringComparison.Ordinal) && !filters.Contains(h))
                .Where(h => !Columns[sheet.Name].Contains(h, StringComparer.Ordinal) && !Translated.Any(t => h.StartsWith(t + "::", StringComparison.Ordinal))).ShouldBeEmpty(sheet.Name);
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void every_type_is_spelt_as_xlsform_spells_it(string form) =>
        Column(form, "survey", "type").Where(t => !Types.Contains(t, StringComparer.Ordinal) && !Types.Contains(t.Split(' ')[0], StringComparer.Ordinal)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Forms))]
    public void languages_are_spelt_one_way_and_the_default_is_one_of_them(string form)
    {
        var languages = Sheets(form).SelectMany(s => s.Rows[0].Cells).Select(c => c.Text).Where(h => h.StartsWith("label::", StringComparison.Ordinal)).Select(h => h["label::".Length..]).ToHashSet(StringComparer.Ordinal);
        languages.Count.ShouldBe(3);
        Column(form, "settings", "default_language").ShouldAllBe(l => languages.Contains(l));
        Sheets(form).SelectMany(s => s.Rows[0].Cells).Select(c => c.Text).Where(h => !h.StartsWith("media::", StringComparison.Ordinal) && Translated.Any(t => h.StartsWith(t + "::", StringComparison.Ordinal)))
            .Select(h => h[(h.IndexOf("::", StringComparison.Ordinal) + 2)..]).ShouldAllBe(l => languages.Contains(l));
    }

    [Theory, MemberData(nameof(Forms))]
    public void it_has_an_id_and_names_other_tools_take(string form)
    {
        Column(form, "settings", "form_id").ShouldHaveSingleItem();
        Column(form, "survey", "name").Concat(Column(form, "choices", "name")).Where(n => !n.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')).ShouldBeEmpty();
        Read(form).Items.Select(i => i.Path).ShouldBeUnique();
    }

    // A further column of choices is for a filter to read, in any XLSForm tool.
    private static string[] FilterColumns(string form) =>
        [.. Read(form).Lists.Values.SelectMany(l => l.Columns).Where(column => Column(form, "survey", "choice_filter").Any(f => f.Contains(column, StringComparison.Ordinal)))];

    private static List<string> Column(string form, string sheet, string heading)
    {
        if (Sheets(form).FirstOrDefault(s => s.Name == sheet) is not { } found) return [];
        var at = found.Rows[0].Cells.ToList().FindIndex(c => c.Text == heading);
        return [.. found.Rows.Skip(1).Where(r => at >= 0 && at < r.Cells.Count).Select(r => r.Cells[at].Text).Where(t => t.Length > 0)];
    }

    private static IReadOnlyList<Sheet> Sheets(string form) => WorkbookReader.Read(File.ReadAllBytes(At(form))).ShouldBeOfType<WorkbookReading.Read>().Sheets.Sheets;

    private static Form Read(string form) => FormWorkbook.Read(At(form)).Form.ShouldNotBeNull();

    private static string At(string form) => Path.Combine(ContentLoader.Folder, "Forms", form);
}
