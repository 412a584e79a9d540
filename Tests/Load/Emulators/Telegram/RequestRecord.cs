using System.Text.Encodings.Web;
using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Writes every request as a line of JSON, so that a specification can judge them.</summary>
internal sealed class RequestRecord(string path) : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

    public void Add(string method, CallParameters call)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("method", method);
            writer.WritePropertyName("params");
            if (call.Json is { ValueKind: JsonValueKind.Object } json) json.WriteTo(writer);
            else JsonSerializer.Serialize(writer, call.Form);
            writer.WritePropertyName("files");
            JsonSerializer.Serialize(writer, call.Files.Select(f => f.Field));
            writer.WriteBoolean("form", call.Form is not null);
            writer.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        lock (gate)
        {
            file.Write(line.GetBuffer(), 0, (int)line.Length);
            file.Flush();
        }
    }

    public void Dispose() => file.Dispose();
}
