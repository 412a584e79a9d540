using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.League;

/// <summary>A debate league as a grant pays it: a local round in each of seven territories, whose best team goes to the regional final.</summary>
internal sealed class LeagueWorld : IAsyncDisposable
{
    public static readonly string[] Territories = ["aktau", "zhanaozen", "beineu", "karakiya", "mangystau", "munaily", "tupkaragan"];
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(5));
    private readonly List<Talker> people = [];

    private LeagueWorld(LivingBot bot) => (Bot, Staff) = (bot, bot.Person(1, "kk"));

    public LivingBot Bot { get; }

    /// <summary>The organiser.</summary>
    public Talker Staff { get; }

    public static async Task<LeagueWorld> StartAsync(ChannelKind channel)
    {
        var world = new LeagueWorld(await LivingBot.StartAsync(channel, Start));
        world.Bot.Patience = TimeSpan.FromMinutes(5); // a reminder draws 175 tickets
        await using (var db = world.Bot.Database())
        {
            db.Events.AddRange(Territories.Select((t, i) => Event("l" + t, $"Жергілікті кезең {i + 1}", 21, 1, t)));
            db.Events.Add(Event("final", "Облыстық финал", 42, 2, null));
            await db.SaveChangesAsync();
        }
        await world.Bot.RestartAsync();
        await world.SayAsync(world.Staff, "/start");
        await world.SayAsync(world.Staff, "Қазақша");
        await world.SayAsync(world.Staff, "/staff " + world.Bot.OwnerCode);
        return world;
    }

    /// <summary>Somebody new with a chat of their own.</summary>
    public Talker Newcomer()
    {
        var person = Bot.Person(people.Count + 2, "kk");
        people.Add(person);
        return person;
    }

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<IReadOnlyList<Seen>> SayAsync(Talker person, string text)
    {
        await person.SayAsync(text);
        await Bot.DrainAsync();
        return await person.ReadAsync();
    }

    /// <summary>Answers with a choice of what was said last.</summary>
    public async Task<IReadOnlyList<Seen>> PressAsync(Talker person, string label)
    {
        await person.PressAsync(label, Bot);
        await Bot.DrainAsync();
        return await person.ReadAsync();
    }

    /// <summary>What was said to somebody since they were asked last.</summary>
    public static async Task<string> HeardAsync(Talker person) => string.Join("\n", (await person.ReadAsync()).Select(s => s.Text));

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) person.Dispose();
        Staff.Dispose();
        await Bot.DisposeAsync();
    }

    private static EventRow Event(string code, string title, int days, int stage, string? territory) => new()
    {
        Id = new(Ids.New(Start)), Code = code, TitleKk = title, TitleRu = title, TitleEn = title, PlaceKk = "Жастар орталығы", PlaceRu = "Молодёжный центр", PlaceEn = "Youth centre",
        StartsAt = Start.AddDays(days), ClosesAt = Start.AddDays(days - 1), TeamMin = 2, TeamMax = 9, Series = "league", Stage = stage, Territory = territory, Territories = territory ?? "",
        Capacity = stage == 1 ? 27 : 63, Project = "DEB" + Start.Year.ToString(CultureInfo.InvariantCulture),
    };
}
