using static GrantBot.Load.Emulators.WhatsApp.MetaJson;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>What the API did, and what Meta would charge for it.</summary>
public sealed class EmulatorCounts
{
    private const long FreeServiceMessages = 1000;
    private long accepted;
    private long refused;
    private long reads;
    private long service;
    private long billable;
    private long uploads;

    /// <summary>Messages accepted.</summary>
    public long Accepted => Interlocked.Read(ref accepted);

    /// <summary>Calls refused, for whatever reason.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Read marks.</summary>
    public long Reads => Interlocked.Read(ref reads);

    /// <summary>Files the bot uploaded.</summary>
    public long Uploads => Interlocked.Read(ref uploads);

    /// <summary>Messages charged: templates, and other messages after the first thousand of the month (platform/whatsapp.md B9.3).</summary>
    public long Billable => Interlocked.Read(ref billable);

    internal void Accept() => Interlocked.Increment(ref accepted);

    internal void Refuse() => Interlocked.Increment(ref refused);

    internal void Upload() => Interlocked.Increment(ref uploads);

    internal void Read() => Interlocked.Increment(ref reads);

    /// <summary>The pricing object of one delivered message.</summary>
    internal string Price(bool template)
    {
        var charged = template || Interlocked.Increment(ref service) > FreeServiceMessages;
        if (charged) Interlocked.Increment(ref billable);
        return MetaJson.Object(
            ("billable", charged ? "true" : "false"),
            ("pricing_model", Quote("PMP")),
            ("type", Quote(charged ? "regular" : "free_customer_service")),
            ("category", Quote(template ? "utility" : "service")));
    }
}
