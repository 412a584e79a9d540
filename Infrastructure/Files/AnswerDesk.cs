using System.Security.Cryptography;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Files;

/// <summary>
/// Fetches a picture or file with which somebody answers a form and keeps it in the file store. It belongs to the chat until the form is
/// sent, then to the person; one that is never sent goes with the other stray files.
/// </summary>
internal sealed class AnswerDesk(Writer writer, TimeProvider time) : IDisposable
{
    /// <summary>Most files a chat may keep for a form that is not sent yet.</summary>
    private const int MostOpen = 20;

    /// <summary>Each may hold twice <see cref="AnswerFile.MostBytes"/> in memory.</summary>
    private readonly SemaphoreSlim few = new(4);

    /// <summary>The answer's value, or why the file is not taken. Never throws on what the platform or the network does.</summary>
    public async Task<KeptFile> KeepAsync(IChannel channel, ChatId chat, Need.Attachment need)
    {
        if (need.Bytes > AnswerFile.MostBytes) return KeptFile.Refuse("file.large");
        await few.WaitAsync();
        try
        {
            if (await Fetching.FetchAsync(channel, need.Handle, AnswerFile.MostBytes, time) is not { } content) return KeptFile.Refuse("file.lost");
            var kept = Judge(content, need);
            if (kept.Value is { } value) await StoreAsync(chat, value, content);
            return kept;
        }
        finally
        {
            few.Release();
        }
    }

    /// <summary>What a file answers.</summary>
    public static KeptFile Judge(ReadOnlySpan<byte> content, Need.Attachment need)
    {
        if (content.Length == 0) return KeptFile.Refuse("file.empty");
        if (content.Length > AnswerFile.MostBytes) return KeptFile.Refuse("file.large");
        var picture = Pictures.Kind(content);
        if (need.Picture && picture is null) return KeptFile.Refuse("file.nopicture");
        return KeptFile.Take(AnswerFile.Value(Convert.ToHexStringLower(SHA256.HashData(content)), picture is null ? need.Name : "picture." + picture));
    }

    public void Dispose() => few.Dispose();

    private Task StoreAsync(ChatId chat, string value, byte[] content)
    {
        var row = FileStore.Make(value, AnswerFile.MediaType, content, chat, time.GetUtcNow());
        return writer.WriteAsync(new Work.Background(db =>
        {
            var open = db.Files.Where(f => f.ChatId == chat && f.PersonId == null && f.MediaType == AnswerFile.MediaType);
            // sent again it is the newest; of those sent and taken back only the last stay
            open.Where(f => f.Name == value).ExecuteDelete();
            open.OrderByDescending(f => f.CreatedAt).Skip(MostOpen - 1).ExecuteDelete();
            db.Files.Add(row);
        }));
    }
}
