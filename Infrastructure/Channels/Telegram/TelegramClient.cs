using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>
/// The Bot API over HTTP. Faults are answers with code 0, never exceptions; only a cancelled token throws.
/// The token is part of every address (platform/telegram.md A1), so no address ever leaves this class.
/// </summary>
internal sealed class TelegramClient : IDisposable
{
    private const int LargestAnswer = 24 << 20; // a file has at most 20 MB, a batch of updates 4
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UploadPatience = TimeSpan.FromMinutes(2);

    private readonly HttpMessageInvoker http;
    private readonly FrozenDictionary<string, Uri> methods;
    private readonly string fileRoot;
    private readonly TimeProvider time;

    /// <summary>Opens no connection yet.</summary>
    public TelegramClient(TelegramOptions options, TimeProvider time)
    {
        this.time = time;
        methods = TelegramCall.Methods.ToFrozenDictionary(m => m, m => new Uri($"{options.ApiBaseUrl}/bot{options.Token}/{m}"));
        fileRoot = $"{options.ApiBaseUrl}/file/bot{options.Token}/";
        http = new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 256,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        });
    }

    /// <summary>Makes one call whose result nobody reads beyond the message id.</summary>
    public async ValueTask<TelegramAnswer> CallAsync(TelegramCall call, CancellationToken cancel)
    {
        using var body = new PooledBytes(4096);
        var (status, fault) = await ExchangeAsync(call.Method, TelegramContent.Json(call), body, Patience, cancel);
        return fault ?? TelegramAnswer.Read(body.Written.Span, status);
    }

    /// <summary>Sends a file. The stream is closed.</summary>
    public async ValueTask<TelegramAnswer> UploadAsync(SendFile call, Stream file, CancellationToken cancel)
    {
        using var body = new PooledBytes(4096);
        var (status, fault) = await ExchangeAsync(call.Method, TelegramContent.Multipart(call, file), body, UploadPatience, cancel);
        var answer = fault ?? TelegramAnswer.Read(body.Written.Span, status);
        return answer.Ok ? answer with { FileId = SentFiles.Read(body.Written.Span, call.AsPhoto) } : answer;
    }

    /// <summary>Who the bot is.</summary>
    public async ValueTask<(TelegramAnswer Answer, User? Me)> GetMeAsync(CancellationToken cancel)
    {
        var (answer, result) = await AskAsync(new GetMe(), TelegramJson.Default.EnvelopedUser, cancel);
        return (answer, result?.Result);
    }

    /// <summary>Waiting updates as raw JSON, each by itself; waits up to the call's timeout for the first.</summary>
    public async ValueTask<(TelegramAnswer Answer, IReadOnlyList<ReadOnlyMemory<byte>> Updates)> GetUpdatesAsync(GetUpdates call, CancellationToken cancel)
    {
        using var body = new PooledBytes(64 * 1024);
        var patience = Patience + TimeSpan.FromSeconds(call.Timeout);
        var (status, fault) = await ExchangeAsync(call.Method, TelegramContent.Json(call), body, patience, cancel);
        var answer = fault ?? TelegramAnswer.Read(body.Written.Span, status);
        return (answer, answer.Ok ? TelegramBatch.Split(body.Written.ToArray()) : []);
    }

    /// <summary>Opens a person's file for reading (at most 20 MB), or says why not.</summary>
    public async ValueTask<(TelegramAnswer Answer, Stream? Content)> DownloadAsync(string fileId, CancellationToken cancel)
    {
        var (answer, file) = await AskAsync(new GetFile(fileId), TelegramJson.Default.EnvelopedFilePath, cancel);
        if (file?.Result?.Path is not { Length: > 0 } path) return (answer.Ok ? TelegramAnswer.None("getFile without a path") : answer, null);
        using var body = new PooledBytes(64 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fileRoot + path));
        var (status, fault) = await ExchangeAsync(request, body, UploadPatience, cancel);
        if (fault is { } none) return (none, null);
        if (status != 200) return (TelegramAnswer.Read(body.Written.Span, status), null);
        return (answer, new MemoryStream(body.Written.ToArray(), writable: false));
    }

    public void Dispose() => http.Dispose();

    private async ValueTask<(TelegramAnswer, Enveloped<T>?)> AskAsync<T>(TelegramCall call, JsonTypeInfo<Enveloped<T>> shape, CancellationToken cancel)
    {
        using var body = new PooledBytes(4096);
        var (status, fault) = await ExchangeAsync(call.Method, TelegramContent.Json(call), body, Patience, cancel);
        var answer = fault ?? TelegramAnswer.Read(body.Written.Span, status);
        if (!answer.Ok) return (answer, null);
        try
        {
            return (answer, JsonSerializer.Deserialize(body.Written.Span, shape));
        }
        catch (JsonException)
        {
            return (TelegramAnswer.None("unreadable result of " + call.Method), null);
        }
    }

    private async ValueTask<(int Status, TelegramAnswer? Fault)> ExchangeAsync(
        string method, HttpContent content, PooledBytes body, TimeSpan patience, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, methods[method]) { Content = content };
        return await ExchangeAsync(request, body, patience, cancel);
    }

    private async ValueTask<(int Status, TelegramAnswer? Fault)> ExchangeAsync(
        HttpRequestMessage request, PooledBytes body, TimeSpan patience, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            using var response = await http.SendAsync(request, both.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(both.Token);
            var whole = await body.FillAsync(stream, LargestAnswer, both.Token);
            return whole ? ((int)response.StatusCode, null) : (0, TelegramAnswer.None("answer too large"));
        }
        catch (HttpRequestException e)
        {
            return (0, TelegramAnswer.None("network: " + e.HttpRequestError));
        }
        catch (IOException)
        {
            return (0, TelegramAnswer.None("network: connection lost"));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (0, TelegramAnswer.None("no answer in time"));
        }
    }
}
