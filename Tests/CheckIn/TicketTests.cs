using GrantBot.Domain;
using GrantBot.Domain.CheckIn;

namespace GrantBot.Tests.CheckIn;

/// <summary>A ticket can be made with the event's key only, and says which event's it is.</summary>
public sealed class TicketTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly EventId Camp = new(Guid.Parse("0195515e-0000-7000-8000-000000000001"));
    private static readonly EventId Open = new(Guid.Parse("0195515e-0000-7000-8000-000000000002"));
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private readonly DoorKey key = new(Secret, Camp);

    [Fact]
    public void a_ticket_is_recognised_in_small_letters_too()
    {
        var token = key.Token("K7M2QX");
        token.Text.Length.ShouldBe(26);
        TicketToken.Read(token.Text.ToLowerInvariant()).ShouldBe(token);
        key.Made(token).ShouldBeTrue();
    }

    [Fact]
    public void a_changed_character_anywhere_makes_it_forged()
    {
        var text = key.Token("K7M2QX").Text;
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            key.Made(TicketToken.Read(changed)!).ShouldBeFalse(changed);
        }
    }

    [Fact]
    public void a_ticket_of_another_event_or_of_another_deployment_is_not_taken()
    {
        new DoorKey(Secret, Open).Made(key.Token("K7M2QX")).ShouldBeFalse();
        new DoorKey(new byte[32], Camp).Made(key.Token("K7M2QX")).ShouldBeFalse();
        DoorKey.Tag(Camp).ShouldNotBe(DoorKey.Tag(Open));
    }

    [Fact]
    public void its_link_fits_where_the_shortest_platform_counts() => ("k_" + key.Token("K7M2QX").Text).Length.ShouldBeLessThanOrEqualTo(64);

    [Theory]
    [InlineData("")]
    [InlineData("K7M2QX")]
    [InlineData("K7M2QXAAAABBBBBBBBBBBBBBB0")]
    [InlineData("K7M2QXAAAABBBBBBBBBBBBBBBBB")]
    [InlineData("K7M2QXAAAABBBBBBBBBBBBBBB\n")]
    public void anything_else_is_no_ticket(string text) => TicketToken.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("K7M2QX", "K7M2QX")]
    [InlineData("k7m 2qx", "K7M2QX")]
    [InlineData("K7M-2QX", "K7M2QX")]
    [InlineData("K7M2Q0", null)]
    [InlineData("Сана", null)]
    [InlineData("K7M2QXX", null)]
    public void a_code_is_read_as_people_type_it(string typed, string? code) => TicketToken.Code(typed).ShouldBe(code);

    [Fact]
    public void the_code_of_a_day_is_another_each_day_and_session_and_looks_like_no_word()
    {
        var today = DateOnly.FromDateTime(Now.Date);
        var codes = Enumerable.Range(0, 200).SelectMany(d => new[] { "", "day1", "күн" }.Select(s => key.DayCode(s, today.AddDays(d)))).ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        codes.ShouldAllBe(c => c.Length == 6 && c.Any(char.IsAsciiDigit) && c.Any(char.IsAsciiLetter) && TicketToken.Code(c) == c);
        key.DayCode("", today).ShouldBe(new DoorKey(Secret, Camp).DayCode("", today));
    }

    [Fact]
    public void the_page_gets_a_key_that_tells_no_code_of_the_day() => key.TicketKey.ShouldNotBe(Convert.ToBase64String(Secret));
}
