using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Consultations;

/// <summary>Who writes to whom is shown on the other side, and only there; what staff were shown is marked as read.</summary>
public abstract class PresenceTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ChatAddress Page = new(ChannelKind.Web, "w1"), Phone = new(ChannelKind.WhatsApp, "77000000001");
    private readonly TestDatabase database;
    private readonly Watched web = new(ChannelKind.Web), whatsApp = new(ChannelKind.WhatsApp), telegram = new(ChannelKind.Telegram);
    private readonly StillTime time = new(Now);
    private readonly PersonId sana = new(Ids.New(Now));
    private readonly ChatId sanas, aibek;

    protected PresenceTests(Product product)
    {
        database = TestDatabase.Ready(product);
        sanas = Chat(Phone, new ChatState { Person = sana, Dialog = new DialogState.Conversing(1) });
        aibek = Chat(Page, new ChatState { Dialog = new DialogState.Advising(1) });
        using (var db = database.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = aibek, Role = nameof(StaffRole.Consultant), Since = Now });
            db.SaveChanges();
        }
        Do(sanas, new Fact.ConsultationAsked(1, sana, ConsultationWay.Chat, Now.AddHours(8)) { Sheet = new(new Dictionary<string, string>()) });
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(sanas, new Fact.ConsultationSaid(1, ByPerson: true) { Text = "Сәлем", Message = "wamid.1" });
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task the_person_sees_that_the_owner_writes_every_five_seconds_at_most()
    {
        using var databases = new Databases(database.Engine.Options);
        var presence = Presence(databases);
        for (var key = 0; key < 3; key++) await presence.TypesAsync(Page, CancellationToken.None);
        whatsApp.Shown.ShouldBe(["typing 77000000001 wamid.1"]);
        time.Advance(TimeSpan.FromSeconds(5));
        await presence.TypesAsync(Page, CancellationToken.None);
        whatsApp.Shown.Count.ShouldBe(2);
    }

    [Fact]
    public async Task the_owner_sees_that_the_person_writes()
    {
        using var databases = new Databases(database.Engine.Options);
        await Presence(databases).TypesAsync(Phone, CancellationToken.None);
        web.Shown.ShouldBe(["typing w1 "]);
    }

    [Fact]
    public async Task the_staff_group_sees_it_in_the_topic_of_the_request()
    {
        var group = Chat(new(ChannelKind.Telegram, "-1001"), new ChatState { Dialog = new DialogState.InGroup() });
        using (var db = database.Db())
        {
            db.Consultations.Find(1L)!.DeskId = group;
            db.GroupCards.Add(new GroupCardRow { ConsultationId = 1, TopicId = "44", MessageId = "45" });
            db.SaveChanges();
        }
        using var databases = new Databases(database.Engine.Options);
        await Presence(databases).TypesAsync(Phone, CancellationToken.None);
        (web.Shown.Count, telegram.Shown.ShouldHaveSingleItem()).ShouldBe((0, "typing -1001 44"));
    }

    [Fact]
    public async Task whoever_writes_elsewhere_is_seen_by_nobody()
    {
        var stranger = new ChatAddress(ChannelKind.Web, "w2");
        Chat(stranger, new ChatState { Dialog = new DialogState.Advising(1) });
        using var databases = new Databases(database.Engine.Options);
        var presence = Presence(databases);
        await presence.TypesAsync(stranger, CancellationToken.None);
        await presence.TypesAsync(new(ChannelKind.Web, "nobody"), CancellationToken.None);
        (web.Shown.Count, whatsApp.Shown.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task what_staff_were_shown_is_marked_so_and_read_once_they_answer()
    {
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = "Сәлеметсіз бе", Message = "c1" });
        using var databases = new Databases(database.Engine.Options);
        var presence = Presence(databases);
        await presence.ShownAsync(1, CancellationToken.None);
        whatsApp.Shown.ShouldBe(["shown wamid.1"]);
        await presence.ShownAsync(2, CancellationToken.None);
        whatsApp.Shown.ShouldBe(["shown wamid.1", "read wamid.1"]);
        web.Shown.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_stands_on_a_page_of_staff_is_read_and_nobody_else_can_say_so()
    {
        var stranger = new ChatAddress(ChannelKind.Web, "w2");
        Chat(stranger, new ChatState());
        using var databases = new Databases(database.Engine.Options);
        var presence = Presence(databases);
        await presence.SeenAsync(Page, 1, CancellationToken.None);
        whatsApp.Shown.ShouldBeEmpty();
        using (var db = database.Db())
        {
            db.WebMessages.Add(new WebMessageRow { ChatId = aibek, FromBot = true, Payload = new WebLine("o1", "text") { Said = "1", Text = "Сәлем" }.ToJson(), At = Now });
            db.SaveChanges();
        }
        await presence.SeenAsync(stranger, 1, CancellationToken.None);
        whatsApp.Shown.ShouldBeEmpty();
        await presence.SeenAsync(Page, 1, CancellationToken.None);
        whatsApp.Shown.ShouldBe(["read wamid.1"]);
    }

    private Presence Presence(Databases databases) => new(new ChatStore(databases), databases, new ChannelSet([web, whatsApp, telegram]), time);

    private ChatId Chat(ChatAddress address, ChatState state)
    {
        var chat = new ChatId(Ids.New(Now));
        using var db = database.Db();
        db.Chats.Add(new ChatRow { Id = chat, Channel = address.Channel, State = DomainJson.Write(state), LastHeardAt = Now, CreatedAt = Now, PersonId = state.Person });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = address.Channel, Value = address.Value, ChatId = chat });
        db.SaveChanges();
        return chat;
    }

    private void Do(ChatId by, Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(by, ChannelKind.WhatsApp, "kk", Now));
        db.SaveChanges();
    }

    /// <summary>A channel that notes what it shows.</summary>
    private sealed class Watched(ChannelKind kind) : IChannel
    {
        public List<string> Shown { get; } = [];
        public ChannelTraits Traits { get; } = new(kind, CanRequestContact: false);
        public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload) => [];
        public Decoded Decode(ReadOnlyMemory<byte> item) => new(null, null);
        public ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel) => new(new SendOutcome.Sent(null));
        public ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel) => new((Stream?)null);
        public ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel) => ValueTask.CompletedTask;
        public ValueTask ShowTypingAsync(ChatAddress to, string? last, string? topic, CancellationToken cancel) { Shown.Add($"typing {to.Value} {last}{topic}"); return ValueTask.CompletedTask; }
        public ValueTask MarkShownAsync(ChatAddress to, string message, CancellationToken cancel) { Shown.Add($"shown {message}"); return ValueTask.CompletedTask; }
        public ValueTask MarkReadAsync(ChatAddress to, string message, CancellationToken cancel) { Shown.Add($"read {message}"); return ValueTask.CompletedTask; }
    }
}

public sealed class PresenceOnSqliteTests() : PresenceTests(Product.Sqlite);

public sealed class PresenceOnPostgresTests() : PresenceTests(Product.Postgres);
