using System.Collections.Concurrent;
using System.Net;
using System.Text;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Load.Emulators.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Tests.Channels.Telegram;

public sealed class WebhookTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("secret_1", "secret_1", true)]
    [InlineData("secret_2", "secret_1", false)]
    [InlineData("secret_11", "secret_1", false)]
    [InlineData("құпия", "secre", false)]
    [InlineData("", "", false)]
    [InlineData(null, "secret_1", false)]
    [InlineData("secret_1", null, false)]
    public void only_the_very_secret_matches(string? header, string? secret, bool matches) =>
        TelegramWebhook.SecretMatches(header, secret).ShouldBe(matches);

    [Fact]
    public void a_press_is_answered_in_the_http_answer_and_nothing_else_is()
    {
        Response("""{"update_id":1,"callback_query":{"id":"40\"01","from":{"id":7}}}""")
            .ShouldBe("""{"method":"answerCallbackQuery","callback_query_id":"40\u002201"}""");
        Response("""{"update_id":1,"message":{"id":"1","chat":{"id":7}}}""").ShouldBe("");
        Response("nonsense").ShouldBe("");

        static string Response(string payload) => Encoding.UTF8.GetString(TelegramWebhook.ResponseFor(Encoding.UTF8.GetBytes(payload)).Span);
    }

    [Fact]
    public async Task updates_come_with_the_secret_and_the_answer_stops_the_spinner()
    {
        await using var telegram = await StartAsync();
        var seen = new TaskCompletionSource<string?>();
        await using var bot = await Listener.StartAsync(async context =>
        {
            seen.TrySetResult(context.Request.Headers[TelegramWebhook.SecretHeader]);
            await context.Response.Body.WriteAsync(TelegramWebhook.ResponseFor(await BodyAsync(context)));
        });
        await SetAsync(telegram, bot);
        telegram.Person(77).SendText("/start");
        telegram.Person(77).Press(1, "1.0");
        telegram.OpenPresses.ShouldBe(1);
        (await seen.Task.WaitAsync(Patience)).ShouldBe("s");
        await UntilAsync(() => telegram.OpenPresses == 0);
        telegram.Counts.WebhookReplies.ShouldBe(1);
    }

    [Fact]
    public async Task a_text_and_a_press_of_one_person_come_at_once_but_two_texts_one_after_the_other()
    {
        await using var telegram = await StartAsync();
        var release = new TaskCompletionSource();
        var began = new ConcurrentQueue<string>();
        await using var bot = await Listener.StartAsync(async context =>
        {
            var body = Encoding.UTF8.GetString(await BodyAsync(context));
            began.Enqueue(body.Contains("callback_query", StringComparison.Ordinal) ? "press" : body.Contains("first", StringComparison.Ordinal) ? "first" : "second");
            await release.Task;
        });
        await SetAsync(telegram, bot);
        telegram.Person(77).SendText("first");
        telegram.Person(77).SendText("second");
        telegram.Person(77).Press(1, "1.0");
        await UntilAsync(() => began.Count == 2);
        began.Order().ShouldBe(["first", "press"]);
        release.SetResult();
        await UntilAsync(() => began.Count == 3);
    }

    [Fact]
    public async Task an_update_is_posted_again_until_the_bot_takes_it()
    {
        await using var telegram = await StartAsync(new() { RetryScale = 0.001 });
        var answers = new ConcurrentQueue<int>([500, 403, 302]);
        var bodies = new ConcurrentQueue<string>();
        await using var bot = await Listener.StartAsync(async context =>
        {
            bodies.Enqueue(Encoding.UTF8.GetString(await BodyAsync(context)));
            context.Response.StatusCode = answers.TryDequeue(out var code) ? code : 200;
        });
        await SetAsync(telegram, bot);
        telegram.Person(77).SendText("a");
        await UntilAsync(() => telegram.Counts.Confirmed == 1);
        bodies.Count.ShouldBe(4);
        bodies.Distinct().ShouldHaveSingleItem();
        telegram.Counts.WebhookFailures.ShouldBe(3);
    }

    [Fact]
    public async Task many_people_are_served_over_few_connections()
    {
        await using var telegram = await StartAsync();
        await using var bot = await Listener.StartAsync(c => Task.CompletedTask);
        await SetAsync(telegram, bot);
        Parallel.For(0, 200, i => { for (var n = 0; n < 5; n++) telegram.Person(1000 + i).SendText($"{n}"); });
        await UntilAsync(() => telegram.Counts.Confirmed == 1000);
        telegram.Counts.WebhookFailures.ShouldBe(0);
    }

    private static async Task<TelegramEmulator> StartAsync(EmulatorOptions? options = null)
    {
        var telegram = new TelegramEmulator(options);
        await telegram.StartAsync();
        return telegram;
    }

    private static async Task SetAsync(TelegramEmulator telegram, Listener bot)
    {
        using var client = new TelegramClient(new() { Token = telegram.Options.Token, ApiBaseUrl = telegram.BaseUrl }, TimeProvider.System);
        (await client.CallAsync(new SetWebhook(bot.Url, "s", 100, TelegramWebhook.AllowedUpdates), default)).Ok.ShouldBeTrue();
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!done()) (await tick.WaitForNextTickAsync(patience.Token)).ShouldBeTrue();
    }

    /// <summary>A bot's web server that only takes what comes.</summary>
    private sealed class Listener(WebApplication app) : IAsyncDisposable
    {
        public string Url { get; } = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/telegram";

        public static async Task<Listener> StartAsync(RequestDelegate handle)
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            app.Run(handle);
            await app.StartAsync();
            return new(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
