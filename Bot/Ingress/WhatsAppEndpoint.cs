using GrantBot.Bot.Pipeline;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Bot.Ingress;

/// <summary>WhatsApp's webhook: the challenge of its set-up, and signed deliveries.</summary>
internal static class WhatsAppEndpoint
{
    public const string Path = "/whatsapp/webhook";
    private const int MostBytes = 3 * 1024 * 1024; // platform/whatsapp.md B1.4

    public static void MapWhatsApp(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Verify);
        app.MapPost(Path, TakeAsync);
    }

    private static IResult Verify(HttpRequest request, WhatsAppOptions options)
    {
        if (WhatsAppVerification.Answer(request.Query["hub.mode"], request.Query["hub.challenge"], request.Query["hub.verify_token"], options.VerifyToken) is { } challenge)
            return Results.Text(challenge);
        Meters.Forged.Add(1);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, WhatsAppOptions options, WhatsAppChannel channel, InboxDoor door)
    {
        if (await Body.ReadAsync(http.Request, MostBytes) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!WhatsAppSignature.IsValid(body, http.Request.Headers[WhatsAppSignature.Header], options.AppSecret))
        {
            Meters.Forged.Add(1);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        try
        {
            await door(channel.Split(body), http.RequestAborted);
            return Results.Ok();
        }
        catch (OperationCanceledException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
