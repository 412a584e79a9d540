using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using System.Text.Json;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Load.Walk;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Load.Runs;

/// <summary>What the stopped bot left in its database, held against what everybody answered.</summary>
/// <param name="Missing">People without a registration.</param>
/// <param name="Twice">People with more than one.</param>
/// <param name="Wrong">Registrations that differ from the answers.</param>
/// <param name="Stuck">Inbox items not answered and replies not sent.</param>
/// <param name="Example">The first difference.</param>
internal sealed record Storage(int Missing, int Twice, int Wrong, int Stuck, string? Example)
{
    public bool IsRight => Missing + Twice + Wrong + Stuck == 0;

    public static Storage Check(IEngine engine, Crowd crowd)
    {
        using var db = new GrantBotDb(engine.Options);
        var rows = Registrations(db, crowd.Place.Channel).ToLookup(r => r.Address, StringComparer.Ordinal);
        int missing = 0, twice = 0, wrong = 0;
        string? example = null;
        foreach (var walker in crowd.Walkers)
        {
            var mine = rows[crowd.Place.Address(walker.Self.Index)].ToList();
            if (mine.Count == 0) missing++;
            else if (mine.Count > 1) twice++;
            else if (Difference(walker, mine[0]) is { } difference) { wrong++; example ??= difference; }
        }
        return new(missing, twice, wrong, Waiting(db), example);
    }

    /// <summary>Inbox items not answered and replies not sent.</summary>
    public static int Waiting(IEngine engine)
    {
        using var db = new GrantBotDb(engine.Options);
        return Waiting(db);
    }

    private static int Waiting(GrantBotDb db) => db.Inbox.Count(i => i.State != InboxState.Done) + db.Outbox.Count(o => o.State == OutboxState.Waiting);

    private static string? Difference(Walker walker, Row row)
    {
        foreach (var (question, answer) in walker.Given)
            if (row.Answers.GetValueOrDefault(question) != answer) return $"person {walker.Self.Index}: {question} is '{row.Answers.GetValueOrDefault(question)}', answered '{answer}'";
        return row.Status == RegistrationStatus.WaitingConsent == walker.Self.IsMinor ? null : $"person {walker.Self.Index}: status {row.Status}";
    }

    private static IEnumerable<Row> Registrations(GrantBotDb db, ChannelKind channel) =>
        db.Registrations.Join(db.ChatAddresses.Where(a => a.Channel == channel), r => r.ChatId, a => a.ChatId, (r, a) => new { a.Value, r.Status, r.Answers }).AsNoTracking().AsEnumerable()
            .Select(r => new Row(r.Value, r.Status, JsonSerializer.Deserialize<Dictionary<string, string>>(r.Answers!)!));

    private sealed record Row(string Address, RegistrationStatus Status, Dictionary<string, string> Answers);
}
