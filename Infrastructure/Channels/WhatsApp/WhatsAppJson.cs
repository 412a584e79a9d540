using System.Text.Json.Serialization;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>Generated readers and writers of the Cloud API's JSON: snake_case, nothing written for null, unknown members skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(MediaAnswer))]
[JsonSerializable(typeof(PhoneAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class WhatsAppJson : JsonSerializerContext;
