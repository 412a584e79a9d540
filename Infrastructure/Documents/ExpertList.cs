using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Documents;

/// <summary>A judge or an expert on paper, the role in words.</summary>
internal sealed record ListedExpert(string Name, string Role, string Work, string Town, string Contact);

/// <summary>The list of an event's judges and experts («төрешілер тізімі (олар туралы ақпарат)») with an empty column to sign in.</summary>
internal static class ExpertList
{
    private const double SignedRow = 28; // points, about a centimetre

    /// <summary>The list as a workbook.</summary>
    public static byte[] Workbook(ListHeading heading, IReadOnlyList<ListedExpert> experts, string language, Texts texts)
    {
        (string Key, double Width)[] columns = [("list.number", 5), ("list.name", 32), ("expert.col.role", 16), ("expert.col.work", 36), ("expert.col.town", 18), ("expert.col.contact", 22), ("list.signature", 18)];
        var (day, time) = (DateOnly.FromDateTime(heading.StartsAt.DateTime), TimeOnly.FromDateTime(heading.StartsAt.DateTime));
        return Xlsx.Write(new XlsxSheet(texts["expert.sheet", language], [.. columns.Select(c => new XlsxColumn(texts[c.Key, language], c.Width))], experts.Select((x, i) => Row(x, i + 1)))
        {
            Title =
            [
                texts["expert.title", language], texts.Say("list.event", language, ("event", heading.Event)), texts.Say("list.date", language, ("date", $"{Dates.Long(day, language)}, {Dates.Time(time)}")),
                texts.Say("list.place", language, ("place", heading.Place)), texts.Say("list.asof", language, ("time", Dates.Moment(heading.AsOf)), ("n", Numbers.Whole(experts.Count, language))),
            ],
            RowHeight = SignedRow,
            Landscape = true,
            Footer = "&R" + texts.Say("list.page", language, ("page", "&P"), ("pages", "&N")),
        });
    }

    private static IReadOnlyList<XlsxCell> Row(ListedExpert expert, int number) =>
    [
        new XlsxCell.Whole(number), new XlsxCell.Text(expert.Name), new XlsxCell.Text(expert.Role), new XlsxCell.Text(expert.Work), new XlsxCell.Text(expert.Town), new XlsxCell.Text(expert.Contact), new XlsxCell.Blank(),
    ];
}
