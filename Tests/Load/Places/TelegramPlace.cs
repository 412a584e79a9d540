using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Load.Places;

/// <summary>People on Telegram, by webhook or polling.</summary>
internal sealed class TelegramPlace : IPlace
{
    private const long FirstId = 100_000;
    private const string Secret = "secret-of-the-load-test";
    private readonly TelegramEmulator telegram;
    private readonly bool polling;
    private TaskCompletionSource connected = NewSignal();

    private TelegramPlace(LoadOptions options)
    {
        polling = options.Polling;
        telegram = new(new() { ApiDelay = options.ApiDelay, RetryScale = options.Kills > 0 ? 0.05 : 1 })
        {
            BotWrote = Tell,
            Called = method => { if (method == (polling ? "getUpdates" : "setWebhook")) connected.TrySetResult(); },
        };
    }

    public ChannelKind Channel => ChannelKind.Telegram;

    public Action<Screen> Heard { get; set; } = _ => { };

    public static async Task<TelegramPlace> OpenAsync(LoadOptions options)
    {
        var place = new TelegramPlace(options);
        await place.telegram.StartAsync();
        return place;
    }

    public IEnumerable<KeyValuePair<string, string>> Settings(Uri bot)
    {
        yield return new("Telegram__Token", telegram.Options.Token);
        yield return new("Telegram__ApiBaseUrl", telegram.BaseUrl);
        if (polling) yield break;
        yield return new("Telegram__WebhookUrl", new Uri(bot, "/telegram/webhook").AbsoluteUri);
        yield return new("Telegram__WebhookSecret", Secret);
    }

    public Task ConnectedAsync() => connected.Task;

    public void BotGone() => connected = NewSignal();

    public void Greet(int person, string? code) => Say(person, code is null ? "/start" : "/start " + code);

    public void Say(int person, string text) => Person(person).SendText(text);

    public void Choose(Screen screen, int choice)
    {
        var message = (BotMessage)screen.Source;
        if (message.Buttons.Count > 0) Person(screen.Person).Press(message.MessageId, message.Buttons[choice].Token);
        else Say(screen.Person, screen.Choices[choice]);
    }

    public void ShareContact(int person, string phone) => Person(person).ShareContact(phone.TrimStart('+'));

    public void Leave(int person) { } // a chat on Telegram costs nothing when it is silent

    public string Address(int person) => (FirstId + person).ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => telegram.DisposeAsync();

    private Person Person(int person) => telegram.Person(FirstId + person);

    private void Tell(BotMessage message)
    {
        if (message.IsEdit) return;
        IReadOnlyList<string> choices = message.Buttons.Count > 0 ? [.. message.Buttons.Select(b => b.Text)] : [.. message.Keys.Where(k => k.Types).Select(k => k.Text)];
        Heard(new((int)(message.ChatId - FirstId), message.Text, choices, message.ContactButton is not null, message));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
