using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace GrantBot.Bot.Pages;

/// <summary>The chat's page: files inside the program, served compressed, checked by ETag, and allowed nothing but themselves.</summary>
internal static class WebPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page's files; the first is the page itself, the scripts are ES modules.</summary>
    public static readonly IReadOnlyList<string> Files =
        ["index.html", "chat.css", "chat.js", "composing.js", "connection.js", "files.js", "helpers.js", "lines.js", "sending.js", "view.js", "ways.js", "words.js"];

    public static void MapWebPage(this IEndpointRouteBuilder app)
    {
        foreach (var file in Files) Map(app, Address(file), file, "camera=(), microphone=(), geolocation=(self)");
    }

    /// <summary>Where a file is served.</summary>
    public static string Address(string file) => file == Files[0] ? "/" : "/" + file;

    /// <summary>A page file as it stands in the program.</summary>
    public static byte[] Read(string file)
    {
        using var stream = typeof(WebPage).Assembly.GetManifestResourceStream("Pages/" + file)
            ?? throw new InvalidOperationException($"The program was built without Pages/{file}.");
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static string Type(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };

    /// <summary>Serves a file of the program at a path.</summary>
    /// <param name="app">Where.</param>
    /// <param name="path">The path.</param>
    /// <param name="file">The file below Pages.</param>
    /// <param name="permissions">What of the device it may use.</param>
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder app, string path, string file, string permissions)
    {
        var type = Type(file);
        var plain = Read(file);
        var packed = Pack(plain);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}\"");
        return app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext http) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = permissions;
            headers.CacheControl = "no-cache";
            headers.Vary = "Accept-Encoding";
            var gzip = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
            if (gzip) headers.ContentEncoding = "gzip";
            return Results.File(gzip ? packed : plain, type, entityTag: tag);
        });
    }

    private static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(plain);
        return packed.ToArray();
    }
}
