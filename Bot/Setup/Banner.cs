namespace GrantBot.Bot.Setup;

/// <summary>What the person who starts the program reads. Written to the console only: the code is a secret and does not belong into a log file.</summary>
internal static class Banner
{
    /// <summary>Says what is wrong with the settings; the exit code.</summary>
    public static int Problems(IReadOnlyList<string> problems)
    {
        Console.Error.WriteLine("GrantBot cannot start. Please correct these settings:");
        foreach (var problem in problems) Console.Error.WriteLine(" - " + problem);
        return 1;
    }

    /// <summary>Says where the bot is and how the first staff member joins.</summary>
    public static void Started(WebApplication app, BotSettings settings, string? ownerCode)
    {
        var address = BotHost.Address(app);
        Console.WriteLine();
        Console.WriteLine("GrantBot is running. Stop it with Ctrl+C.");
        if (settings.WebChat) Console.WriteLine($"  Web chat:  {address}/");
        if (settings.Telegram is { } telegram) Console.WriteLine($"  Telegram:  {(telegram.UsesWebhook ? "webhook" : "long polling")}");
        if (settings.WhatsApp is not null) Console.WriteLine($"  WhatsApp:  webhook at {address}{Ingress.WhatsAppEndpoint.Path}");
        if (ownerCode is not null)
        {
            Console.WriteLine($"  You are the first: write  /staff {ownerCode}  to the bot to become its owner.");
            Console.WriteLine("  (The code works once; a new one is made at every start until somebody has used it.)");
        }
        Console.WriteLine();
    }
}
