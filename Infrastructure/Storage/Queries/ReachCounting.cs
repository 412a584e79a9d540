using GrantBot.Domain;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Organising.Publicity;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Counts views of what was published (<see cref="Domain.Indicators.Publicity.Reach"/>). Days are those of publication; nothing is known of who looked.</summary>
internal static class ReachCounting
{
    /// <summary>All of it, the latest first.</summary>
    public static IReadOnlyList<KnownPublication> All(GrantBotDb db) => [.. db.Publications.AsNoTracking().OrderByDescending(p => p.Published).ThenByDescending(p => p.Id).AsEnumerable()
        .Select(p => new KnownPublication(p.Id, new(p.EventId, p.Kind, p.Outlet, p.Link, p.Published), p.Views, p.ReadOn))];

    /// <summary>The answer; null while nothing is noted.</summary>
    public static CountAnswer? Count(GrantBotDb db, CountQuestion question, AskingWorld world)
    {
        var kinds = world.Events.ToDictionary(e => e.Id, e => e.Kind);
        var meant = db.Publications.AsNoTracking().AsEnumerable().Where(p => IsMeant(question, p, kinds)).ToList();
        if (meant.Count == 0) return null;
        var read = meant.Where(p => p.Views is not null).ToList();
        var parts = question.By.Where(d => d is Dimension.Event or Dimension.Month or Dimension.Week or Dimension.Day).ToList();
        return new(Sum(read), null, CountOf.Nothing, meant.Count - read.Count, Table(question.Measure, parts, read)) { IsWhole = question.NarrowsPeople || parts.Count < question.By.Count };
    }

    private static bool IsMeant(CountQuestion question, PublicationRow row, Dictionary<EventId, string> kinds) =>
        (question.Events.Count == 0 || (row.EventId is { } id && question.Events.Contains(id)))
        && (question.Kinds.Count == 0 || (row.EventId is { } of && kinds.GetValueOrDefault(of) is { } kind && question.Kinds.Contains(kind, StringComparer.Ordinal)))
        && !(row.Published < question.From) && !(row.Published > question.To);

    private static CountTable? Table(Measure measure, List<Dimension> by, List<PublicationRow> read)
    {
        if (by.Count == 0) return null;
        var codes = new CountCodes(measure);
        string Code(Dimension dimension, PublicationRow row) => dimension is not Dimension.Event ? codes.Of(dimension, row.Published) : row.EventId is { } id ? ByEvent.Code(id) : Breakdown.NotStated;
        IEnumerable<IGrouping<string, PublicationRow>> By(Dimension dimension) => read.GroupBy(r => Code(dimension, r), StringComparer.Ordinal).OrderBy(g => g.Key == Breakdown.NotStated).ThenBy(g => g.Key, StringComparer.Ordinal);
        List<string> across = by.Count < 2 ? [] : [.. By(by[1]).Select(g => g.Key)];
        return new([.. By(by[0]).Select(g => new CountRow(g.Key, new(Sum(g), null), [.. across.Select(c => new CountCell(Sum(g.Where(r => Code(by[1], r) == c)), null))]))], across, Overlaps: false);
    }

    private static int Sum(IEnumerable<PublicationRow> rows) => (int)Math.Min(int.MaxValue, rows.Sum(r => (long)(r.Views ?? 0)));
}
