using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

/// <summary>Raw calls, answers shown as "status code details".</summary>
internal sealed class Api : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private Api(WhatsAppEmulator emulator)
    {
        Emulator = emulator;
        Sana = emulator.AddPerson("77000000000");
        Sana.SendText("Сәлем");
    }

    public WhatsAppEmulator Emulator { get; }

    public WhatsAppPerson Sana { get; }

    public static async Task<Api> StartAsync(WhatsAppEmulatorOptions? options = null) => new(await WhatsAppEmulator.StartAsync(options));

    public Task<string> SendAsync(string members, string to = "+77000000000") => PostAsync($$"""{"messaging_product":"whatsapp","to":"{{to}}",{{members}}}""");

    public Task<string> PostAsync(string body, string path = "v25.0/100000000000001/messages", string? token = "EAA-test-access-token") =>
        ShowAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), token);

    public async Task<(string Shown, string? Id)> UploadAsync(string mediaType, int bytes)
    {
        var file = new ByteArrayContent(new byte[bytes]);
        file.Headers.ContentType = new(mediaType);
        using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { file, "file", "a" } };
        using var response = await CallAsync(HttpMethod.Post, "v25.0/100000000000001/media", form, Emulator.Options.AccessToken);
        var body = await response.Content.ReadAsStringAsync();
        return ($"{(int)response.StatusCode} {Error(body)}", JsonNode.Parse(body)!["id"]?.GetValue<string>());
    }

    public async Task<string> GetAsync(string path)
    {
        using var response = await CallAsync(HttpMethod.Get, path, null, Emulator.Options.AccessToken);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<int> StatusOfAsync(string url, string? token = "EAA-test-access-token")
    {
        using var response = await CallAsync(HttpMethod.Get, url, null, token);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Emulator.DisposeAsync();
    }

    private async Task<string> ShowAsync(HttpMethod method, string path, HttpContent content, string? token)
    {
        using var response = await CallAsync(method, path, content, token);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? "200 accepted" : $"{(int)response.StatusCode} {Error(body)}";
    }

    private async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, HttpContent? content, string? token)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.BaseUrl, path)) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }

    private static string Error(string body)
    {
        var error = JsonNode.Parse(body)!["error"];
        return $"{error?["code"]} {error?["error_subcode"]} {error?["error_data"]?["details"]} {error?["message"]}".Replace("  ", " ");
    }
}

internal static class Shown
{
    /// <summary>Status and code at the start, the rest anywhere.</summary>
    public static void ShouldContainAll(this string answer, string expected)
    {
        var parts = expected.Split(' ', 3);
        answer.ShouldStartWith(string.Join(' ', parts.Take(2)));
        if (parts.Length > 2) answer.ShouldContain(parts[2], Case.Sensitive);
    }
}
