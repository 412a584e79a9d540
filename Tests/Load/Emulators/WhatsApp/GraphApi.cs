using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>The HTTP face: token, paths, planned faults; then a message, a read mark, or a file.</summary>
internal sealed class GraphApi(WhatsAppEmulator emulator)
{
    private static readonly byte[] Success = "{\"success\":true}"u8.ToArray();
    private readonly string bearer = "Bearer " + emulator.Options.AccessToken;
    private readonly MessageSending sending = new(emulator);

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            if (emulator.Options.ApiDelay > TimeSpan.Zero) await Task.Delay(emulator.Options.ApiDelay, TimeProvider.System, http.RequestAborted);
            if (http.Request.Headers.Authorization != bearer)
            {
                await RefuseAsync(http, GraphFault.BadToken);
                return;
            }
            await RouteAsync(http, (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            http.Abort();
        }
    }

    private Task RouteAsync(HttpContext http, string[] path)
    {
        var post = HttpMethods.IsPost(http.Request.Method);
        return path switch
        {
            [var version, var number, "messages"] when post && IsVersion(version) => OfNumber(number) ? MessagesAsync(http) : RefuseAsync(http, GraphFault.NoSuchObject("post")),
            [var version, var number, "media"] when post && IsVersion(version) => OfNumber(number) ? UploadAsync(http) : RefuseAsync(http, GraphFault.NoSuchObject("post")),
            ["download", var ticket] when !post => DownloadAsync(http, ticket),
            [var version, var number] when !post && IsVersion(version) && OfNumber(number) => PhoneAsync(http),
            [var version, var id] when !post && IsVersion(version) => MediaAsync(http, id),
            _ => RefuseAsync(http, GraphFault.NoSuchObject(post ? "post" : "get")),
        };
    }

    private bool OfNumber(string number) => number == emulator.Options.PhoneNumberId;

    private static bool IsVersion(string segment) => segment is ['v', >= '1' and <= '9', ..] && segment.Contains('.', StringComparison.Ordinal);

    private async Task MessagesAsync(HttpContext http)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            await RefuseAsync(http, GraphFault.NotJson);
            return;
        }
        using (document)
        {
            var read = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("status", out _);
            var fault = emulator.Faults.Next(read ? ApiCall.Read : ApiCall.Message);
            if (fault is not null && await FailsAsync(http, fault)) return;
            var (refusal, answer) = read ? MarkRead(document.RootElement) : sending.Take(document.RootElement);
            if (fault is Fault.LoseAnswer) http.Abort();
            else if (refusal is not null) await RefuseAsync(http, refusal);
            else await AnswerAsync(http, 200, answer!);
        }
    }

    private (GraphFault?, byte[]?) MarkRead(JsonElement request)
    {
        if (Text(request, "status") != "read") return (GraphFault.Invalid("Param status must be one of {read}"), null);
        if (Text(request, "messaging_product") != "whatsapp") return (GraphFault.Invalid("Param messaging_product must be one of {whatsapp}"), null);
        if (Text(request, "message_id") is not { } id) return (GraphFault.Missing("message_id"), null);
        if (!emulator.IsInbound(id)) return (GraphFault.BadValue("Message ID is not valid"), null);
        if (request.TryGetProperty("typing_indicator", out var typing) && Text(typing, "type") != "text") return (GraphFault.BadValue("Typing indicator type is not valid"), null);
        emulator.Counts.Read();
        return (null, Success);
    }

    private async Task UploadAsync(HttpContext http)
    {
        if (emulator.Faults.Next(ApiCall.Media) is { } fault && await FailsAsync(http, fault)) return;
        if (!http.Request.HasFormContentType)
        {
            await RefuseAsync(http, GraphFault.Missing("file"));
            return;
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var refusal = MediaRefusal(form);
        if (refusal is not null)
        {
            await RefuseAsync(http, refusal);
            return;
        }
        var file = form.Files["file"]!;
        var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, http.RequestAborted);
        emulator.Counts.Upload();
        var media = emulator.Media.Keep(file.ContentType, content.ToArray(), TimeSpan.FromDays(30));
        await AnswerAsync(http, 200, Encoding.ASCII.GetBytes($$"""{"id":"{{media.Id}}"}"""));
    }

    private static GraphFault? MediaRefusal(IFormCollection form)
    {
        if (form["messaging_product"] != "whatsapp") return GraphFault.Invalid("Param messaging_product must be one of {whatsapp}");
        if (form.Files["file"] is not { } file) return GraphFault.Missing("file");
        if (MediaStore.KindOf(file.ContentType) is not { } kind)
            return new(400, 100, $"(#100) Param file must be a file with one of the supported types. Received file of type '{file.ContentType}'.");
        return file.Length == 0 || file.Length > MediaStore.Limit(kind)
            ? new(400, 100, $"(#100) Param file must not be empty or larger than {MediaStore.Limit(kind)} bytes for {kind}.")
            : null;
    }

    /// <summary>Of the phone what was asked for by "fields", and its id; the number as people read it.</summary>
    private async Task PhoneAsync(HttpContext http)
    {
        if (emulator.Faults.Next(ApiCall.Read) is { } fault && await FailsAsync(http, fault)) return;
        var number = emulator.Options.DisplayPhoneNumber;
        var phone = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = emulator.Options.PhoneNumberId };
        if (http.Request.Query["fields"].ToString().Split(',').Contains("display_phone_number")) phone["display_phone_number"] = $"+{number[0]} {number[1..4]} {number[4..7]} {number[7..9]} {number[9..]}";
        await AnswerAsync(http, 200, JsonSerializer.SerializeToUtf8Bytes(phone));
    }

    private Task MediaAsync(HttpContext http, string id)
    {
        if (emulator.Media.Find(id) is not { } media) return RefuseAsync(http, GraphFault.NoSuchObject("get"));
        var url = new Uri(emulator.BaseUrl, "download/" + emulator.Media.NewTicket(media));
        return AnswerAsync(http, 200, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["messaging_product"] = "whatsapp",
            ["url"] = url.ToString(),
            ["mime_type"] = media.MediaType,
            ["sha256"] = media.Sha256,
            ["file_size"] = media.Content.Length,
            ["id"] = media.Id,
        }));
    }

    private async Task DownloadAsync(HttpContext http, string ticket)
    {
        if (emulator.Media.ByTicket(ticket) is not { } media)
        {
            http.Response.StatusCode = 404;
            return;
        }
        http.Response.ContentType = media.MediaType;
        http.Response.ContentLength = media.Content.Length;
        await http.Response.Body.WriteAsync(media.Content, http.RequestAborted);
    }

    /// <summary>Carries out a planned fault; false when the call goes on.</summary>
    private async Task<bool> FailsAsync(HttpContext http, Fault fault)
    {
        switch (fault)
        {
            case Fault.Answer answer:
                await RefuseAsync(http, answer.With);
                return true;
            case Fault.BadGateway:
                await AnswerAsync(http, 502, "<html>Bad Gateway</html>"u8.ToArray(), "text/html");
                return true;
            case Fault.Drop:
                http.Abort();
                return true;
            case Fault.Delay delay:
                await Task.Delay(delay.By, TimeProvider.System, http.RequestAborted);
                return false;
            default:
                return false;
        }
    }

    private Task RefuseAsync(HttpContext http, GraphFault fault)
    {
        emulator.Counts.Refuse();
        return AnswerAsync(http, fault.Status, fault.ToJson());
    }

    private static Task AnswerAsync(HttpContext http, int status, byte[] body, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, 0, body.Length);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.String ? child.GetString() : null;
}
