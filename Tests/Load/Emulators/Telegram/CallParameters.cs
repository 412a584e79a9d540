using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Parameters of a call from a query string, a form, multipart or JSON. Holds no more than the call's own time.</summary>
internal sealed class CallParameters : IDisposable
{
    private readonly JsonDocument? json;
    private readonly JsonElement root;
    private readonly Dictionary<string, string>? form;

    public CallParameters(JsonElement root) => this.root = root;

    private CallParameters(JsonDocument json) : this(json.RootElement) => this.json = json;

    private CallParameters(Dictionary<string, string> form) => this.form = form;

    /// <summary>Files of a multipart request.</summary>
    public IReadOnlyList<SentFile> Files { get; private init; } = [];

    /// <summary>All parameters as they came, for the record.</summary>
    public JsonElement? Json => form is null ? root : null;
    public IReadOnlyDictionary<string, string>? Form => form;

    public static async Task<CallParameters> ReadAsync(HttpRequest request)
    {
        var type = request.ContentType;
        if (type is not null && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)) return await ReadJsonAsync(request);
        var values = request.Query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        if (!request.HasFormContentType) return new(values);
        var sent = await request.ReadFormAsync();
        foreach (var (key, value) in sent) values[key] = value.ToString();
        if (values.Sum(v => (long)v.Key.Length + v.Value.Length) > 1 << 20) throw new ApiError(413, "Request Entity Too Large");
        var files = new List<SentFile>();
        foreach (var file in sent.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files.Add(new(file.Name, file.FileName, file.ContentType, content.ToArray()));
        }
        return new(values) { Files = files };
    }

    /// <summary>A parameter as text: a JSON number or object reads as written.</summary>
    public string? Text(string name)
    {
        if (form is not null) return form.GetValueOrDefault(name);
        if (!Find(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }

    public long? Number(string name) => Find(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;

    /// <summary>An object or array; may come as JSON within a string.</summary>
    /// <exception cref="ApiError">It is not JSON.</exception>
    public JsonElement? Object(string name, string error)
    {
        if (form is null && !Find(name, out _)) return null;
        if (form is null && Find(name, out var value) && value.ValueKind != JsonValueKind.String) return value;
        if (Text(name) is not { Length: > 0 } text) return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw ApiError.Bad(error);
        }
    }

    public void Dispose() => json?.Dispose();

    private static async Task<CallParameters> ReadJsonAsync(HttpRequest request)
    {
        if (request.ContentLength > 1 << 20) throw new ApiError(413, "Request Entity Too Large: too many parameters");
        try
        {
            if (request.ContentLength == 0) return new(new Dictionary<string, string>());
            return new(await JsonDocument.ParseAsync(request.Body));
        }
        catch (JsonException)
        {
            throw ApiError.Bad("can't parse request: not a JSON object");
        }
    }

    private bool Find(string name, out JsonElement value)
    {
        value = default;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
