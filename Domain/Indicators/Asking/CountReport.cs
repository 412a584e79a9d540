using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>The answer to a question for counts in words for the chat, and the same as a chart where there are bars to compare.</summary>
/// <param name="words">Names of things.</param>
/// <param name="texts">All sentences.</param>
/// <param name="request">Language, moment and the limit under which numbers are hidden.</param>
public sealed class CountReport(CountWords words, Texts texts, StatsRequest request)
{
    private const int MostBars = 18, MostRows = 100, MostColumns = 60, MostSeries = 6;

    /// <summary>Says an answer.</summary>
    public StatsAnswer Of(CountQuestion question, CountAnswer answer)
    {
        if (answer.Instead is { } instead) question = question with { Measure = instead };
        var lines = new List<string> { Headline(question, answer) };
        if (answer.Instead is not null) lines.Add(Say("ask.instead." + IndicatorCatalog.Of(question.Measure).Key));
        if (answer.Mean is { } mean) lines.Add(Say("ask.mean", ("mean", Numbers.Decimal(mean, 2, request.Language)), ("n", Number(answer.Of ?? 0))));
        if (answer.People is { } people) lines.Add(Say("ask.people", ("n", Number(people))));
        lines.AddRange(new MissingWords(texts, request.Language).Of(question, answer));
        var hides = HiddenCells.Of(answer.Table, OfPeople(question) ? request.HideUnder : 0);
        var sections = answer.Table is { Rows.Count: > 0 } table ? Sections(question, table, hides) : [];
        if (answer.Table is { } parted)
        {
            lines.AddRange(Rows(question, parted, hides));
            if (parted.Overlaps) lines.Add(Say("ask.overlaps"));
        }
        var hidden = hides.Any;
        if (hidden) lines.Add(Say("stats.hidden"));
        var drawn = sections.Sum(s => s.Bars.Count) > 1;
        return new(TextBlocks.Of(lines), drawn ? new(Capital(words.Title(question)), Headline(question, answer), sections) { Footnote = hidden ? Say("stats.hidden") : null } : null);
    }

    /// <summary>There is nothing to count from yet.</summary>
    public StatsAnswer NoAnswers(CountQuestion question) => new([Say(question.Measure is Measure.Reach ? "ask.noreach" : "ask.noanswers", ("what", Capital(words.MeasureName(question.Measure))), ("time", Dates.Moment(request.AsOf)))], null);

    /// <summary>What surveys before and after measured: shares of right answers of those who answered both, with a chart of the pair.</summary>
    public StatsAnswer Gain(CountQuestion question, Surveys.PairGain gain)
    {
        var (before, after) = (Percent(gain.RightBefore, gain.Asked), Percent(gain.RightAfter, gain.Asked));
        var text = Say("sv.gain", ("first", Number(gain.Before)), ("second", Number(gain.After)), ("n", Number(gain.Paired)), ("before", Share(gain.RightBefore, gain.Asked)), ("after", Share(gain.RightAfter, gain.Asked)),
            ("points", Signed(gain.Points)), ("improved", Share(gain.Improved, gain.Paired)));
        var bar = new ChartBar(Say("ask.gain.right"), null, "") { Parts = [new((int)Math.Round(100m * gain.RightBefore / gain.Asked), before), new((int)Math.Round(100m * gain.RightAfter / gain.Asked), after)] };
        if (question.NarrowsPeople || question.By.Count > 0) text += "\n" + Say("ask.whole");
        return new([$"{Capital(words.MeasureName(Measure.KnowledgeGain))}\n{text}"], new(Capital(words.MeasureName(Measure.KnowledgeGain)), Dates.Moment(request.AsOf), [new(Say("ask.gain.right"), [bar]) { Form = ChartForm.Pairs, Series = [Say("ask.gain.before"), Say("ask.gain.after")] }]));
    }

    /// <summary>«Пришли: 37 из 120 (30,8 %) – по состоянию на …»: the number, what it is a part of, the moment.</summary>
    private string Headline(CountQuestion question, CountAnswer answer)
    {
        var small = question.NarrowsPeople && answer.Number > 0 && answer.Number < request.HideUnder;
        var number = small ? Say("ask.small", ("n", request.HideUnder)) : Number(answer.Number);
        if (question.Measure is Measure.NetPromoter) number = Net(new(answer.Number, answer.Of ?? 0) { Against = answer.Against });
        else if (CountEngine.IsShare(question.Measure)) number = Share(answer.Number, answer.Of ?? 0);
        else if (answer.Of is { } of && answer.Part != CountOf.Nothing) number = small ? number : Part(answer.Number, of, answer.Part);
        return Say("ask.head", ("what", Capital(words.MeasureName(question.Measure))), ("n", number), ("time", Dates.Moment(request.AsOf)));
    }

    private string Part(int number, int of, CountOf part)
    {
        var whole = Say("ask.of." + part, ("n", Number(of)));
        return new Figure.Share(number, of).IsPrintable ? Say("ask.part", ("n", Number(number)), ("whole", whole), ("percent", Percent(number, of))) : Say("ask.part.few", ("n", Number(number)), ("whole", whole));
    }

    private string Share(int number, int of) => new Figure.Share(number, of).IsPrintable
        ? Say("ask.share", ("percent", Percent(number, of)), ("a", Number(number)), ("b", Number(of)))
        : Say("ask.share.few", ("a", Number(number)), ("b", Number(of)));

    /// <summary>«+34 (9–10: 38/60, 0–6: 17/60)»: points are given of as many as percentages are.</summary>
    private string Net(CountCell cell)
    {
        var (of, counts) = (cell.Of ?? 0, Say("ask.net.counts", ("a", Number(cell.Number)), ("c", Number(cell.Against)), ("b", Number(cell.Of ?? 0))));
        return new Figure.Share(cell.Number, of).IsPrintable ? $"{Signed(100m * (cell.Number - cell.Against) / of)} ({counts})" : counts;
    }

    private IEnumerable<string> Rows(CountQuestion question, CountTable table, HiddenCells hidden)
    {
        foreach (var row in table.Rows.Take(MostRows))
        {
            var parts = Parts(question, table, row, hidden).Select(p => $"{p.Label} – {Cell(p.Cell, p.Hidden)}").ToList();
            yield return $"• {words.Code(question.By[0], row.Code)} – {Cell(row.Cell, hidden.Row(row))}" + (parts.Count > 0 ? $" ({string.Join(", ", parts)})" : "");
        }
        if (table.Rows.Count > MostRows) yield return Say("ask.more", ("n", table.Rows.Count - MostRows));
    }

    private string Cell(CountCell cell, bool hidden) => hidden ? "*" : cell.Against > 0 ? Net(cell) : cell.Of is { } of
        ? new Figure.Share(cell.Number, of).IsPrintable ? $"{Percent(cell.Number, of)} ({Number(cell.Number)}/{Number(of)})" : $"{Number(cell.Number)}/{Number(of)}"
        : Number(cell.Number);

    /// <summary>It tells people apart by something about them.</summary>
    private static bool OfPeople(CountQuestion question) => question.NarrowsPeople || question.By.Any(d => d is not (Dimension.Event or Dimension.Month or Dimension.Week or Dimension.Day));

    /// <summary>One group of bars, so that all have one scale: by the first breakdown, or by both where that stays readable.</summary>
    private IReadOnlyList<ChartSection> Sections(CountQuestion question, CountTable table, HiddenCells hidden)
    {
        if (Stacked(question, table) is { } stacked) return [stacked];
        if (question.By is [Dimension.Month or Dimension.Week or Dimension.Day] && !hidden.Any && !CountEngine.IsShare(question.Measure))
            return [new(words.By(question.By[0]), [.. EveryTime(question.By[0], table.Rows).TakeLast(MostColumns).Select(r => Bar(question.By[0] is Dimension.Month ? words.Code(Dimension.Month, r.Code) : $"{r.Code[8..]}.{r.Code[5..7]}", r.Cell, hidden: false))]) { Form = ChartForm.Timeline }];
        var both = table.Rows.SelectMany(row => Parts(question, table, row, hidden).Select(p => Bar($"{words.Code(question.By[0], row.Code)}, {p.Label}", p.Cell, p.Hidden))).ToList();
        if (both.Count is > 0 and <= MostBars) return [new(words.By(question.By), both)];
        return [new(words.By(question.By[0]), [.. table.Rows.Take(MostBars).Select(r => Bar(words.Code(question.By[0], r.Code), r.Cell, hidden.Row(r)))])];
    }

    /// <summary>A row for each day, week or month from the first to the last, those with nothing in them too: a gap in time is to be seen.</summary>
    private static IEnumerable<CountRow> EveryTime(Dimension by, IReadOnlyList<CountRow> rows)
    {
        var format = by is Dimension.Month ? "yyyy-MM" : "yyyy-MM-dd";
        var known = rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        if (rows.Any(r => !DateOnly.TryParseExact(r.Code, format, out _)) || rows.Count == 0) return rows;
        DateOnly At(CountRow row) => DateOnly.ParseExact(row.Code, format, System.Globalization.CultureInfo.InvariantCulture);
        DateOnly Next(DateOnly day) => by switch { Dimension.Month => day.AddMonths(1), Dimension.Week => day.AddDays(7), _ => day.AddDays(1) };
        var every = new List<CountRow>();
        for (var at = At(rows[0]); at <= At(rows[^1]); at = Next(at))
            every.Add(known.TryGetValue(at.ToString(format, System.Globalization.CultureInfo.InvariantCulture), out var row) ? row : new(at.ToString(format, System.Globalization.CultureInfo.InvariantCulture), new(0, null), []));
        return every;
    }

    /// <summary>Counts by two things as bars of parts that add up; null where they do not, where something is hidden, or there are more parts than colours.</summary>
    private ChartSection? Stacked(CountQuestion question, CountTable table)
    {
        if (question.By.Count < 2 || table.Overlaps || CountEngine.IsShare(question.Measure) || table.Columns.Count is < 2 or > MostSeries || table.Rows.Count > MostBars || (request.HideUnder > 0 && OfPeople(question))) return null;
        return new(words.By(question.By), [.. table.Rows.Select(r => new ChartBar(words.Code(question.By[0], r.Code), r.Cell.Number, Number(r.Cell.Number)) { Parts = [.. r.Cells.Select(c => new ChartPart(c.Number, Number(c.Number)))] })])
        {
            Form = ChartForm.Stacked, Series = [.. table.Columns.Select(c => words.Code(question.By[1], c))],
        };
    }

    /// <summary>The parts of a row that are not empty, or of which nobody shall know that they are.</summary>
    private IEnumerable<(string Label, CountCell Cell, bool Hidden)> Parts(CountQuestion question, CountTable table, CountRow row, HiddenCells hidden) =>
        table.Columns.Zip(row.Cells).Index().Select(c => (words.Code(question.By[1], c.Item.First), Cell: c.Item.Second, Hidden: hidden.Cell(row, c.Index))).Where(c => c.Hidden || c.Cell.Number > 0 || c.Cell.Of > 0);

    private ChartBar Bar(string label, CountCell cell, bool hidden)
    {
        var text = Cell(cell, hidden);
        if (hidden) return new(label, null, text);
        if (cell.Against > 0) return new(label, 0, text); // points may be less than nothing
        return cell.Of is not { } of ? new(label, cell.Number, text) : new(label, new Figure.Share(cell.Number, of).IsPrintable ? (int)Math.Round(100m * cell.Number / of) : 0, text);
    }

    private static string Capital(string text) => char.ToUpper(text[0], System.Globalization.CultureInfo.GetCultureInfo("kk-KZ")) + text[1..];

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => texts.Say(key, request.Language, values);

    private string Number(int value) => Numbers.Whole(value, request.Language);

    private string Signed(decimal points) => (points > 0 ? "+" : "") + Numbers.Decimal(points, 1, request.Language);

    private string Percent(int number, int of) => Numbers.Percent(number, of, request.Language);
}
