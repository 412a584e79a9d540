namespace GrantBot.Load.Emulators.Telegram;

/// <summary>A button on a message.</summary>
internal sealed record InlineButton(string Text, string Token);

/// <summary>A key in place of the keyboard.</summary>
internal sealed record ReplyKey(string Text, bool SharesContact, bool SharesPlace = false)
{
    /// <summary>A press types the label.</summary>
    public bool Types => !SharesContact && !SharesPlace;
}

/// <summary>A file the bot sent.</summary>
internal sealed record SentFile(string Field, string Name, string MediaType, byte[] Content)
{
    /// <summary>The file_id under which it can be sent again.</summary>
    public string Id { get; init; } = "";
}

/// <summary>A message of the bot as a person sees it, sent or edited.</summary>
internal sealed record BotMessage(long ChatId, int MessageId, string Text, bool IsEdit)
{
    public IReadOnlyList<InlineButton> Buttons { get; init; } = [];
    public IReadOnlyList<ReplyKey> Keys { get; init; } = [];
    public bool RemovesKeys { get; init; }
    public SentFile? File { get; init; }

    /// <summary>The topic it stands in, and the message it answers to.</summary>
    public int? Topic { get; init; }

    /// <inheritdoc cref="Topic"/>
    public int? Answers { get; init; }

    /// <summary>Label of the key that shares the person's number; null when there is none.</summary>
    public string? ContactButton => Keys.FirstOrDefault(k => k.SharesContact)?.Text;

    /// <summary>Whether the person sees a difference.</summary>
    public bool SameAs(BotMessage other) => Text == other.Text && Buttons.SequenceEqual(other.Buttons);
}
