namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>What a deployment decides about its web chat.</summary>
internal sealed record WebChatOptions
{
    /// <summary>The organisation's name, shown above the chat.</summary>
    public required string Organisation { get; init; }

    /// <summary>Requests a minute from one network address. Generous, since a whole school may share one.</summary>
    public int RequestsPerMinute { get; init; } = 300;

    /// <summary>New chats a minute from one network address.</summary>
    public int NewChatsPerMinute { get; init; } = 10;

    /// <summary>New chats from one address that may come at once: a class that opens the page together.</summary>
    public int NewChatsAtOnce { get; init; } = 40;

    /// <summary>Files a minute from one network address.</summary>
    public int FilesPerMinute { get; init; } = 10;

    /// <summary>Live connections held open for one network address.</summary>
    public int StreamsAtOnce { get; init; } = 300;

    /// <summary>How often a silent live connection shows that it lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Largest file a person may send.</summary>
    public int MaxFileBytes { get; init; } = 10 * 1024 * 1024;
}
