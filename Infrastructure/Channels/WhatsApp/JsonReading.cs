using System.Globalization;
using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>Reads JSON of strangers: a member that is absent or of another kind is simply not there.</summary>
internal static class JsonReading
{
    /// <summary>The member, or an undefined element.</summary>
    public static JsonElement Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    /// <summary>The items of a member that is an array, else none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A string member that is not empty, else null; half a surrogate pair or broken UTF-8 counts as absent.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var child = element.Child(name);
        if (child.ValueKind != JsonValueKind.String) return null;
        try
        {
            return child.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A whole number, written as a number or as a string of digits.</summary>
    public static long? Whole(this JsonElement element, string name)
    {
        var child = element.Child(name);
        if (child.ValueKind == JsonValueKind.Number) return child.TryGetInt64(out var number) ? number : null;
        return long.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
    }

    /// <summary>A number with or without a fraction.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } child && child.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A time in Unix seconds; the epoch when absent or absurd.</summary>
    public static DateTimeOffset Time(this JsonElement element, string name)
    {
        const long endOfTime = 253_402_300_799;
        return element.Whole(name) is { } seconds and >= 0 and <= endOfTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UnixEpoch;
    }
}
