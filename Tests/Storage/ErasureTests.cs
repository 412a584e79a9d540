using GrantBot.Domain.Registration;
using GrantBot.Bot.Jobs;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>
/// Every property marked [Personal] of every row type is filled for one person and for another one. After the first is erased, nothing of
/// theirs is left in any table nor in freed pages of the file, and the other has lost nothing. A new personal column joins by itself.
/// </summary>
public abstract class ErasureTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>15 working days of Law No. 94-V art. 8(7), less than any month has.</summary>
    private static readonly DateTimeOffset Later = Now.AddDays(19);

    private readonly TestDatabase database = TestDatabase.Ready(product);
    private readonly FilledPerson sana = new("sana", Now);
    private readonly FilledPerson arman = new("arman", Later);

    public void Dispose() => database.Dispose();

    [Fact]
    public void erasing_leaves_nothing_but_the_address_the_farewell_needs()
    {
        Fill();
        Erase();
        Found(sana).ShouldBe([.. Found(sana).Where(f => f.StartsWith("chat_addresses.", StringComparison.Ordinal))]);
        Found(sana).Count.ShouldBe(1);
    }

    [Fact]
    public void after_housekeeping_nothing_is_left_in_any_table()
    {
        Fill();
        Erase();
        Clean();
        Found(sana).ShouldBeEmpty();
        using var db = database.Db();
        (db.Chats.Any(c => c.PersonId == sana.Person), db.Facts.Any(f => f.PersonId == sana.Person)).ShouldBe((false, false));
    }

    [Fact]
    public void the_address_of_a_staff_member_stays_until_their_role_ends()
    {
        Fill();
        using (var db = database.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = sana.Chat, Role = nameof(Domain.People.StaffRole.Viewer), Since = Now });
            db.SaveChanges();
        }
        Erase();
        Clean();
        Found(sana).ShouldHaveSingleItem().ShouldStartWith("chat_addresses.");
        using (var db = database.Db()) Projection.Apply(db, new Fact.StaffLeft(), new(sana.Chat, ChannelKind.Telegram, "kk", Later));
        Clean();
        Found(sana).ShouldBeEmpty();
    }

    [Fact]
    public void the_other_person_loses_nothing()
    {
        Fill();
        var before = Found(arman);
        before.Count.ShouldBeGreaterThanOrEqualTo(20);
        Erase();
        Found(arman).ShouldBe(before);
        Clean();
        Found(arman).ShouldBe(before);
    }

    [Fact]
    public void what_the_database_freed_does_not_remember_either()
    {
        Fill();
        database.Where(sana.Mark).ShouldNotBeNull();
        Erase();
        Clean();
        database.Where(sana.Mark).ShouldBeNull();
        database.Where(arman.Mark).ShouldNotBeNull();
    }

    [Fact]
    public void every_personal_property_was_filled_and_can_be_found()
    {
        Fill();
        var found = Found(sana);
        using var db = database.Db();
        foreach (var (type, property) in FilledPerson.PersonalColumns(db).Where(p => p.Property.ClrType == typeof(string) || p.Property.ClrType == typeof(byte[])))
            found.ShouldContain(f => f.StartsWith($"{type.GetTableName()}.{property.GetColumnName()}:", StringComparison.Ordinal), $"{type.ClrType.Name}.{property.Name}");
        FilledPerson.PersonalColumns(db).Count.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public void a_guardian_who_has_not_answered_is_asked_no_more_and_keeps_no_name()
    {
        Fill();
        var (guardian, child) = (new Domain.ChatId(Domain.Ids.New(Now)), sana.Mark + " O’Neil's");
        using (var db = database.Db())
        {
            var registration = db.Registrations.First(r => r.PersonId == sana.Person);
            (registration.Surname, registration.Given) = (child, "Aru");
            db.Chats.Add(new ChatRow
            {
                Id = guardian, Channel = ChannelKind.Web, Version = 1, LastHeardAt = Now, CreatedAt = Now, State = Infrastructure.Storage.DomainJson.Write(new ChatState
                {
                    Language = "kk", Dialog = new DialogState.Guarding(registration.Id, "hash"), Asked = new Reply.Message($"{child} Aru?"),
                })
            });
            db.WebMessages.Add(new WebMessageRow { ChatId = guardian, FromBot = true, Payload = $"{{\"text\":\"{child} Aru?\"}}", At = Now });
            db.SaveChanges();
        }
        Erase();
        Clean();
        Found(sana).ShouldBeEmpty();
    }

    [Fact]
    public void what_counts_read_stays()
    {
        Fill();
        Erase();
        Clean();
        using var db = database.Db();
        var rows = db.Registrations.Where(r => r.PersonId == sana.Person).ToList();
        rows.Count.ShouldBe(Enum.GetValues<RegistrationStatus>().Length);
        rows.ShouldAllBe(r => r.Status == RegistrationStatus.Cancelled && r.Age == 17 && r.ChatId == null);
        db.People.Single(p => p.Id == sana.Person).ErasedAt.ShouldBe(Now);
    }

    private void Fill()
    {
        using var db = database.Db();
        sana.Store(db);
        arman.Store(db);
    }

    private void Erase()
    {
        using var db = database.Db();
        Eraser.Erase(db, sana.Person, sana.Chat, Now);
        db.SaveChanges();
    }

    private void Clean()
    {
        using var db = database.Db();
        new Housekeeping().Run(new Aftermath(db, Later), new DueRow { Subject = "all" });
        db.SaveChanges();
    }

    /// <summary>"table.column: value" of every cell of every table that holds something of the person.</summary>
    private List<string> Found(FilledPerson person) =>
        [.. database.Values().Where(v => v.Value.Contains(person.Mark, StringComparison.Ordinal)).Select(v => $"{v.Table}.{v.Column}: {v.Value}").Order(StringComparer.Ordinal)];
}

public sealed class ErasureOnSqliteTests() : ErasureTests(Product.Sqlite);

public sealed class ErasureOnPostgresTests() : ErasureTests(Product.Postgres);
