namespace GrantBot.Bot.Pages;

/// <summary>The desk page's files, all under /desk/, so that its service worker rules there and nowhere else. Only they may use the camera.</summary>
internal static class DeskPage
{
    /// <summary>The files; the first is the page itself, worker.js keeps them all for times without a network.</summary>
    public static readonly IReadOnlyList<string> Files = ["index.html", "desk.css", "desk.js", "camera.js", "door.js", "jsqr.js", "recent.js", "store.js", "sync.js", "words.js", "worker.js"];

    public static void MapDeskPage(this IEndpointRouteBuilder app)
    {
        foreach (var file in Files) WebPage.Map(app, Address(file), "Desk/" + file, "camera=(self), microphone=(), geolocation=()").AddEndpointFilter(ToFolderAsync);
    }

    /// <summary>Where a file is served.</summary>
    public static string Address(string file) => file == Files[0] ? "/desk/" : "/desk/" + file;

    /// <summary>Without the slash at its end the page would lie outside what its service worker rules; routing takes both for one.</summary>
    private static async ValueTask<object?> ToFolderAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Path == "/desk" ? Results.Redirect("/desk/") : await next(context);
}
