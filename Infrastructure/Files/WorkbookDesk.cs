using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Files;

/// <summary>
/// Fetches workbooks and lists that staff sent, checks them as a form, and keeps good ones until the turn is committed. One at a time: a workbook
/// may take 50 MB to read.
/// </summary>
internal sealed class WorkbookDesk(Writer writer, Databases databases, TimeProvider time) : IDisposable
{
    private static readonly WorkbookLimits Limits = new();
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Whether a need is for this desk.</summary>
    public static bool Answers(Need need) => need is Need.Workbook or Need.FormList or Need.Kept;

    /// <summary>Never throws on what is in a file, on a platform's refusal or on a fault of the net: those are problems to be told.</summary>
    public async Task<CheckedWorkbook> CheckAsync(IChannel channel, ChatId chat, Need need)
    {
        await one.WaitAsync();
        try
        {
            return need switch
            {
                Need.Workbook(var handle, var size) => await FetchAsync(channel, handle, size, Limits.Bytes, "workbook-large", bytes => KeepAsync(bytes, chat)),
                Need.FormList list => await FetchAsync(channel, list.Handle, list.Bytes, FormFiles.MostBytes, "list-large", bytes => AddAsync(bytes, list, chat)),
                Need.Kept(var workbook) => Kept(workbook, [], out _),
                _ => throw new UnreachableException(),
            };
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<CheckedWorkbook> FetchAsync(IChannel channel, string handle, long? said, int most, string tooLarge, Func<byte[], Task<CheckedWorkbook>> check)
    {
        if (said > most) return Bad(tooLarge, $"{said / 1024 / 1024} MB");
        var bytes = await Fetching.FetchAsync(channel, handle, most, time);
        if (bytes is null) return Bad("workbook-lost");
        return bytes.Length > most ? Bad(tooLarge, $"> {most / 1024 / 1024} MB") : await check(bytes);
    }

    private async Task<CheckedWorkbook> KeepAsync(byte[] bytes, ChatId chat)
    {
        var reading = FormWorkbook.Read(bytes);
        if (reading.Form is null) return new(null, reading.Problems, null);
        var file = FileStore.Make("form.xlsx", Documents.Xlsx.MediaType, bytes, chat, time.GetUtcNow());
        await WriteAsync(file);
        return new(reading.Form, reading.Problems, file.Id);
    }

    /// <summary>A list that makes the form wrong is not kept.</summary>
    private async Task<CheckedWorkbook> AddAsync(byte[] bytes, Need.FormList need, ChatId chat)
    {
        if (PictureFile.Is(need.Name) && Pictures.Kind(bytes) is null) return Bad("picture-broken", need.Name);
        var list = FormFiles.Make(need.KeptWorkbook, need.Name, bytes, chat, time.GetUtcNow());
        var book = Kept(need.KeptWorkbook, [list], out var there);
        if (book.Form is not null) await WriteAsync(list, instead: there);
        return book;
    }

    private CheckedWorkbook Kept(string workbook, IReadOnlyList<FileRow> added, out bool there)
    {
        var (book, lists) = databases.Read(db => (db.Files.AsNoTracking().FirstOrDefault(f => f.Id == workbook), FormFiles.Of(db.Files.AsNoTracking(), workbook)));
        there = lists.Exists(l => added.Any(a => a.Id == l.Id));
        if (book is null) return Bad("workbook-lost");
        var all = added.Concat(lists).DistinctBy(l => l.Name).ToDictionary(l => l.Name, l => FormFiles.Text(l.Name, l.Content), StringComparer.Ordinal);
        var reading = FormWorkbook.Read(book.Content, all);
        return new(reading.Form, reading.Problems, workbook) { Lists = [.. all.Keys] };
    }

    private Task WriteAsync(FileRow file, bool instead = false) => writer.WriteAsync(new Work.Background(db => { if (instead) db.Files.Update(file); else db.Files.Add(file); }));

    private static CheckedWorkbook Bad(string code, string found = "") => new(null, [new FormProblem(1, true, code, "", 0, "", found, "")], null);
}
