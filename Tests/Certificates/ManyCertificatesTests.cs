using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Certificates;

/// <summary>Certificates for many people in the running program on Telegram. GRANTBOT_MEASURE=1 makes 175 on a machine to itself and tells how long they take.</summary>
public sealed class ManyCertificatesTests
{
    private static readonly int People = Environment.GetEnvironmentVariable("GRANTBOT_MEASURE") == "1" ? 175 : 48;

    [Fact]
    public async Task everybody_who_came_gets_theirs_and_staff_see_the_progress()
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.Telegram, new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero));
        var people = Enumerable.Range(1, People).Select(n => bot.Person(n, "kk")).ToList();
        foreach (var person in people) await person.SayAsync("/start");
        var staff = bot.Person(People + 1, "ru");
        await staff.SayAsync("/start");
        await SayAsync(bot, staff, "Русский");
        await SayAsync(bot, staff, "/staff " + bot.OwnerCode);
        await AttendAsync(bot);
        await SayAsync(bot, staff, "/certificates open");
        foreach (var person in people) await person.ReadAsync();
        await staff.ReadAsync();
        var began = Stopwatch.GetTimestamp();
        await staff.PressAsync("Сделать и отправить", bot);
        await bot.DrainAsync();
        var took = Stopwatch.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper!.WriteLine($"{People} certificates in {took.TotalSeconds:0.0} s");
        foreach (var person in people) (await person.ReadAsync()).ShouldHaveSingleItem().File.ShouldNotBeNull()[^4..].ShouldBeOneOf(".pdf", ".svg");
        (await staff.ReadAsync()).Count(s => s.Text.Contains($"из {People}", StringComparison.Ordinal)).ShouldBe(3);
    }

    private static async Task SayAsync(LivingBot bot, Talker person, string text)
    {
        await bot.DrainAsync();
        await person.SayAsync(text);
        await bot.DrainAsync();
        await person.ReadAsync();
    }

    private static async Task AttendAsync(LivingBot bot)
    {
        await using var db = bot.Database();
        var e = await db.Events.SingleAsync(x => x.Code == "open");
        var number = 0;
        foreach (var chat in await db.Chats.Where(c => !db.Staff.Any(s => s.ChatId == c.Id)).OrderBy(c => c.Id).ToListAsync())
        {
            var person = new PersonId(Ids.New(e.StartsAt));
            db.People.Add(new PersonRow { Id = person, CreatedAt = e.StartsAt });
            db.Registrations.Add(new RegistrationRow
            {
                Id = new(Ids.New(e.StartsAt)), EventId = e.Id, PersonId = person, ChatId = chat.Id, Number = ++number, Status = RegistrationStatus.Attended, Channel = chat.Channel, Language = "kk",
                FormId = "reg_person", FormVersion = "1", RegisteredAt = e.StartsAt, Surname = "Үлгібайұлы", Given = "Қатысушы", Patronymic = "Ерболұлы", Answers = "{}", Territory = "aktau",
            });
        }
        await db.SaveChangesAsync();
    }
}
