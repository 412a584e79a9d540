using System.Globalization;

namespace GrantBot.Domain.Consultations;

/// <summary>When staff are at work, by day of the week. All moments are in the deployment's time zone; public holidays are not known.</summary>
public sealed class WorkingHours
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private readonly (TimeOnly From, TimeOnly To)?[] week = new (TimeOnly, TimeOnly)?[Days.Length];

    private WorkingHours() { }

    /// <summary>Monday to Friday from nine to six.</summary>
    public static WorkingHours Usual { get; } = Read("Mon-Fri 09:00-18:00")!;

    /// <summary>Reads "Mon-Fri 09:00-18:00" or "Mon-Fri 09:00-18:00, Sat 10:00-14:00"; null when it cannot be read.</summary>
    public static WorkingHours? Read(string text)
    {
        var hours = new WorkingHours();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var times]) return null;
            var ((start, end), (from, to)) = (Ends(days.ToLowerInvariant()), Ends(times));
            var (first, last) = (Array.IndexOf(Days, start), Array.IndexOf(Days, end));
            if (first < 0 || last < first || !Time(from, out var opens) || !Time(to, out var closes) || closes <= opens) return null;
            for (var day = first; day <= last; day++) hours.week[day] = (opens, closes);
        }
        return hours.week.Any(d => d is not null) ? hours : null;
    }

    /// <summary>Spans of days with the same hours, Monday = 0.</summary>
    public IEnumerable<(int First, int Last, TimeOnly From, TimeOnly To)> Spans()
    {
        for (var day = 0; day < week.Length; day++)
        {
            if (week[day] is not { } hours) continue;
            var first = day;
            while (day + 1 < week.Length && week[day + 1] == hours) day++;
            yield return (first, day, hours.From, hours.To);
        }
    }

    /// <summary>Whether staff are at work.</summary>
    public bool IsOpen(DateTimeOffset local) => Of(local) is { } hours && TimeOnly.FromDateTime(local.DateTime) is var time && time >= hours.From && time < hours.To;

    /// <summary>The moment itself while staff are at work, else when they begin next.</summary>
    public DateTimeOffset Next(DateTimeOffset local)
    {
        if (IsOpen(local)) return local;
        for (var day = 0; ; day++)
        {
            var start = new DateTimeOffset(local.Date.AddDays(day), local.Offset);
            if (Of(start) is { } hours && start + hours.From.ToTimeSpan() is var opens && opens > local) return opens;
        }
    }

    /// <summary>The moment when so much working time has passed.</summary>
    public DateTimeOffset After(DateTimeOffset local, TimeSpan work)
    {
        while (true)
        {
            local = Next(local);
            var closes = new DateTimeOffset(local.Date, local.Offset) + Of(local)!.Value.To.ToTimeSpan();
            if (closes - local >= work) return local + work;
            (work, local) = (work - (closes - local), closes);
        }
    }

    private (TimeOnly From, TimeOnly To)? Of(DateTimeOffset local) => week[((int)local.DayOfWeek + 6) % 7];

    /// <summary>"a-b" as both, "a" as twice the same.</summary>
    private static (string From, string To) Ends(string text) => text.Split('-') switch { [var one] => (one, one), [var from, var to] => (from, to), _ => ("", "") };

    private static bool Time(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
