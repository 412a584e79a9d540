using System.Text.Json;
using System.Text.Json.Serialization;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>The Bot API's JSON: snake_case, nothing for null, unknown members ignored. Made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(Enveloped<User>))]
[JsonSerializable(typeof(Enveloped<FilePath>))]
[JsonSerializable(typeof(GetMe))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(ReplyParameters))]
[JsonSerializable(typeof(CreateForumTopic))]
[JsonSerializable(typeof(CloseForumTopic))]
[JsonSerializable(typeof(ReopenForumTopic))]
[JsonSerializable(typeof(LeaveChat))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(SendKeptFile))]
[JsonSerializable(typeof(Enveloped<SentFiles>))]
[JsonSerializable(typeof(GetFile))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(SetMyDescription))]
[JsonSerializable(typeof(SetMyShortDescription))]
internal sealed partial class TelegramJson : JsonSerializerContext;
