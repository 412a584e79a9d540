using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Documents;

/// <summary>A person on the list for signatures.</summary>
/// <param name="Name">Surname, given name, patronymic.</param>
/// <param name="Phone">Contact number, empty when none.</param>
/// <param name="Institution">Place of study or work, empty when none.</param>
internal sealed record ListedPerson(string Name, string Phone, string Institution);

/// <summary>What stands above a list.</summary>
/// <param name="Event">The event's title in the list's language.</param>
/// <param name="StartsAt">When it begins, in the deployment's time zone.</param>
/// <param name="Place">Where; empty = left for the pen.</param>
/// <param name="AsOf">When the list was read, in the same zone.</param>
internal sealed record ListHeading(string Event, DateTimeOffset StartsAt, string Place, DateTimeOffset AsOf);

/// <summary>
/// The list a grant report asks for as evidence («аты-жөні, байланыс нөмірі, қолы, оқу орны»): confirmed participants by the Kazakh
/// alphabet, with an empty column and rows tall enough to sign by hand.
/// </summary>
internal static class ParticipantList
{
    /// <summary>File name of the list of an event with that code.</summary>
    public static string FileName(string eventCode, DateTimeOffset asOf) => $"{eventCode}-{asOf:yyyyMMdd-HHmm}.xlsx";

    /// <summary>The workbook.</summary>
    public static byte[] Workbook(ListHeading heading, IEnumerable<ListedPerson> people, string language, Texts texts)
    {
        var sorted = people.OrderBy(p => p.Name, KazakhOrder.Comparer).ThenBy(p => p.Phone, StringComparer.Ordinal).ToList();
        return Xlsx.Write(new XlsxSheet(
            texts["list.sheet", language],
            [
                new(texts["list.number", language], 5),
                new(texts["list.name", language], 34),
                new(texts["list.phone", language], 17),
                new(texts["list.institution", language], 28),
                new(texts["list.signature", language], 18),
            ],
            [.. sorted.Select((p, i) => (IReadOnlyList<XlsxCell>)[new XlsxCell.Whole(i + 1), new XlsxCell.Text(p.Name), new XlsxCell.Text(p.Phone), new XlsxCell.Text(p.Institution), new XlsxCell.Blank()])])
        {
            Title = Title(heading, sorted.Count, language, texts),
            RowHeight = 28,
            Footer = "&R" + texts.Say("list.page", language, ("page", "&P"), ("pages", "&N")),
        });
    }

    private static List<string> Title(ListHeading heading, int count, string language, Texts texts)
    {
        var (day, time) = (DateOnly.FromDateTime(heading.StartsAt.DateTime), TimeOnly.FromDateTime(heading.StartsAt.DateTime));
        return
        [
            texts["list.title", language],
            texts.Say("list.event", language, ("event", heading.Event)),
            texts.Say("list.date", language, ("date", $"{Dates.Long(day, language)}, {Dates.Time(time)}")),
            texts.Say("list.place", language, ("place", heading.Place.Length > 0 ? heading.Place : "____________________")),
            texts.Say("list.asof", language, ("time", Dates.Moment(heading.AsOf)), ("n", Numbers.Whole(count, language))),
        ];
    }
}
