using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>Lists come in the same order from every engine: where a value is missing, where values are equal, in letters of any alphabet and case.</summary>
public abstract class ListOrderTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = TestDatabase.Ready(product);

    public void Dispose() => database.Dispose();

    [Fact]
    public void whoever_was_never_in_the_queue_stands_before_who_came_from_it()
    {
        using var db = database.Db();
        var camp = new EventId(Ids.New(Now));
        db.Registrations.AddRange(new long?[] { 7, null, 3, null }.Select((place, i) => new RegistrationRow
        {
            Id = new(Ids.New(Now)), EventId = camp, PersonId = new(Ids.New(Now)), Number = i + 1, Status = RegistrationStatus.Confirmed, PlaceInQueue = place, FormId = "reg_person", FormVersion = "1", RegisteredAt = Now,
        }));
        db.SaveChanges();
        ((IReadOnlyList<KnownRegistration>)KnowledgeReader.Read(db, new Need.People(camp, RegistrationStatus.Confirmed), Now)!).Select(r => r.Number).ShouldBe([2, 4, 3, 1]);
    }

    [Fact]
    public void events_that_begin_together_keep_their_order_when_one_is_changed()
    {
        using var db = database.Db();
        foreach (var code in new[] { "b", "a", "c" }) db.Events.Add(new EventRow { Id = new(Ids.New(Now)), Code = code, StartsAt = Now, ClosesAt = Now });
        db.SaveChanges();
        KnowledgeReader.Events(db).Select(e => e.Code).ShouldBe(["a", "b", "c"]);
        db.Events.Where(e => e.Code == "a").ExecuteUpdate(s => s.SetProperty(e => e.Taken, 1));
        KnowledgeReader.Events(db).Select(e => e.Code).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void texts_stand_by_their_code_points()
    {
        using var db = database.Db();
        string[] keys = ["bx", "Bx", "a-b", "ab", "Ә", "ә", "я", "Я", "a", "1", "10", "2"];
        db.Settings.AddRange(keys.Select(k => new SettingRow { Key = k, Value = "" }));
        db.SaveChanges();
        db.Settings.OrderBy(s => s.Key).Select(s => s.Key).ToList().ShouldBe(keys.Order(StringComparer.Ordinal));
        db.Settings.Count(s => s.Key.Contains("A-") || s.Key == "A" || s.Key.StartsWith("AB")).ShouldBe(0);
        db.Settings.Count(s => s.Key.StartsWith("Bx") || s.Key.Contains("a-")).ShouldBe(2);
    }
}

public sealed class ListOrderOnSqliteTests() : ListOrderTests(Product.Sqlite);

public sealed class ListOrderOnPostgresTests() : ListOrderTests(Product.Postgres);
