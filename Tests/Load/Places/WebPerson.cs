using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;
using GrantBot.Domain;
using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Load.Places;

/// <summary>One browser as the page behaves: posts each act, with the same id, until it is taken, and reads line after line.</summary>
internal sealed class WebPerson : IAsyncDisposable
{
    private const int LongestWaitSeconds = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly int index;
    private readonly Action<Screen> heard;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private readonly Uri bot;
    private readonly Channel<WebPost> acts = Channel.CreateUnbounded<WebPost>();
    private readonly CancellationTokenSource left;
    private Task speaking = Task.CompletedTask, listening = Task.CompletedTask;

    public WebPerson(int index, Uri bot, Action<Screen> heard, CancellationToken stop)
    {
        (this.index, this.bot, this.heard) = (index, bot, heard);
        left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var from = new IPAddress([127, 10, (byte)(index / 250 % 250), (byte)(1 + index % 250)]);
        http = new(new SocketsHttpHandler { CookieContainer = cookies, ActivityHeadersPropagator = null, ConnectCallback = (_, cancel) => ConnectAsync(from, bot.Port, cancel) })
        {
            BaseAddress = bot, Timeout = TimeSpan.FromSeconds(60),
        };
        http.DefaultRequestHeaders.Add(WebIdentity.Header, "page");
    }

    /// <summary>The chat's address value; null until the chat is open.</summary>
    public string? Address => WebIdentity.Hash(cookies.GetCookies(bot)[WebIdentity.Cookie]?.Value);

    public void Greet(string? code)
    {
        Post(new WebPost { Kind = "hello", Language = "kk-KZ", Code = code });
        if (speaking.IsCompleted) speaking = SpeakAsync();
    }

    public void Post(WebPost act) => acts.Writer.TryWrite(act with { Id = Ids.New(TimeProvider.System.GetUtcNow()).ToString("D") });

    public void Leave() => left.Cancel();

    public async ValueTask DisposeAsync()
    {
        await left.CancelAsync();
        await Task.WhenAll(speaking, listening);
        http.Dispose();
        left.Dispose();
    }

    private async Task SpeakAsync()
    {
        try
        {
            await UntilTakenAsync("/chat/open", null);
            await foreach (var act in acts.Reader.ReadAllAsync(left.Token))
            {
                await UntilTakenAsync("/chat/send", JsonSerializer.SerializeToUtf8Bytes(act, WebJson.Options));
                if (listening.IsCompleted) listening = ListenAsync();
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested) { acts.Writer.TryComplete(); }
    }

    private async Task UntilTakenAsync(string path, byte[]? body)
    {
        while (true)
        {
            try
            {
                using var content = new ByteArrayContent(body ?? []);
                content.Headers.ContentType = new("application/json");
                using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, left.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { left.Token.ThrowIfCancellationRequested(); } // the bot is away for a moment
            await Task.Delay(Pause, TimeProvider.System, left.Token);
        }
    }

    private async Task ListenAsync()
    {
        long seen = 0;
        while (!left.IsCancellationRequested)
        {
            try
            {
                var lines = JsonSerializer.Deserialize<List<WebEvent>>(await http.GetByteArrayAsync(new Uri($"/chat/lines?after={seen}&wait={LongestWaitSeconds}", UriKind.Relative), left.Token), WebJson.Options)!;
                foreach (var line in lines)
                {
                    seen = line.N;
                    if (line.Bot && line.Line.GetProperty("kind").GetString() == "text") heard(Read(line));
                }
            }
            catch (HttpRequestException) when (!left.IsCancellationRequested) { await Task.Delay(Pause, TimeProvider.System, CancellationToken.None); }
            catch (OperationCanceledException) when (left.IsCancellationRequested) { return; }
        }
    }

    private Screen Read(WebEvent line)
    {
        IReadOnlyList<string> choices = line.Line.TryGetProperty("options", out var options) ? [.. options.EnumerateArray().Select(o => o.GetProperty("label").GetString()!)] : [];
        return new(index, line.Line.GetProperty("text").GetString() ?? "", choices, false, line);
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, int port, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
