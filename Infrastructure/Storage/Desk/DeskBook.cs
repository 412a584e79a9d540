using System.Security.Cryptography;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Desk;

/// <summary>A desk page that is open.</summary>
/// <param name="Hash">Hash of its token.</param>
/// <param name="Chat">The member of staff who opened it.</param>
/// <param name="Event">Whose door it is.</param>
internal sealed record OpenDesk(string Hash, ChatId Chat, EventId Event);

/// <summary>Who may use a desk page: whoever opened a one-time link, for 16 hours and as long as their role lasts.</summary>
internal sealed class DeskBook(Databases databases, Writer writer, StaffDirectory staff, EventBook events, TimeProvider time)
{
    /// <summary>A long day with its evening.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromHours(16);

    /// <summary>Uses up a link's code; the token of the page it opens, or null when the code is used, too old or unknown.</summary>
    public async Task<string?> OpenAsync(string code)
    {
        if (code.Length is 0 or > 64) return null;
        var (hash, now, token) = (Secret.Hash(code), time.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var opened = await writer.WriteAsync(new Work.Background(db => Open(db, hash, token, now)) { Now = now });
        return opened ? token : null;
    }

    /// <summary>The desk of a token; null when it has ended.</summary>
    public OpenDesk? Find(string? token)
    {
        if (token is not { Length: 32 } || !token.All(char.IsAsciiHexDigitLower)) return null;
        var (hash, now) = (Secret.Hash(token), time.GetUtcNow());
        var row = databases.Read(db => db.DeskSessions.AsNoTracking().FirstOrDefault(s => s.Hash == hash && s.ExpiresAt > now));
        return row is not null && events.Find(row.EventId) is { } e && staff.AccessOf(row.ChatId).May(Right.CheckIn, e.Id, e.Project) ? new(row.Hash, row.ChatId, row.EventId) : null;
    }

    /// <summary>Ends a desk.</summary>
    public Task CloseAsync(OpenDesk desk) => writer.WriteAsync(new Work.Background(db => db.DeskSessions.Where(s => s.Hash == desk.Hash).ExecuteDelete()) { Now = time.GetUtcNow() });

    private static void Open(GrantBotDb db, string hash, string token, DateTimeOffset now)
    {
        var code = db.Codes.AsNoTracking().FirstOrDefault(c => c.Hash == hash && c.Purpose == DoorProjection.DeskCode) ?? throw new ConflictException("there is no such code");
        Projection.UseCode(db, hash, now);
        db.DeskSessions.Add(new DeskSessionRow { Hash = Secret.Hash(token), ChatId = code.MadeBy!.Value, EventId = new(Guid.ParseExact(code.Subject, "N")), ExpiresAt = now + Lives });
    }
}
