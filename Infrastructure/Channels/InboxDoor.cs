namespace GrantBot.Infrastructure.Channels;

/// <summary>The way into the inbox. Returns when every item is stored durably; an item whose external id is already there is a no-op.</summary>
internal delegate Task InboxDoor(IReadOnlyList<InboxItem> items, CancellationToken cancel);
