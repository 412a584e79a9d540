using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Where a message stands. Numbers are stored: never renumber.</summary>
public enum BroadcastStatus
{
    /// <summary>It leaves at its time.</summary>
    Planned = 0,

    /// <summary>It is leaving; at night it rests.</summary>
    Sending = 1,

    /// <summary>Staff hold it; it goes on where it stopped.</summary>
    Paused = 2,

    /// <summary>It was said to everybody it was for.</summary>
    Done = 3,

    /// <summary>Staff ended it: whoever has not got it will not.</summary>
    Stopped = 4,
}

/// <summary>What staff do with a message that was made.</summary>
public enum BroadcastOrder
{
    /// <summary>It rests until it is resumed.</summary>
    Pause = 1,

    /// <summary>It goes on.</summary>
    Resume = 2,

    /// <summary>It ends.</summary>
    Stop = 3,
}

/// <summary>A message to many as a conversation needs it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Content">What it says.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartsAt">When it leaves, or left.</param>
/// <param name="EndedAt">When the last of them was written to, or it was stopped; null = not yet.</param>
public sealed record KnownBroadcast(BroadcastId Id, BroadcastAudience Audience, BroadcastContent Content, BroadcastStatus Status, DateTimeOffset StartsAt, DateTimeOffset? EndedAt)
{
    /// <summary>Neither done nor stopped.</summary>
    public bool IsOpen => Status is BroadcastStatus.Planned or BroadcastStatus.Sending or BroadcastStatus.Paused;
}

/// <summary>What became of a message for one person. Numbers are stored: never renumber.</summary>
public enum BroadcastResult
{
    /// <summary>Not written yet.</summary>
    Waiting = 0,

    /// <summary>The platform took it.</summary>
    Sent = 1,

    /// <summary>The platform says it arrived. Telegram does not tell.</summary>
    Delivered = 2,

    /// <summary>The platform says it was read; people may switch that off.</summary>
    Read = 3,

    /// <summary>WhatsApp, 24 hours after they last wrote: asked by a template to write; they get it when they do.</summary>
    Held = 4,

    /// <summary>The platform will not take it.</summary>
    Refused = 5,

    /// <summary>They blocked the bot.</summary>
    Blocked = 6,

    /// <summary>WhatsApp, 24 hours after they last wrote, and no template is set for their language.</summary>
    NoTemplate = 7,

    /// <summary>They said stop.</summary>
    OptedOut = 8,

    /// <summary>No chat of theirs can be written to.</summary>
    NoChat = 9,

    /// <summary>Somebody else of the same chat gets it there: children of one guardian.</summary>
    Shared = 10,

    /// <summary>It was stopped before their turn.</summary>
    Stopped = 11,
}

/// <summary>How a message goes, or went: each person counts under one result, so the counts add up to all.</summary>
/// <param name="Of">People by result; those with none are left out.</param>
public sealed record BroadcastCounts(IReadOnlyDictionary<BroadcastResult, int> Of)
{
    /// <summary>Everybody it is for.</summary>
    public int People => Of.Values.Sum();

    /// <summary>People with one of these results.</summary>
    public int this[params ReadOnlySpan<BroadcastResult> results]
    {
        get
        {
            var sum = 0;
            foreach (var result in results) sum += Of.GetValueOrDefault(result);
            return sum;
        }
    }

    /// <summary>Platforms took it: arrived, read, or asked back by a template.</summary>
    public int Sent => this[BroadcastResult.Sent, BroadcastResult.Delivered, BroadcastResult.Read, BroadcastResult.Held];

    /// <summary>People somebody decided on, one way or the other.</summary>
    public int Settled => People - this[BroadcastResult.Waiting];
}

/// <summary>Whom a message would reach at this moment; each person counts once.</summary>
/// <param name="Telegram">By Telegram.</param>
/// <param name="WhatsApp">By WhatsApp, within 24 hours of their last message.</param>
/// <param name="ByTemplate">By WhatsApp, only with an approved template, since those 24 hours are over.</param>
/// <param name="Web">By the web chat.</param>
/// <param name="NoTemplate">On WhatsApp after 24 hours, and no template is set for their language.</param>
/// <param name="OptedOut">They said stop.</param>
/// <param name="NoChat">No chat of theirs can be written to: entered by staff, erased, or they blocked the bot.</param>
/// <param name="Shared">Another person of the same chat gets it there.</param>
public sealed record BroadcastReach(int Telegram, int WhatsApp, int ByTemplate, int Web, int NoTemplate, int OptedOut, int NoChat, int Shared)
{
    /// <summary>Chats that get a message.</summary>
    public int Reached => Telegram + WhatsApp + ByTemplate + Web;
}

/// <summary>What a deployment says about messages to many.</summary>
/// <param name="TemplatePrice">Price of one WhatsApp template; null = not told.</param>
/// <param name="Unit">What the price is in, such as "₸".</param>
public sealed record BroadcastTerms(decimal? TemplatePrice = null, string Unit = "");
