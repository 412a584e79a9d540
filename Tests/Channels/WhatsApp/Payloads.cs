using System.Text;

namespace GrantBot.Tests.Channels.WhatsApp;

/// <summary>Webhook payloads as Meta writes them, with boring defaults.</summary>
internal static class Payloads
{
    public const string NumberId = "100000000000001";
    public const string Sana = "77000000000";
    public const string SanaUser = "KZ.13491208655302741918";
    public const string Wamid = "wamid.HBgLNzcwMDAwMDAwMDAVAgASGBQzQTdB";

    private const string SanaContact = $$$"""{"profile":{"name":"Сана Әлиева"},"wa_id":"{{{Sana}}}","user_id":"{{{SanaUser}}}"}""";

    /// <summary>A message of Сана with a number and a user id.</summary>
    public static byte[] Message(string type, string content) => Envelope(Value($$"""
        "contacts":[{{SanaContact}}],"messages":[{"from":"{{Sana}}","from_user_id":"{{SanaUser}}","id":"{{Wamid}}","timestamp":"1772323200","type":"{{type}}","{{type}}":{{content}}}]
        """));

    /// <summary>A status of a message of ours.</summary>
    public static byte[] Status(string members) => Envelope(Value($$"""
        "statuses":[{"id":"wamid.OUT","timestamp":"1772323201","recipient_id":"{{Sana}}",{{members}}}]
        """));

    public static string Value(string members, string number = NumberId) => $$"""
        {"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"77000000001","phone_number_id":"{{number}}"},{{members}} } }
        """;

    public static byte[] Envelope(params string[] changes) =>
        Encoding.UTF8.GetBytes($$"""{"object":"whatsapp_business_account","entry":[{"id":"200000000000001","changes":[{{string.Join(',', changes)}}] }] }""");
}
