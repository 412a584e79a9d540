using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>The HTTP surface (platform/telegram.md A1) and the list of methods.</summary>
internal sealed class ApiServer(TelegramEmulator telegram) : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly RequestRecord? record = telegram.Options.RecordTo is { } path ? new(path) : null;
    private readonly BotMethods bot = new(telegram);
    private readonly string callPath = $"/bot{telegram.Options.Token}/";
    private readonly string filePath = $"/file/bot{telegram.Options.Token}/";

    public void Break(string method, Fault fault, int count)
    {
        var queue = faults.GetOrAdd(method, _ => new());
        for (var i = 0; i < count; i++) queue.Enqueue(fault);
    }

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith(filePath, StringComparison.Ordinal)) await DownloadAsync(context, path[filePath.Length..]);
        else if (path.StartsWith(callPath, StringComparison.Ordinal)) await CallAsync(context, path[callPath.Length..]);
        else await AnswerAsync(context, Write(Stranger(path)));
    }

    /// <summary>Carries out a call in the body of a webhook's answer (A3.10); its result is told to nobody.</summary>
    public void ExecuteReply(byte[] body)
    {
        try
        {
            var root = JsonElement.Parse(body);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("method", out var name)) return;
            var method = name.GetString() ?? "";
            var forbidden = method.StartsWith("get", StringComparison.OrdinalIgnoreCase) || method.ToUpperInvariant() is "SETWEBHOOK" or "DELETEWEBHOOK" or "CLOSE" or "LOGOUT";
            if (forbidden) return;
            telegram.Counts.Replied();
            using var call = new CallParameters(WithoutMethod(root));
            record?.Add(method, call);
            if (Execute(method, call, new(new ArrayBufferWriter<byte>())) is { } message) telegram.Wrote(message);
        }
        catch (Exception e) when (e is ApiError or JsonException)
        {
            telegram.Counts.Refused((e as ApiError)?.Code ?? 400, e.Message);
        }
    }

    public void Dispose() => record?.Dispose();

    private async Task CallAsync(HttpContext context, string method)
    {
        telegram.Counts.Called();
        telegram.Noticed(method);
        var fault = faults.TryGetValue(method, out var queue) && queue.TryDequeue(out var next) ? next : null;
        BotMessage? message = null;
        (int, ReadOnlyMemory<byte>) answer;
        try
        {
            using var call = await CallParameters.ReadAsync(context.Request);
            record?.Add(method, call);
            if (telegram.Options.ApiDelay > TimeSpan.Zero) await Task.Delay(telegram.Options.ApiDelay, telegram.Options.Time);
            if (await StrikeAsync(context, fault)) return;
            answer = method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase)
                ? (200, await UpdatesAsync(call, context.RequestAborted)) : (200, Carry(method, call, out message));
        }
        catch (ApiError error)
        {
            answer = Write(error);
        }
        if (fault is Fault.DropAnswer) context.Abort();
        else await AnswerAsync(context, answer);
        if (message is null) return;
        if (fault is not Fault.DropAnswer) await context.Response.CompleteAsync();
        telegram.Wrote(message);
    }

    /// <summary>True when the fault ended the call.</summary>
    private async Task<bool> StrikeAsync(HttpContext context, Fault? fault)
    {
        switch (fault)
        {
            case Fault.Answer a: throw new ApiError(a.Code, a.Description, a.RetryAfter);
            case Fault.Delay d: await Task.Delay(d.By, telegram.Options.Time); return false;
            case Fault.Drop: context.Abort(); return true;
            default: return false;
        }
    }

    private async Task<ReadOnlyMemory<byte>> UpdatesAsync(CallParameters call, CancellationToken aborted)
    {
        var timeout = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, 50));
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var updates = await telegram.Feed.GetAsync(call.Number("offset") ?? 0, limit, timeout, ProfileMethods.Kinds(call), aborted);
        var whole = new ArrayBufferWriter<byte>(updates.Length + 32);
        whole.Write("{\"ok\":true,\"result\":"u8);
        whole.Write(updates.Span);
        whole.Write("}"u8);
        return whole.WrittenMemory;
    }

    private ReadOnlyMemory<byte> Carry(string method, CallParameters call, out BotMessage? message)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, TelegramWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok", true);
            writer.WritePropertyName("result");
            message = Execute(method, call, writer);
            if (message is not null) TelegramWriter.Message(writer, message, telegram.Room(message.ChatId)!, telegram.Options);
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    /// <summary>Carries out one method and writes its result, unless that is the message it made.</summary>
    private BotMessage? Execute(string method, CallParameters call, Utf8JsonWriter result)
    {
        if (method.Length == 0) method = call.Text("method") ?? "";
        switch (method.ToUpperInvariant())
        {
            case "SENDMESSAGE": return bot.SendMessage(call);
            case "SENDPHOTO": return bot.SendFile(call, "photo");
            case "SENDDOCUMENT": return bot.SendFile(call, "document");
            case "EDITMESSAGETEXT": return bot.EditText(call);
            case "EDITMESSAGEREPLYMARKUP": return bot.EditMarkup(call);
            case "DELETEMESSAGE": bot.Delete(call); break;
            case "CREATEFORUMTOPIC": bot.OpenTopic(call, result); return null;
            case "CLOSEFORUMTOPIC": bot.Group(call).Shut(call.Number("message_thread_id") ?? 0, shut: true); break;
            case "REOPENFORUMTOPIC": bot.Group(call).Shut(call.Number("message_thread_id") ?? 0, shut: false); break;
            case "LEAVECHAT": bot.Group(call).Leave(); break;
            case "ANSWERCALLBACKQUERY": telegram.AnswerPress(call); break;
            case "SENDCHATACTION": bot.ChatAction(call); break;
            case "GETME": TelegramWriter.Bot(result, telegram.Options); return null;
            case "GETFILE": telegram.GetFile(call, result); return null;
            case "SETWEBHOOK": Described(result, telegram.Profile.SetWebhook(call)); return null;
            case "DELETEWEBHOOK": Described(result, telegram.Profile.DeleteWebhook(call)); return null;
            case "SETMYCOMMANDS": telegram.Profile.SetCommands(call); break;
            case "SETMYDESCRIPTION": telegram.Profile.SetText(call, "setMyDescription", "description", 512); break;
            case "SETMYSHORTDESCRIPTION": telegram.Profile.SetText(call, "setMyShortDescription", "short_description", 120); break;
            case "GETWEBHOOKINFO": WebhookInfo(result); return null;
            default: throw new ApiError(404, "Not Found: method not found");
        }
        result.WriteBooleanValue(true);
        return null;
    }

    private void WebhookInfo(Utf8JsonWriter result)
    {
        result.WriteStartObject();
        result.WriteString("url", telegram.Feed.Url);
        result.WriteBoolean("has_custom_certificate", false);
        result.WriteNumber("pending_update_count", telegram.Feed.Waiting);
        if (telegram.Counts.LastWebhookError is { } error) result.WriteString("last_error_message", error);
        result.WriteEndObject();
    }

    private static void Described(Utf8JsonWriter result, string description)
    {
        result.WriteBooleanValue(true);
        result.WriteString("description", description);
    }

    private async Task DownloadAsync(HttpContext context, string path)
    {
        if (telegram.Content(path) is not { } content) await AnswerAsync(context, Write(new ApiError(404, "Not Found")));
        else await context.Response.Body.WriteAsync(content);
    }

    private static ApiError Stranger(string path)
    {
        if (!path.StartsWith("/bot", StringComparison.Ordinal)) return new(404, "Not Found");
        var slash = path.IndexOf('/', 4);
        var token = path[4..(slash < 0 ? path.Length : slash)];
        var shaped = token.Contains(':', StringComparison.Ordinal) && token[0] != '0' && token.Length <= 80;
        return new(401, shaped ? "Unauthorized" : "Unauthorized: invalid token specified");
    }

    private (int, ReadOnlyMemory<byte>) Write(ApiError error)
    {
        telegram.Counts.Refused(error.Code, error.Message);
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, TelegramWriter.Options);
        writer.WriteStartObject();
        writer.WriteBoolean("ok", false);
        writer.WriteNumber("error_code", error.Code);
        writer.WriteString("description", error.Message);
        if (error.RetryAfter is not null || error.MigratesTo is not null)
        {
            writer.WriteStartObject("parameters");
            if (error.MigratesTo is { } group) writer.WriteNumber("migrate_to_chat_id", group);
            if (error.RetryAfter is { } wait) writer.WriteNumber("retry_after", wait);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.Flush();
        return (error.Code, buffer.WrittenMemory);
    }

    private static async Task AnswerAsync(HttpContext context, (int Code, ReadOnlyMemory<byte> Body) answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Code;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        if (answer.Code == 429 && Wait(answer.Body) is { } wait) response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(answer.Body);
    }

    private static int? Wait(ReadOnlyMemory<byte> body) =>
        JsonElement.Parse(body.Span).TryGetProperty("parameters", out var p) && p.TryGetProperty("retry_after", out var seconds) ? seconds.GetInt32() : null;

    private static JsonElement WithoutMethod(JsonElement root) =>
        JsonSerializer.SerializeToElement(root.EnumerateObject().Where(p => p.Name != "method").ToDictionary(p => p.Name, p => p.Value));
}
