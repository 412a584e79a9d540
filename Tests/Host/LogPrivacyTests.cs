using System.Net;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Tests.Host;

/// <summary>Nothing a person wrote, no secret and no code stands in the log.</summary>
public sealed class LogPrivacyTests
{
    private const string Token = "100200300:AAobviously-a-token-of-nobody";

    private static readonly string[] Answers =
    [
        "Қазақша", "/start ev_open", "Тіркелу", "Келісемін", "Әлиева", "Сана", "Нұрланқызы", "20.03.1996", "Әйел", "Ақтау қаласы", "Бизнес өкілі",
        "Өткізіп жіберу", "Пандус керек", "+7 701 222 33 44", "Иә", "Жоқ", "Бәрі дұрыс", "Қызметкер", "Менде жеке сұрақ бар",
    ];

    private static readonly string[] Private =
    [
        "Әлиева", "Сана", "Нұрланқызы", "20.03.1996", "1996-03-20", "Пандус", "701 222", "7012223344", "Менде жеке", "жеке сұрақ", "Айбек", "700 000 00 99", "7001002003", Token, "AAobviously",
    ];

    [Fact]
    public async Task a_whole_registration_while_polling_leaves_no_trace_of_the_person_in_the_log()
    {
        using var log = new KeptLog();
        string? owner;
        await using (var telegram = await TelegramAsync())
        await using (var host = await RunningHost.StartAsync(s => s with { Telegram = new TelegramOptions { Token = Token, ApiBaseUrl = telegram.BaseUrl } }, log))
        {
            owner = host.OwnerCode.ShouldNotBeNull();
            telegram.Break("sendMessage", new Fault.Drop());
            telegram.Break("sendMessage", new Fault.Answer(400, "Bad Request: message text is wrong"));
            await WalkAsync(telegram, host, owner);
            await using var db = host.Database();
            db.Registrations.Count().ShouldBe(1);
            db.Staff.Count().ShouldBe(1);
        }
        Check(log, owner);
    }

    [Fact]
    public async Task a_webhook_with_rubbish_and_forgeries_leaves_no_secret_in_the_log()
    {
        using var log = new KeptLog();
        await using (var telegram = await TelegramAsync())
        await using (var host = await RunningHost.StartAsync(s => s with { Telegram = RunningHost.ByWebhook(telegram) with { Token = Token } }, log))
        {
            (await host.TelegramAsync("""{"update_id":5,"message":{"text":"Сана Әлиева","chat":{"id":7001002003},"date":"never"}}""")).ShouldBe(HttpStatusCode.OK);
            (await host.TelegramAsync("""{"text":"Сана Әлиева"}""", "a-guessed-secret")).ShouldBe(HttpStatusCode.Unauthorized);
            await host.DrainAsync();
        }
        Check(log, RunningHost.TelegramSecret, "a-guessed-secret");
    }

    private static async Task<TelegramEmulator> TelegramAsync()
    {
        var telegram = new TelegramEmulator(new() { Token = Token });
        await telegram.StartAsync();
        return telegram;
    }

    private static async Task WalkAsync(TelegramEmulator telegram, RunningHost host, string owner)
    {
        var person = telegram.Person(7001002003);
        foreach (var said in (string[])["/start", .. Answers, "/staff " + owner, "/staff WRONGCODE2"])
        {
            person.SendText(said);
            do await host.DrainAsync();
            while (telegram.Feed.Waiting > 0);
            await host.DrainAsync();
        }
    }

    private static void Check(KeptLog log, params string[] more)
    {
        var lines = log.Lines;
        lines.ShouldContain(l => l.StartsWith("GrantBot.", StringComparison.Ordinal), "the program's own log is heard");
        foreach (var word in (string[])[.. Private, .. Answers.Where(a => a.Length > 8), .. more])
            lines.Where(l => l.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(word);
    }
}
