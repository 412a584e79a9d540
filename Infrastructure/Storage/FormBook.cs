using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// All versions of all forms in memory: those that ship with the program and those staff sent. Standings are read again after any fact that
/// changes one; a workbook is read once, since a version never changes.
/// </summary>
internal sealed partial class FormBook(Databases databases, ShippedForms shipped, ILogger<FormBook> log)
{
    private readonly Lock gate = new();
    private readonly Lock reading = new();
    private readonly Dictionary<(string, string), Form?> read = [];

    private volatile FormCatalogue? catalogue;
    private int changes;

    /// <summary>All forms as they stand. What was read while one changed is used once and not kept.</summary>
    public FormCatalogue All()
    {
        if (catalogue is { } known) return known;
        lock (reading)
        {
            if (catalogue is { } meanwhile) return meanwhile;
            var before = Volatile.Read(ref changes);
            var loaded = Load();
            lock (gate) { if (before == changes) catalogue = loaded; }
            return loaded;
        }
    }

    /// <summary>Facts were committed, or a decision did not hold.</summary>
    public void Changed(IReadOnlyList<Fact> facts)
    {
        if (!facts.Any(f => f is Fact.FormDrafted or Fact.FormPublished or Fact.FormRetired or Fact.FormDeleted)) return;
        lock (gate) { changes++; catalogue = null; }
    }

    /// <summary>The very workbook of a version; null when there is none.</summary>
    public byte[]? Workbook(string id, string version)
    {
        if (shipped.All.FirstOrDefault(f => f.Form.Id == id && f.Form.Version == version) is { } form) return form.Workbook;
        return databases.Read(db => db.FormVersions.AsNoTracking().Where(f => f.FormId == id && f.Version == version).Select(f => f.Workbook).FirstOrDefault());
    }

    /// <summary>The lists a version takes from files, as they came, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Lists(string id, string version) =>
        databases.Read(db => db.FormLists.AsNoTracking().Where(l => l.FormId == id && l.Version == version).OrderBy(l => l.Name).ToDictionary(l => l.Name, l => l.Content, StringComparer.Ordinal));

    private FormCatalogue Load()
    {
        var rows = databases.Read(db => db.FormVersions.AsNoTracking().OrderBy(f => f.MadeAt).Select(f => new { f.FormId, f.Version, f.MadeAt, f.PublishedAt, Deleted = f.DeletedAt != null }).ToList());
        var standings = databases.Read(db => db.FormStandings.AsNoTracking().ToDictionary(s => s.FormId, s => s.Published, StringComparer.Ordinal));
        var pictures = databases.Read(db => db.FormLists.AsNoTracking().Select(l => new { l.FormId, l.Version, l.Name, l.FileId }).ToList()).Where(l => PictureFile.Is(l.Name)).ToLookup(l => (l.FormId, l.Version));
        FormStatus Status(string id, string version, bool once) => !standings.TryGetValue(id, out var published) ? once ? FormStatus.Published : FormStatus.Draft
            : published == version ? FormStatus.Published
            : !once ? FormStatus.Draft
            : published is null ? FormStatus.Retired : FormStatus.Replaced;
        return new(shipped.All.Select(f => new FormEdition(f.Form, Status(f.Form.Id, f.Form.Version, once: true)))
            .Concat(rows.Where(r => !r.Deleted && Parsed(r.FormId, r.Version) is not null)
                .Select(r => new FormEdition(Parsed(r.FormId, r.Version)!, Status(r.FormId, r.Version, r.PublishedAt is not null), r.PublishedAt ?? r.MadeAt)
                { Pictures = pictures[(r.FormId, r.Version)].ToDictionary(p => p.Name, p => p.FileId, StringComparer.Ordinal) })))
        { Deleted = rows.Where(r => r.Deleted).ToLookup(r => r.FormId, r => r.Version, StringComparer.Ordinal) };
    }

    /// <summary>Null, and said in the log, when this program is stricter than the one that took it: one form must not stop the others.</summary>
    private Form? Parsed(string id, string version)
    {
        if (read.TryGetValue((id, version), out var known)) return known;
        var form = FormWorkbook.Read(Workbook(id, version)!, Lists(id, version).ToDictionary(l => l.Key, l => FormFiles.Text(l.Key, l.Value), StringComparer.Ordinal)).Form?.As(version);
        if (form is null) LogUnreadable(id, version);
        return read[(id, version)] = form;
    }

    [LoggerMessage(1, LogLevel.Error, "Form {Id}, version {Version}, of the database has errors for this program and is left out; send a corrected workbook")]
    private partial void LogUnreadable(string id, string version);
}

/// <summary>The forms that ship with the program.</summary>
internal sealed record ShippedForms(IReadOnlyList<ShippedForm> All);

/// <summary>A form that ships with the program, and its workbook.</summary>
internal sealed record ShippedForm(Form Form, byte[] Workbook);
