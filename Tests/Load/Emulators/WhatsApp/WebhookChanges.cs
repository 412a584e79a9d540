using static GrantBot.Load.Emulators.WhatsApp.MetaJson;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>The changes Meta reports: messages, statuses, preferences (platform/whatsapp.md B2, B3).</summary>
internal sealed class WebhookChanges(WhatsAppEmulatorOptions options)
{
    private readonly string metadata = MetaJson.Object(
        ("display_phone_number", Quote(options.DisplayPhoneNumber)),
        ("phone_number_id", Quote(options.PhoneNumberId)));

    /// <summary>A message of a person; type and content are members of the message.</summary>
    public string Message(WhatsAppPerson from, string id, DateTimeOffset at, string type, string content, string? repliesTo)
    {
        var contact = MetaJson.Object(
            ("profile", MetaJson.Object(("name", Quote(from.Name)))),
            ("wa_id", Maybe(from.WaId)),
            ("user_id", Maybe(from.UserId)));
        var context = repliesTo is null ? null : MetaJson.Object(("from", Quote(options.DisplayPhoneNumber)), ("id", Quote(repliesTo)));
        return Change("messages", ("contacts", $"[{contact}]"), ("messages", $"[{Body(from, id, at, type, content, context)}]"));
    }

    /// <summary>"user_changed_number": comes without contacts.</summary>
    public string NumberChanged(WhatsAppPerson from, string id, DateTimeOffset at, string newNumber) =>
        Change("messages", ("messages", $"[{Body(from, id, at, "system", MetaJson.Object(
            ("body", Quote("User changed their number")),
            ("wa_id", Quote(newNumber)),
            ("type", Quote("user_changed_number"))), null)}]"));

    public string Status(string messageId, string status, DateTimeOffset at, WhatsAppPerson to, string? callback, string? pricing, GraphFault? fault) =>
        Change("messages", ("statuses", "[" + MetaJson.Object(
            ("id", Quote(messageId)),
            ("status", Quote(status)),
            ("timestamp", Seconds(at)),
            ("recipient_id", Maybe(to.WaId)),
            ("recipient_user_id", Maybe(to.UserId)),
            ("pricing", pricing),
            ("errors", fault is null ? null : $"[{Error(fault)}]"),
            ("biz_opaque_callback_data", Maybe(callback))) + "]"));

    public string Preference(WhatsAppPerson from, DateTimeOffset at, string value) =>
        Change("user_preferences", ("user_preferences", "[" + MetaJson.Object(
            ("wa_id", Maybe(from.WaId)),
            ("user_id", Maybe(from.UserId)),
            ("detail", Quote("User requested to " + value + " marketing messages")),
            ("category", Quote("marketing_messages")),
            ("value", Quote(value)),
            ("timestamp", Seconds(at))) + "]"));

    private string Change(string field, (string, string) first, (string Name, string? Json) second = default) =>
        MetaJson.Object(
            ("value", MetaJson.Object(("messaging_product", Quote("whatsapp")), ("metadata", metadata), first, second)),
            ("field", Quote(field)));

    private static string Body(WhatsAppPerson from, string id, DateTimeOffset at, string type, string content, string? context) => MetaJson.Object(
        ("context", context),
        ("from", Maybe(from.WaId)),
        ("from_user_id", Maybe(from.UserId)),
        ("id", Quote(id)),
        ("timestamp", Seconds(at)),
        ("type", Quote(type)),
        (type, content));

    private static string Error(GraphFault fault) => MetaJson.Object(
        ("code", $"{fault.Code}"),
        ("title", Quote(fault.Message)),
        ("message", Quote(fault.Message)),
        ("error_data", MetaJson.Object(("details", Quote(fault.Details ?? fault.Message)))),
        ("href", Quote("https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/")));

    private static string Seconds(DateTimeOffset at) => $"\"{at.ToUnixTimeSeconds()}\"";
}
