using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Consultations;

/// <summary>A request from WhatsApp, whose 24 hours the adviser sees: what the adviser is told is what happens.</summary>
public sealed class WindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, (int, int)> Approved = new(StringComparer.Ordinal) { ["kk"] = (0, 0) };

    [Theory]
    [InlineData("23:50", "WhatsApp: еркін жазуға 0 сағ 05 мин қалды.", "Үлгіов Айбек:\nСәлеметсіз бе!")]
    [InlineData("23:59", "WhatsApp: адамның соңғы хабарламасынан бері 24 сағат өтті.", "[t_kk/kk]")]
    [InlineData("1.00:00", "WhatsApp: адамның соңғы хабарламасынан бері 24 сағат өтті.", "[t_kk/kk]")]
    [InlineData("1.12:00", "WhatsApp: адамның соңғы хабарламасынан бері 24 сағат өтті.", "[t_kk/kk]")]
    public async Task the_owner_is_told_what_then_happens(string later, string told, string read)
    {
        await using var scene = await BeginAsync();
        await scene.PassAsync(TimeSpan.Parse(later, System.Globalization.CultureInfo.InvariantCulture));
        (await scene.BossAsync("№ 1")).ShouldContain(t => t.StartsWith(told, StringComparison.Ordinal));
        await scene.BossAsync("Сәлеметсіз бе!");
        (await scene.SanaAsync()).ShouldHaveSingleItem().ShouldStartWith(read);
        scene.Bot.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task the_person_is_asked_back_once_and_then_reads_all_in_order()
    {
        await using var scene = await BeginAsync();
        await scene.PassAsync(TimeSpan.FromHours(25));
        await scene.BossAsync("№ 1", "Сәлеметсіз бе!");
        (await scene.SanaAsync()).ShouldBe(["[t_kk/kk]"]);
        await scene.PassAsync(TimeSpan.FromHours(3));
        (await scene.BossAsync("Мұғалім бар ма?")).ShouldHaveSingleItem().ShouldStartWith("WhatsApp: адамнан жазуын сұрадық (03.03.2026 11:00), әзірге жауап жоқ.");
        await scene.PassAsync(TimeSpan.FromHours(20));
        await scene.BossAsync("Бөлме керек пе?");
        (await scene.SanaAsync()).ShouldBeEmpty();
        await scene.Bot.RestartAsync();
        await scene.BossAsync("Күтемін.");
        (await scene.SanaAsync()).ShouldBeEmpty();
        var all = await scene.SanaAsync("Сәлем");
        all.Where(t => t.StartsWith("Үлгіов Айбек:", StringComparison.Ordinal)).Select(t => t.Split('\n')[1]).ShouldBe(["Сәлеметсіз бе!", "Мұғалім бар ма?", "Бөлме керек пе?", "Күтемін."]);
        (await scene.BossAsync("Рақмет!")).ShouldNotContain(t => t.StartsWith("WhatsApp", StringComparison.Ordinal));
        scene.Bot.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task without_a_template_the_owner_is_told_to_ring_and_nothing_is_sent()
    {
        await using var scene = await BeginAsync(approved: false);
        await scene.PassAsync(TimeSpan.FromHours(24));
        (await scene.BossAsync("№ 1", "Сәлеметсіз бе!"))[^1].ShouldEndWith("қоңырау шалыңыз: +7 700 000 00 00");
        (await scene.SanaAsync()).ShouldBeEmpty();
        scene.Bot.Refused.ShouldBe(0);
    }

    private static async Task<Scene> BeginAsync(bool approved = true)
    {
        var bot = await LivingBot.StartAsync(ChannelKind.WhatsApp, Now, templates: approved ? Approved : null);
        var scene = new Scene(bot, bot.Person(1, "kk"), bot.Person(2, "kk"));
        await scene.BossAsync("/start", "Қазақша", "/staff " + bot.OwnerCode);
        await scene.SanaAsync("/start", "Қазақша", "қызметкер", "Келісемін", "Клуб ашу және жүргізу", "Клубты қалай ашамыз?", "Осы чатта", "Әлиева Сана", "8 700 000 00 00", "№22 мектеп", "Бәрі дұрыс");
        await scene.BossAsync("Аламын", "Үлгіов Айбек", "Алдымен мұғалім керек.", "/consult");
        await scene.SanaAsync();
        return scene;
    }

    private sealed record Scene(LivingBot Bot, Talker Boss, Talker Sana) : IAsyncDisposable
    {
        public async Task<IReadOnlyList<string>> BossAsync(params string[] said) => await SayAsync(Boss, said);
        public async Task<IReadOnlyList<string>> SanaAsync(params string[] said) => await SayAsync(Sana, said);
        public Task PassAsync(TimeSpan time) => Bot.PassAsync(time);
        public ValueTask DisposeAsync() => Bot.DisposeAsync();

        private async Task<IReadOnlyList<string>> SayAsync(Talker who, string[] said)
        {
            foreach (var text in said)
            {
                await who.SayAsync(text);
                await Bot.DrainAsync();
            }
            return [.. (await who.ReadAsync()).Select(s => s.Text)];
        }
    }
}
