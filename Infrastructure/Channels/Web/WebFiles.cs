using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using GrantBot.Domain;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>Files of web chats: what a person sent and what the bot made. Each is open to its own chat only.</summary>
internal sealed class WebFiles(DbContextOptions<GrantBotDb> options, Writer writer, WebHistory history, TimeProvider time)
{
    private const string AnyBytes = "application/octet-stream";

    /// <summary>Keeps a file. The id follows from the chat's secret and the page's message id, so a resend keeps one file.</summary>
    public async Task<string> KeepAsync(string address, ChatId chat, string messageId, string? name, string? mediaType, byte[] content)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{address}:{messageId}")))[..32];
        var row = new FileRow { Id = id, Name = CleanName(name), MediaType = CleanType(mediaType), Content = content, ChatId = chat, CreatedAt = time.GetUtcNow() };
        await writer.WriteAsync(new Work.Background(db => { if (!db.Files.Any(f => f.Id == id)) db.Files.Add(row); }));
        return id;
    }

    /// <summary>What is known of a file the person sent; null when it is not this chat's own.</summary>
    public async Task<WebFile?> OwnAsync(ChatId chat, string id, CancellationToken cancel)
    {
        await using var db = new GrantBotDb(options);
        return await db.Files.Where(f => f.Id == id && f.ChatId == chat)
            .Select(f => new WebFile(f.Id, f.Name, f.MediaType, f.Content.Length)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The file, when it is the chat's own or a line of the chat shows it; else null, as if there were none.</summary>
    public async Task<FileRow?> OpenAsync(ChatId chat, string id, CancellationToken cancel)
    {
        if (id.Length > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        await using var db = new GrantBotDb(options);
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancel)
            ?? (await db.FormLists.AsNoTracking().FirstOrDefaultAsync(l => l.FileId == id, cancel) is { } picture ? new FileRow { Id = id, Name = picture.Name, MediaType = FormFiles.MediaType(picture.Name), Content = picture.Content } : null);
        return file is not null && (file.ChatId == chat || history.Shows(chat, id)) ? file : null;
    }

    private static string CleanName(string? name)
    {
        var clean = string.Concat((name ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c))).Trim();
        return clean.Length switch { 0 => "file", > 120 => clean[^120..], _ => clean };
    }

    private static string CleanType(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var value) && value.MediaType is { Length: <= 100 } media ? media.ToLowerInvariant() : AnyBytes;
}
