using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GrantBot.Infrastructure.Storage;

/// <summary>A text as every engine keeps it: PostgreSQL refuses U+0000 and halves of characters, which no keyboard types but a forged message may hold.</summary>
internal static class Storable
{
    /// <summary>The text without U+0000 and with U+FFFD for halves of characters; the same object when there is nothing to mend.</summary>
    public static string Text(string text) =>
        !text.Contains('\0') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>For columns.</summary>
    public sealed class Column() : ValueConverter<string, string>(text => Text(text), text => text);

    /// <summary>For texts within JSON, where U+0000 would hide behind an escape.</summary>
    public sealed class Json : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Text(value));
    }
}
