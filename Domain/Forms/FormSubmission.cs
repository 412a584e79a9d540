using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GrantBot.Domain.Forms;

/// <summary>What a person sends: each value that counts, in the order of the form. The same answers give the same bytes, whatever the channel.</summary>
/// <param name="Values">Path with positions ("/data/member[2]/name") and value.</param>
public sealed record FormSubmission(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values by name outside repeats, and by the path below the root inside them ("member[2]/name"). Of a name in several groups the first counts.</summary>
    public required IReadOnlyDictionary<string, string> ByName { get; init; }

    /// <summary>What the author calls this submission (instance_name), such as "Asel, 5 March"; no answer of its own, "" when there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Canonical JSON: one object, members in the order of the form, no spaces, letters of any script as they are.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            foreach (var (path, value) in Values) json.WriteString(path, value);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    internal static FormSubmission Of(FormInstance instance, Form form, FormClock clock)
    {
        var values = new List<KeyValuePair<string, string>>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in instance.Root.Steps().Select(s => s.Node))
        {
            if (node is not { Definition: Question { Kind: not QuestionKind.Note } question, Counts: true }) continue;
            var value = question.Metadata == "end"
                ? TimeZoneInfo.ConvertTime(clock.Now, clock.Zone).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
                : node.Value;
            if (value.Length == 0) continue;
            values.Add(new(node.Path, value));
            names.TryAdd(node.Frame.Parent is null ? question.Name : node.Path[(form.Root.Length + 2)..], value);
        }
        return new(values) { ByName = names, Title = instance.Title() };
    }
}
