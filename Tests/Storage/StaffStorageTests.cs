using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>Roles in the database: given, taken, and what staff did.</summary>
public abstract class StaffStorageTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly ChatId boss = new(Ids.New(Now)), aru = new(Ids.New(Now.AddSeconds(1)));
    private readonly EventId open = new(Ids.New(Now));

    protected StaffStorageTests(Product product)
    {
        database = TestDatabase.Ready(product);
        using var db = database.Db();
        db.Staff.Add(new StaffRow { ChatId = boss, Role = nameof(StaffRole.Owner), Since = Now });
        db.SaveChanges();
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void an_invitation_gives_its_role_once_and_its_owner_is_told()
    {
        Do(boss, new Fact.StaffInvited("00ff", StaffRole.Desk, Now.AddDays(2)) { Scope = new(null, open) });
        using var db = database.Db();
        StaffQuery.Invitations(db, Now).Single().Grant.ShouldBe(new(StaffRole.Desk, new(null, open)));
        Do(aru, new Fact.StaffJoined("00ff", StaffRole.Desk) { Scope = new(null, open) });
        Should.Throw<ConflictException>(() => Do(new(Ids.New(Now)), new Fact.StaffJoined("00ff", StaffRole.Desk)));
        StaffQuery.Invitations(db, Now).ShouldBeEmpty();
        StaffQuery.All(db)[aru].May(Right.CheckIn, open, "").ShouldBeTrue();
        db.Due.Single(d => d.Kind == StaffProjection.NewsDue).Subject.ShouldBe($"{boss.Value:N}:{aru.Value:N}");
    }

    [Fact]
    public void an_invitation_taken_back_lets_nobody_in()
    {
        Do(boss, new Fact.StaffInvited("00ff", StaffRole.Desk, Now.AddDays(2)));
        Do(boss, new Fact.InvitationWithdrawn("00ff"));
        Should.Throw<ConflictException>(() => Do(aru, new Fact.StaffJoined("00ff", StaffRole.Desk)));
    }

    [Fact]
    public void the_last_owner_stays_one_even_when_two_take_each_others_role_at_once()
    {
        Join(aru, StaffRole.Owner);
        Do(boss, new Fact.StaffRemoved(aru, StaffRole.Owner, StaffScope.All));
        Should.Throw<ConflictException>(() => Do(aru, new Fact.StaffRemoved(boss, StaffRole.Owner, StaffScope.All)));
    }

    [Theory]
    [InlineData(true, 0, false)]
    [InlineData(false, 29, true)]
    [InlineData(false, 31, false)]
    public void an_unsent_message_to_many_stays_thirty_days_and_goes_with_the_last_role(bool removed, int days, bool kept)
    {
        Join(aru, StaffRole.Organiser);
        var state = new ChatState { Language = "kk", Dialog = new DialogState.Menu(), Broadcast = new(new BroadcastDraft(new BroadcastAudience(BroadcastWho.Confirmed)) { Content = new BroadcastContent().With("kk", "Сәлем") }, Now) };
        using (var db = database.Db())
        {
            db.Chats.Add(new ChatRow { Id = aru, Version = 1, Language = "kk", LastHeardAt = Now, CreatedAt = Now, State = DomainJson.Write(state) });
            db.SaveChanges();
        }
        if (removed) Do(boss, new Fact.StaffRemoved(aru, StaffRole.Organiser, StaffScope.All));
        using (var db = database.Db())
        {
            BroadcastDrafts.ForgetOld(db, Now.AddDays(days));
            db.SaveChanges();
            var row = db.Chats.Single(c => c.Id == aru);
            (StateUpcaster.Read(row.State).Broadcast is not null, row.Version).ShouldBe((kept, kept ? 1 : 2));
        }
    }

    [Fact]
    public void a_role_taken_leaves_the_others()
    {
        Join(aru, StaffRole.Desk);
        Do(boss, new Fact.StaffGranted(aru, StaffRole.Consultant, StaffScope.All));
        Do(boss, new Fact.StaffRemoved(aru, StaffRole.Desk, StaffScope.All));
        using var db = database.Db();
        var access = StaffQuery.All(db)[aru];
        (access.MaySome(Right.CheckIn), access.MaySome(Right.Advise)).ShouldBe((false, true));
    }

    [Fact]
    public void only_those_concerned_are_asked_to_decide()
    {
        var gul = new ChatId(Ids.New(Now));
        Join(aru, StaffRole.Desk, new(null, open));
        Join(gul, StaffRole.Desk, new(null, new EventId(Ids.New(Now))));
        using var db = database.Db();
        StaffQuery.With(db, Right.CheckIn, open).ShouldBe([boss, aru], ignoreOrder: true);
        StaffQuery.With(db, Right.CheckIn).ShouldBe([boss]);
    }

    [Fact]
    public void the_log_tells_who_did_what_about_which_event_also_of_those_who_left()
    {
        using var db = database.Db();
        db.Facts.AddRange(Row(aru, new Fact.StaffJoined("00ff", StaffRole.Organiser)), Row(aru, new Fact.ListAsked(open, "kk")), Row(aru, new Fact.PeopleSeen("queue", open)), Row(aru, new Fact.CountsAsked(open, "kk")),
            Row(new(Ids.New(Now)), new Fact.RegistrationMoved(new(Ids.New(Now)), open, new(Ids.New(Now)), Domain.Registration.RegistrationStatus.Confirmed, Domain.Registration.RegistrationStatus.Cancelled, Domain.Registration.MoveReason.Registered)));
        db.SaveChanges();
        StaffQuery.Deeds(db, null, null, 10).Select(d => (d.Kind, d.Event)).ShouldBe([("PeopleSeen.queue", open), ("ListAsked", open), ("StaffJoined", null)]);
        var page = StaffQuery.Deeds(db, aru, null, 2);
        StaffQuery.Deeds(db, aru, page[^1].Number, 2).Select(d => d.Kind).ShouldBe(["StaffJoined"]);
    }

    private void Join(ChatId who, StaffRole role, StaffScope scope = default)
    {
        var code = Ids.New(Now).ToString("N");
        Do(boss, new Fact.StaffInvited(code, role, Now.AddDays(2)) { Scope = scope });
        Do(who, new Fact.StaffJoined(code, role) { Scope = scope });
    }

    private static FactRow Row(ChatId chat, Fact fact) => new() { ChatId = chat, At = Now, Type = fact.GetType().Name, Data = DomainJson.Write(fact) };

    private void Do(ChatId by, Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(by, ChannelKind.Web, "kk", Now));
        db.SaveChanges();
    }
}

public sealed class StaffStorageOnSqliteTests() : StaffStorageTests(Product.Sqlite);

public sealed class StaffStorageOnPostgresTests() : StaffStorageTests(Product.Postgres);
