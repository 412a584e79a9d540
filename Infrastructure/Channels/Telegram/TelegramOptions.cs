namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Settings of the Telegram channel, section "Telegram". The token and the secret come from the environment or user secrets only.</summary>
internal sealed record TelegramOptions
{
    /// <summary>Where the Bot API answers unless another server is set.</summary>
    public const string PublicApi = "https://api.telegram.org";

    /// <summary>The bot's token as @BotFather gives it: digits, a colon, 35 letters.</summary>
    public string Token { get; init; } = "";

    /// <summary>Root of the Bot API, without a slash at its end.</summary>
    public string ApiBaseUrl { get; init; } = PublicApi;

    /// <summary>Public address that Telegram posts updates to; null or empty = the bot polls.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>What Telegram must repeat in the header of every webhook request.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>True when updates come by webhook.</summary>
    public bool UsesWebhook => !string.IsNullOrEmpty(WebhookUrl);

    /// <summary>Every mistake at once, each naming its setting and the way out; empty when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (Token.Length == 0)
            problems.Add("Telegram__Token is not set. Ask @BotFather in Telegram for a bot (/newbot) and put its token there.");
        else if (!IsToken(Token))
            problems.Add("Telegram__Token does not look like a token. It reads like 123456789:AA... ; copy it from @BotFather again, without quotes or spaces.");
        if (!IsWeb(ApiBaseUrl, out _) || ApiBaseUrl.EndsWith('/'))
            problems.Add($"Telegram__ApiBaseUrl must be an http or https address without a slash at its end. Leave it out to use {PublicApi}.");
        if (UsesWebhook) AddWebhookProblems(problems);
        return problems;
    }

    /// <summary>Says nothing about the secrets, since settings may end in a log.</summary>
    public override string ToString() => $"{nameof(TelegramOptions)} {{ {(UsesWebhook ? "webhook" : "polling")} }}";

    private void AddWebhookProblems(List<string> problems)
    {
        if (!IsWeb(WebhookUrl, out var url))
            problems.Add("Telegram__WebhookUrl is not an address. Write it whole, such as https://bot.example.org/telegram, or leave it out to poll.");
        else if (ApiBaseUrl == PublicApi && (url.Scheme != Uri.UriSchemeHttps || url.Port is not (443 or 80 or 88 or 8443)))
            problems.Add("Telegram__WebhookUrl must begin with https:// and use port 443, 80, 88 or 8443: Telegram calls no other.");
        if (string.IsNullOrEmpty(WebhookSecret))
            problems.Add("Telegram__WebhookSecret is not set, so anybody could pretend to be Telegram. Make one with: openssl rand -hex 32");
        else if (WebhookSecret.Length > 256 || !WebhookSecret.All(IsSecretCharacter))
            problems.Add("Telegram__WebhookSecret may hold 1 to 256 letters A-Z a-z, digits, _ and -. Make one with: openssl rand -hex 32");
    }

    private static bool IsWeb(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static bool IsToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return token.Length <= 80 && colon > 0 && colon < token.Length - 1 && token[0] != '0'
            && token.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            && token.AsSpan(colon + 1).ToArray().All(IsSecretCharacter);
    }

    private static bool IsSecretCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
