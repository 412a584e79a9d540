namespace GrantBot.Tests.Days;

/// <summary>What becomes of the five who asked at once: files, edits, a request given back, an answer kept, a closing that is refused.</summary>
internal static class MorningDesk
{
    /// <summary>A photo goes one way and a voice message the other.</summary>
    public static async Task FilesAsync(Cast cast, Request request)
    {
        await cast.Dana.TakesAsync(request);
        cast.Dana.LooksAway();
        await request.Asker.SendsPhotoAsync();
        cast.Dana.Shown.ShouldContain(s => s.File != null, $"the photo is to reach Dana\n{cast.Office.Diary.Last(cast.Dana)}");
        request.Asker.LooksAway();
        await cast.Dana.SendsVoiceAsync();
        request.Asker.Shown.ShouldContain(s => s.File != null, $"the voice message is to reach {request.Asker}\n{cast.Office.Diary.Last(request.Asker)}");
        await cast.Dana.AnswersAsync(request, Cast.Answer(request));
        await request.Asker.RepliesAsync(request, cast.Dana, "Рақмет, әкем де қуанды.");
        await CloseAsync(cast, cast.Dana, request, 5);
    }

    /// <summary>Both sides give a message other words.</summary>
    public static async Task EditsAsync(Cast cast, Request request)
    {
        var (boris, asker) = (cast.Boris, request.Asker);
        await boris.TakesAsync(request);
        await boris.AnswersAsync(request, "Речь длится восемь минут.");
        asker.LooksAway();
        request.Note(boris, "Речь длится семь минут.", toAsker: true);
        await boris.EditsAsync("Речь длится семь минут.");
        asker.ReadsOnce("Речь длится семь минут.");
        await asker.RepliesAsync(request, boris, "А в финале тоже восемь?");
        boris.LooksAway();
        request.Note(asker, "А в финале тоже семь?", toAsker: false);
        await asker.EditsAsync("А в финале тоже семь?");
        boris.ReadsOnce("А в финале тоже семь?");
        await CloseAsync(cast, boris, request, 3);
    }

    /// <summary>Who took it gives it back; everybody else reads that it waits, and somebody takes it.</summary>
    public static async Task GivenBackAsync(Cast cast, Request request)
    {
        await cast.Boris.TakesAsync(request);
        await cast.Office.UntilAsync(9, 45);
        foreach (var one in cast.Consultants) one.LooksAway();
        await cast.Boris.TapsAsync("btn.c.back");
        cast.Boris.ReadsOnce(cast.Boris.Text("c.returned", ("no", request.Number)));
        cast.Boris.ShownText.Contains(cast.Boris.Text("c.head", ("no", request.Number)), StringComparison.Ordinal).ShouldBeFalse("its card is not for who gave it back");
        foreach (var one in cast.Consultants.Where(c => c != cast.Boris)) one.ReadsOnce(one.Text("c.head", ("no", request.Number)));
        await cast.ServeAsync(cast.Emil, request, rating: 4);
    }

    /// <summary>An answer is kept for those who will ask the same.</summary>
    public static async Task KeptAsync(Cast cast, Request request)
    {
        await cast.Boris.TakesAsync(request);
        const string Answer = "Чтобы открыть клуб дебатов, нужны руководитель и десять учеников.";
        cast.Kept.Add(Answer);
        await cast.Boris.AnswersAsync(request, Answer);
        await cast.Boris.TapsAsync("btn.c.keep");
        while (cast.Boris.IsShown("btn.skip")) await cast.Boris.TapsAsync("btn.skip");
        cast.Boris.Reads(cast.Boris.Text("c.kept"));
        await CloseAsync(cast, cast.Boris, request, null);
    }

    /// <summary>A row of the journal that lacks something is not closed.</summary>
    public static async Task RefusedUntilCompleteAsync(Cast cast, Request request)
    {
        var aigul = cast.Aigul;
        await aigul.TakesAsync(request);
        await aigul.AnswersAsync(request, Cast.Answer(request));
        request.Asker.LooksAway();
        await aigul.TapsAsync("btn.c.close");
        await aigul.SaysAsync("Иә");
        aigul.IsShown("btn.ok").ShouldBeFalse($"two letters are no advice\n{cast.Office.Diary.Last(aigul)}");
        request.Asker.ReadsNothing();
        await aigul.TapsAsync("btn.back");
        await CloseAsync(cast, aigul, request, 5);
    }

    public static async Task CloseAsync(Cast cast, Somebody adviser, Request request, int? rating)
    {
        await adviser.ClosesAsync(request, Cast.Given(request));
        if (rating is not { } stars) return;
        await request.RatesAsync(stars);
        cast.Ratings[request.Number] = stars;
    }
}
