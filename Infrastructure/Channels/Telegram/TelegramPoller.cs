using Microsoft.Extensions.Logging;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>
/// Fetches updates by long polling. An update is confirmed to Telegram only by the fetch after it was stored; the offset is kept nowhere else:
/// after a restart Telegram sends the unconfirmed ones again and the inbox drops those it has.
/// </summary>
/// <param name="client">The Bot API.</param>
/// <param name="store">Stores a batch; returns when it is durable. When it throws the same batch comes again.</param>
/// <param name="time">For pauses.</param>
/// <param name="log">Told of faults, by code and kind.</param>
internal sealed partial class TelegramPoller(
    TelegramClient client, Func<IReadOnlyList<InboxItem>, CancellationToken, Task> store, TimeProvider time, ILogger<TelegramPoller> log)
{
    private const int BatchSize = 100;

    /// <summary>Seconds a fetch waits for the first update.</summary>
    public int WaitSeconds { get; init; } = 30;

    /// <summary>Polls until cancelled. Takes away a webhook first (never its waiting updates), since both cannot be.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await RemoveWebhookAsync(cancel);
            await PollAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task RemoveWebhookAsync(CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            var answer = await client.CallAsync(new DeleteWebhook(), cancel);
            if (answer.Ok) return;
            await RestAsync(answer, failures, cancel);
        }
    }

    private async Task PollAsync(CancellationToken cancel)
    {
        long? offset = null;
        for (var failures = 0; ;)
        {
            var (answer, updates) = await client.GetUpdatesAsync(new(offset, BatchSize, WaitSeconds, TelegramWebhook.AllowedUpdates), cancel);
            if (!answer.Ok)
            {
                await RestAsync(answer, ++failures, cancel); // on 409 too: taking the webhook away again would fight with whoever set it
                continue;
            }
            if (updates.Count == 0) { failures = 0; continue; }
            if (await StoreAsync(updates, cancel) is { } last)
            {
                offset = last + 1; // the batch's own last, not the highest ever: ids start anew after a silent week (A4.7)
                failures = 0;
            }
            else await Task.Delay(TelegramPause.Growing(++failures), time, cancel);
        }
    }

    /// <summary>Stores a batch; gives the id to confirm, or null when it could not be stored.</summary>
    private async Task<long?> StoreAsync(IReadOnlyList<ReadOnlyMemory<byte>> updates, CancellationToken cancel)
    {
        var items = updates.Select(TelegramChannel.Item).ToList();
        try
        {
            await store(items, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogNotStored(items.Count, e.GetType().Name);
            return null;
        }
        var last = items.Max(i => i.Order);
        return last > 0 ? last : null;
    }

    private Task RestAsync(TelegramAnswer answer, int failures, CancellationToken cancel)
    {
        var pause = TelegramPause.After(answer, failures);
        LogRefused(answer.Code, answer.Description, pause.TotalSeconds);
        return Task.Delay(pause, time, cancel);
    }

    [LoggerMessage(1, LogLevel.Warning, "Telegram polling: code {Code}, {Why}; trying again in {Seconds} s")]
    private partial void LogRefused(int code, string? why, double seconds);

    [LoggerMessage(2, LogLevel.Error, "Telegram polling: {Count} updates could not be stored ({Fault}); they will be fetched again")]
    private partial void LogNotStored(int count, string fault);

    [LoggerMessage(3, LogLevel.Information, "Telegram polling stopped")]
    private partial void LogStopped();
}
