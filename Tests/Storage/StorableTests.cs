using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>What a forged message may hold is kept the same way everywhere, and stops nobody.</summary>
public abstract class StorableTests(Product product) : IDisposable
{
    private const string Forged = "a\0ә\uD83Dб😀", Kept = "aә\uFFFDб😀";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = TestDatabase.Ready(product);
    private readonly ChatId chat = new(Ids.New(Now));

    public void Dispose() => database.Dispose();

    [Fact]
    public void a_row_one_by_one_or_of_many()
    {
        using var db = database.Db();
        db.Settings.Add(new SettingRow { Key = "one", Value = Forged });
        db.SaveChanges();
        using (var transaction = db.Database.BeginTransaction())
        {
            db.InsertMany([new SettingRow { Key = "many", Value = Forged }]);
            transaction.Commit();
        }
        db.ChangeTracker.Clear();
        db.Settings.Select(s => s.Value).ToList().ShouldBe([Kept, Kept]);
        db.Settings.Count(s => s.Value == Forged && s.Value.StartsWith(Kept) && s.Value.Contains("aә")).ShouldBe(2);
    }

    [Fact]
    public async Task a_turn()
    {
        using var writer = new Writer(database.Engine);
        var entry = new InboxEntry(new(ChannelKind.Telegram, Forged, Forged, 0, "{}"u8.ToArray()));
        var state = new ChatState { Language = "kk", LastText = Forged };
        (await writer.WriteAsync(new Work.Receive([entry], Now))).ShouldBeTrue();
        (await writer.WriteAsync(new Work.TakeTurn
        {
            Entry = entry, Chat = chat, Address = new(ChannelKind.Telegram, Forged), Version = 0, State = state, StateJson = DomainJson.Write(state), Now = Now,
            Facts = [new Fact.ConsultationAsked(1, new(Ids.New(Now)), Domain.Consultations.ConsultationWay.Chat, Now) { Sheet = new(new Dictionary<string, string> { ["topic"] = Forged }) }],
            Replies = [new OutboxLine { Chat = chat, Reply = new Reply.Message(Forged), Json = DomainJson.Write(new Reply.Message(Forged)), Language = "kk" }],
        })).ShouldBeTrue();
        using var db = database.Db();
        StateUpcaster.Read(db.Chats.Single().State).LastText.ShouldBe(Kept);
        db.ChatAddresses.Single(a => a.Value == Forged).ChatId.ShouldBe(chat);
        DomainJson.ReadReply(db.Outbox.Single().Payload!).ShouldBeOfType<Reply.Message>().Text.ShouldBe(Kept);
    }
}

public sealed class StorableOnSqliteTests() : StorableTests(Product.Sqlite);

public sealed class StorableOnPostgresTests() : StorableTests(Product.Postgres);
