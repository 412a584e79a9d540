using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Host;

/// <summary>A message of staff to people who wrote to WhatsApp more than 24 hours ago.</summary>
public sealed class BroadcastWindowTests
{
    [Fact]
    public async Task by_the_general_template_they_are_asked_back_once_and_read_it_when_they_write()
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.WhatsApp, RunningHost.Today, templates: new Dictionary<string, (int, int)> { ["kk"] = (0, 0) });
        using var sana = await RegisteredAsync(bot);
        await bot.PassAsync(TimeSpan.FromHours(25));
        (await SendAsync(bot, "Ертең 09:30-дан бастап тіркеу")).ShouldContain("оның ішінде 1 – тек үлгі хабарламамен");
        (await sana.ReadAsync()).ShouldHaveSingleItem().Text.ShouldBe("[t_kk/kk]");
        Counts(bot)[BroadcastResult.Held].ShouldBe(1);
        await SayAsync(bot, sana, "Мәзір");
        (await sana.ReadAsync())[0].Text.ShouldBe("Ертең 09:30-дан бастап тіркеу");
        Counts(bot)[BroadcastResult.Sent].ShouldBe(1);
    }

    [Fact]
    public async Task a_template_of_its_own_says_it_at_once()
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.WhatsApp, RunningHost.Today, templates: new Dictionary<string, (int, int)> { ["kk"] = (0, 0), ["news_kk"] = (1, 0) });
        using var sana = await RegisteredAsync(bot);
        await bot.PassAsync(TimeSpan.FromHours(25));
        await SendAsync(bot, "Ертең 09:30-дан бастап тіркеу");
        (await sana.ReadAsync()).ShouldHaveSingleItem().Text.ShouldBe("[t_news_kk/kk] Ертең 09:30-дан бастап тіркеу");
        bot.Refused.ShouldBe(0);
    }

    private static BroadcastCounts Counts(LivingBot bot)
    {
        using var db = bot.Database();
        return BroadcastQuery.Counts(db, db.Broadcasts.Single().Id);
    }

    private static async Task<Talker> RegisteredAsync(LivingBot bot)
    {
        var person = bot.Person(1, "kk");
        await person.OpenAsync("ev_open");
        await Registrant.Of("kk", ["Әлиева", "Сана", "05.03.2000"]).GoOnAsync(bot, person);
        return person;
    }

    /// <summary>What its author was told before it left.</summary>
    private static async Task<string> SendAsync(LivingBot bot, string text)
    {
        using var boss = bot.Person(2, "kk");
        await SayAsync(bot, boss, "/start", "Қазақша", "/staff " + bot.OwnerCode, "/send open " + text);
        var said = (await boss.ReadAsync())[^1];
        await boss.PressAsync("1 адамға жіберу", bot);
        await bot.DrainAsync();
        return said.Text;
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
