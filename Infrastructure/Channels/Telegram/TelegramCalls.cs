using System.Text.Json.Serialization.Metadata;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>One call of a Bot API method; its public properties are the parameters, by the API's own names. A closed family.</summary>
internal abstract record TelegramCall
{
    /// <summary>The method's name.</summary>
    internal abstract string Method { get; }

    /// <summary>How it is written as JSON.</summary>
    internal abstract JsonTypeInfo Shape { get; }

    /// <summary>Every method's name, so that its address is made only once.</summary>
    public static readonly IReadOnlyList<string> Methods =
    [
        "getMe", "getUpdates", "setWebhook", "deleteWebhook", "sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage", "createForumTopic", "closeForumTopic", "reopenForumTopic", "leaveChat",
        "answerCallbackQuery", "sendChatAction", "sendDocument", "sendPhoto", "getFile", "setMyCommands", "setMyDescription", "setMyShortDescription",
    ];
}

internal sealed record GetMe : TelegramCall
{
    internal override string Method => "getMe";
    internal override JsonTypeInfo Shape => TelegramJson.Default.GetMe;
}

/// <summary>Asks for waiting updates; confirms those below <paramref name="Offset"/>. <paramref name="Timeout"/> in seconds, at most 50.</summary>
internal sealed record GetUpdates(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates) : TelegramCall
{
    internal override string Method => "getUpdates";
    internal override JsonTypeInfo Shape => TelegramJson.Default.GetUpdates;
}

internal sealed record SetWebhook(string Url, string? SecretToken, int MaxConnections, IReadOnlyList<string> AllowedUpdates) : TelegramCall
{
    internal override string Method => "setWebhook";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SetWebhook;
}

/// <summary>Never with drop_pending_updates: people's messages wait there.</summary>
internal sealed record DeleteWebhook : TelegramCall
{
    internal override string Method => "deleteWebhook";
    internal override JsonTypeInfo Shape => TelegramJson.Default.DeleteWebhook;
}

/// <summary>Text is HTML by Telegram's few rules.</summary>
internal sealed record SendMessage(long ChatId, string Text) : TelegramCall
{
    internal override string Method => "sendMessage";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SendMessage;
    public string ParseMode => "HTML";
    public LinkPreviewOptions? LinkPreviewOptions { get; } = LinkPreviewOptions.Of(Text);
    public ReplyMarkup? ReplyMarkup { get; init; }
    public long? MessageThreadId { get; init; }
    public ReplyParameters? ReplyParameters { get; init; }
}

/// <summary>Of several links Telegram shows a card of the first, as if it were the one meant: then it shows none.</summary>
internal sealed record LinkPreviewOptions
{
    private static readonly LinkPreviewOptions None = new();

    public bool IsDisabled => true;

    /// <summary>For a text; null leaves it to Telegram.</summary>
    public static LinkPreviewOptions? Of(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var first && text.IndexOf("://", first + 1, StringComparison.Ordinal) > 0 ? None : null;
}

/// <summary>The message it answers to; when that one is gone it is sent all the same.</summary>
internal sealed record ReplyParameters(long MessageId)
{
    public bool AllowSendingWithoutReply => true;
}

/// <summary>New text, and new buttons or none.</summary>
internal sealed record EditMessageText(long ChatId, long MessageId, string Text) : TelegramCall
{
    internal override string Method => "editMessageText";
    internal override JsonTypeInfo Shape => TelegramJson.Default.EditMessageText;
    public string ParseMode => "HTML";
    public LinkPreviewOptions? LinkPreviewOptions { get; } = LinkPreviewOptions.Of(Text);
    public ReplyMarkup? ReplyMarkup { get; init; }
}

/// <summary>The same text, the buttons go.</summary>
internal sealed record EditMessageReplyMarkup(long ChatId, long MessageId) : TelegramCall
{
    internal override string Method => "editMessageReplyMarkup";
    internal override JsonTypeInfo Shape => TelegramJson.Default.EditMessageReplyMarkup;
}

/// <summary>Of the last 48 hours; the bot's own, and in a private chat the other's too.</summary>
internal sealed record DeleteMessage(long ChatId, long MessageId) : TelegramCall
{
    internal override string Method => "deleteMessage";
    internal override JsonTypeInfo Shape => TelegramJson.Default.DeleteMessage;
}

/// <summary>A topic's name has 1 to 128 characters; the bot needs the right to manage topics.</summary>
internal sealed record CreateForumTopic(long ChatId, string Name) : TelegramCall
{
    internal override string Method => "createForumTopic";
    internal override JsonTypeInfo Shape => TelegramJson.Default.CreateForumTopic;
}

internal sealed record CloseForumTopic(long ChatId, long MessageThreadId) : TelegramCall
{
    internal override string Method => "closeForumTopic";
    internal override JsonTypeInfo Shape => TelegramJson.Default.CloseForumTopic;
}

internal sealed record ReopenForumTopic(long ChatId, long MessageThreadId) : TelegramCall
{
    internal override string Method => "reopenForumTopic";
    internal override JsonTypeInfo Shape => TelegramJson.Default.ReopenForumTopic;
}

internal sealed record LeaveChat(long ChatId) : TelegramCall
{
    internal override string Method => "leaveChat";
    internal override JsonTypeInfo Shape => TelegramJson.Default.LeaveChat;
}

/// <summary>Text, of at most 200 characters, is shown to who pressed.</summary>
internal sealed record AnswerCallbackQuery(string CallbackQueryId) : TelegramCall
{
    public string? Text { get; init; }
    internal override string Method => "answerCallbackQuery";
    internal override JsonTypeInfo Shape => TelegramJson.Default.AnswerCallbackQuery;
}

/// <summary>"typing" and the like, shown for at most 5 seconds.</summary>
internal sealed record SendChatAction(long ChatId, string Action) : TelegramCall
{
    /// <summary>The topic of a group.</summary>
    public int? MessageThreadId { get; init; }

    internal override string Method => "sendChatAction";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SendChatAction;
}

/// <summary>A file of ours, shown as a picture or offered for download. Goes as multipart, with <paramref name="Caption"/> as plain text.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="FileId">Key in our own file store.</param>
/// <param name="Name">File name shown to the person.</param>
/// <param name="MediaType">MIME type.</param>
/// <param name="Caption">At most 1,024 characters; "" = none.</param>
/// <param name="AsPhoto">True for sendPhoto, false for sendDocument.</param>
internal sealed record SendFile(long ChatId, string FileId, string Name, string MediaType, string Caption, bool AsPhoto) : TelegramCall
{
    /// <summary>The topic it goes to, and the message it answers to.</summary>
    public long? MessageThreadId { get; init; }

    /// <inheritdoc cref="MessageThreadId"/>
    public ReplyParameters? ReplyParameters { get; init; }

    internal override string Method => AsPhoto ? "sendPhoto" : "sendDocument";
    internal override JsonTypeInfo Shape => throw new NotSupportedException("A file goes as multipart: TelegramClient.UploadAsync");

    /// <summary>The same of a file that Telegram has.</summary>
    public SendKeptFile By(string id) => new(ChatId, AsPhoto ? id : null, AsPhoto ? null : id, Caption.Length > 0 ? Caption : null) { MessageThreadId = MessageThreadId, ReplyParameters = ReplyParameters };
}

/// <summary>A file that was uploaded before, by Telegram's file_id: one of <paramref name="Photo"/> and <paramref name="Document"/>.</summary>
internal sealed record SendKeptFile(long ChatId, string? Photo, string? Document, string? Caption) : TelegramCall
{
    /// <inheritdoc cref="SendFile.MessageThreadId"/>
    public long? MessageThreadId { get; init; }

    /// <inheritdoc cref="SendFile.MessageThreadId"/>
    public ReplyParameters? ReplyParameters { get; init; }

    internal override string Method => Photo is not null ? "sendPhoto" : "sendDocument";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SendKeptFile;
}

internal sealed record GetFile(string FileId) : TelegramCall
{
    internal override string Method => "getFile";
    internal override JsonTypeInfo Shape => TelegramJson.Default.GetFile;
}

internal sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, string? LanguageCode) : TelegramCall
{
    internal override string Method => "setMyCommands";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SetMyCommands;
}

internal sealed record SetMyDescription(string Description, string? LanguageCode) : TelegramCall
{
    internal override string Method => "setMyDescription";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SetMyDescription;
}

internal sealed record SetMyShortDescription(string ShortDescription, string? LanguageCode) : TelegramCall
{
    internal override string Method => "setMyShortDescription";
    internal override JsonTypeInfo Shape => TelegramJson.Default.SetMyShortDescription;
}

/// <summary>A command of the bot's menu: 1 to 32 of a-z, 0-9 and _, and 1 to 256 characters of description.</summary>
internal sealed record BotCommand(string Command, string Description);
