using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>
/// The Bot API on a loopback port, as strict as platform/telegram.md says the real one is, with people who write to the bot.
/// Known gaps: albums, polls, the slow-downs of A3.8, A4.5 and A6.2.
/// </summary>
internal sealed class TelegramEmulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, Person> people = new();
    private readonly ConcurrentDictionary<long, Group> groups = new();
    private readonly ConcurrentDictionary<string, long> presses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Name, byte[] Content)> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SentFile> sent = new();
    private readonly ApiServer server;
    private WebApplication? app;
    private int nextMessage = 1000;
    private long nextPress = 4_000_000_000_000_000_000;

    public TelegramEmulator(EmulatorOptions? options = null)
    {
        Options = options ?? new();
        Limit = new(Options.TotalPerSecond, Math.Max(1, (int)Options.TotalPerSecond), Options.Time);
        Feed = new(Options, Counts);
        Profile = new(Feed, Options);
        server = new(this);
        Feed.OnReply = server.ExecuteReply;
    }

    public EmulatorOptions Options { get; }
    public EmulatorCounts Counts { get; } = new();
    public UpdateFeed Feed { get; }
    public ProfileMethods Profile { get; }
    public RateLimit Limit { get; }

    /// <summary>What to set as Telegram__ApiBaseUrl.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>Every message and edit of the bot, to anybody. Called after the bot has its answer.</summary>
    public Action<BotMessage>? BotWrote { get; set; }

    /// <summary>The bot called a method (name as written).</summary>
    public Action<string>? Called { get; set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseSockets(s => s.UnsafePreferInlineScheduling = true).ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 60 << 20;
            k.Listen(IPAddress.Loopback, Options.Port, l => l.Protocols = HttpProtocols.Http1);
        });
        app = builder.Build();
        app.Run(server.HandleAsync);
        await app.StartAsync();
        BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>The person with this id; made on first use.</summary>
    public Person Person(long id, string firstName = "Сана", string languageCode = "kk") =>
        people.GetOrAdd(id, i => new(i, firstName, languageCode, this));

    /// <summary>The next <paramref name="count"/> calls of a method end in a fault.</summary>
    public void Break(string method, Fault fault, int count = 1) => server.Break(method, fault, count);

    public async ValueTask DisposeAsync()
    {
        Feed.Dispose();
        if (app is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), Options.Time);
            await app.StopAsync(patience.Token);
            await app.DisposeAsync();
        }
        server.Dispose();
    }

    /// <summary>The group with this id, which is below zero; made on first use.</summary>
    public Group Group(long id) => groups.GetOrAdd(id, i => new(i, this));

    /// <summary>What people who pressed buttons were told in answer.</summary>
    public ConcurrentQueue<string> Hints { get; } = [];

    internal Room? Room(long id) => id < 0 ? groups.GetValueOrDefault(id) : people.GetValueOrDefault(id);

    internal int NextMessageId() => Interlocked.Increment(ref nextMessage);

    /// <summary>A press that waits for its answer.</summary>
    internal string OpenPress()
    {
        var id = Interlocked.Increment(ref nextPress).ToString(CultureInfo.InvariantCulture);
        presses[id] = Options.Time.GetTimestamp();
        return id;
    }

    internal void AnswerPress(CallParameters call)
    {
        if (call.Text("text")?.EnumerateRunes().Count() > 200) throw ApiError.Bad("MESSAGE_TOO_LONG");
        if (!presses.TryRemove(call.Text("callback_query_id") ?? "", out var opened) || Options.Time.GetElapsedTime(opened) > Options.PressLifetime)
            throw ApiError.Bad("query is too old and response timeout expired or query ID is invalid");
        if (call.Text("text") is { Length: > 0 } text) Hints.Enqueue(text);
    }

    /// <summary>Presses the bot has not answered yet.</summary>
    public int OpenPresses => presses.Count;

    internal string Keep(string name, byte[] content)
    {
        var id = "BQAC" + Interlocked.Increment(ref nextPress).ToString(CultureInfo.InvariantCulture);
        files[id] = (name, content);
        return id;
    }

    /// <summary>Keeps a file the bot uploaded.</summary>
    internal SentFile Sent(SentFile file)
    {
        Counts.Uploaded();
        var kept = file with { Id = "AgAC" + Interlocked.Increment(ref nextPress).ToString(CultureInfo.InvariantCulture) };
        sent[kept.Id] = kept;
        return kept;
    }

    /// <summary>A file the bot uploaded before; a picture cannot be sent as a document, nor the other way round.</summary>
    internal SentFile? Sent(string? id, string field) => id is not null && sent.TryGetValue(id, out var file) && file.Field == field ? file : null;

    /// <summary>Forgets all of them.</summary>
    public void ForgetSent() => sent.Clear();

    internal void GetFile(CallParameters call, Utf8JsonWriter result)
    {
        var id = call.Text("file_id") ?? "";
        if (!files.TryGetValue(id, out var file)) throw ApiError.Bad("wrong file_id or the file is temporarily unavailable");
        if (file.Content.Length > 20 << 20) throw ApiError.Bad("file is too big");
        result.WriteStartObject();
        result.WriteString("file_id", id);
        result.WriteString("file_unique_id", "u" + id);
        result.WriteNumber("file_size", file.Content.Length);
        result.WriteString("file_path", "documents/" + id);
        result.WriteEndObject();
    }

    internal byte[]? Content(string path) =>
        path.StartsWith("documents/", StringComparison.Ordinal) && files.TryGetValue(path["documents/".Length..], out var file) ? file.Content : null;

    internal void Noticed(string method) => Called?.Invoke(method);

    internal void Wrote(BotMessage message)
    {
        Room(message.ChatId)?.Hear(message);
        BotWrote?.Invoke(message);
    }
}
