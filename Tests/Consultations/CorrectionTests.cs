using GrantBot.Domain.Conversation;
using GrantBot.Tests.Storage;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Consultations;

/// <summary>Who changes what they wrote, or takes it back: what platforms tell, who may, and what each channel makes of it.</summary>
public sealed class CorrectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly SqliteFile file = new SqliteFile().Migrated();
    private readonly PersonId sana = new(Ids.New(Now));
    private readonly ChatId sanas = new(Ids.New(Now)), aibek = new(Ids.New(Now)), aida = new(Ids.New(Now));

    public CorrectionTests()
    {
        using var db = file.Db();
        foreach (var chat in new[] { aibek, aida }) db.Staff.Add(new StaffRow { ChatId = chat, Role = nameof(StaffRole.Consultant), Since = Now });
        db.Files.Add(new FileRow { Id = "f1", Name = "a.pdf", MediaType = "application/pdf", Content = [1], CreatedAt = Now });
        db.SaveChanges();
        Do(sanas, new Fact.ConsultationAsked(1, sana, ConsultationWay.Chat, Now.AddHours(8)) { Sheet = new(new Dictionary<string, string>()) });
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = "Бейсенбіде", Message = "17", File = new("f1", "a.pdf", "application/pdf") });
    }

    public void Dispose() => file.Dispose();

    [Fact]
    public void nobody_but_the_owner_changes_what_staff_said()
    {
        Should.Throw<ConflictException>(() => Do(aida, new Fact.ConsultationCorrected(1, 1) { Text = "Жұмада" }));
        Do(aibek, new Fact.ConsultationCorrected(1, 1) { Text = "Жұмада" });
        Line().Text.ShouldBe("Жұмада");
    }

    [Fact]
    public void what_was_taken_back_is_gone_with_its_file_and_cannot_be_changed()
    {
        Do(aibek, new Fact.ConsultationUnsaid(1, 1));
        using var db = file.Db();
        (Line().Text, Line().FileId, db.Files.Count()).ShouldBe(("", null, 0));
        Should.Throw<ConflictException>(() => Do(aibek, new Fact.ConsultationCorrected(1, 1) { Text = "Жұмада" }));
    }

    [Fact]
    public void the_copy_is_found_by_the_id_its_platform_gave_it()
    {
        using (var db = file.Db())
        {
            SentMarks.Write(db, new(SentKind.LineFile, 1), sanas, "20", Now);
            SentMarks.Write(db, new(SentKind.Line, 1), sanas, "21", Now);
            SentMarks.Write(db, new(SentKind.Line, 1), sanas, null, Now); // it was changed in its place
        }
        var line = Line();
        (line.ShownIn, line.FileShownId, line.ShownId).ShouldBe((sanas, "20", "21"));
    }

    [Fact]
    public void telegram_tells_of_an_edit_and_of_the_message_answered_to()
    {
        Telegram("""{"update_id":1,"edited_message":{"message_id":17,"from":{"id":7,"is_bot":false,"first_name":"Сана"},"chat":{"id":7,"type":"private"},"date":1,"edit_date":2,"caption":"Жұмада"}}""").Content.ShouldBe(new Inbound.Edited("17", "Жұмада"));
        Telegram("""{"update_id":2,"message":{"message_id":18,"from":{"id":7,"is_bot":false,"first_name":"Сана"},"chat":{"id":7,"type":"private"},"date":1,"text":"/del","reply_to_message":{"message_id":17,"date":1,"chat":{"id":7,"type":"private"}}}}""")
            .ShouldSatisfyAllConditions(d => d.MessageId.ShouldBe("18"), d => d.ReplyTo.ShouldBe("17"));
    }

    [Fact]
    public void whatsapp_tells_of_edits_and_deletions_where_the_number_is_shared_with_its_app()
    {
        WhatsApp("""{"message":{"from":"77000000001","id":"w2","timestamp":"1","type":"edit","edit":{"original_message_id":"w1","message":{"type":"text","text":{"body":"Жұмада"}}}}}""").ShouldBe(new Inbound.Edited("w1", "Жұмада"));
        WhatsApp("""{"message":{"from":"77000000001","id":"w2","timestamp":"1","type":"edit","edit":{"original_message_id":"w1","message":{"context":{"id":"M0"},"type":"image","image":{"caption":"Жұмада","mime_type":"image/jpeg","sha256":"x","id":"7","url":"https://example.org/7"}}}}}""").ShouldBe(new Inbound.Edited("w1", "Жұмада"));
        WhatsApp("""{"message":{"from":"77000000001","id":"w3","timestamp":"1","type":"revoke","revoke":{"original_message_id":"w1"}}}""").ShouldBe(new Inbound.Removed("w1"));
        WhatsApp("""{"message":{"from":"77000000001","id":"w3","timestamp":"1","type":"edit","edit":{}}}""").ShouldBe(new Inbound.Unsupported("edit"));
    }

    [Fact]
    public void a_copy_without_buttons_is_sent_so_that_it_can_be_changed()
    {
        var said = new Reply.Message("Жұмада") { As = new(SentKind.Line, 1) };
        TelegramEncoder.Encode(To(said)).ShouldBe([new SendMessage(7, "Жұмада")]);
        TelegramEncoder.Encode(To(said with { Replaces = new("17", null) })).ShouldBe([new EditMessageText(7, 17, "Жұмада")]);
        TelegramEncoder.Encode(To(new Reply.Remove(new("17", null)))).ShouldBe([new DeleteMessage(7, 17)]);
        WebEncoder.Encode(To(said)).ToJson().ShouldContain(WebLine.SaidMark(1));
    }

    private static Outgoing To(Reply reply) => new(new(ChannelKind.Telegram, "7"), reply, "kk", Now, 1);

    private static Delivery Telegram(string json) => TelegramDecoder.Decode(System.Text.Encoding.UTF8.GetBytes(json), Now).Delivery!;

    private static Inbound WhatsApp(string json) => WhatsAppDecoder.Decode(System.Text.Encoding.UTF8.GetBytes(json)).Delivery!.Content;

    private ConsultationLineRow Line()
    {
        using var db = file.Db();
        return db.ConsultationLines.AsNoTracking().Single();
    }

    private void Do(ChatId by, Fact fact)
    {
        using var db = file.Db();
        Projection.Apply(db, fact, new FactSource(by, ChannelKind.Telegram, "kk", Now));
        db.SaveChanges();
    }
}
