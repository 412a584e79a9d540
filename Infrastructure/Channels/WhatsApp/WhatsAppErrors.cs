using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// What each refusal of Meta means for the message: the one place that knows the codes
/// (developers.facebook.com, support/error-codes). Throttling comes as HTTP 400 and limits once came as 500,
/// so the code decides and the status only speaks for codes nobody has written down.
/// </summary>
internal static class WhatsAppErrors
{
    private static readonly TimeSpan Throughput = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pair = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Calls = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Spam = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Registration = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ecosystem = TimeSpan.FromHours(24);

    /// <summary>The outcome of a call that gave no message id.</summary>
    public static SendOutcome Of(GraphError? error, string? failure, int status)
    {
        if (error is null) return new SendOutcome.Unreachable(failure ?? $"HTTP {status}");
        WhatsAppMeters.Errors.Add(1, new KeyValuePair<string, object?>("code", error.Code));
        return ByCode(error) ?? ByStatus(error, status);
    }

    private static SendOutcome? ByCode(GraphError error) => error.Code switch
    {
        // too fast: the whole number waits, or one chat
        130429 => new SendOutcome.RetryAfter(Throughput, true),
        4 or 80007 => new SendOutcome.RetryAfter(Calls, true),
        131048 or 131064 => new SendOutcome.RetryAfter(Spam, true),      // quality of the number; template abuse
        133016 => new SendOutcome.RetryAfter(Registration, true),        // too many registrations of the number
        131056 => new SendOutcome.RetryAfter(Pair, false),               // too many to this person
        131049 => new SendOutcome.RetryAfter(Ecosystem, false),          // marketing this person gets too much of

        131047 => new SendOutcome.WindowClosed(),

        // the person is out of reach until they write again
        131026 or 130403 => new SendOutcome.Blocked(error.Why()),

        // Meta is unwell, or the account needs its administrator: the message keeps
        1 or 2 or 131000 or 131016 or 131057 or 133004 => Wait(error),
        0 or 3 or 10 or 190 or (>= 200 and <= 299) or 131005 => Wait(error),
        131042 or 131045 or 133010 => Wait(error),                       // payment, certificate, registration
        100 when error.ErrorSubcode == 33 => Wait(error),                // wrong phone number id, or no right to it
        131053 when ByLink(error) => Wait(error),

        // this message will never go
        100 or 131008 or 131009 or 131021 or 131030 or 131050 or 131051 or 131052 or 131053 => No(error),
        130472 or 130497 or 131031 or 131062 or 131063 or 368 => No(error),
        >= 132000 and <= 132999 => No(error),                            // templates
        _ => null,
    };

    private static SendOutcome ByStatus(GraphError error, int status) => status switch
    {
        429 => new SendOutcome.RetryAfter(Calls, true),
        401 or 403 or >= 500 => Wait(error),
        _ => No(error),
    };

    private static bool ByLink(GraphError error) =>
        error.ErrorData?.Details?.Contains("download", StringComparison.OrdinalIgnoreCase) is true;

    private static SendOutcome.Unreachable Wait(GraphError error) => new($"{error.Code} {error.Why()}");

    private static SendOutcome.Refused No(GraphError error) => new(error.Code, error.Why());
}
