using GrantBot.Domain;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace GrantBot.Load.Counts;

/// <summary>Satisfaction surveys that are over, one for each event, with 2,625 answers in all.</summary>
internal static class ManyAnswers
{
    private const int Answers = 2625;
    private static readonly DateTimeOffset Over = new(2026, 10, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Territories = ["aktau", "zhanaozen", "beineu", "karakiya"];

    public static void Write(SqliteConnection open, IReadOnlyList<EventId> events)
    {
        using var db = new GrantBotDb(SqliteDatabase.Options(open));
        db.Surveys.AddRange(events.Select((e, i) => new SurveyRow
        {
            Id = new(e.Value), Code = $"s{i}", FormId = SurveyTimes.SatisfactionForm, FormVersion = "1", EventId = e, Audience = SurveyAudience.Attended, Anonymous = true, Automatic = true, OpensAt = Over.AddDays(-3), ClosesAt = Over,
            ClosedAt = Over, Settled = true, Answered = Answers / events.Count, Counts = DomainJson.Write(new SurveyCounts(200, 190, 180, 170, 100, Answers / events.Count)),
        }));
        db.SaveChanges();
        db.InsertMany(Enumerable.Range(0, Answers).Select(i => new SurveyAnswerRow
        {
            Key = new Guid(i, 0, 0, new byte[8]).ToString("N"), SurveyId = new(events[i % events.Count].Value),
            Marks = $$"""{"overall":"{{1 + (i % 5)}}","content":"4","speaker":"5","organisation":"{{1 + (i % 4)}}","recommend":"{{(i % 3 == 0 ? "no" : "yes")}}"}""",
            Gender = i % 3 == 0 ? null : i % 3 == 1 ? "female" : "male", Age = i % 4 == 0 ? null : "13_16", Territory = Territories[i % Territories.Length], Language = "kk",
        }));
    }
}
