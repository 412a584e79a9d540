using System.Data.Common;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>The bot in a browser. Sending means writing a line that the open pages, or the next one, will read.</summary>
internal sealed class WebChannel(WebHistory history, FileStore files, WebLive live) : IChannel
{
    public ChannelTraits Traits { get; } = new(ChannelKind.Web, CanRequestContact: false);

    public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload) => WebDecoder.Split(payload);

    public Decoded Decode(ReadOnlyMemory<byte> item) => WebDecoder.Decode(item);

    public async ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel)
    {
        try
        {
            if (message.Reply is Reply.Hint or Reply.Topic or Reply.Leave) return new SendOutcome.Sent(null);
            if (message.Reply is Reply.Remove gone) await history.RemoveAsync(message.To.Value, gone.On.Id);
            return await history.AddAsync(message.To.Value, fromBot: true, WebEncoder.Encode(message)) is { } number
                ? new SendOutcome.Sent($"{number}")
                : new SendOutcome.Blocked("the chat is gone");
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            return new SendOutcome.Unreachable(e.GetType().Name);
        }
    }

    public ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel) => files.OpenAsync(handle, cancel);

    public ValueTask ShowTypingAsync(ChatAddress to, string? last, string? topic, CancellationToken cancel)
    {
        live.Type(to.Value);
        return ValueTask.CompletedTask;
    }

    public async ValueTask MarkShownAsync(ChatAddress to, string message, CancellationToken cancel) => await history.AddAsync(to.Value, fromBot: true, new WebLine("s" + message, "shown") { Settles = message });

    public async ValueTask MarkReadAsync(ChatAddress to, string message, CancellationToken cancel) => await history.AddAsync(to.Value, fromBot: true, new WebLine("r" + message, "read") { Settles = message });

    /// <summary>Nothing to do: the page shows by itself that a message was taken.</summary>
    public ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel) => ValueTask.CompletedTask;
}
