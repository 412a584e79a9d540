using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>A member of staff.</summary>
/// <param name="Chat">Their chat.</param>
/// <param name="Name">What they are called; "" = nobody said.</param>
/// <param name="Since">When their first role was given.</param>
/// <param name="Access">What they may do.</param>
public sealed record KnownColleague(ChatId Chat, string Name, DateTimeOffset Since, StaffAccess Access);

/// <summary>An invitation nobody has used.</summary>
/// <param name="Hash">Hash of its code.</param>
/// <param name="Grant">The role it gives.</param>
/// <param name="Until">When it expires.</param>
public sealed record KnownInvitation(string Hash, StaffGrant Grant, DateTimeOffset Until);

/// <summary>Something a member of staff did: saw, changed or exported.</summary>
/// <param name="Number">Number of the fact.</param>
/// <param name="At">When.</param>
/// <param name="Chat">Who.</param>
/// <param name="Kind">What: name of the fact, with a dot and the place for what was seen. The end of a text's key.</param>
/// <param name="Event">About which event; null = about none, or it is not told.</param>
public sealed record KnownDeed(long Number, DateTimeOffset At, ChatId Chat, string Kind, EventId? Event);
