using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>A stored file: one a person sent lives 7 days, one the bot uploaded 30 (platform/whatsapp.md B5).</summary>
public sealed record StoredMedia(string Id, string MediaType, byte[] Content, DateTimeOffset Until)
{
    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Files of both sides, and the addresses under which they can be fetched for five minutes.</summary>
internal sealed class MediaStore(EmulatorClock clock)
{
    private const int Megabyte = 1024 * 1024;
    private readonly ConcurrentDictionary<string, StoredMedia> files = new();
    private readonly ConcurrentDictionary<string, (string Id, DateTimeOffset Until)> tickets = new();
    private long last = 300_000_000_000_000;

    /// <summary>The types an upload may have, by the kind of message that shows them.</summary>
    public static string? KindOf(string mediaType) => mediaType switch
    {
        "image/jpeg" or "image/png" => "image",
        "image/webp" => "sticker",
        "audio/aac" or "audio/mp4" or "audio/mpeg" or "audio/amr" or "audio/ogg" or "audio/opus" => "audio",
        "video/mp4" or "video/3gpp" => "video",
        "text/plain" or "application/pdf" or "application/msword" or "application/vnd.ms-excel" or "application/vnd.ms-powerpoint" => "document",
        _ when mediaType.StartsWith("application/vnd.openxmlformats-officedocument.", StringComparison.Ordinal) => "document",
        _ => null,
    };

    /// <summary>What a message type may carry: a document may be anything that can be uploaded.</summary>
    public static bool Fits(string messageType, StoredMedia media) => messageType == "document" || KindOf(media.MediaType) == messageType;

    public static long Limit(string kind) => kind switch
    {
        "image" => 5 * Megabyte,
        "sticker" => Megabyte / 2,
        "audio" or "video" => 16 * Megabyte,
        _ => 100 * Megabyte,
    };

    public StoredMedia Keep(string mediaType, byte[] content, TimeSpan life)
    {
        var media = new StoredMedia($"{Interlocked.Increment(ref last)}", mediaType, content, clock.Now + life);
        files[media.Id] = media;
        return media;
    }

    public StoredMedia? Find(string id) => files.TryGetValue(id, out var media) && clock.Now < media.Until ? media : null;

    /// <summary>Forgets every file before its time.</summary>
    public void Lose() => files.Clear();

    public string NewTicket(StoredMedia media)
    {
        var ticket = $"{media.Id}-{Interlocked.Increment(ref last)}";
        tickets[ticket] = (media.Id, clock.Now + TimeSpan.FromMinutes(5));
        return ticket;
    }

    public StoredMedia? ByTicket(string ticket) =>
        tickets.TryGetValue(ticket, out var held) && clock.Now < held.Until ? Find(held.Id) : null;
}
