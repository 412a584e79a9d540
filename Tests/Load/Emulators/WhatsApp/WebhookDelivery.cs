using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>
/// Delivers updates: signed, several at once and therefore in no order, again with growing pauses until the answer is
/// exactly 200, for at most seven days (platform/whatsapp.md B1).
/// </summary>
internal sealed class WebhookDelivery : IAsyncDisposable
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromDays(7);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly Channel<string> waiting = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly WhatsAppEmulatorOptions options;
    private readonly EmulatorClock clock;
    private readonly byte[] secret;
    private readonly Random random;
    private readonly Task[] workers;
    private int pending;
    private long posted;
    private long refused;

    public WebhookDelivery(WhatsAppEmulatorOptions options, EmulatorClock clock)
    {
        this.options = options;
        this.clock = clock;
        secret = Encoding.UTF8.GetBytes(options.AppSecret);
        random = new(options.Seed);
        Target = options.Webhook;
        workers = [.. Enumerable.Range(0, options.Concurrency).Select(_ => Task.Run(WorkAsync))];
    }

    public Uri? Target { get; set; }

    /// <summary>Updates not yet answered with 200.</summary>
    public int Pending => Volatile.Read(ref pending);

    /// <summary>POSTs made.</summary>
    public long Posted => Interlocked.Read(ref posted);

    /// <summary>POSTs not answered with 200.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Queues a change; now and then twice, when duplicates are asked for.</summary>
    public void Add(string change)
    {
        Enqueue(change);
        if (options.Duplicates > 0 && Roll() < options.Duplicates) Enqueue(change);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(workers);
        http.Dispose();
        stop.Dispose();
    }

    private void Enqueue(string change)
    {
        if (Target is null) return; // no webhook is set up: Meta does not keep updates for later either
        Interlocked.Increment(ref pending);
        waiting.Writer.TryWrite(change);
    }

    private async Task WorkAsync()
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stop.Token))
            {
                var batch = new List<string>(options.BatchSize);
                while (batch.Count < options.BatchSize && waiting.Reader.TryRead(out var change)) batch.Add(change);
                if (batch.Count == 0) continue;
                if (options.Jitter > TimeSpan.Zero) await clock.Wait(options.Jitter * Roll(), stop.Token);
                var body = MetaJson.Envelope(batch);
                if (await PostAsync(body)) Interlocked.Add(ref pending, -batch.Count);
                else _ = RetryAsync(body, batch.Count);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // stopped
        }
    }

    private async Task RetryAsync(byte[] body, int count)
    {
        try
        {
            var pause = TimeSpan.FromSeconds(1);
            for (var waited = TimeSpan.Zero; waited < GiveUp; waited += pause)
            {
                await clock.Wait(pause, stop.Token);
                if (await PostAsync(body)) break;
                pause = pause * 2 < TimeSpan.FromHours(1) ? pause * 2 : TimeSpan.FromHours(1);
            }
            Interlocked.Add(ref pending, -count);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // stopped
        }
    }

    private async Task<bool> PostAsync(byte[] body)
    {
        if (Target is null) return false;
        using var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, body)));
        Interlocked.Increment(ref posted);
        try
        {
            using var response = await http.SendAsync(request, stop.Token);
            if ((int)response.StatusCode == 200) return true;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // counted below like any other refusal
        }
        Interlocked.Increment(ref refused);
        return false;
    }

    private double Roll()
    {
        lock (random) return random.NextDouble();
    }
}
