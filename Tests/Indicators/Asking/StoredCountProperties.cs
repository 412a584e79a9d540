using System.Text.Json;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>Whatever stands in the database and whatever is asked, the fast way and the plain one give the same answer.</summary>
public sealed class StoredCountProperties
{
    private const int Events = 5, Asked = 250;
    private static readonly string?[] Genders = ["female", "male", "", null], Territories = ["aktau", "beineu", "", null, "else\"where|\u001F"], Occupations = ["pupil", "student", "civil", "ngo", null];
    private static readonly string?[] Institutions = ["aktau_school_7", "СШ №7", "Үйдегі мектеп", "", null];
    private static readonly string[] Languages = ["kk", "ru", ""], Categories = ["children", "youth", "civil", "age50", "other"], Kinds = ["tournament", "training", ""];

    [Theory, InlineData(1, "Asia/Aqtau", Product.Sqlite), InlineData(2, "America/New_York", Product.Sqlite), InlineData(5, "America/New_York", Product.Postgres), InlineData(3, "Australia/Lord_Howe", Product.Sqlite), InlineData(4, "Asia/Aqtau", Product.Postgres)]
    public async Task a_count_from_the_database_is_the_plain_count_of_its_rows(int seed, string zoneId, Product product)
    {
        var (random, zone) = (new Random(seed), TimeZoneInfo.FindSystemTimeZoneById(zoneId));
        using var stored = new StoredRegistrations(product);
        var facts = await FillAsync(stored, random, zone);
        await using var db = stored.Db();
        var query = new CountQuery(db, World(db), zone);
        for (var i = 0; i < Asked; i++)
        {
            var question = Question(random);
            JsonSerializer.Serialize(CountEngine.Count(question, query.Read(question, TestContext.Current.CancellationToken))).ShouldBe(JsonSerializer.Serialize(new ReferenceCount(question, facts).Answer()), JsonSerializer.Serialize(question));
            var behind = CountEngine.Behind(question, query.ReadWhole(question, TestContext.Current.CancellationToken));
            behind.Count.ShouldBe(new ReferenceCount(question, facts).Answer().Number);
            behind.ShouldBeSubsetOf(facts);
        }
    }

    [Fact]
    public void registrations_in_another_order_are_refused_and_not_miscounted() =>
        Should.Throw<ArgumentException>(() => CountEngine.Count(new() { Measure = Measure.Registered }, [Given.Registration(2), Given.Registration(1)]));

    private static AskingWorld World(Infrastructure.Storage.GrantBotDb db) => AskingWorld.Of(KnowledgeReader.Events(db), new FormCatalogue(Bot.Setup.ContentLoader.Forms(Locales.Shipped).All.Select(f => f.Form)), GoldLeague.Today);

    /// <summary>People of few events, some of whom gave up and came back, at moments that fall together; the facts say what the rows say.</summary>
    private static async Task<List<RegistrationFact>> FillAsync(StoredRegistrations stored, Random random, TimeZoneInfo zone)
    {
        var events = Enumerable.Range(1, Events).Select(n => StoredRegistrations.Event(n, $"e{n}", "а", "б", "c")).ToList();
        foreach (var e in events) (e.Kind, e.StartsAt) = (Pick(random, Kinds), Moment(random));
        var rows = Enumerable.Range(0, 300).Select(_ => Row(stored, random)).GroupBy(r => (r.PersonId, r.EventId)).SelectMany(OneStands).ToList();
        var visits = rows.Where(_ => random.Next(2) == 0).SelectMany(r => new[] { "", "2" }.Take(random.Next(1, 3)).Select(s => new AttendanceRow { EventId = r.EventId, Session = s, RegistrationId = r.Id, At = Moment(random), How = CheckInWay.List })).ToList();
        await stored.Save([.. events, .. rows, .. visits]);
        DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        RegistrationCodes Codes(RegistrationRow r) => new(r.Channel, r.Gender, r.Age, r.Territory, r.Occupation, r.Disability, r.Vulnerable)
        {
            Language = r.Language is "" ? null : r.Language, Institution = Place(r),
        };
        CountedEvent At(EventRow e) => new(e.Id, e.Kind, Day(e.StartsAt));
        return [.. rows.Select(r => new RegistrationFact(r.PersonId, At(events.Single(e => e.Id == r.EventId)), r.Status, Codes(r), r.RegisteredAt)
        {
            Id = r.Id, RegisteredOn = Day(r.RegisteredAt), VisitDay = visits.Where(v => v.RegistrationId == r.Id).Select(v => (DateOnly?)Day(v.At)).Min(),
        })];
    }

    private static string? Place(RegistrationRow row) => row.Institution switch
    {
        null or "" => null,
        "aktau_school_7" => "aktau_school_7",
        _ when row.Occupation is not ("pupil" or "student") => null,
        "СШ №7" when row.Territory == "aktau" => "aktau_school_7",
        _ => "other",
    };

    /// <summary>The database holds one registration of a person for an event that stands; the others were cancelled.</summary>
    private static IEnumerable<RegistrationRow> OneStands(IEnumerable<RegistrationRow> rows)
    {
        foreach (var (i, row) in rows.Index())
        {
            if (i > 0) row.Status = RegistrationStatus.Cancelled;
            yield return row;
        }
    }

    private static RegistrationRow Row(StoredRegistrations stored, Random random)
    {
        var row = stored.Row(random.Next(80), random.Next(1, Events + 1), Pick(random, Enum.GetValues<RegistrationStatus>()));
        (row.Gender, row.Territory, row.Occupation, row.Institution, row.Language) = (Pick(random, Genders), Pick(random, Territories), Pick(random, Occupations), Pick(random, Institutions), Pick(random, Languages));
        (row.Age, row.Disability, row.Vulnerable) = (random.Next(5) == 0 ? null : random.Next(-1, 70), Pick<bool?>(random, true, false, null), Pick<bool?>(random, true, false, null));
        (row.Channel, row.RegisteredAt) = ((ChannelKind)random.Next(1, 5), Moment(random));
        return row;
    }

    /// <summary>Sixteen days around the end of summer time, some moments twice.</summary>
    private static DateTimeOffset Moment(Random random) => new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero).AddMinutes(30 * random.Next(768));

    private static CountQuestion Question(Random random)
    {
        IReadOnlyList<T> Some<T>(params T[] all) => random.Next(5) > 0 ? [] : [.. random.GetItems(all, random.Next(1, 3)).Distinct()];
        T? Perhaps<T>(params T[] all) => random.Next(5) > 0 ? default : Pick(random, all);
        DateOnly? Day() => random.Next(4) > 0 ? null : new DateOnly(2026, 10, 24).AddDays(random.Next(18));
        return new()
        {
            Measure = Pick(random, [.. Enum.GetValues<Measure>().Where(m => CountEngine.IsOfRegistrations(m))]), By = [.. random.GetItems(Enum.GetValues<Dimension>(), random.Next(3)).Distinct()],
            Events = Some(Given.Event(1), Given.Event(2), Given.Event(9)), Kinds = Some(Kinds), From = Day(), To = Day(), Gender = Perhaps("female", "male"), AgeFrom = Perhaps<int?>(14, 18), AgeTo = Perhaps<int?>(17, 35),
            Categories = Some(Categories), Occupations = Some("pupil", "civil"), Territories = Some("aktau", "beineu"), Institutions = Some("aktau_school_7", "other"), Languages = Some("kk", "ru"),
            Channels = Some(ChannelKind.Telegram, ChannelKind.Web), Disability = Perhaps<bool?>(true, false),
        };
    }

    private static T Pick<T>(Random random, params ReadOnlySpan<T> all) => all[random.Next(all.Length)];
}
