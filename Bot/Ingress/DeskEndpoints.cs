using System.Text.Json;
using GrantBot.Bot.Pages;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Desk;
using GrantBot.Infrastructure.Storage.Queries;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Ingress;

/// <summary>The desk page's door: opens with a one-time link, gives the list, takes scans. Names are in answers only, never in an address or a log.</summary>
internal static class DeskEndpoints
{
    /// <summary>The cookie of an open page; scripts cannot read it.</summary>
    public const string Cookie = "grantbot-desk";

    /// <summary>Scans a request may carry; the page sends the rest afterwards.</summary>
    public const int MostScans = 100;

    private const int MaxBytes = 64 * 1024;

    /// <summary>Maps the page at "/desk/" and its requests.</summary>
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapDeskPage();
        var desk = app.MapGroup("/desk").AddEndpointFilter(GuardAsync);
        desk.MapPost("/open", OpenAsync);
        desk.MapPost("/close", CloseAsync);
        desk.MapPost("/scans", ScansAsync);
        desk.MapGet("/list", List);
    }

    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!http.RequestServices.GetRequiredService<DeskLimits>().Request(http)) return WebChatEndpoints.TellSlow(http);
        // asked of every request, also of the one for the list: no other page may read it
        if (!http.Request.Headers.ContainsKey(WebIdentity.Header)) return WebProblem.NotOurPage.Tell();
        return await next(context);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, DeskBook desks, DeskLimits limits)
    {
        if (!limits.Open(http)) return WebChatEndpoints.TellSlow(http);
        if (await ReadAsync<Opening>(http) is not { Code: { } code }) return WebProblem.Unreadable.Tell();
        if (await desks.OpenAsync(code) is not { } token) return WebProblem.DeskLinkUsed.Tell();
        http.Response.Cookies.Append(Cookie, token, Options(http, DeskBook.Lives));
        return Results.Json(new { open = true });
    }

    private static async Task<IResult> CloseAsync(HttpContext http, DeskBook desks)
    {
        if (Desk(http, desks) is { } desk) await desks.CloseAsync(desk);
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        return Results.Json(new { open = false });
    }

    private static IResult List(HttpContext http, DeskBook desks, EventBook events, Databases databases, Deployment deployment, TimeProvider time)
    {
        if (Desk(http, desks) is not { } desk || events.All().FirstOrDefault(e => e.Id == desk.Event) is not { } e) return WebProblem.DeskEnded.Tell();
        return Results.Json(databases.Read(db => DeskList.Of(db, e, deployment.Zone, time.GetUtcNow()) with { Guest = Guest(db, desk, e, deployment) }), WebJson.Options);
    }

    /// <summary>A link back into the chat the page was opened from.</summary>
    private static string? Guest(GrantBotDb db, OpenDesk desk, EventInfo e, Deployment deployment) =>
        db.Chats.Where(c => c.Id == desk.Chat).Select(c => (ChannelKind?)c.Channel).FirstOrDefault() is { } channel ? deployment.Link(channel, DeepLink.Guest + e.Code) : null;

    private static async Task<IResult> ScansAsync(HttpContext http, DeskBook desks, EventBook events, Writer writer, Pipeline.Reactions reactions, Deployment deployment, TimeProvider time)
    {
        if (Desk(http, desks) is not { } desk || events.All().FirstOrDefault(e => e.Id == desk.Event) is not { } e) return WebProblem.DeskEnded.Tell();
        if (await ReadAsync<Scanned>(http) is not { Scans: { Count: <= MostScans } scans } || scans.Any(s => s is null)) return WebProblem.Unreadable.Tell();
        Aftermath? after = null;
        var verdicts = new List<DeskVerdict>();
        var now = time.GetUtcNow();
        var written = await writer.WriteAsync(new Work.Background(db =>
        {
            after = new Aftermath(db, now);
            var taker = new DeskScans(after, e, desk.Chat, deployment.Zone);
            verdicts = [.. scans.Select(taker.Take)];
        })
        { Now = now });
        if (!written) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable); // the page sends them again
        events.Changed(after?.Facts ?? []);
        if (after?.Facts.Count > 0) reactions.Wake();
        return Results.Json(new { verdicts }, WebJson.Options);
    }

    private static OpenDesk? Desk(HttpContext http, DeskBook desks) => desks.Find(http.Request.Cookies[Cookie]);

    private static CookieOptions Options(HttpContext http, TimeSpan? lives) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/desk", MaxAge = lives, IsEssential = true };

    private static async Task<T?> ReadAsync<T>(HttpContext http) where T : class
    {
        if (await http.Request.ReadAtMostAsync(MaxBytes, http.RequestAborted) is not { } body) return null;
        try { return JsonSerializer.Deserialize<T>(body, WebJson.Options); }
        catch (JsonException) { return null; }
    }

    private sealed record Opening(string? Code);

    private sealed record Scanned(IReadOnlyList<DeskScan>? Scans);
}

/// <summary>How much one network address may ask of the desk.</summary>
internal sealed class DeskLimits : IDisposable
{
    private readonly WebLimits limits = new(new WebChatOptions { Organisation = "desk", NewChatsPerMinute = 10, NewChatsAtOnce = 20 });

    public bool Request(HttpContext http) => limits.Request(http.Connection.RemoteIpAddress);

    /// <summary>Codes cannot be tried in numbers.</summary>
    public bool Open(HttpContext http) => limits.NewChat(http.Connection.RemoteIpAddress);

    public void Dispose() => limits.Dispose();
}
