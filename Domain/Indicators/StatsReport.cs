using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Indicators.Participation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators;

/// <summary>An event's name in the reader's language.</summary>
/// <param name="Id">The event.</param>
/// <param name="Title">Its title, without quotation marks.</param>
public sealed record EventTitle(EventId Id, string Title);

/// <summary>How an answer is to be given.</summary>
/// <param name="Language">kk, ru or en.</param>
/// <param name="AsOf">The moment the numbers were read, in the deployment's time zone; it stands in the answer.</param>
/// <param name="HideUnder">Cells of tables about people that are smaller are hidden (<see cref="SmallCells"/>); 0 shows all.</param>
public sealed record StatsRequest(string Language, DateTimeOffset AsOf, int HideUnder = 0);

/// <summary>The answer to a question for counts.</summary>
/// <param name="Blocks">Plain text, each block at most 4096 characters.</param>
/// <param name="Chart">The same numbers as a chart; null while there is nothing to draw.</param>
public sealed record StatsAnswer(IReadOnlyList<string> Blocks, ChartData? Chart);

/// <summary>
/// Counts in words for the chat (/stats, «сан», «сколько»). Tables about people count everybody whose registration stands, and
/// of an event where people were checked in those who came, as reports do; each adds up to that number of the headline; empty rows are left out of the text.
/// </summary>
public static class StatsReport
{
    private const int LongestTitle = 120;

    // A picture with more bars than this cannot be read on a phone; the text always has all events.
    private const int MostEventsDrawn = 15;

    /// <summary>Counts for one event.</summary>
    public static StatsAnswer OfEvent(EventTitle about, RegistrationSet registrations, StatsRequest request, Texts texts)
    {
        var title = TextBlocks.OneLine(about.Title, LongestTitle);
        var head = texts.Say("stats.head", request.Language, ("event", title), ("time", Dates.Moment(request.AsOf)));
        var said = new Wording(request, texts);
        var lines = Headline(registrations, said);
        if (registrations.Active.Count == 0) return new(TextBlocks.Of([head, .. lines]), null);
        var shown = registrations.WhoCame ?? registrations;
        if (shown != registrations) lines.Add(said.Say("stats.whocame"));
        var sections = People(shown, said);
        return Answer(head, title, shown, [.. lines, .. sections.Select(Line)], sections, said);
    }

    /// <summary>Counts for all events together: registrations, different people, and a table by event.</summary>
    public static StatsAnswer OfAll(IReadOnlyList<EventTitle> events, RegistrationSet registrations, StatsRequest request, Texts texts)
    {
        var said = new Wording(request, texts);
        var head = said.Say("stats.head.all", ("time", Dates.Moment(request.AsOf)));
        var lines = Headline(registrations, said);
        if (registrations.Active.Count == 0) return new(TextBlocks.Of([head, .. lines]), null);
        var byEvent = Events(events, registrations, said);
        var people = People(registrations, said);
        lines.Add(said.Say("stats.people", ("people", said.Number(registrations.People.Count)), ("n", said.Number(registrations.Active.Count))));
        lines.Add($"{byEvent.Title}:");
        lines.AddRange(byEvent.Bars.Select(b => $"• {b.Label} – {b.Text}"));
        lines.Add(said.Say("stats.once"));
        lines.AddRange(people.Select(Line));
        return Answer(head, said.Say("stats.all"), registrations, lines, [Drawn(byEvent, said), .. people], said);
    }

    private static StatsAnswer Answer(string head, string title, RegistrationSet registrations, List<string> lines, IReadOnlyList<ChartSection> sections, Wording said)
    {
        var footnote = sections.SelectMany(s => s.Bars).Any(b => b.Value is null) ? said.Say("stats.hidden") : null;
        if (footnote is not null) lines.Add(footnote);
        var note = said.Say("stats.note", ("time", Dates.Moment(said.Request.AsOf)), ("n", said.Number(registrations.People.Count)));
        return new(TextBlocks.Of([head, .. lines]), new(title, note, sections) { Footnote = footnote });
    }

    private static List<string> Headline(RegistrationSet set, Wording said)
    {
        var share = (Figure.Share)new ConfirmedShare().Measure(set);
        var consent = Count(new WaitingForConsent(), set);
        var queue = Count(new Waitlisted(), set);
        var lines = new List<string>();
        if (share.Denominator == 0) lines.Add(said.Say("stats.none"));
        else if (share.Numerator == share.Denominator) lines.Add(said.Say("stats.registered.all", ("n", said.Number(share.Denominator))));
        else
        {
            List<string> parts = [said.Say("stats.confirmed", ("n", said.Number(share.Numerator)))];
            if (queue > 0) parts.Add(said.Say("stats.waitlist", ("n", said.Number(queue))));
            if (consent > 0) parts.Add(said.Say("stats.consent", ("n", said.Number(consent))));
            lines.Add(said.Say("stats.registered", ("n", said.Number(share.Denominator)), ("parts", string.Join(", ", parts))));
            if (share.IsPrintable) lines.Add(said.Say("stats.share", ("a", said.Number(share.Numerator)), ("b", said.Number(share.Denominator)), ("percent", Numbers.Percent(share.Numerator, share.Denominator, said.Request.Language))));
        }
        var came = (Figure.Share)new AttendedShare().Measure(set);
        if (came.Numerator > 0)
            lines.Add(!came.IsPrintable ? said.Say("stats.attended.few", ("n", said.Number(came.Numerator))) : said.Say("stats.attended", ("n", said.Number(came.Numerator)), ("percent", Numbers.Percent(came.Numerator, came.Denominator, said.Request.Language))));
        if (set.Gone.Count > 0) lines.Add(said.Say("stats.cancelled", ("n", said.Number(set.Gone.Count))));
        return lines;
    }

    private static int Count(ParticipationIndicator indicator, RegistrationSet set) => ((Figure.Count)indicator.Measure(set)).Value;

    private static List<ChartSection> People(RegistrationSet set, Wording said) =>
        [.. IndicatorCatalog.OfPeople.Select(b => Section(b, SmallCells.Hide(b.Count(set), said.Request.HideUnder), code => said.Say(b.LabelKey(code)), said))];

    private static ChartSection Events(IReadOnlyList<EventTitle> events, RegistrationSet set, Wording said)
    {
        var titles = events.ToDictionary(e => ByEvent.Code(e.Id), e => TextBlocks.OneLine(e.Title, LongestTitle));
        var breakdown = new ByEvent([.. events.Select(e => e.Id)]);
        return Section(breakdown, SmallCells.Hide(breakdown.Count(set), 0), code => titles.TryGetValue(code, out var title) ? title : said.Say("stats.unknown"), said);
    }

    private static ChartSection Section(IIndicator indicator, ShownTable table, Func<string, string> label, Wording said) =>
        new(indicator.Title(said.Texts, said.Request.Language),
            [.. table.Rows.Where(r => r.Count != 0).Select(r => new ChartBar(label(r.Code), r.Count, r.Count is { } n ? said.Number(n) : "*"))]);

    /// <summary>"Жынысы: ер 91, әйел 77"; a dash parts label and number where labels have digits of their own.</summary>
    private static string Line(ChartSection section)
    {
        var link = section.Bars.Any(b => b.Label.Any(char.IsDigit)) ? " – " : " ";
        return $"{section.Title}: {string.Join(", ", section.Bars.Select(b => b.Label + link + b.Text))}";
    }

    private static ChartSection Drawn(ChartSection events, Wording said)
    {
        if (events.Bars.Count <= MostEventsDrawn) return events;
        var rest = events.Bars.Skip(MostEventsDrawn - 1).ToList();
        var sum = rest.Sum(b => b.Value ?? 0);
        var others = new ChartBar(said.Say("stats.events.other", ("n", said.Number(rest.Count))), 0, said.Number(sum)); // a bar of many events would dwarf those of one
        return events with { Bars = [.. events.Bars.Take(MostEventsDrawn - 1), others] };
    }

    private sealed record Wording(StatsRequest Request, Texts Texts)
    {
        public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Texts.Say(key, Request.Language, values);

        public string Number(int value) => Numbers.Whole(value, Request.Language);
    }
}
