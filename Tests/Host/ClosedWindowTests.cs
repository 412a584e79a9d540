using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Host;

/// <summary>People who wrote to WhatsApp more than 24 hours ago: what cannot wait reaches them by an approved template of its own, and its buttons work.</summary>
public sealed class ClosedWindowTests
{
    private static readonly Dictionary<string, (int, int)> Approved = new(StringComparer.Ordinal) { ["offer_kk"] = (2, 2), ["moved_kk"] = (4, 2), ["calledoff_kk"] = (2, 1), ["kk"] = (0, 0) };

    [Fact]
    public async Task an_offered_seat_is_seen_and_taken_a_day_later()
    {
        await using var bot = await StartAsync(Approved);
        using var sana = await RegisteredAsync(bot, 1, "Әлиева", "Сана");
        using var arman = await RegisteredAsync(bot, 2, "Серіков", "Арман");
        await bot.PassAsync(TimeSpan.FromHours(25));
        await SayAsync(bot, sana, "Менің тіркелулерім", "Бас тарту: Ашық чемпионат", "Иә");
        var offer = (await arman.ReadAsync()).ShouldHaveSingleItem();
        offer.Text.ShouldBe("[t_offer_kk/kk] Ашық чемпионат | 03.03.2026 11:00-ге");
        await arman.PressAsync("reply 1", bot);
        await bot.DrainAsync();
        (await arman.ReadAsync())[0].Text.ShouldStartWith("Сіз тіркелдіңіз!");
        bot.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task another_date_and_a_calling_off_are_seen_a_day_later()
    {
        await using var bot = await StartAsync(Approved);
        using var sana = await RegisteredAsync(bot, 1, "Әлиева", "Сана");
        using var boss = bot.Person(2, "kk");
        await bot.PassAsync(TimeSpan.FromHours(25));
        await SayAsync(bot, boss, "/start", "Қазақша", "/staff " + bot.OwnerCode, "/event open", "Басқа күнге ауыстыру", "12.04.2026 12:30", "Орны өзгермейді", "Иә");
        await bot.PassAsync(TimeSpan.FromMinutes(1)); // until then it can be taken back
        var moved = (await sana.ReadAsync()).ShouldHaveSingleItem();
        moved.Text.ShouldBe("[t_moved_kk/kk] Ашық чемпионат | 2026 жылғы 12 сәуір, жексенбі | 12:30 | Жаңаөзен, Мәдениет үйі");
        moved.Choices.Count.ShouldBe(2);
        await SayAsync(bot, boss, "/event open", "Өтпейтін болды", "Боран соғып тұр", "Иә");
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        (await sana.ReadAsync()).ShouldHaveSingleItem().Text.ShouldBe("[t_calledoff_kk/kk] Ашық чемпионат | Боран соғып тұр");
        await sana.PressAsync("reply 1", bot);
        await bot.DrainAsync();
        (await sana.ReadAsync())[^1].Choices.ShouldContain("Пікірсайыс лагері");
        bot.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task without_templates_of_its_own_the_person_is_asked_back_and_reads_it_then()
    {
        await using var bot = await StartAsync(new(StringComparer.Ordinal) { ["kk"] = (0, 0) });
        using var sana = await RegisteredAsync(bot, 1, "Әлиева", "Сана");
        using var arman = await RegisteredAsync(bot, 2, "Серіков", "Арман");
        await bot.PassAsync(TimeSpan.FromHours(25));
        await SayAsync(bot, sana, "Менің тіркелулерім", "Бас тарту: Ашық чемпионат", "Иә");
        (await arman.ReadAsync()).ShouldHaveSingleItem().Text.ShouldBe("[t_kk/kk]");
        await SayAsync(bot, arman, "Мәзір");
        (await arman.ReadAsync())[0].Text.ShouldStartWith("«Ашық чемпионат» іс-шарасында орын босады!");
    }

    private static async Task<LivingBot> StartAsync(Dictionary<string, (int, int)> templates)
    {
        var bot = await LivingBot.StartAsync(ChannelKind.WhatsApp, RunningHost.Today, templates: templates);
        await using (var db = bot.Database())
        {
            db.Events.Single(e => e.Code == "open").Capacity = 1;
            await db.SaveChangesAsync();
        }
        await bot.RestartAsync(); // a running program keeps events in memory
        return bot;
    }

    private static async Task<Talker> RegisteredAsync(LivingBot bot, int number, string surname, string given)
    {
        var person = bot.Person(number, "kk");
        await person.OpenAsync("ev_open");
        await Registrant.Of("kk", [surname, given, "05.03.2000"]).GoOnAsync(bot, person);
        return person;
    }

    private static async Task SayAsync(LivingBot bot, Talker person, params string[] lines)
    {
        foreach (var line in lines)
        {
            await person.SayAsync(line);
            await bot.DrainAsync();
        }
    }
}
