using System.Net;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Channels.Web;

public sealed class WebChatTests
{
    [Fact]
    public async Task a_greeting_opens_a_chat_and_the_conversation_is_kept_in_order()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        (await visitor.SayAsync("Сана")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var lines = await visitor.LinesAsync(4);
        lines.Select(WebVisitor.Text).ShouldBe(["Сәлеметсіз бе! Бұл «Рухтан» қорының тіркеу боты.", "Қай тілде сөйлесейік?", "Сана", "Рақмет, Сана!"]);
        lines.Select(l => l.TryGetProperty("bot", out _)).ShouldBe([true, true, false, true]);
        host.Heard[0].ClientLanguage.ShouldBe("kk");
    }

    [Fact]
    public async Task the_token_stays_in_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        using var open = await visitor.Client.PostAsync("/chat/open?new=1", null);
        var cookie = open.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        await using var db = new GrantBotDb(host.Database);
        (await db.ChatAddresses.SingleAsync()).Value.ShouldBe(host.Heard[0].From.Value);
        host.Heard[0].From.Value.ShouldNotContain(visitor.Token!);
    }

    [Fact]
    public async Task a_known_browser_keeps_its_chat_until_it_asks_for_a_new_one()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = new WebVisitor(host.Address);
        (await visitor.OpenAsync()).GetProperty("fresh").GetBoolean().ShouldBeTrue();
        await visitor.GreetAsync();
        var token = visitor.Token;
        (await visitor.OpenAsync()).GetProperty("fresh").GetBoolean().ShouldBeFalse();
        visitor.Token.ShouldBe(token);
        (await visitor.OpenAsync("?new=1")).GetProperty("fresh").GetBoolean().ShouldBeTrue();
        visitor.Token.ShouldNotBe(token);
        (await visitor.StoredAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_resend_after_a_drop_is_a_no_op()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        var id = WebVisitor.NewId();
        for (var i = 0; i < 3; i++) (await visitor.SayAsync("Сана", id)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await visitor.SayAsync("соңы");
        (await visitor.LinesAsync(6)).Skip(2).Select(WebVisitor.Text).ShouldBe(["Сана", "Рақмет, Сана!", "соңы", "Рақмет, соңы!"], ignoreOrder: true);
        (await visitor.StoredAsync()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task the_same_outbox_row_sent_twice_makes_one_line()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        var to = host.Heard[0].From;
        var first = await host.Bot.SayAsync(to, new Reply.Message("Ертең іс-шара."), outbox: 500);
        var second = await host.Bot.SayAsync(to, new Reply.Message("Ертең іс-шара."), outbox: 500);
        var other = await host.Bot.SayAsync(to, new Reply.Message("Ертең іс-шара."), outbox: 50);
        second.ShouldBe(first.ShouldBeOfType<SendOutcome.Sent>());
        other.ShouldNotBe(first);
        (await visitor.StoredAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task a_stream_goes_on_after_the_last_line_seen()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        var seen = WebVisitor.Number((await visitor.LinesAsync(2))[^1]);
        await visitor.SayAsync("Сана");
        (await visitor.LinesAsync(2, seen)).Select(WebVisitor.Text).ShouldBe(["Сана", "Рақмет, Сана!"]);
        (await visitor.LinesAsync(2, seen, byHeader: true)).Select(WebVisitor.Text).ShouldBe(["Сана", "Рақмет, Сана!"]);
    }

    [Fact]
    public async Task an_open_page_hears_a_line_at_once_by_stream_and_by_asking()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        var seen = WebVisitor.Number((await visitor.LinesAsync(2))[^1]);
        var stream = visitor.LinesAsync(1, seen);
        var asked = visitor.Client.GetStringAsync($"/chat/lines?after={seen}&wait=25");
        await host.Bot.SayAsync(host.Heard[0].From, new Reply.Message("Ескерту"));
        WebVisitor.Text((await stream)[0]).ShouldBe("Ескерту");
        (await asked).ShouldContain("Ескерту");
    }

    [Fact]
    public async Task a_silent_stream_shows_that_it_lives()
    {
        await using var host = await WebHost.StartAsync(WebHost.Defaults with { Heartbeat = TimeSpan.FromMilliseconds(30) });
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        using var reader = new StreamReader(await visitor.Client.GetStreamAsync("/chat/stream?after=999"));
        var rows = new List<string?>();
        while (!rows.Contains("event: beat")) rows.Add(await reader.ReadLineAsync());
        rows[0].ShouldBe("event: ready");
    }

    [Fact]
    public async Task nothing_is_said_or_read_without_a_token_or_from_another_site()
    {
        await using var host = await WebHost.StartAsync();
        using var stranger = new WebVisitor(host.Address);
        (await stranger.SayAsync("сәлем")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.Client.GetAsync("/chat/lines")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.Client.GetAsync("/chat/stream")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        stranger.Client.DefaultRequestHeaders.Remove("X-GrantBot");
        (await stranger.Client.PostAsync("/chat/open", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_text_before_the_chat_is_open_waits()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = new WebVisitor(host.Address);
        await visitor.OpenAsync();
        (await visitor.SayAsync("сәлем")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        host.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_chat_that_was_erased_is_told_as_blocked()
    {
        await using var host = await WebHost.StartAsync();
        (await host.Bot.SayAsync(new ChatAddress(ChannelKind.Web, new string('b', 64)), new Reply.Message("Ескерту"))).ShouldBeOfType<SendOutcome.Blocked>();
    }

    [Fact]
    public async Task a_database_that_does_not_answer_is_an_outcome_and_not_an_exception()
    {
        using var databases = new Databases(SqliteDatabase.Options("Data Source=/nowhere/at/all.db"));
        using var writer = new Writer(new SqliteEngine("Data Source=:memory:", "OFF"));
        var channel = new WebChannel(new WebHistory(databases, writer, new WebLive(), TimeProvider.System), new(databases), new WebLive());
        var message = new Outgoing(new ChatAddress(ChannelKind.Web, new string('b', 64)), new Reply.Message("Ескерту"), "kk", null, 1);
        (await channel.SendAsync(message, TestContext.Current.CancellationToken)).ShouldBeOfType<SendOutcome.Unreachable>();
    }

    [Fact]
    public async Task too_long_and_too_large_are_refused_in_three_languages()
    {
        await using var host = await WebHost.StartAsync(WebHost.Defaults with { MaxFileBytes = 1000 });
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        using var text = await visitor.SayAsync(new string('ә', 4097));
        text.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await WebVisitor.JsonAsync(text)).GetProperty("kk").GetString()!.ShouldContain("4096");
        (await visitor.SayAsync(new string('a', 70_000))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var file = await visitor.UploadAsync(new byte[1001], "a.txt", WebVisitor.NewId());
        file.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await WebVisitor.JsonAsync(file)).GetProperty("error").GetString().ShouldBe("too-large");
        (await visitor.StoredAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task who_asks_too_much_is_asked_to_wait()
    {
        await using var host = await WebHost.StartAsync(WebHost.Defaults with { RequestsPerMinute = 12 });
        using var visitor = new WebVisitor(host.Address);
        HttpResponseMessage answer;
        do answer = await visitor.Client.PostAsync("/chat/open", null); while (answer.IsSuccessStatusCode);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await WebVisitor.JsonAsync(answer)).GetProperty("ru").GetString()!.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task new_chats_of_one_address_are_limited_while_open_ones_go_on()
    {
        await using var host = await WebHost.StartAsync(WebHost.Defaults with { NewChatsAtOnce = 1 });
        using var first = await new WebVisitor(host.Address).GreetAsync();
        using var second = new WebVisitor(host.Address);
        await second.OpenAsync();
        (await second.SendAsync(new { id = WebVisitor.NewId(), kind = "hello" })).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await first.SayAsync("Сана")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
