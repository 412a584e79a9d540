using System.Buffers;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>What the WhatsApp channel needs to know, from configuration section <c>WhatsApp</c>. The channel is off when no secret is set.</summary>
public sealed record WhatsAppOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "WhatsApp";

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>System user token with the permission whatsapp_business_messaging.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>Secret of the Meta app, which signs webhooks.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>A word of our own that Meta repeats when the webhook is set up.</summary>
    public string VerifyToken { get; init; } = "";

    /// <summary>Id (not the number) of the business phone.</summary>
    public string PhoneNumberId { get; init; } = "";

    /// <summary>Where the Graph API is; another address only for tests.</summary>
    public string ApiBaseUrl { get; init; } = "https://graph.facebook.com";

    /// <summary>Graph API version, such as v25.0.</summary>
    public string ApiVersion { get; init; } = "v25.0";

    /// <summary>
    /// Language -> name of an approved template without variables that re-opens a conversation after 24 hours. Use_language ("rem_day_kk") -> name
    /// of one that says a message of that use by itself, with its variables in order and its quick replies. Optional.
    /// </summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when anything was set, so that the channel is wanted.</summary>
    public bool Wanted => AccessToken.Length + AppSecret.Length + VerifyToken.Length + PhoneNumberId.Length > 0;

    /// <summary>Everything wrong with the settings, each with its name and the remedy; empty when the channel is off or ready.</summary>
    public IReadOnlyList<string> Problems() => Wanted ? [.. Missing(), .. Malformed()] : [];

    /// <summary>Never shows a secret.</summary>
    public override string ToString() => $"WhatsApp number {PhoneNumberId}, {ApiBaseUrl}/{ApiVersion}, {Templates.Count} templates";

    private IEnumerable<string> Missing()
    {
        const string together = "AccessToken, AppSecret, VerifyToken and PhoneNumberId are needed together, or none of them to leave WhatsApp off.";
        if (AccessToken.Length == 0) yield return $"WhatsApp__AccessToken is not set: take the token of a system user from business.facebook.com, Users, System users. {together}";
        if (AppSecret.Length == 0) yield return $"WhatsApp__AppSecret is not set: take it from developers.facebook.com, your app, App settings, Basic. {together}";
        if (VerifyToken.Length == 0) yield return $"WhatsApp__VerifyToken is not set: make up a long random word and give the same one to Meta with the webhook address. {together}";
        if (PhoneNumberId.Length == 0) yield return $"WhatsApp__PhoneNumberId is not set: take it from developers.facebook.com, your app, WhatsApp, API setup. {together}";
    }

    private IEnumerable<string> Malformed()
    {
        if (AccessToken.Any(c => c is <= ' ' or > '~')) yield return "WhatsApp__AccessToken holds a space or a letter no token has: copy it again, whole and alone.";
        if (!PhoneNumberId.All(char.IsAsciiDigit)) yield return "WhatsApp__PhoneNumberId must be digits only: it is the id of the number, not the number.";
        if (!GoodAddress()) yield return "WhatsApp__ApiBaseUrl must be an https address such as https://graph.facebook.com: leave it out to use that one.";
        if (ApiVersion is not ['v', _, _, ..] || !Version.TryParse(ApiVersion[1..], out _)) yield return "WhatsApp__ApiVersion must look like v25.0: leave it out to use that one.";
        foreach (var (language, name) in Templates)
        {
            if (!IsUsed(language)) yield return $"WhatsApp__Templates__{language} is no template this program uses: write kk, ru or en, or one of {string.Join(", ", ApprovedTemplate.Uses)} with _kk, _ru or _en behind it.";
            if (name.Length is 0 or > 512 || name.AsSpan().ContainsAnyExcept(NameLetters))
                yield return $"WhatsApp__Templates__{language} must be the name of an approved template: small Latin letters, digits and underscores.";
        }
    }

    private static bool IsUsed(string key) => Texts.Languages.Any(l => key == l || ApprovedTemplate.Uses.Any(u => key == $"{u}_{l}"));

    private bool GoodAddress() =>
        Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
