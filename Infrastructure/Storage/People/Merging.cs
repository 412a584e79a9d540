using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.People;

/// <summary>
/// Makes two records one, and two again. Every table that knows a person is named here, and a test fails for one that is not. The gone record
/// keeps its verified number and its facts, so that going back needs nothing but ids, and erasing the kept one reaches them.
/// </summary>
internal static class Merging
{
    /// <summary>People whose registrations were cancelled by a merge, or restored, are to be told.</summary>
    public const string Due = "merged", UndoneDue = "unmerged";

    public static void Merge(GrantBotDb db, Fact.PeopleMerged fact, DateTimeOffset now)
    {
        var (kept, gone) = (fact.Kept, fact.Gone);
        if (kept == gone || db.People.Count(p => (p.Id == kept || p.Id == gone) && p.ErasedAt == null && p.MergedInto == null) != 2) throw new ConflictException("the records changed meanwhile");
        var moved = new MergedRows
        {
            Registrations = [.. db.Registrations.Where(r => r.PersonId == gone).Select(r => r.Id).AsEnumerable().Select(r => r.Value)],
            Chats = [.. db.Chats.Where(c => c.PersonId == gone).Select(c => c.Id).AsEnumerable().Select(c => c.Value)],
            Teams = [.. db.Teams.Where(t => t.PersonId == gone).Select(t => t.Id).AsEnumerable().Select(t => t.Value)],
            Consents = [.. db.Consents.Where(c => c.PersonId == gone).Select(c => c.Id)],
            Reviews = [.. db.Reviews.Where(r => r.PersonId == gone).Select(r => r.Id)],
            Certificates = [.. db.Certificates.Where(c => c.PersonId == gone).Select(c => c.Id)],
            Files = [.. db.Files.Where(f => f.PersonId == gone).Select(f => f.Id)],
            FormAnswers = [.. db.FormAnswers.Where(a => a.PersonId == gone).Select(a => a.Id)],
            SurveyInvites = [.. db.SurveyInvites.Where(i => i.PersonId == gone).Select(i => i.Who)],
            Consultations = [.. db.Consultations.Where(c => c.PersonId == gone).Select(c => c.Id)],
            ConsultationLines = [.. db.ConsultationLines.Where(l => l.PersonId == gone).Select(l => l.Id)],
            Broadcasts = [.. db.BroadcastPeople.Where(p => p.PersonId == gone && !db.BroadcastPeople.Any(k => k.BroadcastId == p.BroadcastId && k.PersonId == kept)).Select(p => p.BroadcastId).AsEnumerable().Select(b => b.Value)],
            People = [.. db.People.Where(p => p.MergedInto == gone).Select(p => p.Id).AsEnumerable().Select(p => p.Value)],
            Cancelled = fact.Cancelled,
        };
        Move(db, moved, gone, kept);
        Point(db, [gone], kept);
        db.Merges.Add(new MergeRow { Id = fact.Merge.ToString("N"), KeptId = kept, GoneId = gone, Moved = DomainJson.Write(moved), At = now });
        if (fact.Cancelled.Count > 0) DueRows.Set(db, Due, fact.Merge, now);
    }

    /// <summary>Only the newest merge of a record can be taken back, since later ones build on it.</summary>
    public static void Undo(GrantBotDb db, Fact.MergeUndone fact, DateTimeOffset now)
    {
        var id = fact.Merge.ToString("N");
        var row = db.Merges.SingleOrDefault(m => m.Id == id && m.UndoneAt == null) ?? throw new ConflictException("the merge was taken back meanwhile");
        if (!IsNewest(db, row)) throw new ConflictException("a later merge builds on it");
        row.UndoneAt = now;
        var moved = DomainJson.ReadMoved(row.Moved);
        if (moved.Cancelled.Count > 0) DueRows.Set(db, UndoneDue, fact.Merge, now);
        Point(db, [row.GoneId], null);
        Move(db, moved, row.KeptId, row.GoneId);
        db.SaveChanges();
        foreach (var loss in moved.Cancelled)
            if (db.Registrations.SingleOrDefault(r => r.Id == loss.Registration && r.Status == RegistrationStatus.Cancelled) is { } registration) RegistrationProjection.Restore(db, registration, loss.From, now);
    }

    /// <summary>No later merge in force concerns the record that was kept.</summary>
    public static bool IsNewest(GrantBotDb db, MergeRow row) =>
        !db.Merges.Any(m => m.UndoneAt == null && m.Number > row.Number && (m.KeptId == row.KeptId || m.GoneId == row.KeptId));

    public static void Part(GrantBotDb db, Fact.PeopleParted fact)
    {
        if (!db.PeopleApart.Any(p => p.FirstId == fact.First && p.SecondId == fact.Second)) db.PeopleApart.Add(new PeopleApartRow { FirstId = fact.First, SecondId = fact.Second });
    }

    private static void Move(GrantBotDb db, MergedRows moved, PersonId from, PersonId to)
    {
        PersonId? owner = to;
        List<RegistrationId> registrations = [.. moved.Registrations.Select(r => new RegistrationId(r))];
        List<BroadcastId> broadcasts = [.. moved.Broadcasts.Select(b => new BroadcastId(b))];
        List<TeamId> teams = [.. moved.Teams.Select(t => new TeamId(t))];
        db.Registrations.Where(r => r.PersonId == from && registrations.Contains(r.Id)).ExecuteUpdate(s => s.SetProperty(r => r.PersonId, to));
        db.Consents.Where(c => c.PersonId == from && moved.Consents.Contains(c.Id)).ExecuteUpdate(s => s.SetProperty(c => c.PersonId, to));
        db.Teams.Where(t => t.PersonId == from && teams.Contains(t.Id)).ExecuteUpdate(s => s.SetProperty(t => t.PersonId, owner));
        db.Reviews.Where(r => r.PersonId == from && moved.Reviews.Contains(r.Id)).ExecuteUpdate(s => s.SetProperty(r => r.PersonId, owner));
        db.Certificates.Where(c => c.PersonId == from && moved.Certificates.Contains(c.Id)).ExecuteUpdate(s => s.SetProperty(c => c.PersonId, owner));
        db.Files.Where(f => f.PersonId == from && moved.Files.Contains(f.Id)).ExecuteUpdate(s => s.SetProperty(f => f.PersonId, owner));
        db.FormAnswers.Where(a => a.PersonId == from && moved.FormAnswers.Contains(a.Id)).ExecuteUpdate(s => s.SetProperty(a => a.PersonId, owner));
        db.SurveyInvites.Where(i => i.PersonId == from && moved.SurveyInvites.Contains(i.Who)).ExecuteUpdate(s => s.SetProperty(i => i.PersonId, owner));
        db.Consultations.Where(c => c.PersonId == from && moved.Consultations.Contains(c.Id)).ExecuteUpdate(s => s.SetProperty(c => c.PersonId, owner));
        db.ConsultationLines.Where(l => l.PersonId == from && moved.ConsultationLines.Contains(l.Id)).ExecuteUpdate(s => s.SetProperty(l => l.PersonId, owner));
        db.BroadcastPeople.Where(p => p.PersonId == from && broadcasts.Contains(p.BroadcastId)).ExecuteUpdate(s => s.SetProperty(p => p.PersonId, owner));
        Point(db, [.. moved.People.Select(p => new PersonId(p))], to);
        MoveChats(db, [.. moved.Chats.Select(c => new ChatId(c))], from, to);
    }

    private static void Point(GrantBotDb db, List<PersonId> people, PersonId? to)
    {
        if (people.Count > 0) db.People.Where(p => people.Contains(p.Id)).ExecuteUpdate(s => s.SetProperty(p => p.MergedInto, to));
    }

    /// <summary>The state knows its person too; its version grows, so that a copy in memory is not written back.</summary>
    private static void MoveChats(GrantBotDb db, List<ChatId> chats, PersonId from, PersonId to)
    {
        foreach (var row in db.Chats.Where(c => c.PersonId == from && chats.Contains(c.Id)).ToList())
        {
            row.State = DomainJson.Write(StateUpcaster.Read(row.State) with { Person = to });
            row.PersonId = to;
            row.Version++;
        }
        db.SaveChanges();
    }
}
