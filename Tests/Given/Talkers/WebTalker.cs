using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Tests.Given.Talkers;

/// <summary>A visitor of the bot's own page, from a network address of their own; the cookie outlives a restart of the program.</summary>
internal sealed class WebTalker : Talker
{
    private readonly LivingBot bot;
    private readonly string language;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly List<(string Line, string Token, string Label)> buttons = [];
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private long seen;
    private string prompt = "";
    private (string Line, string Token) pressed;
    private bool isOpen;

    public WebTalker(LivingBot bot, int number, string language)
    {
        (this.bot, this.language) = (bot, language);
        var from = new IPEndPoint(new IPAddress([127, 1, (byte)(number >> 8), (byte)number]), 0);
        client = new(new SocketsHttpHandler { CookieContainer = cookies, UseProxy = false, ConnectCallback = (context, cancel) => ConnectAsync(from, context.DnsEndPoint, cancel) })
        {
            DefaultRequestHeaders = { { WebIdentity.Header, "page" } },
        };
    }

    public override string Address => WebIdentity.Hash(cookies.GetCookies(bot.Address)[WebIdentity.Cookie]?.Value)!;

    public override async Task SayAsync(string text)
    {
        if (text.StartsWith("/start ", StringComparison.Ordinal)) await OpenAsync(text[7..]);
        else if (!isOpen || text == "/start") await OpenAsync("");
        else await PostAsync(new { id = NewId(), kind = "text", text });
    }

    public override async Task OpenAsync(string code)
    {
        if (!isOpen) (await client.PostAsync(new Uri(bot.Address, "/chat/open"), null)).EnsureSuccessStatusCode();
        isOpen = true;
        await PostAsync(new { id = NewId(), kind = "hello", code = code.Length == 0 ? null : code, language = language + "-KZ" });
    }

    public override Task PressAsync(string label, LivingBot bot)
    {
        var found = buttons.LastOrDefault(b => b.Line == prompt && b.Label == label);
        return PressAsync(found.Token is { } token ? (prompt, token) : throw NotShown(label));
    }

    public override Task PressLateAsync(string label)
    {
        var found = buttons.LastOrDefault(b => b.Line != prompt && b.Label == label);
        return PressAsync(found.Token is { } token ? (found.Line, token) : throw NotShown(label));
    }

    public override Task PressOnAsync(string words, string label, LivingBot bot)
    {
        var found = buttons.LastOrDefault(b => b.Label == label && texts[b.Line].Contains(words, StringComparison.Ordinal));
        return PressAsync(found.Token is { } token ? (found.Line, token) : throw NotShown(label));
    }

    public override Task PressAgainAsync() => PressAsync(pressed);

    public override Task PlaceAsync(double latitude, double longitude) => SayAsync(FormattableString.Invariant($"{latitude}, {longitude}"));

    public override async Task FileAsync(string name, byte[] content)
    {
        var id = NewId();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/chat/file")) { Content = new ByteArrayContent(content) };
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        request.Headers.Add("X-Message-Id", id);
        using var answer = await client.SendAsync(request);
        var kept = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await PostAsync(new { id, kind = "file", file = kept.GetProperty("file").GetString() });
    }

    public override Task PhotoAsync(byte[] content) => FileAsync("photo.jpg", content);

    public override async Task<IReadOnlyList<Seen>> ReadAsync()
    {
        if (!isOpen) return [];
        var lines = await client.GetFromJsonAsync<JsonElement>(new Uri(bot.Address, $"/chat/lines?after={seen}"));
        var fresh = new List<Seen>();
        foreach (var entry in lines.EnumerateArray())
        {
            seen = entry.GetProperty("n").GetInt64();
            var line = entry.GetProperty("line");
            if (!entry.TryGetProperty("bot", out var ofBot) || !ofBot.GetBoolean() || line.GetProperty("kind").GetString() is "settle" or "gone" or "shown" or "read") continue;
            fresh.Add(See(line));
        }
        return fresh;
    }

    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    private Seen See(JsonElement line)
    {
        var choices = new List<string>();
        texts[$"{seen}"] = line.TryGetProperty("text", out var words) ? words.GetString()! : "";
        if (line.TryGetProperty("options", out var options))
        {
            prompt = $"{seen}";
            foreach (var option in options.EnumerateArray())
            {
                choices.Add(option.GetProperty("label").GetString()!);
                buttons.Add((prompt, option.GetProperty("token").GetString()!, choices[^1]));
            }
        }
        return new(texts[$"{seen}"], choices, line.TryGetProperty("file", out var file) ? file.GetProperty("name").GetString() : null);
    }

    private Task PressAsync((string Line, string Token) what)
    {
        pressed = what;
        return PostAsync(new { id = NewId(), kind = "press", token = what.Token, line = what.Line });
    }

    private async Task PostAsync(object post)
    {
        for (var time = bot.Twice ? 2 : 1; time > 0; time--)
        {
            using var answer = await client.PostAsJsonAsync(new Uri(bot.Address, "/chat/send"), post);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }
    }

    /// <summary>All of 127.0.0.0/8 is this machine; where a system has 127.0.0.1 alone, people share it.</summary>
    private static async ValueTask<Stream> ConnectAsync(IPEndPoint from, DnsEndPoint to, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (OperatingSystem.IsLinux()) socket.Bind(from);
        await socket.ConnectAsync(IPAddress.Loopback, to.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static string NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString("D");
}
