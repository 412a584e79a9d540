namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Phrases of time. A month, day or season without a year is the latest one that has begun; "since" reaches to today; a week begins on Monday.</summary>
internal static class DateRules
{
    /// <summary>"October 14" is a day, "October 14-17 years" is not.</summary>
    private const string NoAge = "!unit/yearword/plus/older/younger/abl/dat/dash/and/to/until/i";

    public static IReadOnlyList<Rule> All { get; } =
    [
        // days in figures
        new("from? date abl? dash/to/until/by/and date dat? until?", (d, t) => d.Period(Day(d, t, 0), Day(d, t, 1))),
        new("between date and date", (d, t) => d.Period(Day(d, t, 0), Day(d, t, 1))),
        new("from/since date", (d, t) => d.Period(Day(d, t, 0), d.World.Today)),
        new("date abl? since", (d, t) => d.Period(Day(d, t, 0), d.World.Today)),
        new("until date", (d, t) => d.Period(null, Day(d, t, 0).AddDays(-1))),
        new("date dat? until", (d, t) => d.Period(null, Day(d, t, 0).AddDays(-1))),
        new("date", (d, t) => d.Period(Day(d, t, 0), Day(d, t, 0))),

        // days of months, with the year before or after
        new("y? yearword? from/between? num abl? dash/to/until/by/and num mon d.month? within? until? y? yearword?", DaysOfMonth),
        new("from/between? mon num dash/to/until/by/and num y? yearword? " + NoAge, DaysOfMonth),
        new("y? yearword? from/between? num mon abl? dash/to/until/by/and? num mon dat? until? within? y? yearword?", TwoDays),
        new("from/between? mon num to/dash/until/and mon num y?", TwoDays),
        new("y? yearword? from/since num mon y? yearword?", (d, t) => OneDay(d, t, day => d.Period(day, d.World.Today))),
        new("from/since mon num y?", (d, t) => OneDay(d, t, day => d.Period(day, d.World.Today))),
        new("y? yearword? num mon since", (d, t) => OneDay(d, t, day => d.Period(day, d.World.Today))),
        new("until num mon y? yearword?", (d, t) => OneDay(d, t, day => d.Period(null, day.AddDays(-1)))),
        new("y? yearword? num mon until", (d, t) => OneDay(d, t, day => d.Period(null, day.AddDays(-1)))),
        new("y? yearword? num mon y? yearword?", (d, t) => OneDay(d, t, day => d.Period(day, day))),
        new("mon num y? " + NoAge, (d, t) => OneDay(d, t, day => d.Period(day, day))),

        // months
        new("y yearword? mon dash/to/until/by/and? mon until? within?", TwoMonths),
        new("from/between mon y? yearword? dash/to/until/by/and mon y? yearword?", TwoMonths),
        new("mon dash/to/until mon y? yearword?", TwoMonths),
        new("mon mon until", TwoMonths),
        new("mon and mon within", TwoMonths),
        new("mon mon and mon y? yearword?", InARow),
        new("mon and mon y? yearword?", InARow),
        new("from/since mon y? yearword?", (d, t) => d.Period(Month(d, t, 0), d.World.Today)),
        new("y? yearword? mon since", (d, t) => d.Period(Month(d, t, 0), d.World.Today)),
        new("y yearword? mon d.month?", (d, t) => d.Period(Month(d, t, 0), End(Month(d, t, 0)))),
        new("mon d.month? y? yearword?", (d, t) => d.Period(Month(d, t, 0), End(Month(d, t, 0)))),

        // quarters, seasons, years
        new("num/ord quarter y? yearword?", Quarter),
        new("quarter num x? y?", Quarter),
        new("y yearword? num/ord quarter", Quarter),
        new("cur quarter", (d, _) => QuarterOf(d, d.World.Today)),
        new("prev/last quarter", (d, _) => QuarterOf(d, d.World.Today.AddMonths(-3))),
        new("sea y? yearword?", Season),
        new("y yearword? sea", Season),
        new("from y yearword? dash/to/until/by y yearword?", (d, t) => d.Period(new(Years(t)[0], 1, 1), new(Years(t)[1], 12, 31))),
        new("y dash y yearword?", (d, t) => d.Period(new(Years(t)[0], 1, 1), new(Years(t)[1], 12, 31))),
        new("from/since y yearword?", (d, t) => d.Period(new(Years(t)[0], 1, 1), d.World.Today)),
        new("y yearword? since", (d, t) => d.Period(new(Years(t)[0], 1, 1), d.World.Today)),
        new("y yearword?", (d, t) => d.Period(new(Years(t)[0], 1, 1), new(Years(t)[0], 12, 31))),

        // seen from today
        new("today", (d, _) => d.Period(d.World.Today, d.World.Today)),
        new("before", (d, _) => d.Period(d.World.Today.AddDays(-2), d.World.Today.AddDays(-2))),
        new("yesterday", (d, _) => d.Period(d.World.Today.AddDays(-1), d.World.Today.AddDays(-1))),
        new("cur week/d.week", (d, _) => d.Period(Monday(d.World.Today), Monday(d.World.Today).AddDays(6))),
        new("prev/last num d.day", (d, t) => Days(d, t, 1)),
        new("prev/last num d.week", (d, t) => Days(d, t, 7)),
        new("prev/last num d.month", (d, t) => d.Period(d.World.Today.AddMonths(-Number(t)).AddDays(1), d.World.Today)),
        new("num d.day within", (d, t) => Days(d, t, 1)),
        new("prev/last d.week", (d, _) => d.Period(Monday(d.World.Today).AddDays(-7), Monday(d.World.Today).AddDays(-1))),
        new("cur d.month", (d, _) => d.Period(First(d.World.Today), End(d.World.Today))),
        new("prev/last d.month", (d, _) => d.Period(First(d.World.Today).AddMonths(-1), First(d.World.Today).AddDays(-1))),
        new("cur yearword", (d, _) => Year(d, d.World.Today.Year)),
        new("thisyear", (d, _) => Year(d, d.World.Today.Year)),
        new("prev/last yearword", (d, _) => Year(d, d.World.Today.Year - 1)),
        new("prevyear", (d, _) => Year(d, d.World.Today.Year - 1)),
        new("prev/last? wd", Weekday),
    ];

    private static int Number(IReadOnlyList<Token> taken) => taken.First(t => t.Is("num")).Number;

    private static List<int> Years(IReadOnlyList<Token> taken) => [.. taken.Where(t => t.Is("y")).Select(t => t.Number)];

    private static bool Year(Draft draft, int year) => draft.Period(new(year, 1, 1), new(year, 12, 31));

    private static bool Days(Draft draft, IReadOnlyList<Token> taken, int each) => Number(taken) > 0 && draft.Period(draft.World.Today.AddDays(1 - (each * Number(taken))), draft.World.Today);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly End(DateOnly day) => First(day).AddMonths(1).AddDays(-1);

    /// <summary>The day in figures; without a year the latest such day that is not to come.</summary>
    private static DateOnly Day(Draft draft, IReadOnlyList<Token> taken, int nth)
    {
        var days = taken.Where(t => t.Is("date")).Select(t => t.Day!.Value).ToList();
        var day = days[nth];
        if (day.Year != Tokens.NoYear) return day;
        if (nth < days.Count - 1 && days[nth + 1].Year != Tokens.NoYear) return Safe(days[nth + 1].Year, day.Month, day.Day) ?? day;
        return Safe(draft.World.Today.Year, day.Month, day.Day) is { } thisYear && thisYear <= draft.World.Today ? thisYear : Safe(draft.World.Today.Year - 1, day.Month, day.Day) ?? day;
    }

    private static DateOnly? Safe(int year, int month, int day) => day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static List<int> MonthsOf(IReadOnlyList<Token> taken) => [.. taken.Where(t => t.Is("mon")).Select(t => int.Parse(t.Means.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>First day of a month; without a year the latest such month that has begun.</summary>
    private static DateOnly Month(Draft draft, IReadOnlyList<Token> taken, int nth)
    {
        var month = MonthsOf(taken)[nth];
        return new(YearOf(draft, taken, month), month, 1);
    }

    private static int YearOf(Draft draft, IReadOnlyList<Token> taken, int month) =>
        Years(taken) is [var year, ..] ? year : month <= draft.World.Today.Month ? draft.World.Today.Year : draft.World.Today.Year - 1;

    private static bool DaysOfMonth(Draft draft, IReadOnlyList<Token> taken)
    {
        var (month, days) = (Month(draft, taken, 0), taken.Where(t => t.Is("num")).Select(t => t.Number).ToList());
        if (Safe(month.Year, month.Month, days[0]) is not { } from || Safe(month.Year, month.Month, days[1]) is not { } to) return Bad(draft);
        return draft.Period(from, to);
    }

    private static bool OneDay(Draft draft, IReadOnlyList<Token> taken, Func<DateOnly, bool> period)
    {
        var month = Month(draft, taken, 0);
        if (Safe(month.Year, month.Month, Number(taken)) is not { } day) return Bad(draft);
        return period(Years(taken).Count == 0 && day > draft.World.Today ? Safe(day.Year - 1, day.Month, day.Day) ?? day : day);
    }

    private static bool TwoDays(Draft draft, IReadOnlyList<Token> taken)
    {
        var (months, days) = (MonthsOf(taken), taken.Where(t => t.Is("num")).Select(t => t.Number).ToList());
        var year = YearOf(draft, taken, months[1]);
        if (Safe(months[0] > months[1] && Years(taken).Count == 0 ? year - 1 : year, months[0], days[0]) is not { } from || Safe(year, months[1], days[1]) is not { } to) return Bad(draft);
        return draft.Period(from, to);
    }

    private static bool TwoMonths(Draft draft, IReadOnlyList<Token> taken)
    {
        var (months, years) = (MonthsOf(taken), Years(taken));
        var last = years.Count > 0 ? years[^1] : YearOf(draft, taken, months[1]);
        var first = years.Count > 1 ? years[0] : years.Count == 0 && months[0] > months[1] ? last - 1 : last;
        return draft.Period(new(first, months[0], 1), End(new(last, months[1], 1)));
    }

    /// <summary>«в сентябре и октябре»: one time where the months follow each other.</summary>
    private static bool InARow(Draft draft, IReadOnlyList<Token> taken)
    {
        var months = MonthsOf(taken);
        if (months.Index().Skip(1).Any(m => m.Item != months[m.Index - 1] + 1)) return false;
        var year = YearOf(draft, taken, months[^1]);
        return draft.Period(new(year, months[0], 1), End(new(year, months[^1], 1)));
    }

    private static bool Quarter(Draft draft, IReadOnlyList<Token> taken)
    {
        var number = taken.FirstOrDefault(t => t.Is("num"))?.Number ?? taken.First(t => t.Is("ord")).Means[^1] - '0';
        if (number is < 1 or > 4) return false;
        var month = (number * 3) - 2;
        return QuarterOf(draft, new(YearOf(draft, taken, month), month, 1));
    }

    private static bool QuarterOf(Draft draft, DateOnly day)
    {
        var first = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        return draft.Period(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>Three months each; the winter of a year is the one that ends in it.</summary>
    private static bool Season(Draft draft, IReadOnlyList<Token> taken)
    {
        var month = taken.First(t => t.Is("sea")).Means switch { "sea.spring" => 3, "sea.summer" => 6, "sea.autumn" => 9, _ => 12 };
        var year = Years(taken) is [var said, ..] ? (month == 12 ? said - 1 : said) : month <= draft.World.Today.Month ? draft.World.Today.Year : draft.World.Today.Year - 1;
        var first = new DateOnly(year, month, 1);
        return draft.Period(first, first.AddMonths(3).AddDays(-1));
    }

    private static bool Weekday(Draft draft, IReadOnlyList<Token> taken)
    {
        var wanted = taken.First(t => t.Is("wd")).Means[^1] - '0';
        var day = draft.World.Today.AddDays(-((((int)draft.World.Today.DayOfWeek + 7 - wanted) % 7 + 7) % 7));
        return draft.Period(day, day);
    }

    private static bool Bad(Draft draft)
    {
        draft.BadPeriod = true;
        return true;
    }
}
