using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.League;

public sealed class LeagueTests
{
    /// <summary>
    /// One whole league: 7 territories, 20 teams, 175 people (fifteen teams of nine, five of eight), check-in, promotion, certificates, the
    /// regional final. On WhatsApp a small one, since everything but the channel is the same.
    /// </summary>
    [Theory]
    [InlineData(ChannelKind.Telegram, 20, 9, 15)]
    [InlineData(ChannelKind.WhatsApp, 7, 3, 7)]
    public async Task a_league_is_held_from_the_first_team_to_the_final(ChannelKind channel, int count, int size, int large)
    {
        await using var world = await LeagueWorld.StartAsync(channel);
        var teams = Enumerable.Range(1, count).Select(n => new LeagueTeam(world, n, LeagueWorld.Territories[(n - 1) % 7], n <= large ? size : size - 1)).ToList();
        var people = (large * size) + ((count - large) * (size - 1));
        foreach (var team in teams) await team.RegisterAsync();
        await using (var db = world.Bot.Database())
        {
            (await db.Teams.CountAsync(t => t.Status == RegistrationStatus.Confirmed)).ShouldBe(count);
            (await db.Registrations.CountAsync(r => r.Status == RegistrationStatus.Confirmed)).ShouldBe(people);
            (await db.Consents.CountAsync(c => c.ByGuardian)).ShouldBe(7);
        }
        await world.Bot.PassAsync(TimeSpan.FromDays(20)); // reminders of the day before
        foreach (var team in teams) (await LeagueWorld.HeardAsync(team.Captain)).ShouldContain(channel is ChannelKind.WhatsApp ? "толық жиналды" : "Еске саламыз");
        await world.Bot.PassAsync(TimeSpan.FromDays(1));
        await CheckInAsync(world, people - 7);
        await PromoteAsync(world, teams, 7 * size);
        await world.Bot.PassAsync(TimeSpan.FromHours(20));
        await CertifyAsync(world, people - 7);
    }

    /// <summary>At each door everybody but one is seen; the next day nobody is left in between.</summary>
    private static async Task CheckInAsync(LeagueWorld world, int seen)
    {
        foreach (var territory in LeagueWorld.Territories)
        {
            List<int> numbers;
            await using (var db = world.Bot.Database())
            {
                var id = db.Events.Single(e => e.Code == "l" + territory).Id;
                numbers = await db.Registrations.Where(r => r.EventId == id).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync();
            }
            foreach (var number in numbers.Skip(1)) await world.SayAsync(world.Staff, $"/in l{territory} {number}");
        }
        await using var after = world.Bot.Database();
        (await after.Registrations.CountAsync(r => r.Status == RegistrationStatus.Attended)).ShouldBe(seen);
    }

    /// <summary>The first team of each territory goes to the final, and its captain confirms for all.</summary>
    private static async Task PromoteAsync(LeagueWorld world, List<LeagueTeam> teams, int finalists)
    {
        foreach (var team in teams.Take(6)) await WinAsync(world, team);
        Words(await world.SayAsync(world.Staff, "/stage league")).ShouldContain("Түпқараған");
        await WinAsync(world, teams[6]);
        await using var db = world.Bot.Database();
        var final = db.Events.Single(e => e.Code == "final").Id;
        (await db.Teams.CountAsync(t => t.EventId == final && t.Status == RegistrationStatus.Confirmed)).ShouldBe(7);
        (await db.Registrations.CountAsync(r => r.EventId == final && r.Status == RegistrationStatus.Confirmed)).ShouldBe(finalists);
    }

    private static async Task WinAsync(LeagueWorld world, LeagueTeam team)
    {
        await world.SayAsync(team.Captain, "Мәзір"); // whoever wrote within a day can be written to on WhatsApp too
        await world.SayAsync(world.Staff, $"/promote l{team.Territory} {team.Name}");
        (await LeagueWorld.HeardAsync(team.Captain)).ShouldContain(team.Name);
        await world.PressAsync(team.Captain, Given.Locales.Shipped["btn.willcome", "kk"]);
    }

    private static async Task CertifyAsync(LeagueWorld world, int seen)
    {
        foreach (var territory in LeagueWorld.Territories)
        {
            await world.SayAsync(world.Staff, "/certificates l" + territory);
            await world.PressAsync(world.Staff, "Жасап, жіберу");
        }
        await using var db = world.Bot.Database();
        (await db.Certificates.CountAsync()).ShouldBe(seen);
        (await db.Registrations.CountAsync(r => r.Status == RegistrationStatus.NoShow)).ShouldBe(7);
        Words(await world.SayAsync(world.Staff, "/stats laktau")).ShouldContain("Келді: ");
    }

    private static string Words(IReadOnlyList<Given.Talkers.Seen> seen) => string.Join("\n", seen.Select(s => s.Text));
}
