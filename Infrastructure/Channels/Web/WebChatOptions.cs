namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>What a deployment decides about its web chat.</summary>
internal sealed record WebChatOptions
{
    /// <summary>The organisation's name, shown above the chat.</summary>
    public required string Organisation { get; init; }

    /// <summary>Requests a minute from one network address. Generous, since a whole school may share one.</summary>
    public int RequestsPerMinute { get; init; } = 600;

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

    /// <summary>The options, when they make sense.</summary>
    /// <exception cref="InvalidOperationException">They do not; the message says what to set.</exception>
    public WebChatOptions Checked()
    {
        if (string.IsNullOrWhiteSpace(Organisation)) throw new InvalidOperationException("The web chat has no Organisation: set the organisation's name that people see above the chat.");
        if (Heartbeat <= TimeSpan.Zero || new[] { RequestsPerMinute, NewChatsPerMinute, NewChatsAtOnce, FilesPerMinute, StreamsAtOnce, MaxFileBytes }.Any(n => n < 1))
        {
            throw new InvalidOperationException("The web chat's limits and its heartbeat must be above zero: set a larger number or leave it out.");
        }
        return this;
    }
}
