using System.Text;
using GrantBot.Domain;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Files;

/// <summary>Lists and pictures sent for a workbook that is kept: files whose ids begin with the workbook's, so that they need no record of their own.</summary>
internal static class FormFiles
{
    /// <summary>Largest list or picture in bytes: 20,000 lines of a hundred letters.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>What every channel takes a file for: a list for text, its name says more.</summary>
    public static string MediaType(string name) => PictureFile.Is(name) ? PictureFile.MediaType(name) : "text/plain";

    // Excel here saves .csv in the Windows code page of Cyrillic.
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static FormFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A new row; stored by whoever writes it.</summary>
    public static FileRow Make(string workbook, string name, byte[] content, ChatId chat, DateTimeOffset now) =>
        new() { Id = $"{workbook}.{name}", Name = name, MediaType = MediaType(name), Content = content, ChatId = chat, CreatedAt = now };

    /// <summary>The files sent for a workbook.</summary>
    public static List<FileRow> Of(IQueryable<FileRow> files, string workbook)
    {
        var prefix = workbook + ".";
        return [.. files.Where(f => f.Id.StartsWith(prefix)).OrderBy(f => f.Id)];
    }

    /// <summary>The text of a list, UTF-8 or else the Windows code page of Cyrillic; of a picture none.</summary>
    public static string Text(string name, byte[] content)
    {
        if (PictureFile.Is(name)) return "";
        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1251).GetString(content);
        }
    }
}
