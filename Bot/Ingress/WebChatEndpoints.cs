using GrantBot.Bot.Pages;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Bot.Ingress;

/// <summary>The web chat's door: who a browser is, what it says, what it reads. It interprets nothing.</summary>
internal static class WebChatEndpoints
{
    /// <summary>Maps the page at "/" and the chat's requests under "/chat". Wants <see cref="WebChatSetup.AddWebChat"/>.</summary>
    public static void MapWebChat(this IEndpointRouteBuilder app)
    {
        app.MapWebPage();
        var chat = app.MapGroup("/chat").AddEndpointFilter(GuardAsync);
        chat.MapPost("/open", Open);
        chat.MapPost("/send", SendAsync);
        chat.MapPost("/typing", TypingAsync);
        chat.MapPost("/seen", SeenAsync);
        chat.MapPost("/file", WebFileEndpoints.KeepAsync);
        chat.MapGet("/file/{id}", WebFileEndpoints.FetchAsync);
        chat.MapGet("/lines", WebReadingEndpoints.LinesAsync);
        chat.MapGet("/stream", WebReadingEndpoints.StreamAsync);
    }

    /// <summary>The answer for a problem: a code for the page and a sentence for the person in each language.</summary>
    public static IResult Tell(this WebProblem p) =>
        Results.Json(new { error = p.Error, kk = p.Kk, ru = p.Ru, en = p.En }, WebJson.Options, statusCode: p.Status);

    /// <summary>The chat's address of this browser; null when it has none.</summary>
    public static string? Address(this HttpContext http) => WebIdentity.Hash(http.Request.Cookies[WebIdentity.Cookie]);

    /// <summary>Reads a body of at most so many bytes; null when there is more.</summary>
    public static async Task<byte[]?> ReadAtMostAsync(this HttpRequest request, int most, CancellationToken cancel)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    /// <summary>Holds back who asks too much, and posts that our page did not make.</summary>
    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!http.RequestServices.GetRequiredService<WebLimits>().Request(http.Connection.RemoteIpAddress)) return TellSlow(http);
        if (HttpMethods.IsPost(http.Request.Method) && !http.Request.Headers.ContainsKey(WebIdentity.Header)) return WebProblem.NotOurPage.Tell();
        return await next(context);
    }

    public static IResult TellSlow(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return WebProblem.Slow.Tell();
    }

    /// <summary>Confirms the browser's identity or gives a new one; "?new=1" begins a new chat and forgets the old one here.</summary>
    private static IResult Open(HttpContext http, WebChatOptions options, WebHistory history)
    {
        var address = http.Request.Query.ContainsKey("new") ? null : http.Address();
        if (address is null)
        {
            http.Response.Cookies.Append(WebIdentity.Cookie, WebIdentity.NewToken(), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                Path = "/",
                MaxAge = TimeSpan.FromDays(400),
                IsEssential = true,
            });
        }
        var fresh = address is null || history.After(address, 0).Count == 0;
        return Results.Json(new { organisation = options.Organisation, fresh });
    }

    /// <summary>Takes one thing the person did. Answers only when it is stored; the page sends it again, with the same id, until then.</summary>
    private static async Task<IResult> SendAsync(HttpContext http, WebHistory history, WebFiles files, WebLimits limits, WebChannel channel, InboxDoor door, TimeProvider time)
    {
        var cancel = http.RequestAborted;
        if (http.Address() is not { } address) return WebProblem.Unknown.Tell();
        if (await http.Request.ReadAtMostAsync(WebPost.MaxBytes, cancel) is not { } body) return WebProblem.TooLong.Tell();
        var (post, problem) = WebPost.Read(body);
        if (post is null) return problem!.Tell();
        var chat = history.Chat(address);
        if (chat is null && post.Kind != "hello") return WebProblem.Opening.Tell();
        if (chat is null && !limits.NewChat(http.Connection.RemoteIpAddress)) return TellSlow(http);
        var file = post.Kind == "file" ? await files.OwnAsync(chat!.Value, post.File!, cancel) : null;
        if (post.Kind == "file" && file is null) return WebProblem.NoFile.Tell();
        // the person's line goes first, so that it stands above the answer; a resend adds neither line nor item
        if (OwnLine(post, file) is { } line) await history.AddAsync(address, fromBot: false, line);
        var envelope = new WebEnvelope(address, time.GetUtcNow().ToUnixTimeMilliseconds(), post, file);
        try { await door(channel.Split(envelope.ToJson()), cancel); }
        catch (OperationCanceledException) { return Results.StatusCode(StatusCodes.Status503ServiceUnavailable); } // stopping: the page sends it again
        return Results.Json(new { taken = post.Id }, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Somebody writes, and who they write to may see it. Nothing is stored.</summary>
    private static async Task TypingAsync(HttpContext http)
    {
        if (http.Address() is { } address && http.RequestServices.GetService<Presence>() is { } presence) await presence.TypesAsync(new(ChannelKind.Web, address), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>What a person said about a request for advice is in sight on a page of staff; the person may see so.</summary>
    private static async Task SeenAsync(HttpContext http, long line)
    {
        if (http.Address() is { } address && http.RequestServices.GetService<Presence>() is { } presence) await presence.SeenAsync(new(ChannelKind.Web, address), line, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>A press is shown by the button it settles, a greeting by the answer to it.</summary>
    private static WebLine? OwnLine(WebPost post, WebFile? file) => post.Kind switch
    {
        "text" => new WebLine(WebLine.OfPage(post.Id!), "text") { Text = Own(post.Text!) },
        "file" => new WebLine(WebLine.OfPage(post.Id!), "file") { Text = post.Text is null ? null : Own(post.Text), File = file },
        _ => null,
    };

    /// <summary>A person's words as they stay in the chat: never with an IIN, since the bot says that it keeps none.</summary>
    private static string Own(string text) => Typed.HideIin(WebDecoder.Clean(text));
}
