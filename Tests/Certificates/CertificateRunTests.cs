using GrantBot.Bot.Reactions;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;

namespace GrantBot.Tests.Certificates;

/// <summary>Certificates are made in batches, whatever crashes when. The hurried clock of the house ends every drawing at once, so that here all go out as SVG.</summary>
public sealed class CertificateRunTests
{
    private const int People = (2 * CertificatesReaction.Batch) + 3;

    [Fact]
    public async Task a_crash_between_two_batches_neither_loses_nor_doubles_a_certificate()
    {
        var crashes = new List<string>();
        House? house = null;
        var channel = new PlainChannel();
        channel.Platform = (m, _) =>
        {
            if (m.Reply is Reply.File) lock (crashes) if (crashes.Count < 3 && channel.Sent.Count(s => s.Reply is Reply.File) is 1 or CertificatesReaction.Batch + 2 or People - 1) crashes.Add(house!.Crash());
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId));
        };
        await using var before = house = await AskedAsync(channel);
        await Everybody(before);
        crashes.ShouldNotBeEmpty();
        foreach (var crash in crashes)
        {
            await using var after = await House.OpenAsync(database: crash);
            await Everybody(after);
        }
    }

    [Fact]
    public async Task what_others_ask_meanwhile_is_answered_between_two_batches()
    {
        await using var house = await AskedAsync(new(), before: db => db.Facts.Add(new FactRow { At = House.Today, Type = nameof(Fact.CountsAsked), ChatId = Staff(db), Data = DomainJson.Write(new Fact.CountsAsked(null, "ru")) }));
        await house.RestAsync();
        var order = house.Channel.Sent.Where(m => m.To.Value == "staff").Select(m => m.Reply).OfType<Reply.Message>().Select(m => m.Text).ToList();
        order.FindIndex(t => t.StartsWith("Все мероприятия", StringComparison.Ordinal)).ShouldBeLessThan(order.FindIndex(t => t.Contains("Все документы готовы", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task certificates_of_people_without_a_chat_go_to_staff_in_one_archive()
    {
        await using var house = await AskedAsync(new(), withoutChat: 4);
        await house.RestAsync();
        var zip = house.Channel.Sent.Where(m => m.To.Value == "staff").Select(m => m.Reply).OfType<Reply.File>().Single();
        zip.Name.ShouldBe("open-certificates-1.zip");
        await using var db = house.Db();
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(db.Files.Single(f => f.Id == zip.FileId).Content));
        archive.Entries.Select(e => Path.GetFileNameWithoutExtension(e.Name)).ShouldBe(["2026-open-001", "2026-open-002", "2026-open-003", "2026-open-004"]);
        db.Certificates.ShouldAllBe(c => c.SentAt != null);
    }

    /// <summary>Waits, then looks: everybody has one certificate with a number of its own, a file, and one message that brings it.</summary>
    private static async Task Everybody(House house)
    {
        await house.RestAsync();
        await using var db = house.Db();
        var rows = db.Certificates.OrderBy(c => c.Serial).ToList();
        rows.Select(c => c.Serial).ShouldBe(Enumerable.Range(1, People));
        rows.ShouldAllBe(c => c.SentAt != null && db.Files.Count(f => f.Id == c.FileId && f.PersonId == c.PersonId) == 1);
        db.Files.Count(f => f.PersonId != null).ShouldBe(People);
        var bulk = db.Outbox.Where(o => o.Bulk).ToList();
        bulk.Select(o => o.ChatId).Distinct().Count().ShouldBe(People);
        bulk.Count.ShouldBe(People);
    }

    private static async Task<House> AskedAsync(PlainChannel channel, int withoutChat = 0, Action<GrantBotDb>? before = null)
    {
        var house = House.Closed(channel);
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            Attendance.Add(db, People, House.Today, withoutChat);
            var staff = new ChatId(Ids.New(House.Today));
            db.Chats.Add(new ChatRow { Id = staff, Channel = ChannelKind.Telegram, Version = 1, Language = "ru", State = DomainJson.Write(new ChatState { Language = "ru", Dialog = new DialogState.Menu() }), LastHeardAt = House.Today, CreatedAt = House.Today });
            db.ChatAddresses.Add(new ChatAddressRow { Channel = ChannelKind.Telegram, Value = "staff", ChatId = staff });
            db.SaveChanges();
            Attendance.Ask(db, staff, House.Today);
            before?.Invoke(db);
        })
        { Now = House.Today });
        await house.StartAsync();
        return house;
    }

    private static ChatId Staff(GrantBotDb db) => db.ChatAddresses.Single(a => a.Value == "staff").ChatId;
}
