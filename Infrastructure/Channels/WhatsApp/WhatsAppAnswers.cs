using System.Text.RegularExpressions;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>Answer to a message: accepted, not yet delivered.</summary>
internal sealed record MessageAnswer(IReadOnlyList<AcceptedMessage>? Messages);

internal sealed record AcceptedMessage(string? Id);

/// <summary>Answer to a read mark.</summary>
internal sealed record SuccessAnswer(bool Success);

/// <summary>Answer to an upload: an id that lives 30 days.</summary>
internal sealed record UploadAnswer(string? Id);

/// <summary>What Meta knows of a file; the address works for five minutes and asks for our token.</summary>
internal sealed record MediaAnswer(string? Url, string? MimeType, string? Sha256, long? FileSize);

/// <summary>The business phone: its number as people see it, with spaces and signs.</summary>
internal sealed record PhoneAnswer(string? DisplayPhoneNumber);

internal sealed record ErrorAnswer(GraphError? Error);

/// <summary>Meta's refusal. The code decides, not the HTTP status.</summary>
internal sealed partial record GraphError(string? Message, int Code, int? ErrorSubcode, GraphErrorData? ErrorData)
{
    /// <summary>Meta's words for staff, with anything that looks like a phone number taken out.</summary>
    public string Why() => LongNumber().Replace(ErrorData?.Details is { Length: > 0 } details ? $"{Message}: {details}" : Message ?? "", "…");

    [GeneratedRegex(@"\+?\d{9,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}

internal sealed record GraphErrorData(string? Details);

/// <summary>What came of a call: a value, Meta's refusal, or a failure in words of ours when nobody answered sensibly.</summary>
internal readonly record struct WhatsAppAnswer<T>(T? Value, GraphError? Error, string? Failure, int Status) where T : class;
