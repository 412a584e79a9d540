using System.Text.Json;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>A message of the bot as a person sees it.</summary>
public sealed record BotMessage(string Id, string Type, string Text)
{
    /// <summary>Reply buttons below it; of a template its quick replies, whose labels the request does not tell.</summary>
    public IReadOnlyList<BotChoice> Buttons { get; init; } = [];

    /// <summary>Rows of its list.</summary>
    public IReadOnlyList<BotChoice> Rows { get; init; } = [];

    /// <summary>Media id of an image or document.</summary>
    public string? MediaId { get; init; }

    public string? FileName { get; init; }

    /// <summary>Name and language of a template.</summary>
    public string? Template { get; init; }

    /// <summary>biz_opaque_callback_data.</summary>
    public string? CallbackData { get; init; }

    /// <summary>Reads a checked request.</summary>
    internal static BotMessage Read(string id, string type, JsonElement request)
    {
        var body = request.GetProperty(type);
        var interactive = type == "interactive";
        var action = interactive ? body.GetProperty("action") : default;
        if (type == "template")
        {
            var (values, payloads) = Components(body);
            return new(id, type, string.Join(" | ", values))
            {
                Template = $"{Member(body, "name")}/{Words(body, "language", "code")}", CallbackData = Member(request, "biz_opaque_callback_data"),
                Buttons = [.. payloads.Select((p, i) => new BotChoice(p, $"reply {i + 1}", null))],
            };
        }
        return new(id, type, interactive ? Words(body, "body", "text") : Member(body, type == "text" ? "body" : "caption") ?? "")
        {
            Buttons = interactive && action.TryGetProperty("buttons", out var buttons)
                ? [.. buttons.EnumerateArray().Select(b => Choice(b.GetProperty("reply")))] : [],
            Rows = interactive && action.TryGetProperty("sections", out var sections)
                ? [.. sections.EnumerateArray().SelectMany(s => s.GetProperty("rows").EnumerateArray()).Select(Choice)] : [],
            MediaId = type is "image" or "document" ? Member(body, "id") : null,
            FileName = type == "document" ? Member(body, "filename") : null,
            CallbackData = Member(request, "biz_opaque_callback_data"),
        };
    }

    /// <summary>Values of a template's variables, and payloads of its quick replies in their order.</summary>
    internal static (IReadOnlyList<string> Values, IReadOnlyList<string> Payloads) Components(JsonElement template)
    {
        var all = template.TryGetProperty("components", out var components) ? components.EnumerateArray().ToList() : [];
        return ([.. Parameters("body", "text")], [.. Parameters("button", "payload")]);

        IEnumerable<string> Parameters(string type, string name) =>
            all.Where(c => Member(c, "type") == type).OrderBy(c => Member(c, "index"), StringComparer.Ordinal).SelectMany(c => c.GetProperty("parameters").EnumerateArray()).Select(p => Member(p, name)!);
    }

    private static string? Member(JsonElement element, string name) => element.TryGetProperty(name, out var child) ? child.GetString() : null;

    private static string Words(JsonElement element, string outer, string inner) => element.GetProperty(outer).GetProperty(inner).GetString()!;

    private static BotChoice Choice(JsonElement element) => new(Member(element, "id")!, Member(element, "title")!, Member(element, "description"));
}

/// <summary>A button or row.</summary>
public sealed record BotChoice(string Id, string Title, string? Description);
