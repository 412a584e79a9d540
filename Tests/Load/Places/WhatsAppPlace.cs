using System.Collections.Concurrent;
using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Load.Places;

/// <summary>People on WhatsApp; their messages overtake one another, and every reply is reported as sent, delivered and read.</summary>
internal sealed class WhatsAppPlace : IPlace
{
    private const long FirstNumber = 77_011_000_000;
    private readonly WhatsAppEmulator whatsApp;
    private readonly ConcurrentDictionary<int, WhatsAppPerson> people = new();

    private WhatsAppPlace(WhatsAppEmulator whatsApp) => this.whatsApp = whatsApp;

    public ChannelKind Channel => ChannelKind.WhatsApp;

    public Action<Screen> Heard { get; set; } = _ => { };

    public static async Task<WhatsAppPlace> OpenAsync(LoadOptions options) => new(await WhatsAppEmulator.StartAsync(new()
    {
        ApiDelay = options.ApiDelay, Throughput = 0, PairLimit = false, Seed = options.Seed, Concurrency = 40, TimeScale = options.Kills > 0 ? 20 : 1,
    }));

    public IEnumerable<KeyValuePair<string, string>> Settings(Uri bot)
    {
        whatsApp.Webhook = new(bot, "/whatsapp/webhook");
        yield return new("WhatsApp__AccessToken", new WhatsAppEmulatorOptions().AccessToken);
        yield return new("WhatsApp__AppSecret", new WhatsAppEmulatorOptions().AppSecret);
        yield return new("WhatsApp__VerifyToken", new WhatsAppEmulatorOptions().VerifyToken);
        yield return new("WhatsApp__PhoneNumberId", new WhatsAppEmulatorOptions().PhoneNumberId);
        yield return new("WhatsApp__ApiBaseUrl", whatsApp.BaseUrl.AbsoluteUri.TrimEnd('/'));
    }

    public Task ConnectedAsync() => Task.CompletedTask; // Meta posts to whoever listens

    public void BotGone() { }

    public void Greet(int person, string? code) => Say(person, code is null ? "Сәлем" : "/start " + code);

    public void Say(int person, string text) => Person(person).SendText(text);

    public void Choose(Screen screen, int choice)
    {
        var message = (BotMessage)screen.Source;
        if (message.Buttons.Count > 0) Person(screen.Person).PressButton(message, choice);
        else Person(screen.Person).ChooseRow(message, choice);
    }

    public void ShareContact(int person, string phone) => Person(person).SendContact(phone, "Сана Әлиева", phone.TrimStart('+'));

    public void Leave(int person) { }

    public string Address(int person) => (FirstNumber + person).ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => whatsApp.DisposeAsync();

    private WhatsAppPerson Person(int person) => people.GetOrAdd(person, p =>
    {
        var made = whatsApp.AddPerson(Address(p));
        made.Received = m => Heard(new(p, m.Text, [.. (m.Buttons.Count > 0 ? m.Buttons : m.Rows).Select(c => c.Title)], false, m));
        return made;
    });
}
