using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Programme;

/// <summary>What stands on a ticket or on a poster of an event, already in the reader's language.</summary>
/// <param name="Event">Title of the event.</param>
/// <param name="StartsAt">When it starts, in the deployment's time zone.</param>
/// <param name="Place">Where.</param>
/// <param name="Organisation">Who runs it.</param>
public sealed record EventSheet(string Event, DateTimeOffset StartsAt, string Place, string Organisation);

/// <summary>Words of tickets (билет) and posters: the value of every placeholder their templates may hold.</summary>
public static class TicketWords
{
    /// <summary>A ticket for one person.</summary>
    /// <param name="sheet">The event.</param>
    /// <param name="code">The person's six-character code.</param>
    /// <param name="name">The person's name; "" leaves it out, for tickets that lie about.</param>
    /// <param name="texts">The catalogue of texts.</param>
    /// <param name="language">The person's language.</param>
    public static IReadOnlyDictionary<string, string> Ticket(EventSheet sheet, string code, string name, Texts texts, string language) =>
        Words(sheet, code, texts["ticket.title", language], texts["ticket.hint", language], texts["ticket.code", language], name, texts, language);

    /// <summary>A poster for the desk: people scan it or type the day's code to be checked in.</summary>
    /// <param name="sheet">The event.</param>
    /// <param name="code">The day's code.</param>
    /// <param name="several">It has a QR code for each of several channels: people are known where they registered.</param>
    /// <param name="texts">The catalogue of texts.</param>
    /// <param name="language">The reader's language.</param>
    public static IReadOnlyDictionary<string, string> CheckInPoster(EventSheet sheet, string code, bool several, Texts texts, string language) =>
        Words(sheet, code, texts["poster.checkin", language], texts[several ? "poster.checkin.hint.several" : "poster.checkin.hint", language], texts["poster.code", language], "", texts, language);

    /// <summary>A poster that invites people to register.</summary>
    public static IReadOnlyDictionary<string, string> RegistrationPoster(EventSheet sheet, Texts texts, string language) =>
        Words(sheet, "", texts["poster.register", language], texts["poster.register.hint", language], "", "", texts, language);

    /// <summary>A poster with the QR code of a survey.</summary>
    /// <param name="title">The survey, as people know it.</param>
    /// <param name="organisation">Who asks.</param>
    /// <param name="closesAt">Until when it takes answers, in the deployment's time zone.</param>
    /// <param name="anonymous">Answers are stored without names.</param>
    /// <param name="texts">The catalogue of texts.</param>
    /// <param name="language">The reader's language.</param>
    public static IReadOnlyDictionary<string, string> SurveyPoster(string title, string organisation, DateTimeOffset closesAt, bool anonymous, Texts texts, string language)
    {
        var words = Words(new(title, closesAt, "", organisation), "", texts["poster.survey", language], texts[anonymous ? "poster.survey.anonymous" : "poster.survey.hint", language], "", "", texts, language);
        words["date"] = texts.Say("poster.survey.until", language, ("until", Dates.Until(closesAt, language)));
        return words;
    }

    /// <summary>A code in groups of three, as one reads it aloud: K7P Q3M.</summary>
    public static string Spaced(string code) => string.Join(' ', code.Trim().Chunk(3).Select(c => new string(c)));

    private static Dictionary<string, string> Words(EventSheet sheet, string code, string title, string hint, string codeLabel, string name, Texts texts, string language)
    {
        var (date, time) = (DateOnly.FromDateTime(sheet.StartsAt.DateTime), TimeOnly.FromDateTime(sheet.StartsAt.DateTime));
        return new(StringComparer.Ordinal)
        {
            ["title"] = title,
            ["event"] = sheet.Event,
            ["date"] = Dates.WithWeekday(date, language),
            ["time"] = Dates.Time(time),
            ["place"] = sheet.Place,
            ["name"] = name,
            ["organisation"] = sheet.Organisation,
            ["hint"] = hint,
            ["codelabel"] = code.Length == 0 ? "" : codeLabel,
            ["code"] = code,
            ["spaced"] = Spaced(code),
        };
    }
}
