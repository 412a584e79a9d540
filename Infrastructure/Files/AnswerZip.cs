using System.IO.Compression;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Files;

/// <summary>Pictures and files people answered with, as a .zip that every channel can send.</summary>
/// <param name="Content">The archive; null when none of the files is there any more.</param>
/// <param name="Count">How many files are in it.</param>
/// <param name="First">Number of the first answer with a file in it.</param>
/// <param name="Last">Number of the last.</param>
/// <param name="Rest">Where to go on: the number of an answer, and how many of its files are done; null at the end.</param>
internal sealed record AnswerZip(byte[]? Content, int Count, int First, int Last, (int Answer, int Done)? Rest)
{
    /// <summary>MIME type.</summary>
    public const string MediaType = "application/zip";

    /// <summary>Telegram takes 50 MB, WhatsApp 100 MB; what the archive adds stays far below the difference.</summary>
    public const long MostBytes = 45L * 1024 * 1024;

    /// <summary>Name of the archive: "outing-files-3-17.zip".</summary>
    public string FileName(string formId) => First == Last ? $"{formId}-files-{First}.zip" : $"{formId}-files-{First}-{Last}.zip";

    /// <summary>Packs files up to a size; a single larger one goes by itself.</summary>
    /// <param name="db">Where the files are.</param>
    /// <param name="answers">Answers from the one to begin with, which may be gone.</param>
    /// <param name="first">Number of the one to begin with.</param>
    /// <param name="done">How many files of that one are done.</param>
    /// <param name="most">Most bytes of files.</param>
    public static AnswerZip Pack(GrantBotDb db, IEnumerable<GivenAnswer> answers, int first, int done, long most = MostBytes)
    {
        using var stream = new MemoryStream();
        var zip = new AnswerZip(null, 0, 0, 0, null);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var total = 0L;
            foreach (var (answer, place, value, name) in answers.SelectMany(a => a.Files.Select((f, place) => (a, place, f.Value, f.Name)).Skip(a.Number == first ? done : 0)))
            {
                var file = db.Files.AsNoTracking().Where(f => f.PersonId == answer.Person && f.Name == value && f.MediaType == AnswerFile.MediaType);
                var size = file.Select(f => (long?)f.Content.Length).FirstOrDefault();
                if (size is null) continue;
                if (zip.Count > 0 && total + size > most) { zip = zip with { Rest = (answer.Number, place) }; break; }
                if (file.Select(f => f.Content).FirstOrDefault() is not { } content) continue;
                using (var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open()) entry.Write(content); // pictures are compressed already
                total += content.Length;
                zip = zip with { Count = zip.Count + 1, First = zip.Count == 0 ? answer.Number : zip.First, Last = answer.Number };
            }
        }
        return zip.Count == 0 ? zip : zip with { Content = stream.ToArray() };
    }
}
