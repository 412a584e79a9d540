using System.Text;
using GrantBot.Domain;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Files;

/// <summary>Lists sent for a workbook that is kept: files whose ids begin with the workbook's, so that they need no record of their own.</summary>
internal static class FormLists
{
    /// <summary>Largest list in bytes: 20,000 lines of a hundred letters.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>What every channel takes a list for; its name says more.</summary>
    public const string MediaType = "text/plain";

    // Excel here saves .csv in the Windows code page of Cyrillic.
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static FormLists() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A new row; stored by whoever writes it.</summary>
    public static FileRow Make(string workbook, string name, byte[] content, ChatId chat, DateTimeOffset now) =>
        new() { Id = $"{workbook}.{name}", Name = name, MediaType = MediaType, Content = content, ChatId = chat, CreatedAt = now };

    /// <summary>The lists sent for a workbook.</summary>
    public static List<FileRow> Of(IQueryable<FileRow> files, string workbook)
    {
        var prefix = workbook + ".";
        return [.. files.Where(f => f.Id.StartsWith(prefix))];
    }

    /// <summary>The text of a list: UTF-8, else the Windows code page of Cyrillic.</summary>
    public static string Text(byte[] content)
    {
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
