using System.Globalization;
using System.Text;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Reads parse_mode HTML as strictly as Telegram (platform/telegram.md A8). Offsets in errors are bytes.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    };

    private readonly string html;
    private readonly StringBuilder plain = new();
    private readonly Stack<string> open = new();
    private int at;

    private HtmlText(string html) => this.html = html;

    /// <summary>The text without its tags.</summary>
    /// <exception cref="ApiError">Broken HTML.</exception>
    public static string Read(string html) => html.AsSpan().IndexOfAny('<', '&') < 0 ? html : new HtmlText(html).Read();

    private string Read()
    {
        while (at < html.Length)
        {
            if (html[at] == '<') ReadTag();
            else if (html[at] != '&' || !ReadEntity()) plain.Append(html[at++]);
        }
        if (open.Count > 0) throw Error($"Can't find end tag corresponding to start tag \"{open.Peek()}\"");
        return plain.ToString();
    }

    private void ReadTag()
    {
        var begin = at++;
        if (at < html.Length && html[at] == '/') ReadEndTag(begin);
        else ReadStartTag(begin);
    }

    private void ReadStartTag(int begin)
    {
        var name = Take(begin + 1, c => !char.IsWhiteSpace(c) && c != '>').ToLowerInvariant();
        if (at == html.Length) throw Unclosed("start", begin);
        if (!Tags.Contains(name)) throw Error($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        var spoiler = false;
        while (true)
        {
            while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
            if (at == html.Length) throw Unclosed("start", begin);
            if (html[at] == '>') break;
            var (attribute, value) = ReadAttribute(name, begin);
            spoiler |= attribute == "class" && value == "tg-spoiler";
        }
        at++;
        if (name == "span" && !spoiler) throw Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        open.Push(name);
    }

    private (string Name, string Value) ReadAttribute(string tag, int begin)
    {
        var name = Take(at, c => !char.IsWhiteSpace(c) && c is not ('=' or '>'));
        if (name.Length == 0) throw Error($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
        if (at == html.Length || html[at] != '=')
        {
            if (tag == "blockquote" && name == "expandable") return (name, "");
            throw Error($"Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {Bytes(begin)}");
        }
        at++;
        if (at == html.Length) throw Unclosed("start", begin);
        var quote = html[at];
        if (quote is not ('"' or '\'')) return (name, Take(at, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));
        var value = Take(++at, c => c != quote);
        if (at == html.Length) throw Unclosed("start", begin);
        at++;
        return (name, value);
    }

    private void ReadEndTag(int begin)
    {
        if (open.Count == 0) throw Error($"Unexpected end tag at byte offset {Bytes(begin)}");
        var name = Take(++at, c => !char.IsWhiteSpace(c) && c != '>');
        while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
        if (at == html.Length || html[at] != '>') throw Unclosed("end", begin);
        at++;
        var expected = open.Pop();
        if (name.Length > 0 && name != expected)
            throw Error($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{expected}>\", found \"</{name}>\"");
    }

    /// <summary>Four names and numbers; any other ampersand is itself.</summary>
    private bool ReadEntity()
    {
        var end = at + 1;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '#')) end++;
        var name = html.AsSpan(at + 1, end - at - 1);
        if (Decode(name) is not { } character) return false;
        plain.Append(character);
        at = end < html.Length && html[end] == ';' ? end + 1 : end;
        return true;
    }

    private static string? Decode(ReadOnlySpan<char> name)
    {
        if (name.Length > 1 && name[0] == '#')
        {
            var hex = name[1] is 'x' or 'X';
            var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            return int.TryParse(name[(hex ? 2 : 1)..], style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) && code > 0
                ? new Rune(code).ToString() : null;
        }
        return name switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => null };
    }

    private string Take(int from, Func<char, bool> while_)
    {
        at = from;
        while (at < html.Length && while_(html[at])) at++;
        return html[from..at];
    }

    private int Bytes(int position) => Encoding.UTF8.GetByteCount(html.AsSpan(0, position));

    private ApiError Unclosed(string kind, int begin) => Error($"Unclosed {kind} tag at byte offset {Bytes(begin)}");

    private static ApiError Error(string reason) => ApiError.Bad("can't parse entities: " + reason);
}
