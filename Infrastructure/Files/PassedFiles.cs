using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Infrastructure.Files;

/// <summary>
/// Files, photos and voice messages that one side of a consultation sends to the other: fetched from the sender's channel and kept in the file
/// store until a week after the closing, like the words.
/// </summary>
internal sealed class PassedFiles(Writer writer, TimeProvider time) : IDisposable
{
    private const string AnyBytes = "application/octet-stream";

    /// <summary>What a sender may call a file; pictures are known by their bytes, all else is bytes.</summary>
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/ogg"] = "ogg", ["audio/mpeg"] = "mp3", ["audio/mp4"] = "m4a", ["audio/aac"] = "aac", ["audio/amr"] = "amr", ["video/mp4"] = "mp4", ["video/3gpp"] = "3gp", ["application/pdf"] = "pdf",
    };

    /// <summary>Each may hold twice <see cref="AnswerFile.MostBytes"/> in memory.</summary>
    private readonly SemaphoreSlim few = new(4);

    /// <summary>Keeps it, or says why not. Never throws on what the platform or the network does.</summary>
    public async Task<PassedOn> KeepAsync(IChannel channel, ChatId chat, Need.FileToPass need)
    {
        if (need.Bytes > AnswerFile.MostBytes) return new(null, "file.large");
        await few.WaitAsync();
        try
        {
            if (await Fetching.FetchAsync(channel, need.Handle, AnswerFile.MostBytes, time) is not { } content) return new(null, "file.lost");
            if (content.Length == 0) return new(null, "file.empty");
            if (content.Length > AnswerFile.MostBytes) return new(null, "file.large");
            var (name, type) = Describe(need, Pictures.Kind(content));
            var row = FileStore.Make(name, type, content, chat, time.GetUtcNow());
            row.KeptUntil = need.For is { } kept ? row.CreatedAt + kept : null;
            await writer.WriteAsync(new Work.Background(db => db.Files.Add(row)));
            return new(new(row.Id, row.Name, row.MediaType), null);
        }
        finally
        {
            few.Release();
        }
    }

    public void Dispose() => few.Dispose();

    private static (string Name, string MediaType) Describe(Need.FileToPass need, string? picture)
    {
        if (picture is "jpg" or "png") return ("photo." + picture, picture == "jpg" ? "image/jpeg" : "image/png");
        var type = (need.MediaType ?? "").Split(';')[0].Trim();
        var ending = Endings.GetValueOrDefault(type);
        var name = string.Concat((need.Name ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c))).Trim();
        return (name.Length switch { 0 => "file." + (ending ?? "bin"), > 100 => name[^100..], _ => name }, ending is null ? AnyBytes : type.ToLowerInvariant());
    }
}
