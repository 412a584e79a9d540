using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>The methods about the bot itself: webhook, commands, descriptions.</summary>
internal sealed class ProfileMethods(UpdateFeed feed, EmulatorOptions options)
{
    private readonly Lock gate = new();
    private long? lastSet;

    /// <summary>Texts set, by method and language.</summary>
    public Dictionary<(string Method, string Language), string> Profile { get; } = [];

    public string SetWebhook(CallParameters call)
    {
        if (call.Text("url") is not { Length: > 0 } text) return DeleteWebhook(call);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) throw ApiError.Bad("bad webhook: invalid webhook URL specified");
        if (!url.IsLoopback) // the one thing the emulator allows and Telegram does not
        {
            if (url.Scheme != "https") throw ApiError.Bad("bad webhook: An HTTPS URL must be provided for webhook");
            if (url.Port is not (443 or 80 or 88 or 8443)) throw ApiError.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        var secret = call.Text("secret_token") is { Length: > 0 } s ? s : null;
        if (secret?.Length > 256) throw ApiError.Bad("secret token is too long");
        if (secret is not null && !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw ApiError.Bad("secret token contains unallowed characters");
        lock (gate)
        {
            if (lastSet is { } before && options.Time.GetElapsedTime(before) < TimeSpan.FromSeconds(1) && feed.Url != text) throw ApiError.Flood(1);
            lastSet = options.Time.GetTimestamp();
        }
        var connections = (int)Math.Clamp(call.Number("max_connections") ?? 40, 1, 100);
        return feed.SetWebhook(url, secret, connections, Kinds(call)) ? "Webhook was set" : "Webhook is already set";
    }

    public string DeleteWebhook(CallParameters call) =>
        feed.DeleteWebhook(call.Text("drop_pending_updates") is "true" or "True" or "1") ? "Webhook was deleted" : "Webhook is already deleted";

    public static IReadOnlyList<string>? Kinds(CallParameters call) =>
        call.Object("allowed_updates", "can't parse allowed updates list JSON object") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(e => e.ToString())] : null;

    public void SetCommands(CallParameters call)
    {
        if (call.Object("commands", "can't parse commands list JSON object") is not { ValueKind: JsonValueKind.Array } list)
            throw ApiError.Bad("can't parse commands list JSON object");
        if (list.GetArrayLength() > 100) throw ApiError.Bad("BOT_COMMANDS_TOO_MUCH");
        foreach (var item in list.EnumerateArray())
        {
            var name = item.GetProperty("command").GetString() ?? "";
            if (name.Length is 0 or > 32 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')) throw ApiError.Bad("BOT_COMMAND_INVALID");
            if (item.GetProperty("description").GetString() is not { Length: > 0 and <= 256 }) throw ApiError.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        Remember("setMyCommands", call, list.GetRawText());
    }

    public void SetText(CallParameters call, string method, string parameter, int limit)
    {
        var text = call.Text(parameter) ?? "";
        if (text.EnumerateRunes().Count() > limit) throw ApiError.Bad(parameter == "description" ? "description is too long" : "short description is too long");
        Remember(method, call, text);
    }

    private void Remember(string method, CallParameters call, string value)
    {
        var language = call.Text("language_code") ?? "";
        if (language.Length is not (0 or 2) || !language.All(char.IsAsciiLetterLower)) throw ApiError.Bad("invalid language code specified");
        lock (gate) Profile[(method, language)] = value;
    }
}
