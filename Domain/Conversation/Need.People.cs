using GrantBot.Domain.Organising.Imports;
using GrantBot.Domain.Organising.People;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns about lists and people have to know.</summary>
public abstract partial record Need
{
    /// <summary>How many people are checked in at an event, or at one of its sessions.</summary>
    public sealed record CheckedIn(EventId Event, string? Session) : Need, IFor<int>;

    /// <summary>A list of earlier registrations somebody sent, fetched, kept and read against an event.</summary>
    /// <param name="Handle">The channel's id of the file.</param>
    /// <param name="Name">The name its sender gave.</param>
    /// <param name="Bytes">Its size, where the channel told.</param>
    /// <param name="Event">The event.</param>
    /// <param name="Language">Language in which the rows' problems are said.</param>
    public sealed record ImportList(string Handle, string? Name, long? Bytes, EventId Event, string Language) : Need, IFor<ImportLook>;

    /// <summary>An import; null = unknown.</summary>
    public sealed record Import(Guid Id) : Need, IFor<KnownImport?>;

    /// <summary>Two records that may be of one person, after so many others.</summary>
    public sealed record LikelyDouble(int Skip) : Need, IFor<LikelyDoubles>;

    /// <summary>Merges in force, newest first.</summary>
    public sealed record Merges : Need, IFor<IReadOnlyList<KnownMerge>>;
}
