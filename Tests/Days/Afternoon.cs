using GrantBot.Tests.Conversation;

namespace GrantBot.Tests.Days;

/// <summary>Monday, 13:30 to 17: an event is moved, undone and moved again; a kept answer is sent; a request opens again; people come to the event of the day.</summary>
internal static class Afternoon
{
    public static async Task HappensAsync(Cast cast)
    {
        var office = cast.Office;
        await office.UntilAsync(13, 30);
        await MoveAsync(cast, "26.04.2026 10:00");
        await cast.Owner.TapsAsync("btn.plan.undo");
        foreach (var one in office.Everybody) one.LooksAway();
        await office.UntilAsync(13, 35);
        foreach (var one in cast.Campers) one.ReadsNothing();
        await MoveAsync(cast, "27.04.2026 11:00");
        foreach (var one in office.Everybody) one.LooksAway();
        await office.UntilAsync(13, 40);
        foreach (var one in cast.Campers) one.Shown.ShouldHaveSingleItem($"{one} is to read once that the camp was moved\n{office.Diary.Last(one)}").Text.ShouldContain("11:00");
        foreach (var one in cast.Guests) one.ReadsNothing();

        await office.UntilAsync(14, 5);
        foreach (var one in cast.Guests) one.ReadsOf("rem.hour");
        await office.UntilAsync(14, 30);
        await KeptAnswerAsync(cast);
        await AgainAsync(cast);
        await ReopenAsync(cast, cast.Requests.Single(r => r.Asker == cast.People[1]));
        await office.UntilAsync(15, 40);
        await CheckInAsync(cast);
    }

    private static async Task MoveAsync(Cast cast, string to)
    {
        var owner = cast.Owner;
        await owner.SaysAsync("/event " + Cast.Later);
        await owner.TapsAsync("btn.move");
        await owner.SaysAsync(to);
        await owner.TapsAsync("btn.sameplace");
        owner.Reads(owner.Text("plan.told", ("n", cast.Campers.Count())));
        await owner.TapsAsync("btn.yes");
        owner.ReadsOf("plan.moved");
    }

    /// <summary>A question like one that was answered before: the answer is offered in place of typing.</summary>
    private static async Task KeptAnswerAsync(Cast cast)
    {
        var (beginner, camper) = (cast.People[22], cast.People[21]);
        var alike = cast.Keep(await beginner.AsksAsync("Хотим открыть клуб дебатов в школе, с чего начать?", 2));
        var other = cast.Keep(await camper.AsksAsync("Келесі лагерь қашан болады?", 3));
        await cast.Aigul.TakesAsync(alike);
        cast.Aigul.ReadsOf("c.canned");
        await cast.Aigul.PressesAsync(cast.Aigul.Text("btn.c.canned", ("n", 1)));
        beginner.LooksAway();
        await cast.Aigul.TapsAsync("btn.c.send");
        alike.Note(cast.Aigul, cast.Kept.Single(), toAsker: true);
        beginner.ReadsOnce(cast.Kept.Single());
        await MorningDesk.CloseAsync(cast, cast.Aigul, alike, 5);
        await cast.ServeAsync(cast.Dana, other, rating: 3);
    }

    /// <summary>Somebody who was answered in the morning has a second question.</summary>
    private static async Task AgainAsync(Cast cast)
    {
        var asker = cast.People[0];
        var again = cast.Keep(await asker.AsksAsync("Төрешілер курсына жазылуға болады ма?", 4, async () =>
        {
            await asker.SaysAsync("/menu");
            await asker.TapsAsync("menu.human");
            await asker.TapsAsync("btn.c.new");
        }));
        await cast.ServeAsync(cast.Boris, again, rating: 4);
    }

    /// <summary>Whoever writes within a day of the closing opens the request again, and its owner goes on.</summary>
    private static async Task ReopenAsync(Cast cast, Request request)
    {
        var (boris, asker) = (cast.Boris, request.Asker);
        await cast.Office.UntilAsync(15, 0);
        await asker.RepliesAsync(request, boris, "А если речь прервут вопросом?");
        asker.Reads(asker.Text("c.reopened", ("no", request.Number)));
        await boris.TapsAsync("btn.c.go", on: boris.Text("c.head.again", ("no", request.Number)));
        await boris.AnswersAsync(request, "Вопрос не входит в семь минут.");
        await MorningDesk.CloseAsync(cast, boris, request, 5);
    }

    /// <summary>Six type the code of the day, one is checked in by number, one comes without a registration.</summary>
    private static async Task CheckInAsync(Cast cast)
    {
        var owner = cast.Owner;
        await owner.SaysAsync("/code " + Cast.Today);
        var secrets = new Secrets(() => null);
        secrets.Hide(owner.ShownText);
        foreach (var one in cast.Guests.Take(6)) one.LooksAway();
        await cast.Office.AtOnceAsync(cast.Guests.Take(6).Select(g => (g, (Func<Somebody, Task>)(s => s.SaysAsync(secrets.Six)))));
        foreach (var one in cast.Guests.Take(6)) one.ReadsOf("ci.ok");
        await owner.SaysAsync($"/in {Cast.Today} {cast.People[6].Number("reg.ok")}");
        await owner.SaysAsync("/desk " + Cast.Today);
        await owner.TapsAsync("btn.walkin");
        await owner.TapsAsync("btn.signed");
        await owner.FillAsync(["Гостев", "Иван", "05.03.2001"], owner.Shown[^1]);
        await cast.Office.RestAsync();
        owner.ReadsOf("walkin.ok");
    }
}
