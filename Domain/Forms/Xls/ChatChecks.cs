namespace GrantBot.Domain.Forms.Xls;

/// <summary>Warns of what other tools show well and a chat does not: languages people here read, labels and lists of messengers, questions nobody is asked.</summary>
internal sealed class ChatChecks(FormSettings settings, SheetTable survey, SheetTable choices, ProblemLog log)
{
    // WhatsApp's limits, the narrowest: a list's row, a reply button, rows of a list (platform/whatsapp.md).
    private const int LongestRow = 24, LongestButton = 20, MostRows = 10;

    // Choice, Back: three buttons fit below a message.
    private const int MostButtons = 2;

    // More than anybody pages through; a choice filter makes it fewer.
    private const int MostChoices = 100;

    private static readonly (string Code, string Heading)[] Languages = [("kk", "label::Қазақша (kk)"), ("ru", "label::Русский (ru)")];

    public void Check(IReadOnlyList<FormItem> items)
    {
        foreach (var (code, heading) in Languages)
            if (!settings.Languages.All.Contains(code, StringComparer.Ordinal)) log.Warn(survey.At(1, Columns.Label), "language-missing", code, heading);
        var selects = items.OfType<Question>().Where(q => q is { Asked: true, Choices: not null }).ToList();
        foreach (var select in selects.Where(s => s.ChoiceFilter is null)) CheckLength(select, select.Choices!.Choices.Count);
        foreach (var select in selects.Where(s => s.ChoiceFilter is not null)) CheckLabelled(select);
        var sizes = selects.GroupBy(s => s.Choices!.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(s => s.Choices!.Choices.Count), StringComparer.Ordinal);
        foreach (var row in choices.Rows)
            if (sizes.TryGetValue(row[Columns.List], out var size)) CheckLabels(row, size);
        CheckReach(items);
    }

    // A filter goes by the labels of its list; ODK refuses one that has none at all.
    private void CheckLabelled(Question select)
    {
        var rows = choices.Rows.Where(r => r[Columns.List] == select.Choices!.Name).ToList();
        var shown = new[] { Columns.Label, "media::image", "media::audio", "media::video" }.SelectMany(choices.Translations).Select(t => t.Index).ToList();
        if (rows.Count > 0 && rows.TrueForAll(r => shown.TrueForAll(index => r.At(index).Length == 0))) log.Error(choices.At(rows[0].Number, Columns.Label), "list-unlabelled", select.Choices!.Name);
    }

    private void CheckLength(Question select, int count)
    {
        var place = survey.At(select.Row, Columns.Type);
        if (count > MostChoices) log.Warn(place, "choices-many", $"{count}", $"{MostChoices}");
        else if (count > MostRows) log.Warn(place, "choices-pages", $"{count}", $"{MostRows}");
    }

    private void CheckLabels(TableRow row, int size)
    {
        foreach (var (_, heading, index) in choices.Translations(Columns.Label))
        {
            var label = row.At(index);
            if (label.Contains("${", StringComparison.Ordinal)) continue; // as long as the answer in it
            if (label.Length > LongestRow) log.Warn(choices.At(row.Number, heading), "label-row", label, $"{LongestRow}");
            else if (label.Length > LongestButton && size <= MostButtons) log.Warn(choices.At(row.Number, heading), "label-button", label, $"{LongestButton}");
        }
    }

    private void CheckReach(IReadOnlyList<FormItem> items)
    {
        var reach = new Reach(items, settings.Root);
        foreach (var item in items.Where(i => i is Group or Question { Asked: true } or Question { Said: true }))
            if (reach.IsNever(item)) log.Warn(survey.At(item.Row, Columns.Relevant), "question-unreachable", item.Name);
    }
}
