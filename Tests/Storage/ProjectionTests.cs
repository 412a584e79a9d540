using GrantBot.Domain.Registration;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>Seats are given by the database, not by what a conversation believed: never more than there are, and what is given up is free.</summary>
public abstract class ProjectionTests : IDisposable
{
    private const int Seats = 50;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly EventId camp = new(Ids.New(Now));
    private readonly Writer writer;

    protected ProjectionTests(Product product)
    {
        database = TestDatabase.Ready(product);
        using (var db = database.Db())
        {
            db.Events.Add(new EventRow { Id = camp, Code = "camp", StartsAt = Now.AddDays(20), ClosesAt = Now.AddDays(19), Capacity = Seats });
            db.SaveChanges();
        }
        writer = new Writer(database.Engine);
    }

    public void Dispose()
    {
        writer.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task two_hundred_confirmations_at_once_never_take_more_than_the_seats()
    {
        var guests = Enumerable.Range(1, 200).Select(i => new Guest(i)).ToList();
        var told = await AtOnce(guests, g => g.Registers(camp));
        told.Count(taken => taken).ShouldBe(Seats);
        Taken().ShouldBe((Seats, Seats));
        using var db = database.Db();
        var winners = guests.Zip(told).Where(g => g.Second).Select(g => g.First.Person).ToHashSet();
        db.Registrations.Select(r => r.PersonId).ToHashSet().SetEquals(winners).ShouldBeTrue();
        (db.Facts.Count(), db.Chats.Count()).ShouldBe((2 * Seats, Seats));
    }

    [Fact]
    public async Task what_is_given_up_is_free_for_exactly_as_many_others()
    {
        var first = Enumerable.Range(1, Seats).Select(i => new Guest(i)).ToList();
        var second = Enumerable.Range(1001, Seats).Select(i => new Guest(i)).ToList();
        (await AtOnce(first, g => g.Registers(camp))).ShouldAllBe(taken => taken);
        (await AtOnce(second, g => g.Registers(camp))).ShouldAllBe(taken => !taken);
        (await AtOnce(first.Take(7), g => g.Cancels(camp))).ShouldAllBe(cancelled => cancelled);
        Taken().ShouldBe((Seats - 7, Seats - 7));
        (await AtOnce(second, g => g.Registers(camp))).Count(taken => taken).ShouldBe(7);
        Taken().ShouldBe((Seats, Seats));
    }

    [Fact]
    public async Task confirmations_and_cancellations_at_once_leave_the_count_true()
    {
        var first = Enumerable.Range(1, Seats).Select(i => new Guest(i)).ToList();
        await AtOnce(first, g => g.Registers(camp));
        var others = Enumerable.Range(1001, 150).Select(i => new Guest(i)).ToList();
        var works = first.Take(30).SelectMany((g, i) => others.Skip(i * 5).Take(5).Select(o => o.Registers(camp)).Prepend(g.Cancels(camp))).ToList();
        await Task.WhenAll(works.Select(writer.WriteAsync));
        var (count, held) = Taken();
        count.ShouldBe(held);
        count.ShouldBe(Seats);
    }

    [Fact]
    public async Task a_second_cancellation_frees_no_second_seat()
    {
        var guests = new[] { new Guest(1), new Guest(2) };
        await AtOnce(guests, g => g.Registers(camp));
        (await writer.WriteAsync(guests[0].Cancels(camp))).ShouldBeTrue();
        (await writer.WriteAsync(guests[0].Cancels(camp))).ShouldBeFalse();
        Taken().ShouldBe((1, 1));
    }

    [Fact]
    public async Task an_erased_person_frees_the_seat()
    {
        var guest = new Guest(1);
        await writer.WriteAsync(guest.Registers(camp));
        (await writer.WriteAsync(guest.Withdraws())).ShouldBeTrue();
        Taken().ShouldBe((0, 0));
    }

    private async Task<bool[]> AtOnce(IEnumerable<Guest> guests, Func<Guest, Work> work) => await Task.WhenAll(guests.Select(g => Task.Run(() => writer.WriteAsync(work(g)))));

    /// <summary>Seats as counted and as held.</summary>
    private (int Counted, int Held) Taken()
    {
        using var db = database.Db();
        return (db.Events.Single().Taken, db.Registrations.Count(r => r.Status != RegistrationStatus.Cancelled));
    }

    /// <summary>Somebody whose every turn is written as the conversation would.</summary>
    private sealed class Guest(int number)
    {
        private readonly ChatId chat = new(Ids.New(Now));
        private readonly RegistrationId registration = new(Ids.New(Now));
        private int version;

        public PersonId Person { get; } = new(Ids.New(Now));

        public Work Registers(EventId what) => Turn(0, new Fact.ConsentGiven(Person, "0123456789ab", "kk", false),
            new Fact.RegistrationMade(registration, what, Person, number) { Ticket = $"T{number:00000}", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string>() });

        public Work Cancels(EventId what) => Turn(++version, new Fact.RegistrationMoved(registration, what, Person, RegistrationStatus.Confirmed, RegistrationStatus.Cancelled, MoveReason.ByParticipant));

        public Work Withdraws() => Turn(1, new Fact.ConsentWithdrawn(Person));

        private Work.TakeTurn Turn(int on, params Fact[] facts)
        {
            var state = new ChatState { Language = "kk", Person = Person };
            return new() { Entry = new(new(ChannelKind.Telegram, $"{number}:{on}", $"{number}", 0, default), id: 1), Chat = chat, Address = new(ChannelKind.Telegram, $"{number}"), Version = on, State = state, StateJson = DomainJson.Write(state), Replies = [], Facts = facts, Now = Now };
        }
    }
}

public sealed class ProjectionOnSqliteTests() : ProjectionTests(Product.Sqlite);

public sealed class ProjectionOnPostgresTests() : ProjectionTests(Product.Postgres);
