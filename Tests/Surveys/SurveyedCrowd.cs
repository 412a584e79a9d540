using System.Globalization;
using System.Text;
using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Surveys;

/// <summary>
/// Sixty people who came to an event, of whom fifty-four answer the survey that follows it, one after another, each with marks and a comment of
/// their own, through the real pipeline. What the database holds is written down while the survey is open, and again when it is over.
/// </summary>
public sealed class SurveyedCrowd : IAsyncLifetime
{
    private const string Boss = "boss";
    private House house = null!;

    /// <summary>Somebody who came; the comment and marks are null for who does not answer.</summary>
    internal sealed record Guest(int Number, PersonId Person, ChatId Chat, string Address, SurveyCodes Codes, string? Comment, string? Marks);

    internal List<Guest> Guests { get; } = [];

    /// <summary>"table.column" and value of every cell, row by row in the order the database gives them.</summary>
    internal List<(string Table, Dictionary<string, object> Row)> Open { get; private set; } = [];

    /// <summary>The same when the survey is over.</summary>
    internal List<(string Table, Dictionary<string, object> Row)> Closed { get; private set; } = [];

    internal byte[] OpenBytes { get; private set; } = [];

    internal IReadOnlyList<string> Results { get; private set; } = [];

    internal string Card { get; private set; } = "";

    internal string File => house.File;

    public async ValueTask InitializeAsync()
    {
        house = House.Closed();
        EventId id;
        await using (var db = house.Db())
        {
            var e = db.Events.Single(e => e.Code == "open");
            id = e.Id;
            e.Kind = ""; // so that no judging is asked about
            for (var i = 0; i < 60; i++) Add(db, e, i);
            var boss = new ChatId(Ids.New(House.Today));
            Chat(db, boss, Boss, null);
            db.Staff.Add(new StaffRow { ChatId = boss, Role = nameof(StaffRole.Organiser), Since = House.Today });
            await db.SaveChangesAsync();
        }
        await house.StartAsync();
        await AnswerAsync(id);
        (Open, OpenBytes) = (Dump(), Bytes());
        await house.SayAsync(Boss, "/survey", "Ашық чемпионат");
        Card = house.Channel.Told(Boss)[^1];
        await house.SayAsync(Boss, "Қазір жабу");
        Closed = Dump();
        await house.SayAsync(Boss, "/survey", "Ашық чемпионат", "Нәтижелер");
        Results = house.Channel.Told(Boss)[^2].Split("\n\n");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    internal byte[] Bytes()
    {
        using var connection = Infrastructure.Storage.Sqlite.SqliteDatabase.Open($"Data Source={house.File};Pooling=False", "OFF");
        SqliteFile.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var stream = new FileStream(house.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task AnswerAsync(EventId id)
    {
        SurveyId survey;
        DateTimeOffset opens;
        await using (var db = house.Db()) (survey, opens) = db.Surveys.Where(s => s.EventId == id).Select(s => new ValueTuple<SurveyId, DateTimeOffset>(s.Id, s.OpensAt)).Single();
        ((Clock)house.Time).Advance(opens - house.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        house.Get<DueSignal>().Wake();
        await house.RestAsync();
        // every other mark with a dot: the same text twice in a row would be taken for impatience
        foreach (var guest in Guests.Where(g => g.Marks is not null))
            await house.SayAsync(guest.Address, [$"#!{Actions.Survey}.{survey.Value:N}", .. guest.Marks!.Select((c, i) => i % 2 == 0 ? $"{c}" : $"{c}."), "Иә", guest.Comment!, guest.Number % 2 == 0 ? "Иә" : "Жоқ", "Бәрі дұрыс"]);
    }

    /// <summary>Most live in Aktau; of the eight from Beineu two answer, so that a cell of those who came is large and one of those who answered is not.</summary>
    private void Add(GrantBotDb db, EventRow e, int i)
    {
        var (person, chat) = (new PersonId(Ids.New(House.Today)), new ChatId(Ids.New(House.Today)));
        var territory = i < 40 ? "aktau" : i < 52 ? "zhanaozen" : "beineu";
        var (gender, age) = (i % 2 == 0 ? "female" : "male", i % 3 == 0 ? 15 : i % 3 == 1 ? 20 : 40);
        var answers = i < 54;
        db.People.Add(new PersonRow { Id = person, CreatedAt = House.Today });
        Chat(db, chat, $"guest{i}", person);
        db.Registrations.Add(new RegistrationRow
        {
            Id = new(Ids.New(House.Today)), EventId = e.Id, PersonId = person, ChatId = chat, Number = i + 1, Status = RegistrationStatus.Attended, Channel = ChannelKind.Telegram, Language = "kk", FormId = "reg_person", FormVersion = "1",
            RegisteredAt = House.Today, Surname = $"Тегі{i}", Given = "Аты", Age = age, Gender = gender, Territory = territory, Occupation = "civil",
        });
        e.Taken++;
        var said = new RegistrationCodes(e.Id, RegistrationStatus.Attended, ChannelKind.Telegram, gender, age, territory, "civil", null, null);
        var codes = new SurveyCodes(gender, new ByAgeBand().CodeOf(said), new BySocialCategory().CodeOf(said), territory, "kk", "telegram");
        Guests.Add(new(i, person, chat, $"guest{i}", codes, answers ? $"өз сөзім {Secret.Hash(i.ToString(CultureInfo.InvariantCulture))[..8]}" : null, answers ? Marks(i) : null));
    }

    /// <summary>Four marks from 1 to 5, different for everybody.</summary>
    private static string Marks(int i) => string.Concat(Enumerable.Range(0, 4).Select(d => (char)('1' + (i * 11 + 3) / (int)Math.Pow(5, d) % 5)));

    private static void Chat(GrantBotDb db, ChatId chat, string address, PersonId? person)
    {
        db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Telegram, Version = 1, Language = "kk", PersonId = person, LastHeardAt = House.Today, CreatedAt = House.Today, State = DomainJson.Write(new ChatState { Language = "kk", Person = person, Dialog = new DialogState.Menu() }) });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = ChannelKind.Telegram, Value = address, ChatId = chat });
    }

    private List<(string, Dictionary<string, object>)> Dump()
    {
        using var connection = Infrastructure.Storage.Sqlite.SqliteDatabase.Open($"Data Source={house.File};Pooling=False", "OFF");
        var all = new List<(string, Dictionary<string, object>)>();
        foreach (var table in SqliteFile.Tables(connection))
        {
            var columns = SqliteFile.Rows(connection, $"PRAGMA table_info(\"{table}\")").Select(c => (string)c[1]).ToList();
            all.AddRange(SqliteFile.Rows(connection, $"SELECT * FROM \"{table}\"").Select(row => (table, columns.Zip(row).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))));
        }
        return all;
    }

    /// <summary>A cell as text, whatever it holds.</summary>
    internal static string Text(object cell) => cell is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
}
