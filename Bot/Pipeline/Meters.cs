using System.Diagnostics.Metrics;

namespace GrantBot.Bot.Pipeline;

/// <summary>What /metrics counts.</summary>
internal static class Meters
{
    public const string Name = "GrantBot";
    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Received = Meter.CreateCounter<long>("grantbot_received", description: "Items delivered by platforms");
    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("grantbot_duplicates", description: "Items that had come before");
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("grantbot_turns", description: "Turns taken and committed");
    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("grantbot_conflicts", description: "Turns taken again on a newer state");
    public static readonly Counter<long> Parked = Meter.CreateCounter<long>("grantbot_parked", description: "Turns that threw");
    public static readonly Counter<long> Sent = Meter.CreateCounter<long>("grantbot_sent", description: "Replies taken by platforms");
    public static readonly Counter<long> Throttled = Meter.CreateCounter<long>("grantbot_throttled", description: "Replies a platform asked to delay");
    public static readonly Counter<long> Unreachable = Meter.CreateCounter<long>("grantbot_unreachable", description: "Sends a platform did not answer");
    public static readonly Counter<long> Forged = Meter.CreateCounter<long>("grantbot_forged", description: "Webhook requests without a valid secret or signature");
}
