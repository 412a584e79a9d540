using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>The answer of getUpdates.</summary>
internal static class TelegramBatch
{
    /// <summary>Cuts the envelope into its updates without reading them; empty when it is no envelope.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> envelope)
    {
        var updates = new List<ReadOnlyMemory<byte>>();
        try
        {
            var reader = new Utf8JsonReader(envelope.Span);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
                var isResult = reader.ValueTextEquals("result"u8);
                reader.Read();
                if (!isResult || reader.TokenType != JsonTokenType.StartArray) { reader.Skip(); continue; }
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    updates.Add(envelope[start..(int)reader.BytesConsumed]);
                }
            }
        }
        catch (JsonException)
        {
            return [];
        }
        return updates;
    }
}
