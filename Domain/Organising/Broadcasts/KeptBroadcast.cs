using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>A message that staff began to write and have not sent: it is there again whatever they did meanwhile.</summary>
/// <param name="Draft">As far as it is written.</param>
/// <param name="BegunAt">When its first text or file came.</param>
public sealed record KeptBroadcast(BroadcastDraft Draft, DateTimeOffset BegunAt)
{
    /// <summary>So long it is kept, and its file with it.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>It is kept no longer.</summary>
    public bool IsOver(DateTimeOffset now) => now - BegunAt >= Lasts;

    /// <summary>Keeps a draft in which something is written.</summary>
    internal static void Keep(Script script, BroadcastDraft draft)
    {
        if (!draft.Content.IsEmpty) script.Remember(s => s with { Broadcast = new(draft, s.Broadcast?.BegunAt ?? script.Context.Now) });
    }

    /// <summary>Forgets it: it was sent, or another is begun instead.</summary>
    internal static void Forget(Script script) => script.Remember(s => s with { Broadcast = null });
}
