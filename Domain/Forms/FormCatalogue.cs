namespace GrantBot.Domain.Forms;

/// <summary>How a version of a form stands.</summary>
public enum FormStatus
{
    /// <summary>Checked and good, for trial only.</summary>
    Draft = 0,

    /// <summary>The version people fill.</summary>
    Published = 1,

    /// <summary>An earlier version; open chats stay on it, and it can be published again.</summary>
    Replaced = 2,

    /// <summary>Nobody can begin it any more; answers stay.</summary>
    Retired = 3,
}

/// <summary>One version of a form.</summary>
/// <param name="Form">The form, its <see cref="Form.Version"/> unique among the versions of its id.</param>
/// <param name="Status">How it stands.</param>
/// <param name="At">When it came to stand so; null for a form that ships with the program.</param>
public sealed record FormEdition(Form Form, FormStatus Status, DateTimeOffset? At = null)
{
    /// <summary>Pictures of its questions that are there, by name: keys in the file store.</summary>
    public IReadOnlyDictionary<string, string> Pictures { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>It ships with the program.</summary>
    public bool Ships => At is null;
}

/// <summary>All versions of all forms. An open conversation stays on the version it began, so older ones are kept beside the published.</summary>
public sealed class FormCatalogue
{
    private readonly ILookup<string, FormEdition> editions;

    /// <summary>Takes versions in the order they were made.</summary>
    public FormCatalogue(IEnumerable<FormEdition> editions) => this.editions = editions.ToLookup(e => e.Form.Id, StringComparer.Ordinal);

    /// <summary>Takes published forms.</summary>
    public FormCatalogue(IEnumerable<Form> forms) : this(forms.Select(f => new FormEdition(f, FormStatus.Published))) { }

    /// <summary>Versions of drafts that were deleted, by form: their numbers are not given again.</summary>
    public ILookup<string, string> Deleted { get; init; } = Array.Empty<string>().ToLookup(v => v);

    /// <summary>Ids of all forms, in the order they were first made.</summary>
    public IEnumerable<string> Ids => editions.Select(e => e.Key);

    /// <summary>All versions of a form in the order they were made.</summary>
    public IEnumerable<FormEdition> Editions(string id) => editions[id];

    /// <summary>The published version of a form; null when there is none.</summary>
    public Form? Find(string id) => editions[id].LastOrDefault(e => e.Status is FormStatus.Published)?.Form;

    /// <summary>The very version in whatever standing, or the published one where that version is gone.</summary>
    public Form? Find(string id, string version) => Edition(id, version)?.Form ?? Find(id);

    /// <summary>The very version; null when there is none.</summary>
    public FormEdition? Edition(string id, string version) => editions[id].LastOrDefault(e => e.Form.Version == version);
}
