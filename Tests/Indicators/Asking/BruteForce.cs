using System.Globalization;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Registration;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>
/// Counts what a line of <see cref="Notation"/> says, word by word and without the engine, so that the numbers of the gold questions are
/// found twice. Gives "7", for a share "7/12", for what surveys know "survey", for what was published "views".
/// </summary>
internal static class BruteForce
{
    private static readonly string[] OfAttendance = ["attended", "no_show", "unique_attended", "attended_share", "no_show_rate"];
    private static readonly string[] OfSurveys = ["satisfaction", "response_rate", "recommend", "knowledge_gain", "survey_answers", "content", "speaker", "organisation", "fair", "apply", "net_promoter"];

    public static string Count(string notation)
    {
        var words = notation.Split(' ');
        var measure = words[0];
        if (OfSurveys.Contains(measure)) return "survey";
        if (measure == "reach") return "views";
        var standing = GoldLeague.Rows.Where(r => r.Status != RegistrationStatus.Cancelled).GroupBy(r => (r.Person, r.Event)).Select(Earliest).ToList();
        var gone = GoldLeague.Rows.Where(r => r.Status == RegistrationStatus.Cancelled).GroupBy(r => (r.Person, r.Event)).Where(g => !standing.Exists(s => (s.Person, s.Event) == g.Key)).Select(g => g.OrderBy(r => r.RegisteredAt).Last()).ToList();
        return measure switch
        {
            "registered" => Narrowed(standing),
            "confirmed" => Narrowed(standing.Where(IsConfirmed)),
            "waitlisted" => Narrowed(standing.Where(r => r.Status is RegistrationStatus.Waitlisted or RegistrationStatus.Offered)),
            "waiting_for_consent" => Narrowed(standing.Where(r => r.Status is RegistrationStatus.WaitingConsent)),
            "cancelled" => Narrowed(gone),
            "attended" => Narrowed(standing.Where(r => r.Status is RegistrationStatus.Attended)),
            "no_show" => Narrowed(standing.Where(r => r.Status is RegistrationStatus.NoShow)),
            "unique_people" => People(standing),
            "unique_attended" => People(standing.Where(r => r.Status is RegistrationStatus.Attended)),
            "confirmed_share" => Narrowed(standing.Where(IsConfirmed)) + "/" + Narrowed(standing),
            "attended_share" => Narrowed(standing.Where(r => r.Status is RegistrationStatus.Attended)) + "/" + Narrowed(standing.Where(IsConfirmed)),
            "no_show_rate" => Narrowed(standing.Where(r => r.Status is RegistrationStatus.NoShow)) + "/" + Narrowed(standing.Where(IsConfirmed)),
            _ => throw new FormatException(notation),
        };

        string Narrowed(IEnumerable<RegistrationFact> rows) => rows.Count(r => words.Skip(1).All(w => Fits(w, r, measure))).ToString(CultureInfo.InvariantCulture);

        // times and events first, then one row of each person, then what the person is
        string People(IEnumerable<RegistrationFact> rows) => Narrowed(rows.Where(r => words.Where(w => w.Split('=')[0] is "ev" or "kind" or "from" or "to").All(w => Fits(w, r, measure))).GroupBy(r => r.Person).Select(Earliest));
    }

    private static RegistrationFact Earliest(IEnumerable<RegistrationFact> rows) => rows.OrderBy(r => r.RegisteredAt).First();

    private static bool IsConfirmed(RegistrationFact row) => row.Status is RegistrationStatus.Confirmed or RegistrationStatus.Attended or RegistrationStatus.NoShow;

    private static bool Fits(string word, RegistrationFact row, string measure)
    {
        var (name, values) = (word.Split('=')[0], word.Split('=')[^1].Split(','));
        var day = OfAttendance.Contains(measure) ? row.VisitDay ?? row.Codes.EventDay : row.RegisteredOn;
        return name switch
        {
            "by" => true,
            "ev" => values.Contains(GoldLeague.Events.Single(e => e.Id == row.Event).Code),
            "kind" => values.Contains(row.Codes.Kind),
            "from" => day >= Date(values[0]),
            "to" => day <= Date(values[0]),
            "male" or "female" => row.Codes.Gender == name,
            "age" => row.Codes.Age is { } age && (values[0].Split('-')[0] is "" || age >= Number(values[0].Split('-')[0])) && (values[0].Split('-')[1] is "" || age <= Number(values[0].Split('-')[1])),
            "cat" => values.Any(v => v == "children" ? row.Codes.Age < 18 : v == "youth" ? row.Codes.Age is >= 18 and < 35 : v == "age50" && row.Codes.Age >= 50),
            "occ" => values.Contains(row.Codes.Occupation),
            "ter" => values.Contains(row.Codes.Territory),
            "inst" => values.Contains(row.Codes.Institution),
            "lang" => values.Contains(row.Codes.Language),
            "ch" => values.Contains(row.Codes.Channel.ToString().ToLowerInvariant()),
            "disability" => row.Codes.Disability == true,
            _ => throw new FormatException(word),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
