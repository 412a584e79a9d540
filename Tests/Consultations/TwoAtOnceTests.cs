using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Consultations;

/// <summary>Several members of staff press Take at the same moment on the real program.</summary>
public sealed class TwoAtOnceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(5));

    [Fact]
    public async Task one_gets_the_request_and_the_others_hear_who()
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.Telegram, Now);
        var staff = new List<Talker>();
        for (var number = 1; number <= 4; number++) staff.Add(await MemberAsync(bot, number));
        await PutRequestAsync(bot);
        foreach (var member in staff) (await member.ReadAsync()).ShouldContain(m => m.Choices.Contains("Take"));
        foreach (var member in staff) await member.PressAsync("Take", bot); // none waits for another
        await bot.DrainAsync();
        var heard = new List<string>();
        foreach (var member in staff) heard.Add(string.Join("\n", (await member.ReadAsync()).Select(m => m.Text)));
        heard.Count(h => h.Contains("Request No. 1 is yours.", StringComparison.Ordinal)).ShouldBe(1);
        heard.Count(h => h.Contains("Somebody else has taken request No. 1", StringComparison.Ordinal)).ShouldBe(3);
        await using var db = bot.Database();
        db.Facts.Count(f => f.Type == nameof(Fact.ConsultationTaken)).ShouldBe(1);
    }

    private static async Task<Talker> MemberAsync(LivingBot bot, int number)
    {
        var member = bot.Person(number, "en");
        await member.SayAsync("/start");
        await bot.DrainAsync();
        await member.ReadAsync();
        await member.PressAsync("English", bot);
        await bot.DrainAsync();
        await member.ReadAsync();
        await using var db = bot.Database();
        var chat = db.ChatAddresses.Single(a => a.Value == member.Address).ChatId;
        db.Staff.Add(new StaffRow { ChatId = chat, Role = nameof(StaffRole.Consultant), Since = Now });
        await db.SaveChangesAsync();
        await bot.RestartAsync(); // roles are kept in memory
        return member;
    }

    private static async Task PutRequestAsync(LivingBot bot)
    {
        await using (var db = bot.Database())
        {
            var sana = new PersonId(Ids.New(Now));
            db.People.Add(new PersonRow { Id = sana, CreatedAt = Now });
            db.SaveChanges();
            Projection.Apply(db, new Fact.ConsultationAsked(1, sana, ConsultationWay.Chat, Now.AddHours(8)) { Sheet = new(new Dictionary<string, string> { [ConsultationSheet.Topic] = "club", [ConsultationSheet.Question] = "How do we begin?" }) },
                new FactSource(new ChatId(Ids.New(Now)), ChannelKind.Telegram, "en", Now));
        }
        await bot.PassAsync(TimeSpan.FromMinutes(1));
    }
}
