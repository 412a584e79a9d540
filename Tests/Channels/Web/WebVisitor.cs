using System.Net;
using System.Text;
using System.Text.Json;

namespace GrantBot.Tests.Channels.Web;

/// <summary>A browser without a page: keeps its cookie, speaks the page's language, reads the stream.</summary>
internal sealed class WebVisitor(Uri address) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    public HttpClient Client => client ??= new HttpClient(new SocketsHttpHandler { CookieContainer = cookies })
    {
        BaseAddress = address,
        DefaultRequestHeaders = { { "X-GrantBot", "page" } },
    };

    public string? Token => cookies.GetCookies(address)["grantbot-chat"]?.Value;

    public static string NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString("D");

    public async Task<JsonElement> OpenAsync(string query = "")
    {
        using var answer = await Client.PostAsync($"/chat/open{query}", null);
        return await JsonAsync(answer);
    }

    public async Task<HttpResponseMessage> SendAsync(object post) =>
        await Client.PostAsync("/chat/send", new StringContent(JsonSerializer.Serialize(post), Encoding.UTF8, "application/json"));

    /// <summary>Opens, greets and waits for the bot's two lines.</summary>
    public async Task<WebVisitor> GreetAsync()
    {
        await OpenAsync();
        (await SendAsync(new { id = NewId(), kind = "hello", language = "kk-KZ" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await LinesAsync(2);
        return this;
    }

    public async Task<HttpResponseMessage> SayAsync(string text, string? id = null) => await SendAsync(new { id = id ?? NewId(), kind = "text", text });

    /// <summary>Waits until the stream has given so many lines after a number.</summary>
    public async Task<IReadOnlyList<JsonElement>> LinesAsync(int count, long after = 0, bool byHeader = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, byHeader ? "/chat/stream" : $"/chat/stream?after={after}");
        if (byHeader) request.Headers.Add("Last-Event-ID", $"{after}");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var lines = new List<JsonElement>();
        while (lines.Count < count && await reader.ReadLineAsync(patience.Token) is { } row)
        {
            if (row.StartsWith("data: {", StringComparison.Ordinal)) lines.Add(JsonSerializer.Deserialize<JsonElement>(row[6..]));
        }
        return lines;
    }

    /// <summary>All lines stored by now.</summary>
    public async Task<IReadOnlyList<JsonElement>> StoredAsync(long after = 0) =>
        [.. JsonSerializer.Deserialize<JsonElement>(await Client.GetStringAsync($"/chat/lines?after={after}")).EnumerateArray()];

    public async Task<HttpResponseMessage> UploadAsync(byte[] content, string name, string id, string type = "text/plain")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/file") { Content = new ByteArrayContent(content) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        request.Headers.Add("X-Message-Id", id);
        return await Client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    public static string Text(JsonElement line) => line.GetProperty("line").GetProperty("text").GetString()!;

    public static long Number(JsonElement line) => line.GetProperty("n").GetInt64();

    public void Dispose() => client?.Dispose();
}
