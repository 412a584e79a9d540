using System.Diagnostics.Metrics;
using System.Globalization;
using System.Security.Cryptography;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Telegram as a channel.</summary>
/// <param name="client">The Bot API.</param>
/// <param name="openFile">Opens a file of our store by its key; null when there is none.</param>
/// <param name="time">For presses, whose time Telegram does not tell.</param>
internal sealed class TelegramChannel(
    TelegramClient client, Func<string, CancellationToken, ValueTask<Stream?>> openFile, TimeProvider time) : IChannel
{
    private static readonly Meter Meter = new("GrantBot.Telegram");
    private static readonly Counter<long> AcknowledgeFailures = Meter.CreateCounter<long>("grantbot.telegram.acknowledge.failures");

    /// <summary>A file_id has no end; the name is the file's own from the first upload on.</summary>
    private readonly UploadedFiles<(string File, string Name, bool AsPhoto)> uploaded = new(TimeSpan.FromDays(365), time);

    /// <inheritdoc/>
    public ChannelTraits Traits { get; } = new(ChannelKind.Telegram, CanRequestContact: true);

    /// <summary>The account's limit of 30 a second (platform/telegram.md A6.1), less what two clocks may differ by.</summary>
    public double BulkPerSecond => 29.9;

    /// <summary>The inbox item of one update.</summary>
    public static InboxItem Item(ReadOnlyMemory<byte> update) => UpdateIds.Read(update.Span) is { } ids
        ? new(ChannelKind.Telegram, Write(ids.Id), ids.Chat is { } chat ? Write(chat) : "", ids.Id, update)
        : new(ChannelKind.Telegram, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(update.Span)), "", 0, update);

    /// <inheritdoc/>
    public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload) => [Item(payload)];

    /// <inheritdoc/>
    public Decoded Decode(ReadOnlyMemory<byte> item) => TelegramDecoder.Decode(item.Span, time.GetUtcNow());

    /// <inheritdoc/>
    public async ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel) => (await client.DownloadAsync(handle, cancel)).Content;

    /// <summary>
    /// Sends one reply. When a later part of a long text fails, the whole text is tried again: people may see its beginning twice.
    /// What was to take the place of a message that cannot be changed any more is said anew.
    /// </summary>
    public async ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel)
    {
        if (TelegramEncoder.ChatId(message) is null) return new SendOutcome.Refused(0, "the address is not a Telegram chat id");
        var last = new SendOutcome.Sent(null);
        foreach (var call in TelegramEncoder.Encode(message))
        {
            var answer = call is SendFile file ? await SendAsync(file, cancel) : await client.CallAsync(call, cancel);
            if (answer is null) return new SendOutcome.Refused(0, "the file is not in the file store");
            if (answer.Value.MovedTo is { } group && message.To.Value != Write(group)) return await SendAsync(message with { To = message.To with { Value = Write(group) } }, cancel);
            var outcome = TelegramErrors.Outcome(answer.Value);
            if (outcome is SendOutcome.Refused && call is AnswerCallbackQuery) return last; // too late for the hint; nothing else depends on it
            if (outcome is SendOutcome.Refused refused && Otherwise(message.Reply, refused) is { } other) return await SendAsync(message with { Reply = other }, cancel);
            if (outcome is not SendOutcome.Sent sent) return outcome;
            if (call is SendMessage or SendFile or CreateForumTopic) last = sent;
        }
        return last;
    }

    /// <summary>Stops the spinner of a pressed button. Too late is no matter.</summary>
    public async ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel)
    {
        if (UpdateIds.Read(item.Span) is not { Callback: { } id, Chat: > 0 }) return; // in a group the turn itself answers it
        var answer = await client.CallAsync(new AnswerCallbackQuery(id), cancel);
        if (!answer.Ok) AcknowledgeFailures.Add(1);
    }

    /// <inheritdoc/>
    public async ValueTask ShowTypingAsync(ChatAddress to, string? last, string? topic, CancellationToken cancel)
    {
        if (!long.TryParse(to.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)) return;
        var answer = await client.CallAsync(new SendChatAction(chat, "typing") { MessageThreadId = int.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var thread) ? thread : null }, cancel);
        if (!answer.Ok) AcknowledgeFailures.Add(1);
    }

    /// <summary>What cannot be changed any more is said anew; what has lost its topic is said in the group itself.</summary>
    private static Reply? Otherwise(Reply reply, SendOutcome.Refused refused) => reply switch
    {
        Reply.Message { Replaces: not null } look => look with { Replaces = null },
        { At.Topic: not null } when refused.Why.Contains("message thread not found", StringComparison.OrdinalIgnoreCase) || refused.Why.Contains("TOPIC_", StringComparison.Ordinal) => reply with { At = null },
        _ => null,
    };

    /// <summary>Sends a file by the id it got from its first upload, else uploads it. Null when it is not in the file store.</summary>
    private async ValueTask<TelegramAnswer?> SendAsync(SendFile file, CancellationToken cancel)
    {
        var slot = uploaded.Of((file.FileId, file.Name, file.AsPhoto));
        if (slot.Id is { } known && await AgainAsync(slot, file, known, cancel) is { } sent) return sent;
        return await slot.AloneAsync(async () => slot.Id is { } meanwhile && await AgainAsync(slot, file, meanwhile, cancel) is { } now ? now : await UploadAsync(slot, file, cancel), cancel);
    }

    /// <summary>Null when Telegram does not know the id any more.</summary>
    private async ValueTask<TelegramAnswer?> AgainAsync(UploadedFiles<(string, string, bool)>.Slot slot, SendFile file, string id, CancellationToken cancel)
    {
        var answer = await client.CallAsync(file.By(id), cancel);
        if (answer is not { Code: 400, Description: { } why } || !why.Contains("file", StringComparison.OrdinalIgnoreCase)) return answer;
        if (slot.Id == id) slot.Set(null);
        return null;
    }

    private async ValueTask<TelegramAnswer?> UploadAsync(UploadedFiles<(string, string, bool)>.Slot slot, SendFile file, CancellationToken cancel)
    {
        var content = await openFile(file.FileId, cancel);
        if (content is null) return null;
        await using (content)
        {
            var answer = await client.UploadAsync(file, content, cancel);
            if (answer.FileId is { } id) slot.Set(id);
            return answer;
        }
    }

    private static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);
}
