using System.Text.RegularExpressions;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace GrantBot.Tests.Host;

/// <summary>The day of the open championship: three people are expected, a member of staff sits at the desk.</summary>
internal sealed partial class DeskHouse : IAsyncDisposable
{
    private DeskHouse(LivingBot bot, Talker staff) => (Bot, Staff) = (bot, staff);

    public LivingBot Bot { get; }
    public Talker Staff { get; }

    public static async Task<DeskHouse> OpenAsync()
    {
        var bot = await LivingBot.StartAsync(ChannelKind.Web, RunningHost.Today);
        await using (var db = bot.Database())
        {
            var e = db.Events.Single(e => e.Code == "open");
            foreach (var (surname, given, ticket) in new[] { ("Әлиева", "Сана", "K7M2QX"), ("Серіков", "Арман", "M4N8PR"), ("Қуанышқызы", "Айдана", "P2P3P4") })
            {
                DoorScene.Add(db, e, surname, given, ticket);
                db.SaveChanges();
            }
        }
        await bot.RestartAsync();
        var house = new DeskHouse(bot, bot.Person(1, "en"));
        foreach (var line in new[] { "/start", "English", "/staff " + bot.OwnerCode }) await house.SayAsync(line);
        await bot.PassAsync(TimeSpan.FromDays(35) + TimeSpan.FromHours(3));
        await house.SayAsync("/desk");
        return house;
    }

    /// <summary>What the bot answers the member of staff.</summary>
    public async Task<string> SayAsync(string text)
    {
        await Staff.SayAsync(text);
        await Bot.DrainAsync();
        return string.Join('\n', (await Staff.ReadAsync()).Select(s => s.Text));
    }

    /// <summary>A one-time link to the page.</summary>
    public async Task<Uri> LinkAsync() => new(Link().Match(await SayAsync("Desk page")).Value);

    /// <summary>What a QR code says.</summary>
    public async Task<string> TicketAsync(string ticket, string e = "open")
    {
        await using var db = Bot.Database();
        var key = DoorQuery.Key(db, (await db.Events.SingleAsync(row => row.Code == e)).Id);
        return "https://t.me/some_bot?start=k_" + key.Token(ticket).Text;
    }

    /// <summary>Registers one more, after the page has fetched its list.</summary>
    public async Task LateAsync(string surname, string given, string ticket)
    {
        await using var db = Bot.Database();
        DoorScene.Add(db, db.Events.Single(e => e.Code == "open"), surname, given, ticket);
        await db.SaveChangesAsync();
    }

    /// <summary>Who came, and how.</summary>
    public async Task<IReadOnlyList<(int Number, CheckInWay How)>> CameAsync()
    {
        await using var db = Bot.Database();
        var rows = await db.Attendance.AsNoTracking().Join(db.Registrations, a => a.RegistrationId, r => r.Id, (a, r) => new { r.Number, a.How }).OrderBy(r => r.Number).ToListAsync();
        return [.. rows.Select(r => (r.Number, r.How))];
    }

    /// <summary>What was recorded of check-ins, in order: the fact and the number of the registration.</summary>
    public async Task<IReadOnlyList<(string Fact, int Number)>> FactsAsync()
    {
        await using var db = Bot.Database();
        var rows = await db.Facts.AsNoTracking().Where(f => f.Type == nameof(Fact.CheckedIn) || f.Type == nameof(Fact.CheckInUndone)).Join(db.Registrations, f => f.PersonId, r => r.PersonId, (f, r) => new { f.Id, f.Type, r.Number }).OrderBy(f => f.Id).ToListAsync();
        return [.. rows.Select(r => (r.Type, r.Number))];
    }

    /// <summary>A picture for people who want to see the page; none without GRANTBOT_PICTURES.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GRANTBOT_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        Staff.Dispose();
        await Bot.DisposeAsync();
    }

    [GeneratedRegex(@"http://\S+/desk/#\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
