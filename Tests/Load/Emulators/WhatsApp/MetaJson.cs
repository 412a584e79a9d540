using System.Text;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>
/// Writes webhook JSON the way Meta does: non-ASCII letters as \u and small hex digits, slashes escaped. All bytes are
/// ASCII, and a receiver that parses and rewrites the body before checking its signature fails.
/// </summary>
internal static class MetaJson
{
    /// <summary>A quoted string.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 16).Append('"');
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append("\\\\"); break;
                case '/': json.Append("\\/"); break;
                case '\n': json.Append("\\n"); break;
                case '\r': json.Append("\\r"); break;
                case '\t': json.Append("\\t"); break;
                case < ' ' or > '~': json.Append("\\u").Append(((int)letter).ToString("x4")); break;
                default: json.Append(letter); break;
            }
        }
        return json.Append('"').ToString();
    }

    /// <summary>An object of members already written as JSON; those that are null are left out.</summary>
    public static string Object(params ReadOnlySpan<(string Name, string? Json)> members)
    {
        var json = new StringBuilder(128).Append('{');
        foreach (var (name, value) in members)
        {
            if (value is null) continue;
            if (json.Length > 1) json.Append(',');
            json.Append('"').Append(name).Append("\":").Append(value);
        }
        return json.Append('}').ToString();
    }

    /// <summary>A quoted string, or null so that its member is left out.</summary>
    public static string? Maybe(string? text) => text is null ? null : Quote(text);

    /// <summary>A whole POST of changes, each {"value":…,"field":…}.</summary>
    public static byte[] Envelope(IEnumerable<string> changes)
    {
        var json = new StringBuilder(1024).Append("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"200000000000001\",\"changes\":[");
        json.AppendJoin(',', changes).Append("]}]}");
        return Encoding.ASCII.GetBytes(json.ToString());
    }
}
