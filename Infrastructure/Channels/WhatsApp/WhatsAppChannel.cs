using System.Collections.Concurrent;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>WhatsApp through the Cloud API. It sends what it is given and obeys Meta's answers; pace and retries are the sender's.</summary>
/// <param name="options">Checked settings.</param>
/// <param name="client">The API.</param>
/// <param name="files">Opens a file of the file store; null when it is gone.</param>
/// <param name="time">The clock, for the 24-hour window.</param>
internal sealed class WhatsAppChannel(
    WhatsAppOptions options,
    WhatsAppClient client,
    Func<string, CancellationToken, ValueTask<Stream?>> files,
    TimeProvider time) : IChannel
{
    /// <summary>A person's message opens the window for so long; staff are told the same time.</summary>
    public static readonly TimeSpan Window = ConsultationTimes.WhatsAppWindow;

    /// <summary>Meta keeps an upload for 30 days (platform/whatsapp.md B5); a day is kept in reserve.</summary>
    private static readonly TimeSpan UploadLasts = TimeSpan.FromDays(29);

    /// <summary>How an upload is shown stands before its id.</summary>
    private const string Image = "i", Document = "d";

    private readonly ConcurrentDictionary<long, int> partsSent = new();
    private readonly UploadedFiles<(string File, string Type)> uploaded = new(UploadLasts, time);
    private readonly WhatsAppSplitter splitter = new(options.PhoneNumberId);

    public ChannelTraits Traits { get; } = new(ChannelKind.WhatsApp, CanRequestContact: false);

    /// <summary>Half of the number's 80 a second, which count what comes in too (platform/whatsapp.md B8.1).</summary>
    public double BulkPerSecond => 40;

    public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload) => splitter.Split(payload);

    public Decoded Decode(ReadOnlyMemory<byte> item) => WhatsAppDecoder.Decode(item);

    public ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel)
    {
        if (message.Reply is not (Reply.Message or Reply.File)) return new(new SendOutcome.Sent(null));
        if (!IsWindowOpen(message.LastHeard)) return ReopenAsync(message, cancel);
        return message.Reply switch
        {
            Reply.Message reply => SendAllAsync(message.OutboxId, WhatsAppEncoder.Message(message, reply), cancel),
            Reply.File file => SendFileAsync(message, file, cancel),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public bool SaysAnyTime(Reply reply, string language) => Own(reply, language) is not null;

    public ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel) => client.DownloadAsync(handle, cancel);

    public async ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel)
    {
        if (WhatsAppDecoder.ReadableId(item) is { } id) await MarkReadAsync(id, typing: true, cancel);
    }

    /// <summary>"Typing" stands on a message of theirs, which it marks as read.</summary>
    public async ValueTask ShowTypingAsync(ChatAddress to, string? last, string? topic, CancellationToken cancel)
    {
        if (last is not null) await MarkReadAsync(last, typing: true, cancel);
    }

    /// <summary>The only mark there is.</summary>
    public ValueTask MarkShownAsync(ChatAddress to, string message, CancellationToken cancel) => MarkReadAsync(message, typing: false, cancel);

    private async ValueTask MarkReadAsync(string message, bool typing, CancellationToken cancel)
    {
        var answer = await client.MarkReadAsync(message, typing, cancel);
        if (answer.Value is null) WhatsAppMeters.AcknowledgeFailures.Add(1);
    }

    private bool IsWindowOpen(DateTimeOffset? lastHeard) => lastHeard is { } heard && time.GetUtcNow() - heard < Window;

    /// <summary>Name of the template for a reply of a use that has one; null = none is set.</summary>
    private string? Own(Reply reply, string language) => reply is Reply.Message { Template: { } use } ? options.Templates.GetValueOrDefault($"{use.Use}_{language}") : null;

    private async ValueTask<SendOutcome> ReopenAsync(Outgoing message, CancellationToken cancel)
    {
        if (message.Reply is Reply.Message said && Own(said, message.Language) is { } own) return await SendAllAsync(message.OutboxId, [WhatsAppEncoder.Template(message, own, said)], cancel);
        if (!options.Templates.TryGetValue(message.Language, out var name)) return new SendOutcome.WindowClosed();
        var outcome = await SendAllAsync(message.OutboxId, [WhatsAppEncoder.Template(message, name)], cancel);
        return outcome is SendOutcome.Sent(var id) ? new SendOutcome.InvitedBack(id) : outcome;
    }

    /// <summary>Sends a file by the id it got from its first upload, else uploads it.</summary>
    private async ValueTask<SendOutcome> SendFileAsync(Outgoing message, Reply.File file, CancellationToken cancel)
    {
        var type = WhatsAppFiles.UploadType(file.MediaType);
        var slot = uploaded.Of((file.FileId, type));
        var known = slot.Id;
        var sent = known is not null ? await SendAllAsync(message.OutboxId, Encode(message, file, known), cancel) : null;
        if (sent is not (null or SendOutcome.Refused { Code: 100 or 131009 or 131052 or 131053 })) return sent; // else Meta may have lost the upload
        var (id, why) = await slot.AloneAsync(() => slot.Id is { } now && now != known ? new((now, null)) : UploadAsync(slot, file, type, cancel), cancel);
        return id is not null ? await SendAllAsync(message.OutboxId, Encode(message, file, id), cancel) : why!;
    }

    /// <summary>The id of the upload, which says whether it is shown as a picture, or what came of it.</summary>
    private async ValueTask<(string? Id, SendOutcome? Why)> UploadAsync(UploadedFiles<(string, string)>.Slot slot, Reply.File file, string type, CancellationToken cancel)
    {
        Stream? content;
        try
        {
            content = await files(file.FileId, cancel);
        }
        catch (IOException e)
        {
            return (null, new SendOutcome.Unreachable($"the file store: {e.GetType().Name}"));
        }
        if (content is null) return (null, new SendOutcome.Refused(0, "the file is no longer in the file store"));
        await using var _ = content;
        var asImage = WhatsAppFiles.IsImage(type, content.CanSeek ? content.Length : null);
        var upload = await client.UploadAsync(content, file.Name, type, cancel);
        if (upload.Value?.Id is not { } id) return (null, WhatsAppErrors.Of(upload.Error, upload.Failure, upload.Status));
        var kept = (asImage ? Image : Document) + id;
        slot.Set(kept);
        return (kept, null);
    }

    private static IReadOnlyList<MessageRequest> Encode(Outgoing message, Reply.File file, string kept) => WhatsAppEncoder.File(message, file, kept[1..], asImage: kept[0] == Image[0]);

    /// <summary>
    /// Sends in order and stops at the first message that does not go. When that may go later, the next try starts with it,
    /// so that a person does not read the parts before it twice.
    /// </summary>
    private async ValueTask<SendOutcome> SendAllAsync(long outboxId, IReadOnlyList<MessageRequest> messages, CancellationToken cancel)
    {
        string? last = null;
        partsSent.TryRemove(outboxId, out var sent);
        for (var i = Math.Min(sent, Math.Max(0, messages.Count - 1)); i < messages.Count; i++)
        {
            var answer = await client.SendAsync(messages[i], cancel);
            if (answer.Value is null)
            {
                var outcome = WhatsAppErrors.Of(answer.Error, answer.Failure, answer.Status);
                if (i > 0 && outcome is (SendOutcome.RetryAfter or SendOutcome.Unreachable)) partsSent[outboxId] = i;
                return outcome;
            }
            last = answer.Value.Messages is [{ Id: var id }, ..] ? id : null;
        }
        return new SendOutcome.Sent(last);
    }
}
