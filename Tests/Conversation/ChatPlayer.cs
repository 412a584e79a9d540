using System.Globalization;
using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Conversation;

/// <summary>What came of a step.</summary>
internal sealed record Played(Step Step, IReadOnlyList<(string Who, Seen Seen)> Heard, IReadOnlyList<string> Facts, string? Fault = null);

/// <summary>Acts a script out on one channel of the real program. The next line is said only when all is calm.</summary>
internal sealed class ChatPlayer : IAsyncDisposable
{
    private readonly ChatScript script;
    private readonly LivingBot bot;
    private readonly Secrets secrets;
    private readonly Dictionary<string, Talker> people = new(StringComparer.Ordinal);
    private readonly Dictionary<Talker, IReadOnlyList<Seen>> kept = []; // what a macro read on its way and left to be shown
    private readonly Dictionary<Talker, Seen> lastSeen = [];
    private readonly GroupTalk? group;
    private long lastFact;

    private ChatPlayer(ChatScript script, LivingBot bot) => (this.script, this.bot, secrets, group) = (script, bot, new(() => bot.OwnerCode), script.Given.TryGetValue("group", out var kind) ? new(bot, forum: kind == "topics") : null);

    /// <summary>Plays a script; with restarts the program starts anew from its database before every step.</summary>
    public static async Task<IReadOnlyList<Played>> PlayAsync(ChatScript script, ChannelKind channel, bool twice = false, bool restarts = false, Product product = Product.Sqlite)
    {
        if (script.Given.ContainsKey("drawing")) Assert.SkipUnless(Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH")).Available, "rsvg-convert is not installed");
        await using var player = new ChatPlayer(script, await LivingBot.StartAsync([channel, .. script.Together.Where(c => c != channel)], script.Now, twice, digest: script.Given.ContainsKey("digest") ? new(DayOfWeek.Monday, new TimeOnly(9, 0)) : null, publicUrl: script.Together.Count > 0 ? Secrets.PublicUrl : null, product: product));
        await player.PrepareAsync();
        var played = new List<Played>();
        foreach (var step in script.Steps.Where(s => s.Only.Holds(channel)))
        {
            if (restarts) await player.bot.RestartAsync();
            played.Add(await player.TakeAsync(step));
        }
        return played;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) person.Dispose();
        return bot.DisposeAsync();
    }

    private async Task<Played> TakeAsync(Step step)
    {
        string? fault = null;
        try
        {
            if (step.Kind == '@' && step.What.StartsWith("attended ", StringComparison.Ordinal)) await bot.AttendAsync(step.What["attended ".Length..]);
            else if (step.Kind == '@') await bot.PassAsync(Span(step.What));
            else if (step.Kind == '?') fault = await AnswerAsync(step.What);
            else await ActAsync(Person(step.Who), step.What);
            await bot.DrainAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            fault = e.Message;
        }
        var heard = new List<(string, Seen)>();
        foreach (var (who, talker) in people)
        {
            IReadOnlyList<Seen> read = [.. kept.Remove(talker, out var left) ? left : [], .. await talker.ReadAsync()];
            if (read.Count > 0) lastSeen[talker] = read[^1];
            heard.AddRange(read.Where(s => !IsChart(s)).Select(s => (who, s with { Text = secrets.Hide(s.Text) })));
        }
        heard.AddRange((group?.Read() ?? []).Select(s => ("group", s with { Text = secrets.Hide(s.Text) })));
        return new(step, heard, await FactsAsync(), fault);
    }

    private async Task ActAsync(Talker person, string what)
    {
        var rest = what.Contains(' ', StringComparison.Ordinal) ? what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "";
        switch (what.Split(' ')[0])
        {
            case "open": await person.OpenAsync(secrets.Link); break;
            case "scan": await person.OpenAsync(await TicketAsync(rest)); break;
            case "registers": await RegistersAsync(person, rest.Split(' ')); break;
            case "fills": kept[person] = await Registrant.Of(Language, rest.Split(' ')).GoOnAsync(bot, person, lastSeen[person]); break;
            case "again": await person.PressAgainAsync(); break;
            case "quotes": await person.QuoteAsync(rest[..rest.IndexOf(" | ", StringComparison.Ordinal)], rest[(rest.IndexOf(" | ", StringComparison.Ordinal) + 3)..]); break;
            case "in" when group is not null && rest.StartsWith("group ", StringComparison.Ordinal): InGroup(person, secrets.Reveal(rest["group ".Length..])); break;
            case "edit": await person.EditAsync(rest); break;
            case "late": await person.PressLateAsync(rest.Trim('[', ']')); break;
            case "contact" when rest.StartsWith("foreign ", StringComparison.Ordinal): await person.ContactAsync(rest[8..], own: false); break;
            case "contact": await person.ContactAsync(rest, own: true); break;
            case "place": await person.PlaceAsync(double.Parse(rest.Split(' ')[0], CultureInfo.InvariantCulture), double.Parse(rest.Split(' ')[1], CultureInfo.InvariantCulture)); break;
            case "file": await person.FileAsync(rest, Transcripts.Attachment(rest)); break;
            case "sticker" or "voice": await person.OddAsync(what); break;
            case var _ when what.StartsWith('['): await person.PressAsync(what.Trim('[', ']'), bot); break;
            default: await person.SayAsync(secrets.Reveal(what)); break;
        }
    }

    /// <summary>"[Аламын], with aida": both press before the bot has heard either.</summary>
    private void InGroup(Talker person, string what)
    {
        var both = what.Split(", with ");
        group!.Act(person, both[0]);
        if (both.Length > 1) group.Act(Person(both[1]), both[0]);
    }

    /// <summary>What a phone's camera reads on a ticket: of the code given, of the last one shown, or one that somebody forged.</summary>
    private async Task<string> TicketAsync(string what)
    {
        await using var db = bot.Database();
        return await DoorScene.TokenAsync(db, secrets.Reveal(what));
    }

    /// <summary>"registers open Әлиева Сана 05.03.2000 territory=…": the whole way from the event's link to the end; only the end is shown.</summary>
    private async Task RegistersAsync(Talker person, string[] said)
    {
        await person.OpenAsync("ev_" + said[0]);
        kept[person] = await Registrant.Of(Language, said[1..]).GoOnAsync(bot, person);
    }

    private string Language => script.Given.GetValueOrDefault("language", "kk");

    private Talker Person(string who)
    {
        if (!people.TryGetValue(who, out var talker)) people[who] = talker = bot.Person(people.Count + 1, Language, script.Of(who) ?? bot.Channel);
        return talker;
    }

    private async Task<string?> AnswerAsync(string question)
    {
        if (!question.StartsWith("nowhere ", StringComparison.Ordinal)) throw new FormatException($"What is asked by \"{question}\"?");
        return await bot.WhereAsync(question["nowhere ".Length..]) is { } where ? $"It is in the database: {where}" : null;
    }

    private async Task<IReadOnlyList<string>> FactsAsync()
    {
        await using var db = bot.Database();
        var rows = await db.Facts.AsNoTracking().Where(f => f.Id > lastFact).OrderBy(f => f.Id).Select(f => new { f.Id, f.Type }).ToListAsync();
        if (rows.Count > 0) lastFact = rows[^1].Id;
        return [.. rows.Select(r => r.Type)];
    }

    private async Task PrepareAsync()
    {
        await using var db = bot.Database();
        if (script.Given.ContainsKey("parked"))
            db.Inbox.Add(new InboxRow { Channel = bot.Channel, ExternalId = "parked", ChatKey = "0", Payload = "{}"u8.ToArray(), ReceivedAt = script.Now, State = InboxState.Parked, Error = "TimeoutException at a place" });
        foreach (var (key, value) in script.Given.Where(g => g.Key.StartsWith("event ", StringComparison.Ordinal)))
        {
            var code = key["event ".Length..];
            var row = db.Events.Single(e => e.Code == code);
            for (var rest = value.Split(' '); rest.Length > 0;) rest = Change(row, rest);
        }
        DoorScene.Prepare(db, script.Given);
        await db.SaveChangesAsync();
        if (script.Given.Keys.Any(k => k == "parked" || k.Contains(' ', StringComparison.Ordinal))) await bot.RestartAsync(); // a running program keeps events in memory and has planned what is due
    }

    /// <summary>Puts one thing that is given into an event; what is left of the words.</summary>
    private static string[] Change(EventRow row, string[] given)
    {
        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
        switch (given)
        {
            case ["seats", var seats, .. var rest]: row.Capacity = Number(seats); return rest;
            case ["ages", var ages, .. var rest]: (row.MinAge, row.MaxAge) = (Number(ages.Split('-')[0]), Number(ages.Split('-')[1])); return rest;
            case ["territories", var codes, .. var rest]: row.Territories = codes.Replace('+', ' '); return rest;
            case ["quotas", var young, var others, .. var rest]: row.Quotas = Quotas(Number(young), Number(others)); return rest;
            case ["late", .. var rest]: row.ClosesAt = row.StartsAt.AddHours(8); return rest;
            case ["days", var days, .. var rest]: row.Sessions = DoorScene.Days(row, Number(days)); return rest;
            case ["closed", .. var rest]: row.Open = false; return rest;
            case ["disability", .. var rest]: row.AsksDisability = true; return rest;
            case ["vulnerable", .. var rest]: row.AsksVulnerable = true; return rest;
            case ["teams", var size, .. var rest]: (row.TeamMin, row.TeamMax) = (Number(size.Split('-')[0]), Number(size.Split('-')[1])); return rest;
            case ["series", var series, var stage, .. var rest]: (row.Series, row.Stage) = (series, Number(stage)); return rest;
            case ["for", var territory, .. var rest]: row.Territory = territory; return rest;
            default: throw new FormatException($"What is given by \"{string.Join(' ', given)}\"?");
        }
    }

    private static string Quotas(int young, int others)
    {
        List<Quota> quotas = [new("young", new("Жас мамандар", "Молодые специалисты", "Young specialists"), young, "young_spec", ["yes"])];
        if (others > 0) quotas.Add(new("youth", new("Жастар", "Молодёжь", "Youth"), others));
        return DomainJson.Write(quotas);
    }

    /// <summary>Charts come to messengers only where rsvg-convert is installed, to pages as drawings; the words beside them say the same.</summary>
    private static bool IsChart(Seen seen) => seen.File is { } file && (file == "image" || file.EndsWith(".png", StringComparison.Ordinal) || file is "count.svg" or "stats.svg");

    private static TimeSpan Span(string what)
    {
        var number = int.Parse(what.AsSpan(1, what.Length - 2), CultureInfo.InvariantCulture);
        return what[^1] switch { 'd' => TimeSpan.FromDays(number), 'h' => TimeSpan.FromHours(number), 'm' => TimeSpan.FromMinutes(number), _ => throw new FormatException($"How long is \"{what}\"?") };
    }
}
