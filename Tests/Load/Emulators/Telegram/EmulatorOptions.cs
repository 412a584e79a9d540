namespace GrantBot.Load.Emulators.Telegram;

/// <summary>How the emulated Telegram behaves. Limits of 0 are off.</summary>
internal sealed record EmulatorOptions
{
    public string Token { get; init; } = "123456:TEST-TOKEN-of-the-emulator";
    public string BotName { get; init; } = "emulated_bot";

    /// <summary>Loopback port; 0 = any free one.</summary>
    public int Port { get; init; }

    /// <summary>Every call takes this long, as over the internet.</summary>
    public TimeSpan ApiDelay { get; init; }

    /// <summary>Messages one chat takes per second, after a burst of <see cref="ChatBurst"/>.</summary>
    public double ChatPerSecond { get; init; }
    public int ChatBurst { get; init; } = 3;

    /// <summary>Messages all chats together take per second.</summary>
    public double TotalPerSecond { get; init; }

    /// <summary>Is told the seconds to wait before a message is refused for its pace; null = nobody is.</summary>
    public Action<int>? TooFast { get; init; }

    /// <summary>How long a button press waits for its answer; also how long its update lives.</summary>
    public TimeSpan PressLifetime { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>Webhook retries wait this many times the real 0, 2, 4, 8 ... 60 s.</summary>
    public double RetryScale { get; init; } = 1;

    /// <summary>How long a webhook may take to answer.</summary>
    public TimeSpan WebhookPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>File that receives every request as a line of JSON; null = none.</summary>
    public string? RecordTo { get; init; }

    /// <summary>Every polled update is given once more after it was confirmed, as to a bot that lost its offset.</summary>
    public bool Twice { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
