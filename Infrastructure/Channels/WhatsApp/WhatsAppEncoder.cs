using System.Globalization;
using System.Text;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// Writes a reply as Cloud API messages. Pure. One over-long title makes Meta refuse the whole message,
/// so every limit is kept here: up to three short choices are buttons, more or longer ones a list,
/// and what neither can show apart is numbered in the text.
/// </summary>
internal static class WhatsAppEncoder
{
    public const int TextLimit = 4096;
    public const int ButtonBodyLimit = 1024;
    public const int ListBodyLimit = 4096;
    public const int ButtonTitleLimit = 20;
    public const int RowTitleLimit = 24;
    public const int DescriptionLimit = 72;
    public const int CaptionLimit = 1024;
    public const int FileNameLimit = 240;
    private const int MaxButtons = 3;
    private const int MaxRows = 10;
    private const int MaxId = 200;

    /// <summary>The messages to send, in order; none when there is nothing to say.</summary>
    public static IReadOnlyList<MessageRequest> Message(Outgoing outgoing, Reply.Message message)
    {
        message = WithLinks(message);
        if (message.Options.Count == 0) return Texts(outgoing, message.Text);
        var ids = Enumerable.Range(0, message.Options.Count).Select(i => ButtonToken.Of(message, i)).ToArray();
        var labels = message.Options.Select(o => WhatsAppText.Line(o.Label)).ToArray();
        if (!AllUsable(ids, MaxId)) return Numbered(outgoing, message, labels);
        if (labels.Length <= MaxButtons && AllUsable(labels, ButtonTitleLimit)) return Buttons(outgoing, message, ids, labels);
        var rows = labels.Select((label, i) => Row(ids[i], WhatsAppText.Cut(label, RowTitleLimit), label, message.Options[i].Description)).ToArray();
        return Tellable(rows) ? List(outgoing, message, rows) : Numbered(outgoing, message, labels);
    }

    /// <summary>Reply buttons open no page, so its address stands in the text. Only lasting choices stand beside one: they do not count positions.</summary>
    private static Reply.Message WithLinks(Reply.Message message) => !message.Options.Any(o => o.Url is not null) ? message : message with
    {
        Text = string.Join("\n", message.Options.Where(o => o.Url is not null).Select(o => o.Url).Prepend(message.Text + "\n")),
        Options = [.. message.Options.Where(o => o.Url is null)],
    };

    /// <summary>A file that was uploaded before, with its caption or, when that is too long, with the text before it.</summary>
    public static IReadOnlyList<MessageRequest> File(Outgoing outgoing, Reply.File file, string mediaId, bool asImage)
    {
        var fits = file.Caption.Length <= CaptionLimit;
        var caption = fits && file.Caption.Trim().Length > 0 ? file.Caption : null;
        var message = asImage
            ? To(outgoing, "image") with { Image = new(mediaId, caption, null) }
            : To(outgoing, "document") with { Document = new(mediaId, caption, FileName(file.Name)) };
        return fits ? [message] : [.. Texts(outgoing, file.Caption), message];
    }

    /// <summary>The approved template that asks a person to write again, so that the 24-hour window opens.</summary>
    public static MessageRequest Template(Outgoing outgoing, string name) =>
        To(outgoing, "template") with { Template = new(name, new(outgoing.Language), null) };

    /// <summary>A message said by an approved template: values of its variables, and what its quick replies carry.</summary>
    public static MessageRequest Template(Outgoing outgoing, string name, Reply.Message message)
    {
        List<TemplateComponent> components = [new("body", [.. message.Template!.Values.Select(v => new TemplateParameter("text", OneLine(v), null))])];
        for (var i = 0; i < message.Options.Count; i++)
            components.Add(new("button", [new("payload", null, ButtonToken.Of(message, i))]) { SubType = "quick_reply", Index = i.ToString(CultureInfo.InvariantCulture) });
        return To(outgoing, "template") with { Template = new(name, new(outgoing.Language), components) };
    }

    /// <summary>A variable may be neither empty nor hold line breaks, tabs or runs of spaces.</summary>
    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : "–";

    private static IReadOnlyList<MessageRequest> Texts(Outgoing outgoing, string text) =>
        [.. WhatsAppText.Split(text, TextLimit, TextLimit).Select(part => Text(outgoing, part))];

    private static MessageRequest[] Buttons(Outgoing outgoing, Reply.Message message, string[] ids, string[] labels)
    {
        var buttons = ids.Zip(labels, (id, label) => new ReplyButton(new(id, label))).ToArray();
        return WithBody(outgoing, message, ButtonBodyLimit, "button", new() { Buttons = buttons });
    }

    private static MessageRequest[] List(Outgoing outgoing, Reply.Message message, ListRow[] rows)
    {
        var open = Title(message.Words?.Open, ButtonTitleLimit);
        return WithBody(outgoing, message, ListBodyLimit, "list", new() { Button = open, Sections = [new(Page(message, rows))] });
    }

    /// <summary>Ten rows fit. Of more, nine and a row that leads on; the last page holds what remains.</summary>
    private static ListRow[] Page(Reply.Message message, ListRow[] rows)
    {
        if (rows.Length <= MaxRows) return rows;
        const int step = MaxRows - 1;
        var page = Math.Clamp(message.Focus / step ?? message.Page, 0, (rows.Length - 2) / step);
        var rest = rows[(page * step)..];
        if (rest.Length <= MaxRows) return rest;
        return [.. rest[..step], new(ButtonToken.OfPage(message, page + 1), Title(message.Words?.More, RowTitleLimit), null)];
    }

    /// <summary>A title that had to be cut has its whole label below it.</summary>
    private static ListRow Row(string id, string title, string label, string? description)
    {
        var second = title.Length == label.Length ? WhatsAppText.Line(description ?? "") : label;
        return new(id, title, second.Length == 0 ? null : WhatsAppText.Cut(second, DescriptionLimit));
    }

    private static MessageRequest[] WithBody(Outgoing outgoing, Reply.Message message, int limit, string type, InteractiveAction action)
    {
        var parts = WhatsAppText.Split(message.Text, TextLimit, limit);
        var last = To(outgoing, "interactive") with
        {
            Interactive = new(type, new(parts.Count == 0 ? "…" : parts[^1]), action),
        };
        // on a further page the long text above was read already
        return message.Page > 0 ? [last] : [.. parts.SkipLast(1).Select(part => Text(outgoing, part)), last];
    }

    private static IReadOnlyList<MessageRequest> Numbered(Outgoing outgoing, Reply.Message message, string[] labels)
    {
        var text = new StringBuilder(message.Text.TrimEnd()).Append("\n\n");
        for (var i = 0; i < labels.Length; i++) text.Append(i + 1).Append(". ").Append(labels[i]).Append('\n');
        if (message.Words is { } words) text.Append('\n').Append(words.TypeNumber);
        return Texts(outgoing, text.ToString());
    }

    private static MessageRequest Text(Outgoing outgoing, string body) => To(outgoing, "text") with { Text = new(body) };

    private static MessageRequest To(Outgoing outgoing, string type)
    {
        var address = outgoing.To.Value;
        var isPhone = address.All(char.IsAsciiDigit);
        return new()
        {
            Type = type,
            To = isPhone ? "+" + address : null,
            Recipient = isPhone ? null : address,
            BizOpaqueCallbackData = outgoing.OutboxId.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Every row has a title, and no two look alike: of equal titles the lines below tell which is which.</summary>
    private static bool Tellable(ListRow[] rows) =>
        rows.All(r => IsUsable(r.Title, RowTitleLimit)) && rows.Select(r => (r.Title, r.Description)).Distinct().Count() == rows.Length;

    private static bool IsUsable(string text, int limit) => text.Length > 0 && text.Length <= limit && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);

    private static bool AllUsable(string[] texts, int limit) =>
        texts.All(t => IsUsable(t, limit)) && texts.Distinct(StringComparer.Ordinal).Count() == texts.Length;

    private static string Title(string? words, int limit) =>
        WhatsAppText.Line(words ?? "") is { Length: > 0 } title ? WhatsAppText.Cut(title, limit) : "…";

    private static string FileName(string name)
    {
        if (name.Length <= FileNameLimit) return name.Length == 0 ? "file" : name;
        var ending = Path.GetExtension(name);
        return ending.Length > 16 ? WhatsAppText.Cut(name, FileNameLimit) : WhatsAppText.Cut(name[..^ending.Length], FileNameLimit - ending.Length) + ending;
    }
}
