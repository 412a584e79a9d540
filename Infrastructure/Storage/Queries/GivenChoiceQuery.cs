using GrantBot.Domain;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>
/// Who picked which choice of a form: by the answers that were sent, and by registrations that count. Of several answers of a person the last counts.
/// Anonymous answers are stored elsewhere and name nobody.
/// </summary>
internal static class GivenChoiceQuery
{
    private static readonly RegistrationStatus[] Counting =
        [RegistrationStatus.Confirmed, RegistrationStatus.Attended, RegistrationStatus.NoShow, RegistrationStatus.Waitlisted, RegistrationStatus.Offered];

    /// <summary>People by form.</summary>
    public static IReadOnlyDictionary<string, int> Forms(GrantBotDb db)
    {
        var sent = db.FormAnswers.AsNoTracking().Where(a => a.PersonId != null && a.Answers != null).Select(a => new { a.FormId, Person = a.PersonId!.Value }).Distinct().ToList();
        var registered = db.Registrations.AsNoTracking().Where(r => r.Answers != null && Counting.Contains(r.Status)).Select(r => new { r.FormId, Person = r.PersonId }).Distinct().ToList();
        return sent.Concat(registered).Distinct().GroupBy(a => a.FormId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>People by choice.</summary>
    public static IReadOnlyDictionary<string, int> Counts(GrantBotDb db, string form, string question) =>
        Last(db, form, question).Values.SelectMany(a => a.Picked).GroupBy(v => v, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>The people who picked a choice, with the chat of their registration.</summary>
    public static List<(PersonId Person, ChatId? Chat)> Of(GrantBotDb db, GivenChoice choice) =>
        [.. Last(db, choice.Form, choice.Question).Where(a => a.Value.Picked.Contains(choice.Value, StringComparer.Ordinal)).Select(a => (a.Key, a.Value.Chat))];

    private static Dictionary<PersonId, (IReadOnlyList<string> Picked, ChatId? Chat)> Last(GrantBotDb db, string form, string question)
    {
        var sent = db.FormAnswers.AsNoTracking().Where(a => a.FormId == form && a.PersonId != null && a.Answers != null)
            .Select(a => new Given(a.PersonId!.Value, null, a.FinishedAt, a.Answers!)).AsEnumerable();
        var registered = db.Registrations.AsNoTracking().Where(r => r.FormId == form && r.Answers != null && Counting.Contains(r.Status))
            .Select(r => new Given(r.PersonId, r.ChatId, r.RegisteredAt, r.Answers!)).AsEnumerable();
        var last = new Dictionary<PersonId, (IReadOnlyList<string>, ChatId?)>();
        foreach (var given in sent.Concat(registered).OrderBy(g => g.At))
            last[given.Person] = (DomainJson.ReadAnswers(given.Answers).GetValueOrDefault(question, "").Split(' ', StringSplitOptions.RemoveEmptyEntries), given.Chat);
        return last;
    }

    private sealed record Given(PersonId Person, ChatId? Chat, DateTimeOffset At, string Answers);
}
