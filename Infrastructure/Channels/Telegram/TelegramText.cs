using System.Buffers;
using System.Globalization;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Cuts and escapes text by Telegram's rules. Lengths are Unicode code points, counted before escaping (platform/telegram.md A5.1).</summary>
internal static class TelegramText
{
    /// <summary>Longest text of a message.</summary>
    public const int MessageLimit = 4096;

    /// <summary>Longest caption.</summary>
    public const int CaptionLimit = 1024;

    private static readonly SearchValues<char> Special = SearchValues.Create("<>&");

    /// <summary>Text as HTML: only three characters mean anything (A8).</summary>
    public static string Escape(string text) => !text.AsSpan().ContainsAny(Special) ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Code points of a text.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) length--;
        return length;
    }

    /// <summary>
    /// The text in pieces of at most <paramref name="limit"/>: cut between paragraphs where it can, else between lines,
    /// else at a space, else between what a reader sees as letters. Blank pieces are left out.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int limit = MessageLimit)
    {
        if (text.Length <= limit) return string.IsNullOrWhiteSpace(text) ? [] : [text];
        var parts = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > limit)
        {
            var window = Fit(rest, limit);
            if (window == rest.Length) break;
            Add(parts, rest[..Cut(rest, window)], out var used);
            rest = rest[used..].TrimStart();
        }
        Add(parts, rest, out _);
        return parts;
    }

    /// <summary>The text, or its beginning and "…" where it is too long.</summary>
    public static string Shorten(string text, int limit) =>
        Length(text) <= limit ? text : string.Concat(text.AsSpan(0, Fit(text, limit - 1)), "…");

    private static void Add(List<string> parts, ReadOnlySpan<char> part, out int used)
    {
        used = part.Length;
        if (part.TrimEnd() is { Length: > 0 } kept) parts.Add(kept.ToString());
    }

    /// <summary>How many chars fit into the limit without breaking a letter.</summary>
    private static int Fit(ReadOnlySpan<char> text, int limit)
    {
        int at = 0, points = 0;
        while (at < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text[at..]);
            points += Length(text.Slice(at, next));
            if (points > limit) break;
            at += next;
        }
        return at > 0 || text.Length == 0 ? at : Truncate(text, limit);
    }

    /// <summary>A single letter with thousands of marks: cut between code points.</summary>
    private static int Truncate(ReadOnlySpan<char> text, int limit)
    {
        var at = Math.Min(limit, text.Length);
        return at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
    }

    private static int Cut(ReadOnlySpan<char> text, int window)
    {
        var head = text[..window];
        if (head.LastIndexOf("\n\n") is var paragraph and > 0) return paragraph;
        if (head.LastIndexOf('\n') is var line and > 0) return line;
        return head.LastIndexOf(' ') is var space and > 0 ? space : window;
    }
}
