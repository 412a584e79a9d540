namespace GrantBot.Bot.Ingress;

/// <summary>Reads a request's raw bytes.</summary>
internal static class Body
{
    /// <summary>All bytes, or null when there are more than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength is { } length)
        {
            if (length > most) return null;
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, request.HttpContext.RequestAborted);
            return exact;
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
