namespace GrantBot.Tests.Days;

/// <summary>Monday, 17 to 20: an answer that is late, the last who ask, and somebody on WhatsApp who is asked back in after a day.</summary>
internal static class Evening
{
    public static async Task HappensAsync(Cast cast)
    {
        var office = cast.Office;
        var first = cast.Requests[0];
        var owner = first.Owners.ShouldHaveSingleItem();
        cast.Gulnur.LooksAway();
        owner.LooksAway();
        await office.UntilAsync(17, 5);
        owner.Reads(owner.Text("c.head.late", ("no", first.Number)));
        cast.Gulnur.ReadsOf("c.late");

        var six = cast.Keep(await cast.People[6].AsksAsync("Ертеңгі дебатқа көрермен бола аламын ба?", 3));
        var seven = cast.Keep(await cast.People[7].AsksAsync("Можно ли получить справку для школы?", 5));
        await cast.ServeAsync(cast.Boris, six, rating: 5);
        await cast.ServeAsync(cast.Dana, seven, rating: 4);
        await cast.Emil.RecordsAsync(cast, came: true, "Hill Ann", "School 4");
        await cast.Boris.RecordsAsync(cast, came: false, "Фролов Егор", "Школа №8");

        await office.UntilAsync(18, 30);
        var last = cast.Keep(await cast.People[9].AsksAsync("Ата-анамның келісімін қалай әкелемін?", 5));
        cast.People[9].ReadsOf("c.off");
        await cast.ServeAsync(cast.Boris, last, rating: 5);
        await office.UntilAsync(19, 0);
        await AfterADayAsync(cast, owner, first);
    }

    /// <summary>24 hours have passed since she wrote: she is asked to write, and reads the answer then.</summary>
    private static async Task AfterADayAsync(Cast cast, Somebody owner, Request request)
    {
        var gulnur = cast.Gulnur;
        await owner.SaysAsync("/consult");
        await owner.PressesAsync(owner.Text("c.number", ("no", request.Number)));
        owner.ReadsOf("c.window.over");
        gulnur.LooksAway();
        request.Note(owner, Cast.Answer(request), toAsker: true);
        await owner.SaysAsync(Cast.Answer(request));
        gulnur.Shown.ShouldHaveSingleItem($"{gulnur} is to be asked back\n{cast.Office.Diary.Last(gulnur)}").Text.ShouldStartWith("[t_kk/kk]");
        await gulnur.SaysAsync("Сәлем");
        gulnur.ReadsOnce(Cast.Answer(request));
        await MorningDesk.CloseAsync(cast, owner, request, 3);
    }
}
