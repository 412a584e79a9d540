using System.Buffers;
using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Numbers updates and leads them to the webhook, or to getUpdates while there is none.</summary>
internal sealed class UpdateFeed(EmulatorOptions options, EmulatorCounts counts) : IDisposable
{
    private readonly Lock gate = new();
    private readonly PollQueue polled = new(options, counts);
    private WebhookDelivery? hook;
    private HashSet<string>? allowed;
    private long nextId = 700_000_000;

    /// <summary>Address of the webhook; "" while there is none.</summary>
    public string Url { get; private set; } = "";

    private string? Secret { get; set; }

    /// <summary>What to do with a body in the webhook's answer.</summary>
    public Action<byte[]> OnReply { get; set; } = _ => { };

    /// <summary>Adds an update; gives its id, or 0 when the bot does not want its kind.</summary>
    public long Add(string kind, long key, TimeSpan life, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        lock (gate)
        {
            if (allowed is not null && !allowed.Contains(kind)) return 0;
            var id = nextId++;
            using (var writer = new Utf8JsonWriter(buffer, TelegramWriter.Options))
            {
                writer.WriteStartObject();
                writer.WriteNumber("update_id", id);
                writer.WritePropertyName(kind);
                write(writer);
                writer.WriteEndObject();
            }
            var update = new PendingUpdate(id, key, buffer.WrittenSpan.ToArray(), options.Time.GetUtcNow() + life);
            if (hook is null) polled.Add(update);
            else hook.Add(update);
            return id;
        }
    }

    public bool SetWebhook(Uri url, string? secret, int connections, IReadOnlyList<string>? kinds)
    {
        polled.Interrupt("Conflict: terminated by setWebhook request");
        lock (gate)
        {
            Allow(kinds);
            if (hook is not null && Url == url.OriginalString && Secret == secret) return false;
            var left = Unhook();
            hook = new(new(url, secret, options.WebhookPatience), connections, options, counts, body => OnReply(body));
            (Url, Secret) = (url.OriginalString, secret);
            foreach (var update in left.Concat(polled.Drain())) hook.Add(update);
            return true;
        }
    }

    public bool DeleteWebhook(bool drop)
    {
        lock (gate)
        {
            var had = hook is not null;
            var left = Unhook();
            if (drop) polled.Drain();
            else foreach (var update in left) polled.Add(update);
            return had;
        }
    }

    public Task<ReadOnlyMemory<byte>> GetAsync(long offset, int limit, TimeSpan timeout, IReadOnlyList<string>? kinds, CancellationToken aborted)
    {
        lock (gate)
        {
            if (hook is not null)
                throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            Allow(kinds);
        }
        return polled.GetAsync(offset, limit, timeout, aborted);
    }

    /// <summary>How many updates wait for getUpdates.</summary>
    public int Waiting => polled.Count;

    /// <summary>How often the bot has asked for updates.</summary>
    public long Asked => polled.Asked;

    public void Dispose() => hook?.Dispose();

    private void Allow(IReadOnlyList<string>? kinds)
    {
        if (kinds is not null) allowed = kinds.Count == 0 ? null : [.. kinds];
    }

    private IReadOnlyList<PendingUpdate> Unhook()
    {
        var left = hook?.Stop() ?? [];
        hook?.Dispose();
        hook = null;
        Url = "";
        return left;
    }
}
