namespace GrantBot.Tests.Days;

/// <summary>Monday, 8 to 11: early birds, registrations, the digest, two who press "Take" at once, five who ask at once, and what becomes of them.</summary>
internal static class Morning
{
    public static async Task HappensAsync(Cast cast)
    {
        var office = cast.Office;
        await office.UntilAsync(8, 10, daysOn: 1);
        await cast.Emily.HelloAsync();
        var early = cast.Keep(await cast.Emily.AsksAsync("May my sister come with me to the judges?", 4));
        cast.Emily.ReadsOf("c.off");

        await office.UntilAsync(8, 20);
        await RegisterAsync(cast, cast.Guests.Take(8), Cast.Today);

        foreach (var one in cast.Staff) one.LooksAway();
        await office.UntilAsync(9, 0);
        cast.Owner.ReadsOf("digest.head");
        cast.Owner.Reads(cast.Owner.Text("digest.new", ("n", 8)));
        foreach (var one in cast.Consultants) one.ReadsNothing();

        await TwoTakeOneAsync(cast, cast.Requests[0]);
        await office.UntilAsync(9, 20);
        await cast.ServeAsync(cast.Emil, early, rating: 5);
        await office.UntilAsync(9, 30);
        var five = await FiveAtOnceAsync(cast);
        await office.UntilAsync(9, 40);
        await MorningDesk.FilesAsync(cast, five[0]);
        await MorningDesk.EditsAsync(cast, five[1]);
        await MorningDesk.GivenBackAsync(cast, five[2]);
        await MorningDesk.KeptAsync(cast, five[3]);
        await MorningDesk.RefusedUntilCompleteAsync(cast, five[4]);

        await office.UntilAsync(10, 0);
        await cast.Boris.RecordsAsync(cast, came: true, "Ахметов Данияр", "№5 мектеп");
        await cast.Aigul.RecordsAsync(cast, came: false, "Сейітова Меруерт", "№7 мектеп");
    }

    /// <summary>All of them at the same time; each reads that they are registered.</summary>
    public static async Task RegisterAsync(Cast cast, IEnumerable<Somebody> people, string code)
    {
        var all = people.ToList();
        await Task.WhenAll(all.Select(p => p.RegistersAsync(code, "05.03.2000")));
        await cast.Office.RestAsync();
        foreach (var one in all) one.ReadsOf("reg.ok");
    }

    /// <summary>One gets it, the other hears so; who got it puts it off.</summary>
    private static async Task TwoTakeOneAsync(Cast cast, Request request)
    {
        var head = (Somebody s) => s.Text("c.head", ("no", request.Number));
        await cast.Office.AtOnceAsync((cast.Aigul, a => a.TapsAsync("btn.c.take", on: head(a))), (cast.Emil, e => e.TapsAsync("btn.c.take", on: head(e))));
        Somebody[] got = [.. new[] { cast.Aigul, cast.Emil }.Where(s => s.ShownText.Contains(s.Text("c.taken", ("no", request.Number)), StringComparison.Ordinal))];
        var owner = got.ShouldHaveSingleItem(cast.Office.Diary.Last(cast.Aigul) + cast.Office.Diary.Last(cast.Emil));
        (owner == cast.Aigul ? cast.Emil : cast.Aigul).ReadsOf("c.taken.other");
        await owner.TookAsync(request);
        await owner.TapsAsync("btn.c.later");
        await owner.TapsAsync("btn.c.three");
        owner.ReadsOf("c.later");
    }

    private static async Task<IReadOnlyList<Request>> FiveAtOnceAsync(Cast cast)
    {
        (Somebody Who, string Question, int Topic)[] asking =
        [
            (cast.People[0], "Әкем өткен жылғы сертификатты таппай жүр, қайтадан аламыз ба?", 5), (cast.People[1], "Сколько длится речь во втором раунде?", 0), (cast.People[2], "Where do beginners learn to argue?", 1),
            (cast.Rita, "Как открыть клуб дебатов в колледже?", 2), (cast.Tom, "Can I join the tournament alone?", 3),
        ];
        await cast.Rita.HelloAsync();
        await cast.Tom.HelloAsync();
        foreach (var (who, question, topic) in asking) await who.PreparesAsync(question, topic);
        await cast.Office.AtOnceAsync(asking.Select(a => (a.Who, (Func<Somebody, Task>)(s => s.TapsAsync("btn.ok")))));
        IReadOnlyList<Request> five = [.. asking.Select(a => cast.Keep(a.Who.Asked(a.Question)))];
        five.Select(r => r.Number).ShouldBe([3L, 4L, 5L, 6L, 7L], ignoreOrder: true, customMessage: "each reads a number of their own");
        foreach (var request in five)
            foreach (var one in cast.Staff) cast.Office.Diary.Shown(one).Count(s => s.Text.Contains(request.Question, StringComparison.Ordinal)).ShouldBe(1, $"{one} is to read № {request.Number} once.\n{cast.Office.Diary.Last(one)}");
        return five;
    }
}
