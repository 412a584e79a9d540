using System.Collections.Concurrent;
using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels.Web;

namespace GrantBot.Load.Places;

/// <summary>People in browsers, each at a network address of their own, since the web chat limits what one address may ask.</summary>
internal sealed class WebPlace : IPlace
{
    private readonly ConcurrentDictionary<int, WebPerson> people = new();
    private readonly CancellationTokenSource stop = new();
    private Uri bot = new("http://127.0.0.1");

    public ChannelKind Channel => ChannelKind.Web;

    public Action<Screen> Heard { get; set; } = _ => { };

    public IEnumerable<KeyValuePair<string, string>> Settings(Uri bot)
    {
        this.bot = bot;
        yield return new("WebChat__Enabled", "true");
    }

    public Task ConnectedAsync() => Task.CompletedTask; // browsers try again by themselves

    public void BotGone() { }

    public void Greet(int person, string? code) => Person(person).Greet(code);

    public void Say(int person, string text) => Person(person).Post(new WebPost { Kind = "text", Text = text });

    public void Choose(Screen screen, int choice)
    {
        var line = (WebEvent)screen.Source;
        var token = line.Line.GetProperty("options")[choice].GetProperty("token").GetString();
        Person(screen.Person).Post(new WebPost { Kind = "press", Token = token, Line = line.N.ToString(CultureInfo.InvariantCulture) });
    }

    public void ShareContact(int person, string phone) => Say(person, phone);

    public void Leave(int person) { if (people.TryGetValue(person, out var left)) left.Leave(); }

    public string Address(int person) => people.TryGetValue(person, out var known) ? known.Address ?? "" : "";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var person in people.Values) await person.DisposeAsync();
        stop.Dispose();
    }

    private WebPerson Person(int person) => people.GetOrAdd(person, p => new(p, bot, s => Heard(s), stop.Token));
}
