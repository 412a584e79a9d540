using System.Collections.Concurrent;
using System.Net;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Load.Emulators.WhatsApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantBot.Tests.Channels.WhatsApp;

/// <summary>The smallest webhook that checks signatures, splits, and answers what it is told to.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly WhatsAppOptions options;
    private int posts;

    private WebhookReceiver(WhatsAppEmulatorOptions emulated)
    {
        options = new() { AppSecret = emulated.AppSecret, VerifyToken = emulated.VerifyToken };
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>Bodies whose signature fitted.</summary>
    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    /// <summary>The answer to the n-th POST, from 1.</summary>
    public Func<int, int> Status { get; set; } = _ => 200;

    public int Posts => posts;

    public IReadOnlyList<string> Ids =>
        [.. Bodies.SelectMany(b => new WhatsAppSplitter("100000000000001").Split(b)).Select(i => i.ExternalId)];

    public static async Task<WebhookReceiver> StartAsync(WhatsAppEmulator emulator)
    {
        var receiver = new WebhookReceiver(emulator.Options);
        await receiver.app.StartAsync();
        var address = receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        emulator.Webhook = new(address + "/whatsapp");
        return receiver;
    }

    /// <summary>Waits until the emulator has nothing left to deliver.</summary>
    public static async Task DrainAsync(WhatsAppEmulator emulator)
    {
        var soon = Conversation.Soon;
        while (emulator.Pending > 0) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, soon);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var query = http.Request.Query;
            var challenge = WhatsAppVerification.Answer(query["hub.mode"], query["hub.challenge"], query["hub.verify_token"], options.VerifyToken);
            http.Response.StatusCode = challenge is null ? 403 : 200;
            await http.Response.WriteAsync(challenge ?? "");
            return;
        }
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Response.StatusCode = Status(Interlocked.Increment(ref posts));
        if (http.Response.StatusCode != 200) return;
        if (WhatsAppSignature.IsValid(body.ToArray(), http.Request.Headers[WhatsAppSignature.Header], options.AppSecret)) Bodies.Enqueue(body.ToArray());
    }
}
