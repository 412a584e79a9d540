using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// All versions of all forms in memory: those that ship with the program and those staff sent. Standings are read again after any fact that
/// changes one; a workbook is read once, since a version never changes.
/// </summary>
internal sealed class FormBook(Databases databases, ShippedForms shipped)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string, string), Form> read = [];
    private volatile FormCatalogue? catalogue;

    /// <summary>All forms as they stand.</summary>
    public FormCatalogue All()
    {
        if (catalogue is { } known) return known;
        lock (gate) return catalogue ??= Load();
    }

    /// <summary>Facts were committed, or a decision did not hold.</summary>
    public void Changed(IReadOnlyList<Fact> facts)
    {
        if (facts.Any(f => f is Fact.FormDrafted or Fact.FormPublished or Fact.FormRetired)) catalogue = null;
    }

    /// <summary>The very workbook of a version; null when there is none.</summary>
    public byte[]? Workbook(string id, string version)
    {
        if (shipped.All.FirstOrDefault(f => f.Form.Id == id && f.Form.Version == version) is { } form) return form.Workbook;
        return databases.Read(db => db.FormVersions.AsNoTracking().Where(f => f.FormId == id && f.Version == version).Select(f => f.Workbook).FirstOrDefault());
    }

    private FormCatalogue Load()
    {
        var rows = databases.Read(db => db.FormVersions.AsNoTracking().OrderBy(f => f.MadeAt).Select(f => new { f.FormId, f.Version, f.MadeAt, f.PublishedAt }).ToList());
        var standings = databases.Read(db => db.FormStandings.AsNoTracking().ToDictionary(s => s.FormId, s => s.Published, StringComparer.Ordinal));
        FormStatus Status(string id, string version, bool once) => !standings.TryGetValue(id, out var published) ? once ? FormStatus.Published : FormStatus.Draft
            : published == version ? FormStatus.Published
            : !once ? FormStatus.Draft
            : published is null ? FormStatus.Retired : FormStatus.Replaced;
        return new(shipped.All.Select(f => new FormEdition(f.Form, Status(f.Form.Id, f.Form.Version, once: true)))
            .Concat(rows.Select(r => new FormEdition(Parsed(r.FormId, r.Version), Status(r.FormId, r.Version, r.PublishedAt is not null), r.PublishedAt ?? r.MadeAt))));
    }

    private Form Parsed(string id, string version)
    {
        if (read.TryGetValue((id, version), out var known)) return known;
        // it was good when it was sent; a later program that is stricter must not lose it
        var form = WorkbookReader.Read(Workbook(id, version)!) is WorkbookReading.Read(var sheets) ? FormReader.Read(sheets).Form : null;
        return read[(id, version)] = form?.As(version) ?? throw new InvalidDataException($"Form {id} version {version} of the database cannot be read by this program");
    }
}

/// <summary>The forms that ship with the program.</summary>
internal sealed record ShippedForms(IReadOnlyList<ShippedForm> All);

/// <summary>A form that ships with the program, and its workbook.</summary>
internal sealed record ShippedForm(Form Form, byte[] Workbook);
