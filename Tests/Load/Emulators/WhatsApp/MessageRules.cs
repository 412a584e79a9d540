using System.Text.Json;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>Meta's limits on a message to send: the first one broken refuses the whole message (platform/whatsapp.md B4).</summary>
internal static class MessageRules
{
    private static readonly string[] Types = ["text", "interactive", "template", "image", "document"];
    private static readonly HashSet<string> CommonKeys = ["messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data"];

    /// <summary>The first thing wrong, or null.</summary>
    public static GraphFault? Check(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object) return GraphFault.NotJson;
        if (Text(request, "messaging_product") != "whatsapp") return GraphFault.Invalid("Param messaging_product must be one of {whatsapp}");
        if (Text(request, "to") is null && Text(request, "recipient") is null) return GraphFault.Missing("to");
        if (Text(request, "type") is not { } type) return GraphFault.Missing("type");
        if (!Types.Contains(type)) return GraphFault.Invalid($"Param type must be one of {{{string.Join(", ", Types)}}}");
        if (Text(request, "recipient_type") is not (null or "individual")) return GraphFault.Invalid("Param recipient_type must be one of {individual}");
        if (request.TryGetProperty("biz_opaque_callback_data", out _) && Length(request, "biz_opaque_callback_data") is < 1 or > 512)
            return GraphFault.Invalid("Param biz_opaque_callback_data must be 1 to 512 characters long");
        foreach (var member in request.EnumerateObject())
            if (!CommonKeys.Contains(member.Name) && member.Name != type) return Unexpected(member.Name, "message");
        if (!request.TryGetProperty(type, out var body) || body.ValueKind != JsonValueKind.Object) return GraphFault.Missing(type);
        return type switch
        {
            "text" => Keys(body, "text", "body", "preview_url") ?? Range(body, "body", "text", 1, 4096),
            "image" => Keys(body, "image", "id", "link", "caption") ?? Media(body),
            "document" => Keys(body, "document", "id", "link", "caption", "filename") ?? Media(body) ?? Optional(body, "filename", "document", 240),
            "template" => Template(body),
            _ => Interactive(body),
        };
    }

    private static GraphFault? Media(JsonElement body) =>
        Text(body, "id") is null == Text(body, "link") is null
            ? GraphFault.Invalid("Exactly one of id and link is needed")
            : Optional(body, "caption", "media", 1024);

    private static GraphFault? Template(JsonElement body)
    {
        if (Keys(body, "template", "name", "language", "components") is { } unexpected) return unexpected;
        if (Range(body, "name", "template", 1, 512) is { } bad) return bad;
        if (!body.TryGetProperty("language", out var language) || Length(language, "code") < 1) return GraphFault.Missing("template.language.code");
        if (!body.TryGetProperty("components", out var components)) return null;
        foreach (var component in components.EnumerateArray())
            if (Component(component) is { } fault) return fault;
        return null;
    }

    /// <summary>Values are never empty and have no line breaks; quick replies are numbered and carry a payload.</summary>
    private static GraphFault? Component(JsonElement component)
    {
        if (Keys(component, "component", "type", "sub_type", "index", "parameters") is { } unexpected) return unexpected;
        if (!component.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array) return GraphFault.Missing("template.components.parameters");
        var button = Text(component, "type") == "button";
        if (!button && Text(component, "type") != "body") return GraphFault.BadValue("Component type is not valid");
        if (button && (Text(component, "sub_type") != "quick_reply" || !int.TryParse(Text(component, "index"), out var index) || index is < 0 or > 9)) return GraphFault.BadValue("Button component is not valid");
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (Keys(parameter, "parameter", "type", "text", "payload", "parameter_name") is { } odd) return odd;
            var value = Text(parameter, button ? "payload" : "text");
            if (Text(parameter, "type") != (button ? "payload" : "text") || string.IsNullOrEmpty(value)) return GraphFault.BadValue("Parameter is empty or of a wrong type");
            if (!button && value.AsSpan().IndexOfAny("\n\t") >= 0) return GraphFault.BadValue("Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        }
        return null;
    }

    private static GraphFault? Interactive(JsonElement body)
    {
        if (Keys(body, "interactive", "type", "body", "action", "header", "footer") is { } unexpected) return unexpected;
        if (!body.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object) return GraphFault.Missing("interactive.action");
        if (!body.TryGetProperty("body", out var words)) return GraphFault.Missing("interactive.body");
        return Text(body, "type") switch
        {
            "button" => Range(words, "text", "interactive.body", 1, 1024) ?? Keys(action, "action", "buttons") ?? Buttons(action),
            "list" => Range(words, "text", "interactive.body", 1, 4096) ?? Keys(action, "action", "button", "sections") ?? List(action),
            _ => GraphFault.BadValue("Interactive type is not valid"),
        };
    }

    private static GraphFault? Buttons(JsonElement action)
    {
        var buttons = Items(action, "buttons");
        if (buttons.Length is < 1 or > 3) return GraphFault.BadValue("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        foreach (var button in buttons)
        {
            if (Text(button, "type") != "reply" || !button.TryGetProperty("reply", out var reply)) return GraphFault.BadValue("Button type must be reply");
            if ((Keys(button, "button", "type", "reply") ?? Keys(reply, "reply", "id", "title")) is { } unexpected) return unexpected;
            if (Length(reply, "title") is < 1 or > 20) return GraphFault.BadValue("Button title length invalid. Min length: 1, Max length: 20");
            if (Length(reply, "id") is < 1 or > 256) return GraphFault.BadValue("Button id length invalid. Min length: 1, Max length: 256");
            if (HasEdgeSpace(Text(reply, "id")!)) return GraphFault.BadValue("Button id must not begin or end with spaces");
        }
        return Unique(buttons.Select(b => b.GetProperty("reply")), "title", "button title") ?? Unique(buttons.Select(b => b.GetProperty("reply")), "id", "button id");
    }

    private static GraphFault? List(JsonElement action)
    {
        if (Length(action, "button") is < 1 or > 20) return GraphFault.BadValue("Button text length invalid. Min length: 1, Max length: 20");
        var sections = Items(action, "sections");
        if (sections.Length is < 1 or > 10) return GraphFault.BadValue("Invalid sections count. Min allowed sections: 1, Max allowed sections: 10");
        foreach (var section in sections)
        {
            if (Keys(section, "section", "title", "rows") is { } unexpected) return unexpected;
            if (sections.Length > 1 && Length(section, "title") < 1) return GraphFault.BadValue("Section title is needed when there are several sections");
            if (Length(section, "title") > 24) return GraphFault.BadValue("Section title is too long. Max length is 24");
            if (Items(section, "rows").Length == 0) return GraphFault.BadValue("A section needs at least one row");
        }
        return Rows([.. sections.SelectMany(s => Items(s, "rows"))]);
    }

    private static GraphFault? Rows(JsonElement[] rows)
    {
        if (rows.Length > 10) return GraphFault.BadValue("Total row count exceed max allowed count: 10");
        foreach (var row in rows)
        {
            if (Keys(row, "row", "id", "title", "description") is { } unexpected) return unexpected;
            if (Length(row, "title") is < 1 or > 24) return GraphFault.BadValue("Row title is too long. Max length is 24");
            if (Length(row, "id") is < 1 or > 200) return GraphFault.BadValue("Row id is too long. Max length is 200");
            if (Length(row, "description") > 72) return GraphFault.BadValue("Row description is too long. Max length is 72");
        }
        return Unique(rows, "id", "row id");
    }

    private static GraphFault? Unique(IEnumerable<JsonElement> items, string name, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.All(i => seen.Add(Text(i, name)!)) ? null : GraphFault.BadValue($"Duplicated {what}");
    }

    private static GraphFault? Range(JsonElement element, string name, string path, int min, int max)
    {
        if (!element.TryGetProperty(name, out _)) return GraphFault.Missing($"{path}.{name}");
        return Length(element, name) is var length && length >= min && length <= max && !string.IsNullOrWhiteSpace(Text(element, name))
            ? null
            : GraphFault.Invalid($"Param {path}['{name}'] must be {min} to {max} characters long.");
    }

    private static GraphFault? Optional(JsonElement element, string name, string path, int max) =>
        element.TryGetProperty(name, out _) ? Range(element, name, path, 1, max) : null;

    private static GraphFault? Keys(JsonElement element, string path, params ReadOnlySpan<string> allowed)
    {
        if (element.ValueKind != JsonValueKind.Object) return GraphFault.Invalid($"Param {path} must be an object");
        foreach (var member in element.EnumerateObject())
            if (!allowed.Contains(member.Name)) return Unexpected(member.Name, path);
        return null;
    }

    private static GraphFault Unexpected(string name, string path) => GraphFault.Invalid($"Unexpected key \"{name}\" on param \"{path}\".");

    private static JsonElement[] Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static int Length(JsonElement element, string name) => Text(element, name)?.Length ?? 0;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.String ? child.GetString() : null;

    private static bool HasEdgeSpace(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
}
