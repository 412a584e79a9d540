using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Imports;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Import;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Files;

/// <summary>
/// Fetches a list of earlier registrations that staff sent, says what it would do, and keeps it for a day until they decide. One at a time: a
/// workbook may take 50 MB to read.
/// </summary>
internal sealed class ImportDesk(Writer writer, Databases databases, EventBook events, FormBook forms, Texts texts, TimeZoneInfo zone, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly int MostBytes = new WorkbookLimits().Bytes;
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Never throws on what is in a file, on a platform's refusal or on a fault of the net: those are problems to be told.</summary>
    public async Task<ImportLook> LookAsync(IChannel channel, ChatId chat, Need.ImportList need)
    {
        if (need.Bytes > MostBytes) return Bad("workbook-large", $"{need.Bytes / 1024 / 1024} MB");
        await one.WaitAsync();
        try
        {
            if (await Fetching.FetchAsync(channel, need.Handle, MostBytes, time) is not { } bytes) return Bad("workbook-lost");
            if (bytes.Length > MostBytes) return Bad("workbook-large", $"> {MostBytes / 1024 / 1024} MB");
            var name = need.Name ?? "list";
            var (look, sheet) = Look(bytes, name, need.Event);
            if (look.Refusal is not null) return look;
            var now = time.GetUtcNow();
            FileRow? list = look.Plan.Rows.Count == 0 ? null : FileStore.Make(name.Length > 60 ? "list" + Path.GetExtension(name) : name, "application/octet-stream", bytes, chat, now);
            FileRow? problems = ProblemBook.Of(look.Preview, sheet!, need.Language, texts) is { } book ? FileStore.Make("problems.xlsx", Xlsx.MediaType, book, chat, now) : null;
            if (list is not null) list.KeptUntil = now + Kept;
            await writer.WriteAsync(new Work.Background(db => db.Files.AddRange(new[] { list, problems }.OfType<FileRow>())));
            return look with { File = list?.Id, Problems = problems?.Id };
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>What a list would do now; null when it is kept no longer or the event is gone.</summary>
    public ImportLook? Again(string file, EventId id) =>
        databases.Read(db => db.Files.AsNoTracking().FirstOrDefault(f => f.Id == file)) is { } row ? Look(row.Content, row.Name, id).Look : null;

    /// <summary>The event as it stands.</summary>
    public EventInfo? Event(EventId id) => events.All().FirstOrDefault(e => e.Id == id);

    /// <summary>The day of an event, by which ages count.</summary>
    public DateOnly Day(EventInfo e) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.StartsAt, zone).DateTime);

    public void Dispose() => one.Dispose();

    private (ImportLook Look, Sheet? Sheet) Look(byte[] bytes, string name, EventId id)
    {
        if (Event(id) is not { } e || forms.All().Find(e.FormId) is not { } form) return (Bad("workbook-lost"), null);
        var reading = ImportFile.Read(bytes, name);
        if (reading is WorkbookReading.Refused refused) return (new() { Refusal = refused.Problem }, null);
        var sheet = ((WorkbookReading.Read)reading).Sheets.Sheets[0];
        var preview = ImportReader.Read(sheet, form, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime));
        var registered = databases.Read(db => db.Registrations.AsNoTracking().Where(r => r.EventId == id && r.Status != RegistrationStatus.Cancelled)
            .Select(r => new RegisteredKey(r.Phone, r.Surname, r.Given, r.BirthDate)).ToList());
        return (new() { Preview = preview, Plan = ImportPlan.Of(preview.Rows, registered, e, Day(e)) }, sheet);
    }

    private static ImportLook Bad(string code, string found = "") => new() { Refusal = new FormProblem(1, true, code, "", 0, "", found, "") };
}
