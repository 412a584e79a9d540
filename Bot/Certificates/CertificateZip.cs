using System.IO.Compression;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Certificates;

/// <summary>Documents of people without a chat, for staff to print.</summary>
/// <param name="Content">The archive.</param>
/// <param name="Count">How many documents are in it.</param>
/// <param name="Last">The last certificate in it.</param>
internal sealed record CertificateZip(byte[] Content, int Count, long Last)
{
    /// <summary>Packs documents that were drawn and sent to nobody, from the one after <paramref name="after"/>, as many as every channel can take at once; null = none are left.</summary>
    public static CertificateZip? Pack(GrantBotDb db, Domain.EventId of, long after)
    {
        using var stream = new MemoryStream();
        var (count, last, total) = (0, 0L, 0L);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in db.Certificates.AsNoTracking().Where(c => c.EventId == of && c.Id > after && c.FileId != null && c.SentAt == null && c.WithdrawnAt == null).OrderBy(c => c.Id).Select(c => new { c.Id, c.FileId }).ToList())
            {
                if (db.Files.AsNoTracking().Where(f => f.Id == row.FileId).Select(f => new { f.Name, f.Content }).FirstOrDefault() is not { } file) continue;
                if (count > 0 && total + file.Content.Length > AnswerZip.MostBytes) break;
                using (var entry = archive.CreateEntry(file.Name, CompressionLevel.NoCompression).Open()) entry.Write(file.Content); // a PDF is compressed already
                (count, last, total) = (count + 1, row.Id, total + file.Content.Length);
            }
        }
        return count == 0 ? null : new(stream.ToArray(), count, last);
    }
}
