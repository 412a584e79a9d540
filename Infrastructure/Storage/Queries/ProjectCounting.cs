using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>What became of a project, by the same indicators that answer questions in words.</summary>
internal sealed class ProjectCounting(EventBook events, FormBook forms, TimeZoneInfo zone)
{
    /// <summary>All that are described, the latest first.</summary>
    public static IReadOnlyList<GrantProject> All(GrantBotDb db) => [.. db.Projects.AsNoTracking().AsEnumerable().Select(Known).OfType<GrantProject>().OrderByDescending(p => p.From).ThenBy(p => p.Code, StringComparer.Ordinal)];

    /// <summary>What was done so far.</summary>
    public ProjectCounts Of(GrantBotDb db, string code, DateTimeOffset now)
    {
        var all = events.All();
        var mine = all.Where(e => e.Project.Equals(code, StringComparison.OrdinalIgnoreCase)).ToList();
        var consultations = db.Projects.AsNoTracking().FirstOrDefault(p => p.Code == code) is { StartsOn: { } from, EndsOn: { } to } ? Consultations(db, from, to) : 0;
        if (mine.Count == 0) return new(0, 0, 0, consultations, 0, 0);
        var world = AskingWorld.Of(all, forms.All(), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        CountQuestion Ask(Measure measure) => new() { Measure = measure, Events = [.. mine.Select(e => e.Id)] };
        int Count(Measure measure) => CountEngine.Count(Ask(measure), new CountQuery(db, world, zone).Read(Ask(measure), CancellationToken.None)).Number;
        var satisfaction = SurveyCounting.Count(db, Ask(Measure.Satisfaction), world, zone);
        return new(mine.Count(e => e.CalledOff is null && e.StartsAt <= now), Count(Measure.UniquePeople), Count(Measure.UniqueAttended), consultations, satisfaction?.Number ?? 0, satisfaction?.Of ?? 0);
    }

    private int Consultations(GrantBotDb db, DateOnly from, DateOnly to)
    {
        DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue)));
        var (start, end) = (Midnight(from), Midnight(to.AddDays(1)));
        return db.Consultations.Count(c => c.ClosedAt >= start && c.ClosedAt < end);
    }

    private static GrantProject? Known(ProjectRow row) => row is { TitleKk: { } kk, StartsOn: { } from, EndsOn: { } to }
        ? new(row.Code, new(kk, row.TitleRu ?? "", row.TitleEn ?? ""), row.Contract ?? "", from, to, row.Operator ?? "")
        {
            Participants = row.PlanParticipants, Events = row.PlanEvents, Consultations = row.PlanConsultations, Satisfaction = row.PlanSatisfaction, Away = row.PutAway,
        }
        : null;
}
