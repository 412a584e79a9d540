using System.Data.Common;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrantBot.Tests.Storage;

/// <summary>What is kept in memory was read while somebody wrote: such a reading answers once and is not kept.</summary>
public abstract class StaleReadTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly ChatAddress Address = new(ChannelKind.Telegram, "1");
    private readonly TestDatabase database;
    private readonly Meanwhile meanwhile = new();
    private readonly Databases databases;
    private readonly ChatId chat = new(Ids.New(Now));

    protected StaleReadTests(Product product)
    {
        database = TestDatabase.Ready(product);
        databases = new(new DbContextOptionsBuilder<GrantBotDb>(database.Engine.Options).AddInterceptors(meanwhile).Options);
    }

    public void Dispose()
    {
        databases.Dispose();
        database.Dispose();
    }

    [Fact]
    public void a_role_given_while_roles_were_read_is_known_at_the_next_question()
    {
        var staff = new StaffDirectory(databases);
        meanwhile.Does = () =>
        {
            Write(db => db.Staff.Add(new StaffRow { ChatId = chat, Role = nameof(StaffRole.Organiser), Since = Now }));
            staff.Changed();
        };
        staff.AccessOf(chat).IsStaff.ShouldBeFalse("read before the change");
        staff.AccessOf(chat).May(Right.Organise).ShouldBeTrue();
    }

    [Fact]
    public void roles_are_read_once_while_nothing_changes()
    {
        var staff = new StaffDirectory(databases);
        staff.AccessOf(chat).IsStaff.ShouldBeFalse();
        meanwhile.Does = () => throw new InvalidOperationException("read again");
        staff.AccessOf(chat).IsStaff.ShouldBeFalse();
    }

    [Fact]
    public void a_chat_read_while_its_turn_was_written_is_read_again()
    {
        Write(db =>
        {
            db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Telegram, State = DomainJson.Write(new ChatState()), Version = 1, LastHeardAt = Now, CreatedAt = Now });
            db.ChatAddresses.Add(new ChatAddressRow { Channel = Address.Channel, Value = Address.Value, ChatId = chat });
        });
        var chats = new ChatStore(databases);
        meanwhile.Does = () => Write(db => db.Chats.Where(c => c.Id == chat).ExecuteUpdate(s => s.SetProperty(c => c.Version, 2)));
        chats.Find(Address, []).ShouldNotBeNull().Version.ShouldBe(1, "read before the change");
        chats.Find(Address, []).ShouldNotBeNull().Version.ShouldBe(2);
    }

    [Fact]
    public void a_form_published_while_the_forms_were_read_is_known_at_the_next_question()
    {
        var workbook = Workbooks.Of(MarkdownSheets.Read("""
            | type | name | label     |
            | text | town | Your town |
            settings
            | form_id | form_title |
            | towns   | Towns      |
            """));
        var forms = new FormBook(databases, new([]), NullLogger<FormBook>.Instance);
        meanwhile.Does = () =>
        {
            Write(db => db.FormVersions.Add(new() { FormId = "towns", Version = "1", Workbook = workbook, MadeAt = Now }));
            forms.Changed([new Fact.FormPublished("towns", "1")]);
        };
        forms.All().Find("towns").ShouldBeNull("read before the change");
        forms.All().Find("towns", "1").ShouldNotBeNull();
    }

    [Fact]
    public void an_event_that_filled_up_while_events_were_read_is_read_again()
    {
        var time = new StillTime(Now);
        var events = new EventBook(databases, time);
        meanwhile.Does = () => events.Changed([new Fact.ConsentWithdrawn(new PersonId(Ids.New(Now)))]);
        events.All();
        var again = false;
        meanwhile.Does = () => again = true;
        events.All();
        again.ShouldBeTrue();
    }

    private void Write(Action<GrantBotDb> write)
    {
        using var db = database.Db();
        write(db);
        db.SaveChanges();
    }

    /// <summary>Does something once, when a query has been answered and its rows are not read yet.</summary>
    private sealed class Meanwhile : DbCommandInterceptor
    {
        public Action? Does { get; set; }

        public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
        {
            var does = Does;
            Does = null;
            does?.Invoke();
            return result;
        }
    }
}

public sealed class StaleReadOnSqliteTests() : StaleReadTests(Product.Sqlite);

public sealed class StaleReadOnPostgresTests() : StaleReadTests(Product.Postgres);
