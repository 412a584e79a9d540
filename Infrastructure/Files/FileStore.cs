using System.Security.Cryptography;
using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Files;

/// <summary>Files the bot made or was sent. They live in the database, so that one backup holds everything and erasure reaches them.</summary>
internal sealed class FileStore(IDbContextFactory<GrantBotDb> databases)
{
    /// <summary>A new row with an unguessable id; stored by whoever writes it.</summary>
    public static FileRow Make(string name, string mediaType, byte[] content, ChatId? chat, DateTimeOffset now) =>
        new() { Id = NewId(), Name = name, MediaType = mediaType, Content = content, ChatId = chat, CreatedAt = now };

    /// <summary>A random, unguessable id.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The content of a file, or of a picture of a form; null when it is gone.</summary>
    public async ValueTask<Stream?> OpenAsync(string id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var content = await db.Files.AsNoTracking().Where(f => f.Id == id).Select(f => f.Content).FirstOrDefaultAsync(cancel)
            ?? await db.FormLists.AsNoTracking().Where(l => l.FileId == id).Select(l => l.Content).FirstOrDefaultAsync(cancel);
        return content is null ? null : new MemoryStream(content, writable: false);
    }
}
