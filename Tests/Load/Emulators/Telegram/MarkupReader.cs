using System.Text;
using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Reads reply_markup with Telegram's strictness (platform/telegram.md A2, A5.2, A5.3).</summary>
internal static class MarkupReader
{
    private const string Unreadable = "can't parse reply keyboard markup JSON object";
    private static readonly string[] Actions =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    ];

    /// <summary>The message with its markup.</summary>
    public static BotMessage Apply(BotMessage message, CallParameters call)
    {
        if (call.Object("reply_markup", Unreadable) is not { } markup) return message;
        if (markup.ValueKind != JsonValueKind.Object) throw ApiError.Bad("object expected as reply markup");
        if (markup.TryGetProperty("inline_keyboard", out var inline)) return message with { Buttons = Inline(inline) };
        if (markup.TryGetProperty("keyboard", out var keys)) return message with { Keys = Keys(keys, message.ChatId) };
        return message with { RemovesKeys = markup.TryGetProperty("remove_keyboard", out var remove) && remove.ValueKind == JsonValueKind.True };
    }

    private static List<InlineButton> Inline(JsonElement rows)
    {
        var buttons = new List<InlineButton>();
        foreach (var button in Cells(rows, "inline keyboard")) buttons.Add(Inline1(button));
        if (buttons.Count > 100) throw ApiError.Bad("reply markup is too long");
        return buttons;
    }

    private static InlineButton Inline1(JsonElement button)
    {
        if (button.ValueKind != JsonValueKind.Object) throw ApiError.Bad("can't parse inline keyboard button: expected an Object");
        var text = Text(button);
        if (text.Length == 0) throw ApiError.Bad("can't parse inline keyboard button: inline keyboard button text must be non-empty");
        var actions = Actions.Count(a => button.TryGetProperty(a, out _));
        if (actions == 0) throw ApiError.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (actions > 1) throw ApiError.Bad("can't parse inline keyboard button: exactly one action must be given");
        if (!button.TryGetProperty("callback_data", out var data)) return new(text, "");
        if (data.ValueKind != JsonValueKind.String) throw ApiError.Bad("can't parse inline keyboard button: Field \"callback_data\" must be of type String");
        var token = data.GetString()!;
        return Encoding.UTF8.GetByteCount(token) is >= 1 and <= 64 ? new(text, token) : throw ApiError.Bad("BUTTON_DATA_INVALID");
    }

    private static List<ReplyKey> Keys(JsonElement rows, long chat)
    {
        var keys = new List<ReplyKey>();
        foreach (var key in Cells(rows, "keyboard"))
        {
            var text = key.ValueKind == JsonValueKind.String ? key.GetString()! : Text(key);
            if (text.Length == 0) throw ApiError.Bad("can't parse keyboard button: keyboard button text must be non-empty");
            var (contact, place) = (Asks(key, "request_contact"), Asks(key, "request_location"));
            if (contact && chat < 0) throw ApiError.Bad("phone number can be requested in private chats only");
            if (place && chat < 0) throw ApiError.Bad("location can be requested in private chats only");
            if (contact && place) throw ApiError.Bad("can't parse keyboard button: exactly one action must be given");
            keys.Add(new(text, contact, place));
        }
        return keys.Count <= 300 ? keys : throw ApiError.Bad("reply markup is too long");
    }

    private static bool Asks(JsonElement key, string what) =>
        key.ValueKind == JsonValueKind.Object && key.TryGetProperty(what, out var asks) && asks.ValueKind == JsonValueKind.True;

    private static IEnumerable<JsonElement> Cells(JsonElement rows, string what)
    {
        if (rows.ValueKind != JsonValueKind.Array) throw ApiError.Bad($"field \"{what}\" of the reply markup must be an Array");
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array) throw ApiError.Bad($"field \"{what}\" of the reply markup must be an Array of Arrays");
            foreach (var cell in row.EnumerateArray()) yield return cell;
        }
    }

    private static string Text(JsonElement button) =>
        button.ValueKind == JsonValueKind.Object && button.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()! : "";
}
