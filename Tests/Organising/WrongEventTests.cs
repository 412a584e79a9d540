using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;
using GrantBot.Tests.Host;

namespace GrantBot.Tests.Organising;

/// <summary>Whoever names an event that is not there is offered the nearest, whatever the command; a new command that is about an event has to do the same.</summary>
public sealed class WrongEventTests
{
    private const string Wrong = "Ашық турнир", Near = "Ашық чемпионат";

    /// <summary>These are about no event: what stands behind them is a role, a project, a series, or nothing.</summary>
    private static readonly string[] AboutNoEvent =
        ["digest", "indicators", "reach", "new", "venues", "projects", "tables", "people", "forms", "reviews", "parked", "survey", "consult", "journal", "group", "leave", "stage", "invite", "staff"];

    public static TheoryData<string> Commands => [.. StaffCommand.All.Select(c => c.Name).Except(AboutNoEvent)];

    [Fact]
    public void each_command_is_about_an_event_or_is_not() => AboutNoEvent.Except(StaffCommand.All.Select(c => c.Name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task a_wrong_event_gets_the_nearest_and_by_its_button_the_command_goes_on(string command)
    {
        await using var bot = await LivingBot.StartAsync(ChannelKind.Telegram, RunningHost.Today);
        using var boss = bot.Person(1, "kk");
        await SayAsync(bot, boss, "/start", "Қазақша", "/staff " + bot.OwnerCode);
        var (rest, ends) = command switch { "promote" => ("turnir 1", false), "send" => ("turnir Сәлем", false), "in" => ("turnir", true), _ => (Wrong, true) };
        var answer = await SayAsync(bot, boss, $"/{command} {rest}");
        answer.Text.ShouldContain("табылмады");
        answer.Text.ShouldContain($"open – {Near}");
        if (!ends) return;
        await boss.PressAsync(Near, bot);
        await bot.DrainAsync();
        string.Join('\n', (await boss.ReadAsync()).Select(s => s.Text)).ShouldNotContain("табылмады");
    }

    private static async Task<Seen> SayAsync(LivingBot bot, Talker person, params string[] lines)
    {
        foreach (var line in lines)
        {
            await person.SayAsync(line);
            await bot.DrainAsync();
        }
        return (await person.ReadAsync())[^1];
    }
}
