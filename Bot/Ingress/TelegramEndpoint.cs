using System.Buffers;
using GrantBot.Bot.Pipeline;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;

namespace GrantBot.Bot.Ingress;

/// <summary>Telegram's webhook: checks the secret, stores, answers. A button press is answered in the response itself.</summary>
internal static class TelegramEndpoint
{
    public const string Path = "/telegram/webhook";
    private const int MostBytes = 1024 * 1024; // updates are at most 512 KiB (platform/telegram.md A4.7)

    public static void MapTelegram(this IEndpointRouteBuilder app) => app.MapPost(Path, TakeAsync);

    private static async Task TakeAsync(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<TelegramOptions>();
        if (!TelegramWebhook.SecretMatches(http.Request.Headers[TelegramWebhook.SecretHeader], options.WebhookSecret))
        {
            Meters.Forged.Add(1);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (await Body.ReadAsync(http.Request, MostBytes) is not { } body) { http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge; return; }
        try
        {
            await http.RequestServices.GetRequiredService<InboxDoor>()([TelegramChannel.Item(body)], http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var answer = TelegramWebhook.ResponseFor(body);
        if (answer.IsEmpty) return;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Length;
        http.Response.BodyWriter.Write(answer.Span);
    }
}
