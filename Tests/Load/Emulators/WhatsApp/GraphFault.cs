using System.Text.Json;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>A refusal as the Graph API words it (platform/whatsapp.md B7).</summary>
/// <param name="Status">HTTP status: mostly 400, for throttling too.</param>
/// <param name="Code">What callers should look at.</param>
/// <param name="Message">General words.</param>
/// <param name="Details">error_data.details: what exactly is wrong.</param>
public sealed record GraphFault(int Status, int Code, string Message, string? Details = null, int? Subcode = null)
{
    internal static GraphFault BadValue(string details) => new(400, 131009, "(#131009) Parameter value is not valid", details);
    internal static GraphFault Missing(string name) => new(400, 131008, "(#131008) Required parameter is missing", $"Parameter '{name}' is mandatory");
    internal static GraphFault Invalid(string details) => new(400, 100, "(#100) Invalid parameter", details);
    internal static GraphFault NoSuchObject(string verb) => new(400, 100, $"Unsupported {verb} request. Object does not exist, cannot be loaded due to missing permissions, or does not support this operation", null, 33);
    internal static GraphFault NoSuchTemplate(string name, string language) => new(404, 132001, "(#132001) Template name does not exist in the translation", $"template name ({name}) does not exist in {language}");
    internal static GraphFault WrongShape(string details) => new(400, 132000, "(#132000) Number of parameters does not match the expected number of params", details);
    internal static readonly GraphFault BadToken = new(401, 190, "Invalid OAuth access token - Cannot parse access token");
    internal static readonly GraphFault NotJson = new(400, 100, "(#100) The request body is not valid JSON");
    internal static readonly GraphFault WindowClosed = new(400, 131047, "(#131047) Re-engagement message", "Message failed to send because more than 24 hours have passed since the customer last replied to this number.");
    internal static readonly GraphFault Undeliverable = new(400, 131026, "(#131026) Message undeliverable", "Message Undeliverable.");
    internal static readonly GraphFault StoppedMarketing = new(400, 131050, "(#131050) Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business");
    internal static readonly GraphFault PairRate = new(400, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit", "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.");
    internal static readonly GraphFault Throughput = new(400, 130429, "(#130429) Rate limit hit", "Message failed to send because there were too many messages sent from this phone number in a short period of time");
    internal static readonly GraphFault WrongMedia = new(400, 131053, "(#131053) Media upload error", "The media type does not fit the message type.");
    internal static readonly GraphFault ServerError = new(500, 131000, "(#131000) Something went wrong", "Message failed to send due to an unknown error.");

    internal byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("message", Message);
            writer.WriteString("type", "OAuthException");
            writer.WriteNumber("code", Code);
            if (Subcode is { } subcode) writer.WriteNumber("error_subcode", subcode);
            if (Details is not null)
            {
                writer.WriteStartObject("error_data");
                writer.WriteString("messaging_product", "whatsapp");
                writer.WriteString("details", Details);
                writer.WriteEndObject();
            }
            writer.WriteString("fbtrace_id", "AbCdEfGhIjKlMnOpQrStUvW");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }
}
