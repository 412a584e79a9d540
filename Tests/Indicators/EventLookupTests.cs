using GrantBot.Infrastructure.Storage.Queries;

namespace GrantBot.Tests.Indicators;

public sealed class EventLookupTests : IDisposable
{
    private readonly StoredRegistrations stored = new();

    public void Dispose() => stored.Dispose();

    [Theory]
    // typed -> codes found ("?" = several, "~" = none, these are near)
    [InlineData("premier", "premier")]
    [InlineData("PREMIER", "premier")]
    [InlineData("camp", "camp")] // a whole code wins over camp2's beginning
    [InlineData("Премьер лига", "premier")]
    [InlineData("премьер-лига", "premier")]
    [InlineData("«Премьер лига»", "premier")]
    [InlineData("прем лиг", "premier")]
    [InlineData("Мангыстау ашык чемпионаты", "open2026")]
    [InlineData("open championship", "open2026")]
    [InlineData("лига", "? high premier")]
    [InlineData("лагерь", "? camp2 camp")]
    [InlineData("premiere", "~ premier")]
    [InlineData("чемпианат", "~ open2026")]
    [InlineData("qqqqqqqq", "~")]
    public async Task an_event_is_found_by_code_or_a_part_of_its_title(string typed, string expected) => (await Find(typed)).ShouldBe(expected);

    [Fact]
    public async Task nothing_typed_offers_the_newest_events() => (await Find("  !")).ShouldBe("~ high open2026 camp2 camp premier");

    [Fact]
    public async Task a_very_long_text_is_answered_too() => (await Find(new string('ә', 100_000))).ShouldBe("~");

    [Fact]
    public async Task the_title_is_in_the_readers_language()
    {
        await Prepare();
        await using var db = stored.Db();
        var one = (await new EventLookup(db).FindAsync("premier", "en", TestContext.Current.CancellationToken)).ShouldBeOfType<EventMatch.One>();
        one.Event.Title.ShouldBe("Premier League");
    }

    private async Task<string> Find(string typed)
    {
        await Prepare();
        await using var db = stored.Db();
        return await new EventLookup(db).FindAsync(typed, "kk", TestContext.Current.CancellationToken) switch
        {
            EventMatch.One one => one.Event.Code,
            EventMatch.Several several => string.Join(' ', several.Events.Select(e => e.Code).Prepend("?")),
            EventMatch.None none => string.Join(' ', none.Near.Select(e => e.Code).Prepend("~")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Task Prepare() => stored.Save(
        StoredRegistrations.Event(1, "premier", "Премьер лига", "Премьер-лига", "Premier League"),
        StoredRegistrations.Event(2, "camp", "Жазғы лагерь", "Летний лагерь", "Summer camp"),
        StoredRegistrations.Event(3, "camp2", "Қысқы лагерь", "Зимний лагерь", "Winter camp"),
        StoredRegistrations.Event(4, "open2026", "Маңғыстау ашық чемпионаты", "Открытый чемпионат Мангистау", "Open championship"),
        StoredRegistrations.Event(5, "high", "Жоғары лига", "Высшая лига", "High League"));
}
