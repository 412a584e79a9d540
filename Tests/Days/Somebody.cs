using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Days;

/// <summary>A person of the day with a chat, a language and a name. What they do is answered, and read by everybody, before the next thing happens.</summary>
internal sealed partial class Somebody(Office office, string name, string language, ChannelKind channel, Talker talker) : Reader(name, language, channel), IDisposable
{
    /// <summary>What anybody takes before they do something, so that the platforms' limits of pace can be held: faster than people are.</summary>
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(2);

    private readonly List<Seen> shown = [];

    /// <summary>A number of their own, to be typed.</summary>
    public string Phone => $"+7702{office.Everybody.Index().First(p => p.Item == this).Index:0000000}";

    public Talker Talker => talker;

    /// <summary>What the bot showed since they last did something.</summary>
    public IReadOnlyList<Seen> Shown => shown;

    /// <summary>Everything that was shown since, in one text.</summary>
    public string ShownText => string.Join("\n", shown.Select(s => s.Text));

    /// <summary>A text of the bot in their language.</summary>
    public string Text(string key, params (string Name, object? Value)[] values) => Locales.Shipped.Say(key, Language, values);

    public Task SaysAsync(string words) => ActAsync(words, () => talker.SayAsync(words));

    public Task OpensAsync(string code) => ActAsync("opens " + code, () => talker.OpenAsync(code));

    public Task EditsAsync(string words) => ActAsync("edits: " + words, () => talker.EditAsync(words));

    public Task SendsPhotoAsync() => ActAsync("sends a photo", () => talker.PhotoAsync([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1]));

    public Task SendsVoiceAsync() => ActAsync("sends a voice message", () => talker.OddAsync("voice"));

    /// <summary>Presses a button by its text's key, on the newest message that shows it and holds some words.</summary>
    public Task TapsAsync(string key, string on = "") => PressesAsync(Text(key), on);

    public Task TapsAsync(string key, (string Name, object? Value) value) => PressesAsync(Text(key, value));

    public Task PressesAsync(string label, string on = "") => ActAsync($"[{label}]", () => talker.PressOnAsync(on, label, office.Bot));

    /// <summary>Presses a choice of the question asked last, by its place.</summary>
    public Task ChoosesAsync(int place) => PressesAsync(shown.LastOrDefault(s => s.Choices.Count > place)?.Choices[place] ?? throw new InvalidOperationException($"{this} is asked nothing.\n{office.Diary.Last(this)}"));

    /// <summary>Meets the bot.</summary>
    public async Task HelloAsync()
    {
        await SaysAsync("/start");
        await ChoosesLanguageAsync();
    }

    public Task ChoosesLanguageAsync() => PressesAsync(Language switch { "ru" => "Русский", "en" => "English", _ => "Қазақша" });

    public bool IsShown(string key) => shown.Any(s => s.Choices.Contains(Text(key)));

    /// <summary>Fills in whatever is asked, as themselves, and reads the end.</summary>
    public async Task RegistersAsync(string code, string birth)
    {
        office.Diary.Add(new(office.Now, this, $"registers for {code}", null));
        await talker.OpenAsync("ev_" + code);
        await FillAsync([.. Name.Split(' '), birth]);
    }

    /// <summary>The same from the question that is open.</summary>
    public async Task FillAsync(IReadOnlyList<string> said, Seen? last = null)
    {
        shown.Clear();
        var registrant = Registrant.Of(Language, said, Thinks);
        try { await registrant.GoOnAsync(office.Bot, talker, last); }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException) { throw new InvalidOperationException($"{this} cannot register: {e.Message}\n{string.Join('\n', registrant.Heard.TakeLast(4))}", e); }
        foreach (var text in registrant.Heard) Hear(new Seen(text, []), inForm: true);
    }

    /// <summary>Reads what is new in the chat.</summary>
    public async Task ReadAsync()
    {
        foreach (var seen in await talker.ReadAsync()) Hear(seen, inForm: false);
    }

    public void Reads(string text) => shown.ShouldContain(s => s.Text.Contains(text, StringComparison.Ordinal), $"{this} at {office.Now:HH:mm} is to read «{text}».\n{office.Diary.Last(this)}");

    /// <summary>Reads this text, whatever stands in its blanks.</summary>
    public void ReadsOf(string key) => Reads(Piece(key));

    /// <summary>The longest piece of a text between its blanks.</summary>
    public string Piece(string key) => Blank().Split(Text(key)).MaxBy(p => p.Trim().Length)!.Trim();

    public void ReadsOnce(string text) => shown.Count(s => s.Text.Contains(text, StringComparison.Ordinal)).ShouldBe(1, $"{this} at {office.Now:HH:mm} is to read «{text}» once.\n{office.Diary.Last(this)}");

    public void ReadsNothing() => shown.ShouldBeEmpty($"{this} at {office.Now:HH:mm} is to be left in peace.\n{office.Diary.Last(this)}");

    /// <summary>Takes note of what was read, so that what comes next stands alone.</summary>
    public void LooksAway() => shown.Clear();

    /// <summary>The number they were told last by a text with {no} in it.</summary>
    public long Number(string key)
    {
        var line = Text(key).Split('\n').First(l => l.Contains("{no}", StringComparison.Ordinal));
        var head = line[..line.IndexOf("{no}", StringComparison.Ordinal)];
        var text = office.Diary.Shown(this).LastOrDefault(s => s.Text.Contains(head, StringComparison.Ordinal))?.Text ?? throw new InvalidOperationException($"{this} is to read «{head}…».\n{office.Diary.Last(this)}");
        return long.Parse(Digits().Match(text, text.IndexOf(head, StringComparison.Ordinal) + head.Length).Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => talker.Dispose();

    private void Hear(Seen seen, bool inForm)
    {
        shown.Add(seen);
        office.Diary.Add(new(office.Now, this, null, seen, inForm));
    }

    private async Task ActAsync(string what, Func<Task> act)
    {
        if (!office.IsHurried)
        {
            shown.Clear();
            office.Bot.Go(Thinks);
        }
        office.Diary.Add(new(office.Now, this, what, null));
        try { await act(); }
        catch (InvalidOperationException e) { throw new InvalidOperationException($"{this} at {office.Now:HH:mm}: {e.Message}\n{office.Diary.Last(this)}", e); }
        if (!office.IsHurried) await office.RestAsync();
    }

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
