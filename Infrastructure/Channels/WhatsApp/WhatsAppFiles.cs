using System.Collections.Frozen;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>Which files Meta takes: a closed list of types, and a size by kind (platform/whatsapp.md B5).</summary>
internal static class WhatsAppFiles
{
    public const long ImageBytes = 5 * 1024 * 1024;

    private static readonly FrozenSet<string> Taken = new[]
    {
        "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "image/jpeg", "image/png", "image/webp", "video/mp4", "video/3gpp",
        "audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type to upload under: other kinds (SVG, CSV) go as plain text, and the file's name keeps their ending.</summary>
    public static string UploadType(string mediaType)
    {
        var semicolon = mediaType.IndexOf(';', StringComparison.Ordinal);
        var plain = (semicolon < 0 ? mediaType : mediaType[..semicolon]).Trim().ToLowerInvariant();
        return Taken.Contains(plain) ? plain : "text/plain";
    }

    /// <summary>Shown as a picture: JPEG or PNG of up to 5 MB. Anything else, or of unknown size, is a document.</summary>
    public static bool IsImage(string uploadType, long? bytes) =>
        uploadType is "image/jpeg" or "image/png" && bytes is null or <= ImageBytes;
}
