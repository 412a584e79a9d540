using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// The calls of the Cloud API that the bot makes. Refusals and lost connections are values; only a cancelled token throws.
/// The access token travels in a header of each request and is written nowhere else.
/// </summary>
internal sealed class WhatsAppClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient http;
    private readonly AuthenticationHeaderValue authorization;
    private readonly string phone;
    private readonly Uri root;
    private readonly Uri messages;
    private readonly Uri media;

    public WhatsAppClient(HttpClient http, WhatsAppOptions options)
    {
        this.http = http;
        authorization = new("Bearer", options.AccessToken);
        root = new($"{options.ApiBaseUrl.TrimEnd('/')}/{options.ApiVersion}/");
        phone = options.PhoneNumberId;
        messages = new(root, $"{options.PhoneNumberId}/messages");
        media = new(root, $"{options.PhoneNumberId}/media");
    }

    /// <summary>A connection pool fit for many chats at once; keep one per process.</summary>
    public static HttpClient NewHttp() => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 256,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public ValueTask<WhatsAppAnswer<MessageAnswer>> SendAsync(MessageRequest message, CancellationToken cancel) =>
        CallAsync(Post(messages, message, WhatsAppJson.Default.MessageRequest), WhatsAppJson.Default.MessageAnswer, cancel);

    public ValueTask<WhatsAppAnswer<SuccessAnswer>> MarkReadAsync(string messageId, bool typing, CancellationToken cancel) =>
        CallAsync(Post(messages, new(messageId, typing ? new() : null), WhatsAppJson.Default.ReadRequest), WhatsAppJson.Default.SuccessAnswer, cancel);

    /// <summary>Uploads a file; Meta keeps it for 30 days.</summary>
    public async ValueTask<WhatsAppAnswer<UploadAnswer>> UploadAsync(Stream content, string name, string mediaType, CancellationToken cancel)
    {
        using var file = new StreamContent(content);
        file.Headers.ContentType = new(mediaType);
        using var product = new StringContent("whatsapp");
        using var type = new StringContent(mediaType);
        using var form = new MultipartFormDataContent { { product, "messaging_product" }, { type, "type" }, { file, "file", AsciiName(name) } };
        var request = new HttpRequestMessage(HttpMethod.Post, media) { Content = form };
        return await CallAsync(request, WhatsAppJson.Default.UploadAnswer, cancel);
    }

    /// <summary>The number people write to, for links.</summary>
    public ValueTask<WhatsAppAnswer<PhoneAnswer>> GetPhoneAsync(CancellationToken cancel) =>
        CallAsync(new(HttpMethod.Get, new Uri(root, phone + "?fields=display_phone_number")), WhatsAppJson.Default.PhoneAnswer, cancel);

    public ValueTask<WhatsAppAnswer<MediaAnswer>> GetMediaAsync(string mediaId, CancellationToken cancel) =>
        CallAsync(new(HttpMethod.Get, new Uri(root, Uri.EscapeDataString(mediaId))), WhatsAppJson.Default.MediaAnswer, cancel);

    /// <summary>Opens a file a person sent, or null when it is gone, out of reach or not at an address of Meta's.</summary>
    public async ValueTask<Stream?> DownloadAsync(string mediaId, CancellationToken cancel)
    {
        if ((await GetMediaAsync(mediaId, cancel)).Value?.Url is not { } url) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !MayHaveToken(address)) return null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = authorization } };
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.IsSuccessStatusCode) return await response.Content.ReadAsStreamAsync(cancel);
            response.Dispose();
            return null;
        }
        catch (Exception e) when (IsNetwork(e, cancel))
        {
            return null;
        }
    }

    private static HttpRequestMessage Post<T>(Uri address, T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = Json;
        return new(HttpMethod.Post, address) { Content = content };
    }

    private async ValueTask<WhatsAppAnswer<T>> CallAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancel) where T : class
    {
        using (request)
        {
            try
            {
                request.Headers.Authorization = authorization;
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
                return await ReadAsync(response, type, cancel);
            }
            catch (Exception e) when (IsNetwork(e, cancel))
            {
                return new(null, null, e is OperationCanceledException ? "no answer in time" : "no connection", 0);
            }
        }
    }

    private static async ValueTask<WhatsAppAnswer<T>> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancel) where T : class
    {
        var status = (int)response.StatusCode;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var value = await JsonSerializer.DeserializeAsync(body, type, cancel);
                return new(value, null, value is null ? "an empty answer" : null, status);
            }
            var error = (await JsonSerializer.DeserializeAsync(body, WhatsAppJson.Default.ErrorAnswer, cancel))?.Error;
            return new(null, error, error is null ? $"HTTP {status}" : null, status);
        }
        catch (JsonException)
        {
            return new(null, null, $"HTTP {status} with an answer that is no JSON", status);
        }
    }

    /// <summary>Our token goes to Meta's hosts and to the configured API only, whatever an answer says.</summary>
    internal bool MayHaveToken(Uri address) =>
        (address.Scheme == root.Scheme && address.Authority == root.Authority)
        || (address.Scheme == Uri.UriSchemeHttps && (IsUnder(address.Host, "fbsbx.com") || IsUnder(address.Host, "facebook.com") || IsUnder(address.Host, "whatsapp.net")));

    private static bool IsUnder(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    private static bool IsNetwork(Exception e, CancellationToken cancel) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested);

    /// <summary>The name in the upload is not shown to anyone; only its ending matters.</summary>
    private static string AsciiName(string name)
    {
        var ending = Path.GetExtension(name);
        return "file" + (ending.Length is > 1 and <= 8 && ending.AsSpan(1).IndexOfAnyExceptInRange('0', 'z') < 0 ? ending : "");
    }
}
