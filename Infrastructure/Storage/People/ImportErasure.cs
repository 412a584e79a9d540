using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Seats;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.People;

/// <summary>Takes an import back: its people go whole, coarse codes too, since they were never to be there. All at once by tables, for there may be thousands.</summary>
internal static class ImportErasure
{
    public static void Undo(GrantBotDb db, Fact.ImportUndone fact, DateTimeOffset now)
    {
        var id = fact.Import.ToString("N");
        var row = db.Imports.SingleOrDefault(i => i.Id == id && i.UndoneAt == null) ?? throw new ConflictException("the import was taken back meanwhile");
        if (Queries.ImportQuery.Read(db, fact.Import) is not { CheckedIn: 0, Merged: 0 }) throw new ConflictException("somebody of it was seen or merged meanwhile");
        row.UndoneAt = now;
        var registrations = db.Registrations.Where(r => r.ImportId == id);
        var weights = registrations.AsNoTracking().Select(r => new { r.Status, r.Queued }).AsEnumerable()
            .Select(r => RegistrationProjection.Weight(new() { Status = r.Status, Queued = r.Queued })).ToList();
        foreach (var waiting in registrations.Where(r => r.Status == RegistrationStatus.WaitingConsent).Select(r => r.Id).AsEnumerable().Select(r => r.Value.ToString("N")).Chunk(500).ToList())
            db.Due.Where(d => d.Kind == RegistrationProjection.GuardianDue && waiting.Contains(d.Subject)).ExecuteDelete();
        var people = registrations.Select(r => r.PersonId);
        db.Facts.Where(f => f.PersonId != null && people.Contains(f.PersonId.Value)).ExecuteUpdate(s => s.SetProperty(f => f.Data, "{}").SetProperty(f => f.PersonId, (PersonId?)null));
        db.Consents.Where(c => people.Contains(c.PersonId)).ExecuteDelete();
        db.PeopleApart.Where(p => people.Contains(p.FirstId) || people.Contains(p.SecondId)).ExecuteDelete();
        // somebody may have another registration by now, made by staff: they stay, without this one
        var others = db.Registrations.Where(r => r.ImportId != id).Select(r => r.PersonId);
        db.People.Where(p => people.Contains(p.Id) && !others.Contains(p.Id)).ExecuteDelete();
        registrations.ExecuteDelete();
        SeatLedger.Change(db, fact.Event, -weights.Sum(w => w.Taken), -weights.Sum(w => w.Waiting), now);
    }
}
