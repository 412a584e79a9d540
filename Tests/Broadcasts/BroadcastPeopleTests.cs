using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Broadcasts;

/// <summary>Who gets a message and in which chat, and what stays of it.</summary>
public sealed class BroadcastPeopleTests
{
    [Fact]
    public async Task each_person_counts_once_and_each_chat_gets_it_once()
    {
        await using var house = await House.OpenAsync();
        ChatId late = default;
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            var e = db.Events.Single(x => x.Code == "open").Id;
            var (two, _) = Crowd.Add(db, e, "1", 1);
            late = Crowd.Chat(db, "2", two, ChannelKind.Web, House.Today.AddHours(1)); // they wrote there last
            var guardian = Crowd.Chat(db, "3", null);
            for (var child = 2; child <= 3; child++) db.Registrations.Add(Crowd.Registration(e, Bare(db), guardian, child));
            db.Registrations.Add(Crowd.Registration(e, Bare(db), null, 4)); // entered by staff
            var muted = Bare(db);
            db.Registrations.Add(Crowd.Registration(e, muted, Crowd.Chat(db, "5", muted, muted: true), 5));
            var away = Bare(db);
            db.Registrations.Add(Crowd.Registration(e, away, Crowd.Chat(db, "6", away, ChannelKind.WhatsApp, House.Today.AddDays(-2)), 6));
            Crowd.Add(db, e, "7", 7, RegistrationStatus.Waitlisted);
        }));
        await using var db = house.Db();
        var audience = new BroadcastAudience(BroadcastWho.Confirmed, db.Events.Single(e => e.Code == "open").Id);
        var people = house.Get<BroadcastPeople>();
        people.Reach(db, audience, House.Today).ShouldBe(new BroadcastReach(Telegram: 1, WhatsApp: 0, ByTemplate: 0, Web: 1, NoTemplate: 1, OptedOut: 1, NoChat: 1, Shared: 1));
        people.Of(db, audience, House.Today)[0].Chat.ShouldBe(late);
        people.Of(db, audience with { Who = BroadcastWho.Waitlisted }, House.Today).ShouldHaveSingleItem();
        people.Of(db, new(BroadcastWho.Everybody), House.Today).Count.ShouldBe(7);
    }

    [Fact]
    public async Task a_captain_who_does_not_take_part_gets_it_once_for_however_many_teams()
    {
        await using var house = await House.OpenAsync();
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            var e = db.Events.Single(x => x.Code == "premier").Id;
            var coach = Bare(db);
            var coachs = Crowd.Chat(db, "1", coach);
            for (var team = 1; team <= 2; team++) db.Teams.Add(Crowd.Team(e, coach, coachs, team));
            var (captain, captains) = Crowd.Add(db, e, "2", 1);
            db.Teams.Add(Crowd.Team(e, captain, captains, 3));
            var waits = Bare(db);
            db.Teams.Add(Crowd.Team(e, waits, Crowd.Chat(db, "3", waits), 4, RegistrationStatus.Waitlisted));
            var gone = Bare(db);
            db.Teams.Add(Crowd.Team(e, gone, Crowd.Chat(db, "4", gone), 5, RegistrationStatus.Cancelled));
        }));
        await using var db = house.Db();
        var audience = new BroadcastAudience(BroadcastWho.Confirmed, db.Events.Single(e => e.Code == "premier").Id);
        var people = house.Get<BroadcastPeople>();
        people.Reach(db, audience, House.Today).ShouldBe(new BroadcastReach(Telegram: 2, WhatsApp: 0, ByTemplate: 0, Web: 0, NoTemplate: 0, OptedOut: 0, NoChat: 0, Shared: 0));
        people.Of(db, audience with { Who = BroadcastWho.Waitlisted }, House.Today).ShouldHaveSingleItem();
        people.Of(db, new(BroadcastWho.Everybody), House.Today).Count.ShouldBe(3);
        people.Of(db, audience with { Who = BroadcastWho.Attended }, House.Today).ShouldBeEmpty();
    }

    [Fact]
    public async Task results_stay_when_messages_are_cleared_and_people_erased()
    {
        await using var house = await House.OpenAsync();
        await Crowd.RegisterAsync(house, 5);
        var id = await Crowd.SendAsync(house);
        await house.RestAsync();
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            Eraser.Erase(db, db.Registrations.First().PersonId, null, House.Today);
            BroadcastSending.Settle(db, db.Broadcasts.Single());
            db.Outbox.ExecuteDelete();
        }));
        await using var db = house.Db();
        BroadcastQuery.Counts(db, id).Of.ShouldBe(new Dictionary<BroadcastResult, int> { [BroadcastResult.Sent] = 5 });
        db.BroadcastPeople.Count(p => p.PersonId == null && p.ChatId == null).ShouldBe(1);
    }

    [Fact]
    public async Task the_database_itself_refuses_a_person_a_second_time()
    {
        await using var house = await House.OpenAsync();
        await Crowd.RegisterAsync(house, 1);
        var id = await Crowd.SendAsync(house);
        await house.RestAsync();
        await using var db = house.Db();
        var row = db.BroadcastPeople.AsNoTracking().Single();
        db.BroadcastPeople.Add(new BroadcastPersonRow { BroadcastId = id, Place = 2, PersonId = row.PersonId });
        Should.Throw<DbUpdateException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task two_records_found_to_be_one_person_get_it_once()
    {
        await using var house = await House.OpenAsync();
        await Crowd.RegisterAsync(house, 2);
        var tomorrow = House.Today.AddDays(1);
        var id = await Crowd.SendAsync(house, tomorrow);
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            BroadcastSending.Begin(new Aftermath(db, House.Today), db.Broadcasts.Single(), house.Get<BroadcastPeople>());
            var people = db.People.OrderBy(p => p.Id).ToList();
            people[^1].MergedInto = people[^2].Id;
        }));
        house.Get<Bot.Jobs.BroadcastFeed>().Wake();
        await house.RestAsync();
        house.Channel.Sent.ShouldHaveSingleItem();
        await using var db = house.Db();
        BroadcastQuery.Counts(db, id)[BroadcastResult.Shared].ShouldBe(1);
    }

    private static PersonId Bare(GrantBotDb db)
    {
        var person = new PersonId(Ids.New(House.Today));
        db.People.Add(new PersonRow { Id = person, CreatedAt = House.Today });
        return person;
    }
}
