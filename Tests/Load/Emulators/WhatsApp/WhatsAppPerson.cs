using System.Threading.Channels;
using static GrantBot.Load.Emulators.WhatsApp.MetaJson;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>A person with WhatsApp on the phone. Thread safe; every act returns the wamid of the message it made.</summary>
public sealed class WhatsAppPerson
{
    private const int KeptMessages = 200;
    private readonly WhatsAppEmulator emulator;
    private readonly Channel<BotMessage> unread = Channel.CreateBounded<BotMessage>(new BoundedChannelOptions(KeptMessages) { FullMode = BoundedChannelFullMode.DropOldest });
    private long lastHeardTicks;

    internal WhatsAppPerson(WhatsAppEmulator emulator, string? waId, string? userId, string name)
    {
        this.emulator = emulator;
        (WaId, UserId, Name) = (waId, userId, name);
    }

    /// <summary>Phone digits; null for a person whom WhatsApp shows by business-scoped id only.</summary>
    public string? WaId { get; }

    /// <summary>Business-scoped user id.</summary>
    public string? UserId { get; }

    /// <summary>Profile name.</summary>
    public string Name { get; }

    /// <summary>False: messages to the person are undeliverable (131026).</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>True after "stop" in user_preferences: templates fail with 131050.</summary>
    public bool StoppedMarketing { get; private set; }

    /// <summary>Called with each message the bot sent, on the thread of the API call.</summary>
    public Action<BotMessage>? Received { get; set; }

    internal PairLimit Pair { get; } = new();

    internal DateTimeOffset? LastHeard => Interlocked.Read(ref lastHeardTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>The next message of the bot not yet taken; messages before the last 200 are lost.</summary>
    public ValueTask<BotMessage> NextAsync(CancellationToken cancel) => unread.Reader.ReadAsync(cancel);

    public string SendText(string text) => Send("text", MetaJson.Object(("body", Quote(text))), null);

    /// <summary>Answers to a message.</summary>
    public string SendReply(string text, string to) => Send("text", MetaJson.Object(("body", Quote(text))), to);

    /// <summary>Presses the button at a position.</summary>
    public string PressButton(BotMessage message, int index) => message.Type == "template" ? PressTemplateButton(message, message.Buttons[index].Id, message.Buttons[index].Title) : Reply("button_reply", message, message.Buttons[index]);

    /// <summary>Chooses the row at a position.</summary>
    public string ChooseRow(BotMessage message, int index) => Reply("list_reply", message, message.Rows[index]);

    /// <summary>Presses the quick reply of a template.</summary>
    public string PressTemplateButton(BotMessage message, string payload, string text) =>
        Send("button", MetaJson.Object(("payload", Quote(payload)), ("text", Quote(text))), message.Id);

    /// <summary>Shares a contact card; WhatsApp adds wa_id when the number is known to it.</summary>
    public string SendContact(string phone, string name, string? waId = null)
    {
        var card = MetaJson.Object(
            ("name", MetaJson.Object(("formatted_name", Quote(name)))),
            ("phones", "[" + MetaJson.Object(("phone", Quote(phone)), ("wa_id", Maybe(waId)), ("type", Quote("CELL"))) + "]"));
        return Send("contacts", $"[{card}]", null);
    }

    /// <summary>Shares a place, as the clip's "Location" does.</summary>
    public string SendLocation(double latitude, double longitude) =>
        Send("location", FormattableString.Invariant($$"""{"latitude":{{latitude}},"longitude":{{longitude}}}"""), null);

    /// <summary>Sends a file; type is image, video, audio, document or sticker.</summary>
    public string SendMedia(string type, string mediaType, byte[] content, string? filename = null, string? caption = null)
    {
        var media = emulator.KeepInbound(mediaType, content);
        return Send(type, MetaJson.Object(
            ("caption", Maybe(caption)),
            ("filename", Maybe(filename)),
            ("mime_type", Quote(mediaType)),
            ("sha256", Quote(media.Sha256)),
            ("id", Quote(media.Id))), null);
    }

    /// <summary>Sends a message of any type, its content given as JSON.</summary>
    public string Send(string type, string content, string? repliesTo)
    {
        var now = emulator.Now;
        Interlocked.Exchange(ref lastHeardTicks, now.UtcTicks);
        return emulator.Deliver(this, now, type, content, repliesTo);
    }

    /// <summary>The person's phone now has another number.</summary>
    public string ChangeNumber(string newNumber) => emulator.DeliverNumberChange(this, newNumber);

    /// <summary>The person stops or resumes marketing messages in WhatsApp's own settings.</summary>
    public void SetMarketing(bool stop)
    {
        StoppedMarketing = stop;
        emulator.DeliverPreference(this, stop ? "stop" : "resume");
    }

    internal void Take(BotMessage message)
    {
        unread.Writer.TryWrite(message);
        Received?.Invoke(message);
    }

    private string Reply(string kind, BotMessage message, BotChoice choice) =>
        Send("interactive", MetaJson.Object(
            ("type", Quote(kind)),
            (kind, MetaJson.Object(("id", Quote(choice.Id)), ("title", Quote(choice.Title)), ("description", Maybe(choice.Description))))), message.Id);
}
