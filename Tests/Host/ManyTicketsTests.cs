using System.Diagnostics;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage;
using GrantBot.Tests.Conversation;
using GrantBot.Tests.Pipeline;

namespace GrantBot.Tests.Host;

/// <summary>Tickets that go with reminders of a big event. GRANTBOT_MEASURE=1 draws 400 on a machine to itself and tells how long they take, and how long staff wait for counts meanwhile.</summary>
public sealed class ManyTicketsTests
{
    private static readonly int People = Environment.GetEnvironmentVariable("GRANTBOT_MEASURE") == "1" ? 400 : 40;

    [Fact]
    public async Task every_reminder_has_its_ticket_and_who_asks_meanwhile_does_not_wait()
    {
        Assert.SkipUnless(Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH")).Available, "rsvg-convert is missing: apt-get install librsvg2-bin");
        await using var house = await House.OpenAsync(time: TimeProvider.System); // a hurried clock would end every drawing
        await house.SayAsync("1", "/start", "Қазақша");
        var (chat, began) = (await RemindAsync(house), Stopwatch.GetTimestamp());
        house.Get<Reactions>().Wake();
        await house.Writer.WriteAsync(new Work.Background(db => new Aftermath(db, House.Today).Record(new Fact.CountsAsked(null, "kk"), chat)));
        house.Get<Reactions>().Wake();
        await UntilAsync(() => house.Channel.Told("1").Any(t => t.Contains($"{People}", StringComparison.Ordinal)));
        var waited = Stopwatch.GetElapsedTime(began);
        Tickets(house).ShouldBeLessThan(People);
        await UntilAsync(() => Tickets(house) == People);
        TestContext.Current.TestOutputHelper!.WriteLine($"counts after {waited.TotalSeconds:0.00} s, {People} tickets after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        await using var db = house.Db();
        db.Files.Where(f => f.MediaType == "image/png" && f.KeptUntil != null).Sum(f => f.Content.Length).ShouldBeInRange(People * 1_000, People * 200_000);
    }

    private static async Task<ChatId> RemindAsync(House house)
    {
        ChatId chat = default;
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            chat = db.Chats.Single().Id;
            var e = db.Events.Single(e => e.Code == "camp");
            for (var i = 0; i < People; i++)
            {
                var row = DoorScene.Add(db, e, "Әлиева", "Сана", $"K{i:00000}".Replace('0', 'A').Replace('1', 'B'));
                db.SaveChanges();
                new Aftermath(db, House.Today).Record(new Fact.TicketDue(row.Id, row.PersonId, "kk"), chat);
            }
        }));
        return chat;
    }

    private static int Tickets(House house) => house.Channel.Sent.Count(m => m.Reply is Reply.File { Name: var name } && name.StartsWith("ticket-", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var i = 0; !reached(); i++)
        {
            i.ShouldBeLessThan(12_000);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }
}
