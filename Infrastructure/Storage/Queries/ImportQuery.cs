using GrantBot.Domain.Organising.Imports;
using GrantBot.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads imports.</summary>
internal static class ImportQuery
{
    /// <summary>An import, with what has become of its people.</summary>
    public static KnownImport? Read(GrantBotDb db, Guid id)
    {
        var name = id.ToString("N");
        if (db.Imports.AsNoTracking().FirstOrDefault(i => i.Id == name) is not { } row) return null;
        var mine = db.Registrations.Where(r => r.ImportId == name);
        return new(id, row.EventId, row.People, row.Queued, row.At, row.UndoneAt is not null, mine.Count(r => r.Status == RegistrationStatus.Attended || r.Status == RegistrationStatus.NoShow),
            db.Merges.Count(m => m.UndoneAt == null && mine.Any(r => r.PersonId == m.KeptId || r.PersonId == m.GoneId)))
        {
            Minors = mine.Count(r => r.Status == RegistrationStatus.WaitingConsent),
        };
    }
}
