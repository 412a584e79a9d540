using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>What the bot's webhook answered.</summary>
internal readonly record struct WebhookAnswer(int Status, byte[] Body, int? RetryAfter);

/// <summary>
/// Posts updates over plain keep-alive sockets to a loopback port: the emulator shares its processors with the bot it drives,
/// so it must cost less. Anything but a whole HTTP/1.1 answer is an IOException.
/// </summary>
internal sealed class WebhookPoster(Uri url, string? secret, TimeSpan patience) : IDisposable
{
    private readonly ConcurrentBag<Line> idle = [];
    private readonly byte[] head = Encoding.ASCII.GetBytes(
        $"POST {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\nConnection: keep-alive\r\n"
        + (secret is null ? "" : $"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n") + "Content-Length: ");

    public async Task<WebhookAnswer> PostAsync(ReadOnlyMemory<byte> json)
    {
        while (true)
        {
            var reused = idle.TryTake(out var line);
            line ??= await Line.OpenAsync(url.Port);
            try
            {
                var answer = await line.ExchangeAsync(head, json, patience);
                if (line.KeepsOpen) idle.Add(line);
                else line.Dispose();
                return answer;
            }
            catch (Exception e) when (e is IOException or SocketException or FormatException or OperationCanceledException)
            {
                line.Dispose();
                if (reused && line.Silent) continue; // the bot closed it while it lay idle: no failure
                throw new IOException("The webhook gave no whole answer", e);
            }
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var line)) line.Dispose();
    }

    private sealed class Line(Socket socket) : IDisposable
    {
        private byte[] buffer = new byte[4096];
        private int filled;

        /// <summary>The other side takes another request on this connection.</summary>
        public bool KeepsOpen { get; private set; }

        /// <summary>Not one byte of an answer came.</summary>
        public bool Silent => filled == 0;

        public static async Task<Line> OpenAsync(int port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return new(socket);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                throw new IOException("The webhook is not reachable", e);
            }
        }

        public async Task<WebhookAnswer> ExchangeAsync(byte[] head, ReadOnlyMemory<byte> json, TimeSpan patience)
        {
            using var deadline = new CancellationTokenSource(patience);
            filled = 0;
            await SendAsync(head, json, deadline.Token);
            int end;
            while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await MoreAsync(deadline.Token);
            var headers = Encoding.ASCII.GetString(buffer, 0, end);
            var status = int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture);
            KeepsOpen = !string.Equals(Header(headers, "Connection"), "close", StringComparison.OrdinalIgnoreCase);
            var body = await BodyAsync(headers, end + 4, deadline.Token);
            return new(status, body, int.TryParse(Header(headers, "Retry-After"), CultureInfo.InvariantCulture, out var wait) ? wait : null);
        }

        public void Dispose() => socket.Dispose();

        private async Task SendAsync(byte[] head, ReadOnlyMemory<byte> json, CancellationToken cancel)
        {
            var all = head.Length + 24 + json.Length;
            if (buffer.Length < all) buffer = new byte[all];
            head.CopyTo(buffer, 0);
            Utf8Formatter.TryFormat(json.Length, buffer.AsSpan(head.Length), out var digits);
            var at = head.Length + digits;
            "\r\n\r\n"u8.CopyTo(buffer.AsSpan(at));
            json.Span.CopyTo(buffer.AsSpan(at + 4));
            all = at + 4 + json.Length;
            for (var sent = 0; sent < all;) sent += await socket.SendAsync(buffer.AsMemory(sent, all - sent), cancel);
        }

        private async Task<byte[]> BodyAsync(string headers, int at, CancellationToken cancel)
        {
            if (int.TryParse(Header(headers, "Content-Length"), CultureInfo.InvariantCulture, out var length))
            {
                while (filled < at + length) await MoreAsync(cancel);
                return length == 0 ? [] : buffer.AsSpan(at, length).ToArray();
            }
            return string.Equals(Header(headers, "Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase)
                ? await ChunksAsync(at, cancel) : [];
        }

        private async Task<byte[]> ChunksAsync(int at, CancellationToken cancel)
        {
            var body = new List<byte>();
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0) await MoreAsync(cancel);
                var size = int.Parse(Encoding.ASCII.GetString(buffer, at, end), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                at += end + 2;
                while (filled < at + size + 2) await MoreAsync(cancel);
                if (size == 0) return [.. body];
                body.AddRange(buffer.AsSpan(at, size));
                at += size + 2;
            }
        }

        private async Task MoreAsync(CancellationToken cancel)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, filled * 2);
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled), cancel);
            filled += got > 0 ? got : throw new IOException("The connection was closed before the answer was whole");
        }

        private static string? Header(string headers, string name)
        {
            var start = headers.IndexOf("\n" + name + ":", StringComparison.OrdinalIgnoreCase);
            if (start < 0) return null;
            start += name.Length + 2;
            var end = headers.IndexOf('\r', start);
            return headers[start..(end < 0 ? headers.Length : end)].Trim();
        }
    }
}
