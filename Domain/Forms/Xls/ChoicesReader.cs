namespace GrantBot.Domain.Forms.Xls;

/// <summary>Reads the sheet choices into lists.</summary>
internal sealed class ChoicesReader(SheetTable choices, FormSettings settings, TranslationReader texts, ProblemLog log)
{
    private readonly Dictionary<string, HashSet<string>> names = new(StringComparer.Ordinal);

    public Dictionary<string, ChoiceList> Read()
    {
        var lists = new Dictionary<string, List<Choice>>(StringComparer.Ordinal);
        foreach (var row in choices.Rows)
        {
            var list = row[Columns.List];
            if (list.Length == 0) continue;
            if (ReadChoice(row) is not { } choice) continue;
            if (!lists.TryGetValue(list, out var read)) lists[list] = read = [];
            if (!settings.AllowChoiceDuplicates && Names(list).Add(choice.Name) is false)
                log.Error(row.Place(Columns.Name), "choice-twice", choice.Name, list);
            read.Add(choice);
        }
        return lists.ToDictionary(l => l.Key, l => new ChoiceList(l.Key, l.Value), StringComparer.Ordinal);
    }

    private HashSet<string> Names(string list)
    {
        if (!names.TryGetValue(list, out var seen)) names[list] = seen = new(StringComparer.Ordinal);
        return seen;
    }

    private Choice? ReadChoice(TableRow row)
    {
        var name = row[Columns.Name];
        if (name.Length == 0)
        {
            log.Error(row.Place(Columns.Name), "choice-nameless", row[Columns.List]);
            return null;
        }
        var label = texts.Read(row, Columns.Label);
        foreach (var media in new[] { "media::image", "media::audio", "media::video" }) texts.CheckReferences(row, media);
        if (label is null) log.Warn(row.Place(Columns.Label), "choice-label", name);
        var columns = choices.Further.Where(c => row.At(c.Index).Length > 0).ToDictionary(c => c.Heading, c => row.At(c.Index), StringComparer.Ordinal);
        return new(name, label ?? Plain(name), columns);
    }

    private LocalText Plain(string name) =>
        new(new Dictionary<string, IReadOnlyList<TextPiece>>(StringComparer.Ordinal) { [settings.Languages.Default] = [new(name, null)] }, settings.Languages.Default);
}
