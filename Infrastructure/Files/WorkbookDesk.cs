using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Infrastructure.Files;

/// <summary>Fetches a workbook that staff sent, checks it as a form, and keeps a good one until the turn is committed. One at a time: a workbook may take 50 MB to read.</summary>
internal sealed class WorkbookDesk(IWriter writer, TimeProvider time) : IDisposable
{
    private static readonly WorkbookLimits Limits = new();
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Never throws on what is in the file or on a platform's refusal: those are problems to be told.</summary>
    public async Task<CheckedWorkbook> CheckAsync(IChannel channel, ChatId chat, Need.Workbook need)
    {
        if (need.Bytes > Limits.Bytes) return Bad("workbook-large", $"{need.Bytes / 1024 / 1024} MB");
        await one.WaitAsync();
        try
        {
            await using var stream = await channel.FetchAsync(need.Handle, CancellationToken.None);
            if (stream is null) return Bad("workbook-lost", "");
            return await ReadAsync(stream) is { } bytes ? await CheckAsync(bytes, chat) : Bad("workbook-large", $"> {Limits.Bytes / 1024 / 1024} MB");
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<CheckedWorkbook> CheckAsync(byte[] bytes, ChatId chat)
    {
        var reading = FormWorkbook.Read(bytes);
        if (reading.Form is null) return new(null, reading.Problems, null);
        var file = FileStore.Make("form.xlsx", Documents.Xlsx.MediaType, bytes, chat, time.GetUtcNow());
        await writer.WriteAsync(new Work.Background(db => db.Files.Add(file)));
        return new(reading.Form, reading.Problems, file.Id);
    }

    private static CheckedWorkbook Bad(string code, string found) => new(null, [new FormProblem(1, true, code, "", 0, "", found, "")], null);

    /// <summary>The whole content; null when it is larger than a workbook may be, whatever its sender said.</summary>
    private static async Task<byte[]?> ReadAsync(Stream stream)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > Limits.Bytes) return null;
        }
        return content.ToArray();
    }
}
