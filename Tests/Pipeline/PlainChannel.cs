using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;

namespace GrantBot.Tests.Pipeline;

/// <summary>A messenger of plain words: an item is "number|chat|words". Words that begin with "#" press a button, with "@" name a file that is sent, "!" breaks the decoder.</summary>
internal sealed class PlainChannel(ChannelKind kind = ChannelKind.Telegram) : IChannel
{
    private readonly ConcurrentQueue<Outgoing> sent = new();
    private readonly ConcurrentDictionary<string, int> attempts = new();

    public ChannelTraits Traits { get; } = new(kind, CanRequestContact: false);

    /// <summary>No pace unless told otherwise.</summary>
    public double BulkPerSecond { get; init; }

    /// <summary>What the platform makes of the n-th attempt to send a reply; taken at once unless told otherwise.</summary>
    public Func<Outgoing, int, Task<SendOutcome>> Platform { get; set; } = static (m, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId));

    /// <summary>What can be said also to somebody who must write first; nothing unless told otherwise.</summary>
    public Func<Reply, bool> AnyTime { get; init; } = static _ => false;

    /// <summary>The files people sent, by handle; none unless told otherwise.</summary>
    public Func<string, Task<Stream?>> Files { get; init; } = static _ => Task.FromResult<Stream?>(null);

    /// <summary>Items in the order in which they were read.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Every attempt, whatever came of it.</summary>
    public IReadOnlyList<Outgoing> Sent => [.. sent];

    /// <summary>The words a chat was told, in order.</summary>
    public IReadOnlyList<string> Told(string chat) => [.. sent.Where(m => m.To.Value == chat).Select(m => m.Reply).OfType<Reply.Message>().Select(m => m.Text)];

    public InboxItem Item(long number, string chat, string words, bool numbered = true) =>
        new(kind, $"{kind}-{number}", chat, numbered ? number : 0, Encoding.UTF8.GetBytes($"{number}|{chat}|{words}"));

    public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload)
    {
        var parts = Encoding.UTF8.GetString(payload.Span).Split('|', 3);
        return [Item(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2])];
    }

    public Decoded Decode(ReadOnlyMemory<byte> item)
    {
        var parts = Encoding.UTF8.GetString(item.Span).Split('|', 3);
        Heard.Enqueue(parts[2]);
        if (parts[2].StartsWith('!')) throw new FormatException("a fault of ours");
        Inbound content = parts[2] switch
        {
            ['#', .. var button] => new Inbound.Press(button, null),
            ['@', .. var name] => new Inbound.File(name, name, null, null, null),
            var words => new Inbound.Text(words),
        };
        var at = DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
        return new(new Delivery(new(kind, parts[1]), content, at), null);
    }

    public ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel) => new(Files(handle));

    public async ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel)
    {
        sent.Enqueue(message);
        return await Platform(message, attempts.AddOrUpdate($"{message.OutboxId}", 1, (_, n) => n + 1));
    }

    public bool SaysAnyTime(Reply reply, string language) => AnyTime(reply);

    public ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel) => ValueTask.CompletedTask;
}
