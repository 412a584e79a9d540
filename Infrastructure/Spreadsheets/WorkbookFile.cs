using System.IO.Compression;
using System.Text;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>Looks at the bytes of a file before any parser does: is it a workbook, and is it safe to unpack?</summary>
internal static class WorkbookFile
{
    private static readonly byte[] Zip = "PK\x03\x04"u8.ToArray();
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] Macros = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    /// <summary>Code of the reason to refuse it, with what was found; null when it may be read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="limits">What is too much.</param>
    /// <param name="size">Its size when unpacked.</param>
    public static (string Code, string Found)? Refusal(byte[] bytes, WorkbookLimits limits, out long size)
    {
        size = bytes.Length;
        if (bytes.Length > limits.Bytes) return ("workbook-large", $"{bytes.Length / 1024 / 1024} MB");
        if (bytes.AsSpan().StartsWith(Zip)) return RefuseZip(bytes, limits, out size);
        if (!bytes.AsSpan().StartsWith(Compound)) return ("workbook-not", "");
        if (bytes.AsSpan().IndexOf(Encrypted) >= 0) return ("workbook-locked", "");
        return bytes.AsSpan().IndexOf(Macros) >= 0 ? ("workbook-macros", "") : null;
    }

    private static (string, string)? RefuseZip(byte[] bytes, WorkbookLimits limits, out long size)
    {
        size = 0;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > limits.Parts) return ("workbook-bomb", $"{zip.Entries.Count}");
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return ("workbook-macros", "");
            if (!zip.Entries.Any(e => e.FullName.StartsWith("xl/workbook.", StringComparison.OrdinalIgnoreCase))) return ("workbook-not", "");
            return Unpacks(zip, limits, out size) ? null : ("workbook-bomb", "");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return ("workbook-broken", "");
        }
    }

    // The sizes a zip declares may lie, so each part is unpacked once into nothing and counted.
    private static bool Unpacks(ZipArchive zip, WorkbookLimits limits, out long size)
    {
        var buffer = new byte[81920];
        var markup = 0;
        size = 0;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                size += read;
                markup += buffer.AsSpan(0, read).Count((byte)'<');
                if (size > limits.UnpackedBytes || markup > limits.Markup) return false;
            }
        }
        return true;
    }
}
