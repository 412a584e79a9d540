using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Bot.Ingress;

/// <summary>Files up and down. A file is open to its own chat only; to any other it does not exist.</summary>
internal static class WebFileEndpoints
{
    /// <summary>Pictures that browsers show; as an image none of them can run a script.</summary>
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];

    /// <summary>Keeps the raw body. Its name comes percent-encoded in X-File-Name, the id of the message it belongs to in X-Message-Id.</summary>
    public static async Task<IResult> KeepAsync(HttpContext http, WebHistory history, WebFiles files, WebLimits limits, WebChatOptions options)
    {
        var cancel = http.RequestAborted;
        if (http.Address() is not { } address) return WebProblem.Unknown.Tell();
        if (history.Chat(address) is not { } chat) return WebProblem.Opening.Tell();
        var messageId = http.Request.Headers["X-Message-Id"].ToString();
        if (!WebPost.IsId(messageId)) return WebProblem.Unreadable.Tell();
        if (http.Request.ContentLength > options.MaxFileBytes) return WebProblem.TooLarge.Tell();
        if (!limits.File(http.Connection.RemoteIpAddress)) return WebChatEndpoints.TellSlow(http);
        var content = await http.Request.ReadAtMostAsync(options.MaxFileBytes, cancel);
        if (content is null) return WebProblem.TooLarge.Tell();
        if (content.Length == 0) return WebProblem.Unreadable.Tell();
        var name = Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString());
        var id = await files.KeepAsync(address, chat, messageId, name, http.Request.ContentType, content);
        return Results.Json(new { file = id });
    }

    public static async Task<IResult> FetchAsync(string id, HttpContext http, WebHistory history, WebFiles files)
    {
        if (http.Address() is not { } address) return WebProblem.Unknown.Tell();
        var chat = history.Chat(address);
        if (chat is null || await files.OpenAsync(chat.Value, id, http.RequestAborted) is not { } file) return WebProblem.NoFile.Tell();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        return Pictures.Contains(file.MediaType)
            ? Results.File(file.Content, file.MediaType)
            : Results.File(file.Content, file.MediaType, file.Name);
    }
}
