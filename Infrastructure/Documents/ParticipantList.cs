using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// The list a grant report asks for as evidence («аты-жөні, байланыс нөмірі, қолы, оқу орны»): confirmed participants by the Kazakh
/// alphabet, with an empty column and rows tall enough to sign by hand. Numbers run through all groups.
/// </summary>
internal static class ParticipantList
{
    private const double SignedRow = 28; // points, about a centimetre

    /// <summary>File name of the list of an event with that code.</summary>
    public static string FileName(string eventCode, DateTimeOffset asOf, string ending = "xlsx") => $"{eventCode}-{asOf:yyyyMMdd-HHmm}.{ending}";

    /// <summary>The list as a workbook.</summary>
    public static byte[] Workbook(ListHeading heading, IEnumerable<ListedPerson> people, string language, Texts texts, ListGrouping grouping = ListGrouping.None)
    {
        var groups = ListGroup.Of(people, grouping, language, texts);
        var columns = Columns(groups, grouping);
        return Xlsx.Write(new XlsxSheet(texts["list.sheet", language], [.. columns.Select(c => new XlsxColumn(texts["list." + c.Key, language], c.Characters))], Rows(groups, columns))
        {
            Title = Title(heading, groups, grouping, language, texts),
            RowHeight = SignedRow,
            Landscape = IsWide(columns),
            Footer = "&R" + texts.Say("list.page", language, ("page", "&P"), ("pages", "&N")),
        });
    }

    /// <summary>The list as a text document, which staff correct by hand before printing.</summary>
    public static byte[] Document(ListHeading heading, IEnumerable<ListedPerson> people, string language, Texts texts, ListGrouping grouping = ListGrouping.None)
    {
        var groups = ListGroup.Of(people, grouping, language, texts);
        var columns = Columns(groups, grouping);
        var rows = groups.SelectMany(g => g.People.Select((p, i) => new DocxRow.Cells([.. columns.Select(c => c.Value(p, g.First + i))])).Prepend<DocxRow>(new DocxRow.Group(g.Title)).Skip(g.Title.Length > 0 ? 0 : 1));
        return Docx.Write(new DocxTable([.. columns.Select(c => new DocxColumn(texts["list." + c.Key, language], c.Millimetres, c.Key == "number"))], rows)
        {
            Title = Title(heading, groups, grouping, language, texts),
            RowHeight = SignedRow,
            Landscape = IsWide(columns),
            Language = language,
            Footer = texts["list.page", language],
        });
    }

    /// <summary>A column: its text's key, its width in a workbook and on paper, what stands in it.</summary>
    private sealed record Column(string Key, double Characters, double Millimetres, Func<ListedPerson, int, string> Value);

    /// <summary>Where people of teams stand by territory or alphabet, a column says the team, and the paper lies down.</summary>
    private static List<Column> Columns(IReadOnlyList<ListGroup> groups, ListGrouping grouping)
    {
        var wide = grouping != ListGrouping.Team && groups.Any(g => g.People.Any(p => p.Team is not null));
        List<Column> columns =
        [
            new("number", 5, 11, (_, number) => $"{number}"),
            new("name", 34, wide ? 78 : 62, (p, _) => p.Name),
            new("phone", 17, wide ? 38 : 33, (p, _) => p.Phone),
            new("institution", 28, wide ? 60 : 46, (p, _) => p.Institution),
            new("signature", 18, wide ? 42 : 34, (_, _) => ""),
        ];
        if (wide) columns.Insert(4, new("team", 24, 40, (p, _) => p.Team?.Name ?? ""));
        return columns;
    }

    private static bool IsWide(IReadOnlyList<Column> columns) => columns.Count > 5;

    private static IEnumerable<IReadOnlyList<XlsxCell>> Rows(IReadOnlyList<ListGroup> groups, IReadOnlyList<Column> columns)
    {
        foreach (var group in groups)
        {
            if (group.Title.Length > 0) yield return [new XlsxCell.Across(group.Title)];
            foreach (var (i, person) in group.People.Index())
                yield return [new XlsxCell.Whole(group.First + i), .. columns.Skip(1).Select(c => c.Key == "signature" ? (XlsxCell)new XlsxCell.Blank() : new XlsxCell.Text(c.Value(person, group.First + i)))];
        }
    }

    private static List<string> Title(ListHeading heading, IReadOnlyList<ListGroup> groups, ListGrouping grouping, string language, Texts texts)
    {
        var (day, time) = (DateOnly.FromDateTime(heading.StartsAt.DateTime), TimeOnly.FromDateTime(heading.StartsAt.DateTime));
        var asOf = texts.Say("list.asof", language, ("time", Dates.Moment(heading.AsOf)), ("n", Numbers.Whole(groups.Sum(g => g.People.Count), language)));
        var named = Numbers.Whole(groups.Count(g => g.IsNamed), language);
        return
        [
            texts[grouping == ListGrouping.Team ? "list.title.teams" : "list.title", language],
            texts.Say("list.event", language, ("event", heading.Event)),
            texts.Say("list.date", language, ("date", $"{Dates.Long(day, language)}, {Dates.Time(time)}")),
            texts.Say("list.place", language, ("place", heading.Place.Length > 0 ? heading.Place : "____________________")),
            grouping switch
            {
                ListGrouping.Team => $"{asOf}; {texts.Say("list.teams", language, ("n", named))}",
                ListGrouping.Territory => $"{asOf}; {texts.Say("list.territories", language, ("n", named))}",
                _ => asOf,
            },
        ];
    }
}
