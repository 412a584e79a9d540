using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>
/// The WhatsApp Cloud API of one business number on a loopback port, and the people who write to it. As strict as Meta's pages
/// (platform/whatsapp.md), and cheap, since it shares its machine with the bot under load.
/// </summary>
public sealed class WhatsAppEmulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WhatsAppPerson> people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> inboundIds = new(StringComparer.Ordinal);
    private readonly EmulatorClock clock;
    private readonly WebhookChanges changes;
    private readonly WebhookDelivery delivery;
    private readonly WebApplication app;
    private long lastMessage;

    private WhatsAppEmulator(WhatsAppEmulatorOptions options)
    {
        Options = options;
        clock = new(options.TimeScale);
        changes = new(options);
        delivery = new(options, clock);
        Media = new(clock);
        Throughput = new(options.Throughput);
        app = Build(options.Port);
        app.Run(new GraphApi(this).HandleAsync);
    }

    /// <summary>Value for the setting WhatsApp__ApiBaseUrl.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where webhooks go.</summary>
    public Uri? Webhook { get => delivery.Target; set => delivery.Target = value; }

    /// <summary>Emulated time.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>Updates not yet taken by the bot.</summary>
    public int Pending => delivery.Pending;

    /// <summary>Webhook POSTs made, and those not answered with 200.</summary>
    public (long Posted, long Refused) Webhooks => (delivery.Posted, delivery.Refused);

    /// <summary>Calls answered, by what they were.</summary>
    public EmulatorCounts Counts { get; } = new();

    internal WhatsAppEmulatorOptions Options { get; }

    internal MediaStore Media { get; }

    internal ThroughputLimit Throughput { get; }

    internal FaultPlan Faults { get; } = new();

    public static async Task<WhatsAppEmulator> StartAsync(WhatsAppEmulatorOptions? options = null)
    {
        var emulator = new WhatsAppEmulator(options ?? new());
        await emulator.app.StartAsync();
        var addresses = emulator.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        emulator.BaseUrl = new(addresses.Addresses.First());
        return emulator;
    }

    /// <summary>A person with a phone number (digits) and, if given, a business-scoped id beside it.</summary>
    public WhatsAppPerson AddPerson(string waId, string name = "Сана Әлиева", string? userId = null) => Add(new(this, waId, userId, name));

    /// <summary>A person with a username, known by a business-scoped id only.</summary>
    public WhatsAppPerson AddPersonWithoutNumber(string userId, string name = "Сана Әлиева") => Add(new(this, null, userId, name));

    /// <summary>Lets time pass for windows, limits and the life of files.</summary>
    public void Advance(TimeSpan by) => clock.Advance(by);

    /// <summary>Plans a fault for the next calls of a kind.</summary>
    public void FailNext(int count, Fault fault, ApiCall call = ApiCall.Message) => Faults.Add(call, count, fault);

    /// <summary>Asks the webhook to prove itself, as Meta does when it is set up; true when it repeats the challenge.</summary>
    public async Task<bool> VerifyWebhookAsync(string? token = null)
    {
        using var http = new HttpClient();
        var query = $"?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={Uri.EscapeDataString(token ?? Options.VerifyToken)}";
        using var response = await http.GetAsync(new Uri(Webhook + query));
        return response.StatusCode == HttpStatusCode.OK && await response.Content.ReadAsStringAsync() == "1158201444";
    }

    public async ValueTask DisposeAsync()
    {
        await delivery.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    internal WhatsAppPerson? Find(string address) => people.GetValueOrDefault(address);

    internal bool IsInbound(string messageId) => inboundIds.ContainsKey(messageId);

    internal string NextMessageId() => $"wamid.HBgLNzcwMDAwMDAwMDAVAgAS{Interlocked.Increment(ref lastMessage):X12}AA==";

    internal StoredMedia KeepInbound(string mediaType, byte[] content) => Media.Keep(mediaType, content, TimeSpan.FromDays(7));

    internal string Deliver(WhatsAppPerson from, DateTimeOffset at, string type, string content, string? repliesTo)
    {
        var id = NextInboundId();
        Throughput.Count(at);
        delivery.Add(changes.Message(from, id, at, type, content, repliesTo));
        return id;
    }

    internal string DeliverNumberChange(WhatsAppPerson from, string newNumber)
    {
        var id = NextInboundId();
        delivery.Add(changes.NumberChanged(from, id, Now, newNumber));
        return id;
    }

    internal void DeliverPreference(WhatsAppPerson from, string value) => delivery.Add(changes.Preference(from, Now, value));

    /// <summary>Reports an accepted message: sent, delivered, read, as far as asked; or that it failed after all.</summary>
    internal void Report(BotMessage message, WhatsAppPerson to, GraphFault? fault)
    {
        if (fault is not null)
        {
            delivery.Add(changes.Status(message.Id, "failed", Now, to, message.CallbackData, null, fault));
            return;
        }
        var price = Options.Statuses == StatusLevel.None ? null : Counts.Price(message.Type == "template");
        if (Options.Statuses >= StatusLevel.Sent) delivery.Add(changes.Status(message.Id, "sent", Now, to, message.CallbackData, price, null));
        if (Options.Statuses >= StatusLevel.Delivered) delivery.Add(changes.Status(message.Id, "delivered", Now, to, message.CallbackData, price, null));
        if (Options.Statuses >= StatusLevel.Read) delivery.Add(changes.Status(message.Id, "read", Now, to, message.CallbackData, null, null));
    }

    private string NextInboundId()
    {
        var id = NextMessageId();
        inboundIds.TryAdd(id, 0);
        return id;
    }

    private WhatsAppPerson Add(WhatsAppPerson person)
    {
        if (person.WaId is not null) people[person.WaId] = person;
        if (person.UserId is not null) people[person.UserId] = person;
        return person;
    }

    private static WebApplication Build(int port)
    {
        const long largestFile = 110 * 1024 * 1024;
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestFile;
        });
        return builder.Build();
    }
}
