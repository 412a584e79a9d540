using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Request bodies.</summary>
internal static class TelegramContent
{
    /// <summary>A call as JSON.</summary>
    public static HttpContent Json(TelegramCall call) => new JsonContentOf(call);

    /// <summary>A file with its parameters. The name goes as plain UTF-8, which is what Telegram shows.</summary>
    public static HttpContent Multipart(SendFile call, Stream file)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        Add(form, Text(call.ChatId.ToString(System.Globalization.CultureInfo.InvariantCulture)), "form-data; name=\"chat_id\"");
        if (call.Caption.Length > 0) Add(form, Text(call.Caption), "form-data; name=\"caption\"");
        if (call.MessageThreadId is { } topic) Add(form, Text(topic.ToString(System.Globalization.CultureInfo.InvariantCulture)), "form-data; name=\"message_thread_id\"");
        if (call.ReplyParameters is { } reply) Add(form, Text(JsonSerializer.Serialize(reply, TelegramJson.Default.ReplyParameters)), "form-data; name=\"reply_parameters\"");
        var content = new StreamContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(call.MediaType, out var type) ? type : new("application/octet-stream");
        Add(form, content, $"form-data; name=\"{(call.AsPhoto ? "photo" : "document")}\"; filename=\"{HeaderSafe(call.Name)}\"");
        return form;
    }

    private static ByteArrayContent Text(string value) => new(Encoding.UTF8.GetBytes(value));

    private static void Add(MultipartFormDataContent form, HttpContent part, string disposition)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        form.Add(part);
    }

    private static string HeaderSafe(string name) =>
        string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Select(c => c is '"' or '\\' ? '_' : c));

    /// <summary>Serialised once, into pooled memory, before the request goes out.</summary>
    private sealed class JsonContentOf : HttpContent
    {
        private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
        private static readonly MediaTypeHeaderValue Type = new("application/json");

        private readonly PooledBytes body = new(1024);

        public JsonContentOf(TelegramCall call)
        {
            using var writer = new Utf8JsonWriter(body, Options);
            JsonSerializer.Serialize(writer, call, call.Shape);
            Headers.ContentType = Type;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            await stream.WriteAsync(body.Written, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing) body.Dispose();
            base.Dispose(disposing);
        }
    }
}
