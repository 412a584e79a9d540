namespace GrantBot.Domain.Forms;

/// <summary>Published forms. An open conversation stays on the version it began, so older versions are kept beside the newest.</summary>
public sealed class FormCatalogue
{
    private readonly Dictionary<string, Form> newest = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Id, string Version), Form> all = [];

    /// <summary>Takes forms in the order of publishing.</summary>
    public FormCatalogue(IEnumerable<Form> forms)
    {
        foreach (var form in forms)
        {
            newest[form.Id] = form;
            all[(form.Id, form.Version)] = form;
        }
    }

    /// <summary>The newest version of a form; null when there is no such form.</summary>
    public Form? Find(string id) => newest.GetValueOrDefault(id);

    /// <summary>The very version, or the newest where that version is gone.</summary>
    public Form? Find(string id, string version) => all.GetValueOrDefault((id, version)) ?? Find(id);
}
