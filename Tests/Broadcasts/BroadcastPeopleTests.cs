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
    public async Task of_several_answers_of_a_person_the_last_counts_and_who_gave_up_their_seat_is_left_out()
    {
        await using var house = await House.OpenAsync();
        PersonId foot = default, both = default;
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            var e = db.Events.Single(x => x.Code == "open").Id;
            (foot, _) = Crowd.Add(db, e, "1", 1);
            Answered(db, foot, "bus", House.Today);
            Answered(db, foot, "foot", House.Today.AddHours(1));
            (both, _) = Crowd.Add(db, e, "2", 2);
            Answered(db, both, "foot bus", House.Today);
            Answered(db, null, "foot", House.Today); // erased
            var (gone, _) = Crowd.Add(db, e, "3", 3, RegistrationStatus.Cancelled);
            db.SaveChanges();
            db.Registrations.Where(r => r.PersonId == gone || r.PersonId == both).ExecuteUpdate(s => s.SetProperty(r => r.FormId, "reg").SetProperty(r => r.Answers, DomainJson.Write(new Dictionary<string, string> { ["way"] = "bus" })));
        }));
        await using var db = house.Db();
        IEnumerable<PersonId> Of(string form, string value) => house.Get<BroadcastPeople>().Of(db, new(BroadcastWho.Answered, Choice: new(form, "way", value)), House.Today).Select(p => p.Person);
        Of("outing", "foot").ShouldBe([foot, both], ignoreOrder: true);
        Of("outing", "bus").ShouldBe([both]);
        Of("reg", "bus").ShouldBe([both]);
        Infrastructure.Storage.Queries.GivenChoiceQuery.Counts(db, "outing", "way").ShouldBe(new Dictionary<string, int> { ["foot"] = 2, ["bus"] = 1 }, ignoreOrder: true);
        Infrastructure.Storage.Queries.GivenChoiceQuery.Forms(db)["outing"].ShouldBe(2);
    }

    [Fact]
    public async Task a_draft_of_somebody_who_writes_no_more_is_forgotten_after_its_thirty_days()
    {
        var clock = new Clock(House.Today);
        await using var house = await House.OpenAsync(time: clock);
        ChatId staff = default;
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            staff = Crowd.Chat(db, "1", null);
            db.SaveChanges();
            db.Staff.Add(new StaffRow { ChatId = staff, Role = "Owner", Since = House.Today });
            var draft = new BroadcastDraft(new(BroadcastWho.Everybody)) { Content = new BroadcastContent().With("kk", Crowd.Text) };
            db.Chats.Find(staff)!.State = DomainJson.Write(new GrantBot.Domain.Conversation.ChatState { Language = "kk", Broadcast = new(draft, House.Today), Dialog = new GrantBot.Domain.Conversation.DialogState.BroadcastMaking(BroadcastStep.Text, draft) });
        }));
        foreach (var (days, kept) in new[] { (29, true), (2, false) })
        {
            clock.Advance(TimeSpan.FromDays(days));
            house.Get<Bot.Jobs.DueSignal>().Wake();
            await house.RestAsync();
            await using var db = house.Db();
            db.Chats.Single(c => c.Id == staff).State.Contains(Crowd.Text, StringComparison.Ordinal).ShouldBe(kept);
        }
    }

    private static void Answered(GrantBotDb db, PersonId? person, string way, DateTimeOffset at) => db.FormAnswers.Add(new FormAnswerRow
    {
        Id = Ids.New(at).ToString("N"), FormId = "outing", FormVersion = "1", PersonId = person, Language = "kk", StartedAt = at, FinishedAt = at,
        Answers = person is null ? null : DomainJson.Write(new Dictionary<string, string> { ["way"] = way }),
    });

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
