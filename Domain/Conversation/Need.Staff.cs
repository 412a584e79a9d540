using GrantBot.Domain.Organising.Colleagues;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns have to know about staff.</summary>
public abstract partial record Need
{
    /// <summary>All staff, the oldest first.</summary>
    public sealed record Colleagues : Need, IFor<IReadOnlyList<KnownColleague>>;

    /// <summary>Invitations nobody has used yet, the next to expire first.</summary>
    public sealed record Invitations : Need, IFor<IReadOnlyList<KnownInvitation>>;

    /// <summary>What staff did, the latest first.</summary>
    /// <param name="Member">Whose; null = everybody's.</param>
    /// <param name="Before">Only what has a smaller number; null = from the latest.</param>
    /// <param name="Most">How many at most.</param>
    public sealed record Deeds(ChatId? Member, long? Before, int Most) : Need, IFor<IReadOnlyList<KnownDeed>>;
}
