using System.Data.Common;
using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GrantBot.Tests.Surveys;

/// <summary>Surveys in the database: one answer each, thousands by a link, the plan that follows an event, erasure.</summary>
public abstract class SurveyStorageTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Aqtau = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
    private readonly TestDatabase database = TestDatabase.Ready(product);
    private readonly Commands commands = new();
    private readonly SurveyId mass = new(Ids.New(Now));

    public void Dispose() => database.Dispose();

    [Fact]
    public void an_answer_costs_the_same_whether_it_is_the_first_or_the_three_thousandth()
    {
        using var db = new GrantBotDb(new DbContextOptionsBuilder<GrantBotDb>(database.Engine.Options).AddInterceptors(commands).Options);
        Make(db);
        Answer(db, Chat(db, "warm")); // queries are compiled once
        var first = Counted(() => Answer(db, Chat(db, "first")));
        Crowd(db, 3_000);
        var last = Counted(() => Answer(db, Chat(db, "last")));
        last.Count.ShouldBe(first.Count);
        last.Count.ShouldBeLessThan(25);
        if (database is SqliteFile file) // which plans the same for a small table as for a large one
            foreach (var (sql, parameters) in last) Plan(file, sql, parameters).ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("CONSTANT"), sql);
        SurveyQuery.One(db, mass)!.Answered.ShouldBe(3_003);
    }

    [Fact]
    public void thousands_of_answers_are_settled_in_a_handful_of_commands_for_each()
    {
        using var db = database.Db();
        Make(db);
        Crowd(db, 2_625);
        SurveyQuery.Answers(db, mass).ShouldSatisfyAllConditions(a => a.IsSealed.ShouldBeFalse(), a => a.Marks.Count.ShouldBe(2_625), a => a.Codes.ShouldAllBe(c => c == new SurveyCodes()), a => a.Reached.ShouldBe([1_313, 656]));
        db.Surveys.Single().ClosesAt = Now;
        db.SaveChanges();
        Due(db, new SurveyCloseWork(), mass);
        var answers = SurveyQuery.Answers(db, mass);
        (answers.Marks.Count, answers.Codes.Count(c => c.Territory is not null)).ShouldBe((2_625, 2_625));
        answers.Reached.ShouldBe([1_313, 656]); // gender=female, territory=beineu: counted over all, however coarse the codes are now
        db.SurveyAnswers.Count(a => a.Sealed != null).ShouldBe(0);
    }

    [Fact]
    public void words_do_not_stand_in_the_order_of_the_choices_they_were_sent_with()
    {
        using (var db = database.Db())
        {
            Make(db);
            var key = SurveyKey.Of(db);
            db.InsertMany(Enumerable.Range(0, 60).Select(i => new SealedAnswer(new Dictionary<string, string> { ["q"] = $"{i}" }, [new("why", $"{i}", null)], new SurveyCodes(), [], 0, 0).Row(key, mass)));
            db.Surveys.Single().ClosesAt = Now;
            db.SaveChanges();
            Due(db, new SurveyCloseWork(), mass);
        }
        // as the database has them lying
        var choices = database.Rows("SELECT * FROM survey_answers").Select(r => DomainJson.ReadAnswers((string)r.Single(c => c.Column == "marks").Value)["q"]).ToList();
        var words = database.Rows("SELECT * FROM survey_remarks").Select(r => (string)r.Single(c => c.Column == "text").Value).ToList();
        var apart = words.Select((word, place) => Math.Pow(choices.IndexOf(word) - place, 2)).Sum();
        words.Count.ShouldBe(60);
        Math.Abs(1 - 6 * apart / (60 * (60 * 60 - 1))).ShouldBeLessThan(0.65); // Spearman's; once in a million by chance
    }

    [Fact]
    public void a_second_answer_is_refused_by_the_commit_itself()
    {
        using var db = database.Db();
        Make(db);
        var chat = Chat(db, "dina");
        Answer(db, chat);
        db.ChangeTracker.Clear();
        Should.Throw<ConflictException>(() => Answer(db, chat));
        db.ChangeTracker.Clear();
        SurveyQuery.Part(db, new Need.SurveyPartOf(mass, chat, null)).ShouldBe(new SurveyPart(true, true, true));
        (db.SurveyInvites.Count(), db.SurveyAnswers.Count()).ShouldBe((1, 1));
    }

    [Fact]
    public void the_mark_of_a_chat_is_a_hash_that_leads_nowhere_without_the_key()
    {
        using var db = database.Db();
        Make(db);
        var chat = Chat(db, "dina");
        Answer(db, chat);
        var mark = db.SurveyInvites.AsNoTracking().Single();
        (mark.PersonId, mark.ChatId, mark.Who.Contains("dina")).ShouldBe((null, null, false));
        Eraser.Erase(db, new PersonId(Ids.New(Now)), chat, Now);
        db.SurveyInvites.AsNoTracking().Single().Who.ShouldNotBe(mark.Who);
        (db.Surveys.AsNoTracking().Single().Answered, db.SurveyAnswers.Count()).ShouldBe((1, 1)); // the answer is nobody's and stays
    }

    [Fact]
    public void a_survey_that_is_over_takes_no_answer()
    {
        using var db = database.Db();
        Make(db);
        Projection.Apply(db, new Fact.SurveyOrdered(mass, SurveyOrder.Close), Source(default));
        Should.Throw<ConflictException>(() => Answer(db, Chat(db, "late")));
    }

    [Fact]
    public void the_survey_after_an_event_moves_with_it_and_ends_with_it()
    {
        using var db = database.Db();
        var e = Event(db);
        Follow(db, e);
        var planned = db.Surveys.Single();
        (planned.FormId, planned.Audience, planned.Anonymous, planned.Automatic, planned.OpensAt).ShouldBe((SurveyTimes.SatisfactionForm, SurveyAudience.Attended, true, true, e.EndsAt!.Value.AddHours(2)));
        e.EndsAt = e.EndsAt.Value.AddDays(3).AddHours(6); // 00:00 in Aqtau: they are asked in the morning
        Follow(db, e);
        db.Surveys.AsNoTracking().Single().OpensAt.ShouldBe(new DateTimeOffset(2026, 3, 15, 8, 0, 0, TimeSpan.FromHours(5)));
        (e.EndsAt, e.Sessions) = (null, DomainJson.Write([new("day1", new("", "", ""), e.StartsAt), new Session("day2", new("", "", ""), e.StartsAt.AddDays(1))]));
        Follow(db, e); // nobody said when it ends: not before its last evening, so in the morning after it
        db.Surveys.AsNoTracking().Single().OpensAt.ShouldBe(new DateTimeOffset(2026, 3, 13, 8, 0, 0, TimeSpan.FromHours(5)));
        e.CalledOff = "боран";
        Follow(db, e);
        Due(db, new SurveyCloseWork(), planned.Id);
        db.Surveys.AsNoTracking().Single().ClosedAt.ShouldBe(Now);
    }

    [Fact]
    public void a_survey_that_staff_gave_its_times_keeps_them_unless_its_event_is_called_off()
    {
        using var db = database.Db();
        var e = Event(db);
        Follow(db, e);
        var planned = db.Surveys.AsNoTracking().Single().Id;
        Projection.Apply(db, new Fact.SurveyTimed(planned, Now.AddDays(20), Now.AddDays(21)), Source(default));
        e.EndsAt = e.EndsAt!.Value.AddDays(3);
        Follow(db, e);
        db.Surveys.AsNoTracking().Single().OpensAt.ShouldBe(Now.AddDays(20));
        e.CalledOff = "боран";
        Follow(db, e);
        Due(db, new SurveyCloseWork(), planned);
        db.Surveys.AsNoTracking().Single().ClosedAt.ShouldBe(Now);
    }

    [Fact]
    public void a_survey_of_staff_takes_the_place_of_the_planned_one_and_a_stopped_one_stays_stopped()
    {
        using var db = database.Db();
        var e = Event(db);
        Follow(db, e);
        Projection.Apply(db, new Fact.SurveyMade(mass, new SurveyTerms { Code = "own", FormId = SurveyTimes.SatisfactionForm, Event = e.Id, Audience = SurveyAudience.Attended, OpensAt = Now.AddDays(20), ClosesAt = Now.AddDays(30) }), Source(default));
        Follow(db, e);
        db.Surveys.AsNoTracking().Single().ShouldSatisfyAllConditions(s => s.Id.ShouldBe(mass), s => s.OpensAt.ShouldBe(Now.AddDays(20)));
        db.Due.Count(d => d.Kind == SurveyProjection.OpenDue).ShouldBe(1);
    }

    [Fact]
    public void where_it_is_switched_off_nothing_is_planned()
    {
        using var db = database.Db();
        SurveyPlan.Follow(db, Event(db), Now, Aqtau, new SurveyTimes(Satisfaction: false));
        db.Surveys.Any().ShouldBeFalse();
    }

    private void Make(GrantBotDb db)
    {
        db.Database.OpenConnection(); // rows in bulk need one that is open
        Projection.Apply(db, new Fact.SurveyMade(mass, new SurveyTerms { Code = "mass", FormId = "city", Audience = SurveyAudience.Link, Anonymous = true, OpensAt = Now, ClosesAt = Now.AddDays(14) }), Source(default));
        Projection.Apply(db, new Fact.SurveyPlanned(mass, [new("gender", "female", 1_500), new("territory", "beineu", 500)]), Source(default));
    }

    private void Answer(GrantBotDb db, ChatId chat)
    {
        db.ChangeTracker.Clear();
        var sheet = new SurveySheet(new Dictionary<string, string> { ["q"] = "5" }, [], new SurveyCodes("female", Territory: "aktau"));
        Projection.Apply(db, new Fact.SurveyAnswered(mass) { Sheet = sheet, StartedAt = Now }, Source(chat));
    }

    /// <summary>Answers of a crowd, as the projection would have stored them.</summary>
    private void Crowd(GrantBotDb db, int people)
    {
        var key = SurveyKey.Of(db);
        db.InsertMany(Enumerable.Range(0, people).Select(i => new SurveyInviteRow { SurveyId = mass, Who = SealedAnswer.RandomKey(), Opened = true, Answered = true }));
        db.InsertMany(Enumerable.Range(0, people).Select(i => new SealedAnswer(new Dictionary<string, string> { ["q"] = $"{i % 5 + 1}" }, [], new SurveyCodes(i % 2 == 0 ? "female" : "male", Territory: i % 4 == 3 ? "beineu" : "aktau", Language: "kk", Channel: "web"), [], 0, 0).Row(key, mass)));
        db.Surveys.Where(s => s.Id == mass).ExecuteUpdate(s => s.SetProperty(x => x.Answered, x => x.Answered + people));
    }

    private static ChatId Chat(GrantBotDb db, string address)
    {
        var chat = new ChatId(Ids.New(Now));
        db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Web, Version = 1, LastHeardAt = Now, CreatedAt = Now, State = DomainJson.Write(new ChatState { Language = "kk", Dialog = new DialogState.Menu() }) });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = ChannelKind.Web, Value = address, ChatId = chat });
        db.SaveChanges();
        return chat;
    }

    private static EventRow Event(GrantBotDb db)
    {
        var e = new EventRow { Id = new(Ids.New(Now)), Code = "open", StartsAt = Now.AddDays(10), EndsAt = Now.AddDays(10).AddHours(4), ClosesAt = Now.AddDays(9) };
        db.Events.Add(e);
        db.SaveChanges();
        return e;
    }

    private static void Follow(GrantBotDb db, EventRow e)
    {
        SurveyPlan.Follow(db, e, Now, Aqtau, new SurveyTimes());
        db.SaveChanges();
    }

    private static void Due(GrantBotDb db, IDueWork work, SurveyId survey)
    {
        db.ChangeTracker.Clear();
        work.Run(new Aftermath(db, Now), new DueRow { Subject = survey.Value.ToString("N") });
        db.ChangeTracker.Clear();
    }

    private static FactSource Source(ChatId chat) => new(chat, ChannelKind.Web, "kk", Now);

    private List<(string Sql, (string Name, object Value)[] Parameters)> Counted(Action act)
    {
        commands.Seen.Clear();
        act();
        return [.. commands.Seen];
    }

    private static List<string> Plan(SqliteFile file, string sql, (string Name, object Value)[] parameters)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }

    /// <summary>Writes down every command sent to the database.</summary>
    private sealed class Commands : DbCommandInterceptor
    {
        public List<(string Sql, (string Name, object Value)[] Parameters)> Seen { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) { Note(command); return result; }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) { Note(command); return result; }

        private void Note(DbCommand command) => Seen.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value ?? DBNull.Value))]));
    }
}

public sealed class SurveyStorageOnSqliteTests() : SurveyStorageTests(Product.Sqlite);

public sealed class SurveyStorageOnPostgresTests() : SurveyStorageTests(Product.Postgres);
