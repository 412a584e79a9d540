using System.Buffers;
using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Finds the platform's own word for something we do not read: a member's name, never its value.</summary>
internal static class TelegramNames
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <summary>First member's name of the object that is not among <paramref name="except"/>.</summary>
    public static string? First(ReadOnlySpan<byte> json, ReadOnlySpan<string> except)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() ? First(ref reader, except) : null;
    }

    /// <summary>The same within the update's "message".</summary>
    public static string? FirstOfMessage(ReadOnlySpan<byte> json, ReadOnlySpan<string> except)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var found = reader.ValueTextEquals("message"u8);
            reader.Read();
            if (found) return First(ref reader, except);
            reader.Skip();
        }
        return null;
    }

    private static string? First(ref Utf8JsonReader reader, ReadOnlySpan<string> except)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.Length is > 0 and <= 48 && !reader.ValueSpan.ContainsAnyExcept(Plain))
            {
                var name = reader.GetString()!;
                if (!except.Contains(name)) return name;
            }
            reader.Skip();
        }
        return null;
    }
}
