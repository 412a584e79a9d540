namespace GrantBot.Tests.Days;

/// <summary>Monday, 10 to 13:30: every door to the desk, more registrations, a request handed over, a message to many, and the program stopped and started anew.</summary>
internal static class Midday
{
    private static readonly Dictionary<string, string> News = new()
    {
        ["kk"] = "Лагерьге жылы киім алып келіңіздер!", ["ru"] = "Возьмите в лагерь тёплые вещи!", ["en"] = "Bring warm clothes to the camp, please!",
    };

    public static async Task HappensAsync(Cast cast)
    {
        var office = cast.Office;
        await office.UntilAsync(10, 15);
        await Morning.RegisterAsync(cast, cast.Guests.Skip(9), Cast.Today);
        await MiddleOfAFormAsync(cast, cast.People[8]);
        await office.UntilAsync(10, 30);
        await DoorsAsync(cast);
        await office.UntilAsync(11, 0);
        await Morning.RegisterAsync(cast, cast.Campers, Cast.Later);
        await office.UntilAsync(11, 20);
        await cast.Quiet.SaysAsync(cast.Quiet.Language switch { "ru" => "Стоп", "en" => "stop", _ => "Тоқта" });
        await office.UntilAsync(11, 30);
        var (closing, filling) = await BeforeLunchAsync(cast);
        foreach (var one in cast.Consultants) one.LooksAway();
        await office.UntilAsync(12, 10);
        var first = cast.Requests[0];
        var owner = first.Owners.ShouldHaveSingleItem();
        owner.Reads(owner.Text("c.later.now", ("no", first.Number)));
        await SendToManyAsync(cast);
        await office.UntilAsync(13, 0);
        await office.RestartAsync();
        await AfterRestartAsync(cast, closing, filling);
    }

    /// <summary>Somebody wants a person in the middle of a registration, asks, and goes on where they stopped.</summary>
    private static async Task MiddleOfAFormAsync(Cast cast, Somebody asker)
    {
        await asker.OpensAsync("ev_" + Cast.Today);
        await asker.ChoosesLanguageAsync();
        await asker.TapsAsync("btn.register");
        await asker.TapsAsync("btn.agree");
        await asker.SaysAsync(asker.Name.Split(' ')[0]);
        await asker.SaysAsync("talk to staff");
        var request = cast.Keep(await asker.AsksAsync("Will there be a lift for a wheelchair?", 3, () => asker.TapsAsync("btn.c.ask")));
        await asker.TapsAsync("btn.menu");
        await asker.TapsAsync("btn.continue");
        if (asker.IsShown("btn.continue")) await asker.TapsAsync("btn.continue");
        await asker.FillAsync([.. asker.Name.Split(' '), "05.03.2000"], asker.Shown[^1]);
        await cast.Office.RestAsync();
        asker.ReadsOf("reg.ok");
        await cast.ServeAsync(cast.Aigul, request, rating: 5);
    }

    /// <summary>By the menu, by words, by a command.</summary>
    private static async Task DoorsAsync(Cast cast)
    {
        var (third, fourth, fifth) = (cast.People[3], cast.People[4], cast.People[5]);
        var byMenu = cast.Keep(await third.AsksAsync("Жеңімпаздар қайда жарияланады?", 0));
        var byWord = cast.Keep(await fourth.AsksAsync("Кто судит школьников младше четырнадцати?", 4, () => fourth.SaysAsync("нужен сотрудник")));
        var byCommand = cast.Keep(await fifth.AsksAsync("Is the bus to the hall free of charge?", 3, () => fifth.SaysAsync("/human")));
        await cast.ServeAsync(cast.Aigul, byMenu, rating: 4);
        await cast.ServeAsync(cast.Dana, byWord);
        await cast.ServeAsync(cast.Emil, byCommand, rating: 5);
        await cast.Emil.RecordsAsync(cast, came: true, "Walker Sue", "School 9");
        await cast.Dana.RecordsAsync(cast, came: false, "Тілеубай Қанат", "№11 мектеп");
    }

    /// <summary>Four more ask; one is handed over, one served, one half closed, and somebody has not finished asking. Gives the last two.</summary>
    private static async Task<(Request Closing, Somebody Filling)> BeforeLunchAsync(Cast cast)
    {
        var (fourteen, sixteen, seventeen, eighteen, nineteen) = (cast.People[14], cast.People[16], cast.People[17], cast.People[18], cast.People[19]);
        var handed = cast.Keep(await fourteen.AsksAsync("Who signs the diploma of a winner?", 5));
        var closing = cast.Keep(await sixteen.AsksAsync("Можно ли взять в лагерь гитару?", 3));
        var served = cast.Keep(await seventeen.AsksAsync("Are there vegetarian meals in the camp?", 3));
        var fourth = cast.Keep(await eighteen.AsksAsync("Лагерьде дәрігер бола ма?", 3));
        await HandAsync(cast, handed);
        await cast.ServeAsync(cast.Emil, served, rating: 2);
        await cast.ServeAsync(cast.Aigul, fourth, rating: 5);
        await cast.Boris.TakesAsync(closing);
        await cast.Boris.AnswersAsync(closing, Cast.Answer(closing));
        await cast.Boris.TapsAsync("btn.c.close");
        closing.Note(cast.Boris, Cast.Given(closing), toAsker: false);
        await cast.Boris.SaysAsync(Cast.Given(closing));
        await nineteen.PreparesAsync("А родителям можно приехать на закрытие?", 3);
        return (closing, nineteen);
    }

    private static async Task HandAsync(Cast cast, Request request)
    {
        var (boris, dana) = (cast.Boris, cast.Dana);
        await boris.TakesAsync(request);
        await boris.AnswersAsync(request, "One moment, my colleague knows about diplomas.");
        dana.LooksAway();
        await boris.TapsAsync("btn.c.hand");
        await boris.PressesAsync(dana.Name);
        dana.ReadsOf("c.handed.you");
        request.Owners.Add(dana);
        await dana.TapsAsync("btn.c.go");
        dana.Reads(request.Question);
        await dana.AnswersAsync(request, Cast.Answer(request));
        await request.Asker.RepliesAsync(request, dana, "Thank you, that helps a lot.");
        await MorningDesk.CloseAsync(cast, dana, request, 4);
    }

    /// <summary>To the people of an event, each in their own language; previewed and counted; whoever said stop gets none.</summary>
    private static async Task SendToManyAsync(Cast cast)
    {
        var owner = cast.Owner;
        await owner.SaysAsync($"/send {Cast.Later} {News["ru"]}");
        await owner.TapsAsync("btn.bc.change");
        await owner.SaysAsync(News["kk"]);
        await owner.SaysAsync(News["en"]);
        await owner.TapsAsync("btn.bc.check");
        foreach (var text in News.Values) owner.Reads(text);
        owner.ReadsOnce(owner.Text("bc.not.stopped", ("n", 1)));
        foreach (var one in cast.Office.Everybody) one.LooksAway();
        await owner.TapsAsync("btn.bc.send", ("n", cast.Campers.Count() - 1));
        await cast.Office.RestAsync();
        foreach (var one in cast.Campers.Where(c => c != cast.Quiet)) one.ReadsOnce(News[one.Language]);
        foreach (var one in cast.Office.Everybody.Except(cast.Campers).Append(cast.Quiet).Except([owner])) one.ReadsNothing();
    }

    /// <summary>Nobody has to say anything again.</summary>
    private static async Task AfterRestartAsync(Cast cast, Request closing, Somebody filling)
    {
        foreach (var one in cast.Office.Everybody) one.LooksAway();
        await cast.Office.RestAsync();
        foreach (var one in cast.Office.Everybody) one.ReadsNothing();
        closing.Asker.LooksAway();
        await cast.Boris.TapsAsync("btn.ok");
        cast.Boris.Reads(cast.Boris.Text("c.closed", ("no", closing.Number)));
        closing.Asker.ReadsOf("c.ended");
        await filling.TapsAsync("btn.ok");
        var request = cast.Keep(filling.Asked("А родителям можно приехать на закрытие?"));
        await cast.ServeAsync(cast.Emil, request, rating: 5);
        await cast.Boris.RecordsAsync(cast, came: true, "Кузнецова Алла", "Школа №3");
        await cast.Aigul.RecordsAsync(cast, came: false, "Жұмабек Ерлан", "№2 мектеп");
    }
}
