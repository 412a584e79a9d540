namespace GrantBot.Tests.Days;

/// <summary>How advice is asked for and given at the front office.</summary>
internal static class Advice
{
    /// <summary>Comes in by a door and answers everything up to the last button.</summary>
    public static async Task PreparesAsync(this Somebody asker, string question, int topic, Func<Task>? door = null)
    {
        await (door ?? (() => MenuAsync(asker)))();
        if (asker.IsShown("btn.agree")) await asker.TapsAsync("btn.agree");
        await asker.ChoosesAsync(topic);
        await asker.SaysAsync(question);
        await asker.ChoosesAsync(0);
        if (asker.IsShown("btn.ok")) return;
        await asker.SaysAsync(asker.Name);
        await asker.SaysAsync(asker.Phone);
        await asker.SaysAsync("№22");
    }

    /// <summary>The number the person read.</summary>
    public static Request Asked(this Somebody asker, string question) => new(asker.Number("c.ok"), asker, question);

    public static async Task<Request> AsksAsync(this Somebody asker, string question, int topic, Func<Task>? door = null)
    {
        await asker.PreparesAsync(question, topic, door);
        await asker.TapsAsync("btn.ok");
        return asker.Asked(question);
    }

    /// <summary>Presses "Take" on the card of a request, and says their name when they are asked for it the first time.</summary>
    public static async Task TakesAsync(this Somebody adviser, Request request)
    {
        await adviser.TapsAsync("btn.c.take", on: adviser.Text("c.head", ("no", request.Number)));
        await adviser.TookAsync(request);
    }

    /// <summary>What comes after the press.</summary>
    public static async Task TookAsync(this Somebody adviser, Request request)
    {
        adviser.Reads(adviser.Text("c.taken", ("no", request.Number)));
        adviser.Reads(request.Question);
        request.Owners.Add(adviser);
        if (adviser.Shown.Any(s => s.Text.Contains(adviser.Text("c.name"), StringComparison.Ordinal))) await adviser.SaysAsync(adviser.Name);
        adviser.Reads(adviser.Text("c.advise", ("no", request.Number)));
    }

    /// <summary>The owner, who has the request open, writes; the person reads it once.</summary>
    public static async Task AnswersAsync(this Somebody adviser, Request request, string words)
    {
        request.Note(adviser, words, toAsker: true);
        request.Asker.LooksAway();
        await adviser.SaysAsync(words);
        request.Asker.ReadsOnce(words);
        request.Asker.Reads(adviser.Name);
    }

    /// <summary>The person writes; the owner reads it once.</summary>
    public static async Task RepliesAsync(this Somebody asker, Request request, Somebody adviser, string words)
    {
        request.Note(asker, words, toAsker: false);
        adviser.LooksAway();
        await asker.SaysAsync(words);
        adviser.ReadsOnce(words);
    }

    /// <summary>Closes the request that is open; the person reads so and is asked for a rating.</summary>
    public static async Task ClosesAsync(this Somebody adviser, Request request, string advice)
    {
        request.Note(adviser, advice, toAsker: false);
        request.Asker.LooksAway();
        await adviser.TapsAsync("btn.c.close");
        await adviser.SaysAsync(advice);
        await adviser.TapsAsync("btn.ok");
        adviser.Reads(adviser.Text("c.closed", ("no", request.Number)));
        request.Asker.ReadsOnce(request.Asker.Text("c.ended", ("no", request.Number)));
        request.Asker.ReadsOnce(request.Asker.Text("c.rate"));
    }

    public static async Task RatesAsync(this Request request, int rating)
    {
        var asker = request.Asker;
        var scale = asker.Shown.Last(s => s.Text.Contains(asker.Text("c.rate"), StringComparison.Ordinal)).Choices;
        await asker.PressesAsync(scale.Single(c => c.StartsWith($"{rating}", StringComparison.Ordinal)), on: asker.Text("c.rate"));
        asker.Reads(asker.Text("c.thanks"));
    }

    /// <summary>From the card to the closing.</summary>
    public static async Task ServesAsync(this Somebody adviser, Request request, string answer, string advice, int? rating = null)
    {
        await adviser.TakesAsync(request);
        await adviser.AnswersAsync(request, answer);
        await adviser.ClosesAsync(request, advice);
        if (rating is { } stars) await request.RatesAsync(stars);
    }

    /// <summary>Writes down somebody who came (<paramref name="came"/>) or rang.</summary>
    public static async Task RecordsAsync(this Somebody adviser, Cast cast, bool came, string name, string place)
    {
        cast.WrittenDown.Add(name);
        await adviser.SaysAsync("/consult");
        await adviser.TapsAsync("btn.c.record");
        await adviser.TapsAsync(came ? "btn.c.visit" : "btn.c.phone");
        if (adviser.Shown.Any(s => s.Text.Contains(adviser.Text("c.name"), StringComparison.Ordinal))) await adviser.SaysAsync(adviser.Name);
        await adviser.ChoosesAsync(came ? 4 : 5);
        foreach (var words in (string[])[name, $"+7703{cast.WrittenDown.Count:0000000}", place, $"Ауызша түсіндірілді ({cast.WrittenDown.Count})."]) await adviser.SaysAsync(words);
        await adviser.TapsAsync("btn.ok");
        adviser.ReadsOf("c.closed");
    }

    private static async Task MenuAsync(Somebody asker)
    {
        await asker.SaysAsync("/menu");
        await asker.TapsAsync("menu.human");
    }
}
