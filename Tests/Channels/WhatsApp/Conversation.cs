using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

/// <summary>The channel talking to an emulated Cloud API, with one person who has just written.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private readonly HttpClient http = WhatsAppClient.NewHttp();

    private Conversation(WhatsAppEmulator emulator, WhatsAppOptions options)
    {
        Emulator = emulator;
        Client = new(http, options);
        Channel = new(options, Client, (id, _) => new(Files.TryGetValue(id, out var bytes) ? new MemoryStream(bytes) : null), new EmulatedTime(emulator));
        Sana = emulator.AddPerson(Payloads.Sana, userId: Payloads.SanaUser);
        LastWamid = Sana.SendText("Сәлем");
        LastHeard = emulator.Now;
    }

    public WhatsAppEmulator Emulator { get; }

    public WhatsAppClient Client { get; }

    public WhatsAppChannel Channel { get; }

    public WhatsAppPerson Sana { get; }

    public string LastWamid { get; }

    public DateTimeOffset? LastHeard { get; set; }

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Gives up after this long; a test never waits for it.</summary>
    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    public static async Task<Conversation> StartAsync(WhatsAppEmulatorOptions? emulated = null, Func<WhatsAppOptions, WhatsAppOptions>? change = null)
    {
        var emulator = await WhatsAppEmulator.StartAsync(emulated);
        var options = new WhatsAppOptions
        {
            AccessToken = emulator.Options.AccessToken,
            AppSecret = emulator.Options.AppSecret,
            VerifyToken = emulator.Options.VerifyToken,
            PhoneNumberId = emulator.Options.PhoneNumberId,
            ApiBaseUrl = emulator.BaseUrl.ToString(),
        };
        return new(emulator, change is null ? options : change(options));
    }

    public ValueTask<SendOutcome> SendAsync(Reply reply, string? to = null) =>
        Channel.SendAsync(new(new(ChannelKind.WhatsApp, to ?? Payloads.Sana), reply, "kk", LastHeard, 5), Soon);

    public ValueTask<SendOutcome> SayAsync(string text) => SendAsync(new Reply.Message(text));

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        http.Dispose();
    }

    /// <summary>The bot's clock goes with the emulator's.</summary>
    private sealed class EmulatedTime(WhatsAppEmulator emulator) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => emulator.Now;
    }
}
