using System.Diagnostics.Metrics;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>What the channel counts about itself.</summary>
internal static class WhatsAppMeters
{
    public const string Name = "GrantBot.WhatsApp";
    private static readonly Meter Meter = new(Name);

    /// <summary>Updates not kept, by reason: another number's, or a field the bot has no use for.</summary>
    public static readonly Counter<long> Dropped = Meter.CreateCounter<long>("whatsapp.dropped");

    /// <summary>Read marks that did not go through.</summary>
    public static readonly Counter<long> AcknowledgeFailures = Meter.CreateCounter<long>("whatsapp.acknowledge.failures");

    /// <summary>Refusals by Meta's code.</summary>
    public static readonly Counter<long> Errors = Meter.CreateCounter<long>("whatsapp.errors");
}
