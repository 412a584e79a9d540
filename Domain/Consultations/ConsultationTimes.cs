namespace GrantBot.Domain.Consultations;

/// <summary>When people may expect an answer.</summary>
/// <param name="Hours">When staff are at work.</param>
/// <param name="AnswerHours">Within how many working hours a request is to be answered.</param>
public sealed record ConsultationTimes(WorkingHours Hours, int AnswerHours = 8)
{
    /// <summary>A closed request may be written to again for so long.</summary>
    public static readonly TimeSpan Reopens = TimeSpan.FromDays(1);

    /// <summary>WhatsApp lets staff write freely for 24 hours after the person last wrote (platform/whatsapp.md B9); five minutes are kept in reserve for clocks and queues.</summary>
    public static readonly TimeSpan WhatsAppWindow = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5);

    /// <summary>What was said is kept for so long after the closing, to go on with it and to hand it over; then only the journal's row stays.</summary>
    public static readonly TimeSpan WordsKept = TimeSpan.FromDays(7);

    /// <summary>Languages in which an approved template asks people on WhatsApp to write again after the window.</summary>
    public IReadOnlyCollection<string> AsksBack { get; init; } = [];

    /// <summary>Monday to Friday, an answer within a working day.</summary>
    public ConsultationTimes() : this(WorkingHours.Usual) { }

    /// <summary>By when a request of this moment is to be answered.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset local) => Hours.After(local, TimeSpan.FromHours(AnswerHours));
}
