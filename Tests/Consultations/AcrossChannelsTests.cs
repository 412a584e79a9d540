using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Consultations;

/// <summary>The person and the specialist write on different channels: each reads the other in their own chat, where the person wrote from last.</summary>
public abstract class AcrossChannelsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly PersonId sana = new(Ids.New(Now));
    private readonly ChatId telegram, browser, aibek;

    protected AcrossChannelsTests(Product product)
    {
        database = TestDatabase.Ready(product);
        telegram = Chat(ChannelKind.Telegram, "7001", sana);
        browser = Chat(ChannelKind.Web, "w1", sana);
        aibek = Chat(ChannelKind.WhatsApp, "77000000001", null);
        using var db = database.Db();
        db.People.Add(new PersonRow { Id = sana, CreatedAt = Now });
        db.Staff.Add(new StaffRow { ChatId = aibek, Role = nameof(StaffRole.Consultant), Since = Now });
        db.SaveChanges();
        Do(telegram, new Fact.ConsultationAsked(1, sana, ConsultationWay.Chat, Now.AddHours(8)) { Sheet = new(new Dictionary<string, string> { [ConsultationSheet.Question] = "Қалай?" }) });
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void words_go_from_telegram_to_whatsapp_and_back()
    {
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(telegram, new Fact.ConsultationSaid(1, ByPerson: true) { Text = "Сәлем" });
        Passed().ShouldBe([(ChannelKind.WhatsApp, "77000000001")]);
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = "Сәлеметсіз бе" });
        Passed().ShouldBe([(ChannelKind.Telegram, "7001")]);
    }

    [Fact]
    public void the_answer_goes_where_the_person_wrote_from_last()
    {
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(browser, new Fact.ConsultationSaid(1, ByPerson: true) { Text = "Сәлем" });
        Passed();
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = "Сәлеметсіз бе" });
        Passed().ShouldBe([(ChannelKind.Web, "w1")]);
    }

    [Fact]
    public void what_is_said_before_anybody_took_it_waits_for_whoever_does()
    {
        Do(telegram, new Fact.ConsultationSaid(1, ByPerson: true) { Text = "Тағы бір сұрақ" });
        Passed().ShouldBeEmpty();
        using var db = database.Db();
        db.ConsultationLines.ShouldHaveSingleItem().Text.ShouldBe("Тағы бір сұрақ");
    }

    /// <summary>Whom the work that is due by now tells something said.</summary>
    private List<(ChannelKind, string)> Passed()
    {
        using var db = database.Db();
        var after = new Aftermath(db, Now);
        var work = new ConsultationLineWork();
        foreach (var due in db.Due.Where(d => d.Kind == work.Kind).ToList())
        {
            work.Run(after, due).ShouldBeNull();
            db.Due.Remove(due);
        }
        db.SaveChanges();
        return [.. after.Notices.Select(n => (n.Item.Channel, n.Item.ChatKey))];
    }

    private ChatId Chat(ChannelKind channel, string address, PersonId? person)
    {
        var chat = new ChatId(Ids.New(Now));
        using var db = database.Db();
        db.Chats.Add(new ChatRow { Id = chat, Channel = channel, State = DomainJson.Write(new ChatState()), LastHeardAt = Now, CreatedAt = Now, PersonId = person });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = channel, Value = address, ChatId = chat });
        db.SaveChanges();
        return chat;
    }

    private void Do(ChatId by, Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(by, ChannelKind.Telegram, "kk", Now));
        db.SaveChanges();
    }
}

public sealed class AcrossChannelsOnSqliteTests() : AcrossChannelsTests(Product.Sqlite);

public sealed class AcrossChannelsOnPostgresTests() : AcrossChannelsTests(Product.Postgres);
