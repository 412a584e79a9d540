using System.Globalization;
using System.Text.Json;
using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Bot.Ingress;

/// <summary>How the page reads its chat: a live stream, or asking again and again where a proxy holds streams back.</summary>
internal static class WebReadingEndpoints
{
    private const int LongestWaitSeconds = 25;

    /// <summary>Lines after a number; waits up to "wait" seconds when there are none yet.</summary>
    public static async Task<IResult> LinesAsync(HttpContext http, WebHistory history, WebLive live, WebLimits limits, TimeProvider time, IHostApplicationLifetime host, long after = 0, int wait = 0)
    {
        if (http.Address() is not { } address) return WebProblem.Unknown.Tell();
        using var place = limits.Stream(http.Connection.RemoteIpAddress);
        if (!place.IsAcquired) return WebChatEndpoints.TellSlow(http);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var listener = live.Listen(address);
        var lines = history.After(address, after);
        if (lines.Count == 0 && wait > 0)
        {
            await listener.WaitAsync(TimeSpan.FromSeconds(Math.Min(wait, LongestWaitSeconds)), time, cancel.Token);
            lines = history.After(address, after);
        }
        return Results.Json(lines, WebJson.Options);
    }

    /// <summary>
    /// Server-sent events, each with its line's number as the id; goes on after Last-Event-ID or "after".
    /// A heartbeat keeps proxies from closing it and reads the database anyway, for lines written by another replica.
    /// </summary>
    public static async Task StreamAsync(HttpContext http, WebHistory history, WebLive live, WebLimits limits, WebChatOptions options, TimeProvider time, IHostApplicationLifetime host, long after = 0)
    {
        using var place = limits.Stream(http.Connection.RemoteIpAddress);
        var refusal = http.Address() is null ? WebProblem.Unknown.Tell() : place.IsAcquired ? null : WebChatEndpoints.TellSlow(http);
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(http);
            return;
        }
        var address = http.Address()!;
        if (long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) after = seen;
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var listener = live.Listen(address);
        await http.Response.WriteAsync("event: ready\ndata: 0\n\n", http.RequestAborted);
        while (!cancel.IsCancellationRequested)
        {
            if (listener.TakeTyping()) await http.Response.WriteAsync("event: typing\ndata: 0\n\n", http.RequestAborted);
            var lines = history.After(address, after);
            foreach (var line in lines) await http.Response.WriteAsync($"id: {line.N}\ndata: {JsonSerializer.Serialize(line, WebJson.Options)}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (lines.Count > 0) after = lines[^1].N;
            if (lines.Count == WebHistory.PageSize || await listener.WaitAsync(options.Heartbeat, time, cancel.Token)) continue;
            await http.Response.WriteAsync("event: beat\ndata: 0\n\n", http.RequestAborted);
        }
    }
}
