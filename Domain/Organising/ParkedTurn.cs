using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Organising;

/// <summary>A message whose turn met a fault of ours. What was said and by whom is not told.</summary>
/// <param name="Number">The number staff name it by.</param>
/// <param name="At">When it came.</param>
/// <param name="Channel">Where it came.</param>
/// <param name="Fault">Type of the exception.</param>
public sealed record ParkedTurn(long Number, DateTimeOffset At, ChannelKind Channel, string Fault);

/// <summary>What waits for staff.</summary>
/// <param name="Count">How many there are in all.</param>
/// <param name="Turns">The newest of them, the newest first.</param>
public sealed record ParkedTurns(int Count, IReadOnlyList<ParkedTurn> Turns)
{
    /// <summary>So many are listed at most: more would be one and the same fault.</summary>
    public const int MostListed = 10;
}
