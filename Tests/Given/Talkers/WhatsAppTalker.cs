using System.Text.RegularExpressions;
using GrantBot.Domain.Localisation;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Given.Talkers;

/// <summary>A person in WhatsApp: up to three buttons, else a list in pages, else numbers to type.</summary>
internal sealed partial class WhatsAppTalker : Talker
{
    private const int MostPages = 20;

    /// <summary>The sentence below choices that have to be numbered.</summary>
    private static readonly string[] TypeNumber = [.. Texts.Languages.Select(l => Locales.Shipped["list.type", l])];

    private readonly WhatsAppPerson person;
    private readonly List<BotMessage> received = [];
    private readonly Lock gate = new();
    private int read;
    private (BotMessage Message, BotChoice Choice) pressed;

    public WhatsAppTalker(WhatsAppPerson person)
    {
        this.person = person;
        person.Received = m => { lock (gate) received.Add(m); };
    }

    public override string Address => person.WaId!;

    public override Task SayAsync(string text) { person.SendText(text); return Task.CompletedTask; }

    public override Task QuoteAsync(string words, string text) { person.SendReply(text, All().Last(m => m.Text.Contains(words, StringComparison.Ordinal)).Id); return Task.CompletedTask; }

    public override async Task PressAsync(string label, LivingBot bot)
    {
        var asked = All().LastOrDefault(m => m.Buttons.Concat(m.Rows).Any() || Numbered(m) is not null) ?? throw NotShown(label);
        if (Numbered(asked) is { } lines)
        {
            await SayAsync($"{lines.FindIndex(l => l == label) + 1}");
            return;
        }
        for (var page = 0; page < MostPages && asked.Rows.Count > 0 && !asked.Rows.Any(r => Means(r, label)) && IsMore(asked.Rows[^1]); page++) // a list goes round for ever
        {
            person.ChooseRow(asked, asked.Rows.Count - 1);
            await bot.DrainAsync();
            asked = All()[^1];
            read = All().Count;
        }
        Press(asked, label);
    }

    public override Task PressLateAsync(string label)
    {
        var asked = All().Where(m => m.Buttons.Concat(m.Rows).Any()).SkipLast(1).LastOrDefault(m => m.Buttons.Concat(m.Rows).Any(c => Means(c, label)));
        Press(asked ?? throw NotShown(label), label);
        return Task.CompletedTask;
    }

    public override async Task PressOnAsync(string words, string label, LivingBot bot)
    {
        var shown = All().LastOrDefault(m => m.Text.Contains(words, StringComparison.Ordinal) && m.Buttons.Concat(m.Rows).Any(c => Means(c, label)));
        if (shown is not null) Press(shown, label);
        else if (words.Length == 0) await PressAsync(label, bot);
        else throw NotShown(label);
    }

    public override Task PressAgainAsync()
    {
        var (message, choice) = pressed;
        if (message.Buttons.IndexOf(choice) is var at and >= 0) person.PressButton(message, at);
        else person.ChooseRow(message, message.Rows.IndexOf(choice));
        return Task.CompletedTask;
    }

    public override Task ContactAsync(string phone, bool own) { person.SendContact(phone, "Сана"); return Task.CompletedTask; }

    public override Task PlaceAsync(double latitude, double longitude) { person.SendLocation(latitude, longitude); return Task.CompletedTask; }

    public override Task FileAsync(string name, byte[] content) { person.SendMedia("document", "application/pdf", content, name); return Task.CompletedTask; }

    public override Task PhotoAsync(byte[] content) { person.SendMedia("image", "image/jpeg", content); return Task.CompletedTask; }

    public override Task OddAsync(string kind)
    {
        if (kind == "sticker") person.SendMedia("sticker", "image/webp", [1, 2, 3]);
        else person.SendMedia("audio", "audio/ogg", [1, 2, 3]);
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyList<Seen>> ReadAsync()
    {
        var fresh = All().Skip(read).ToList();
        read += fresh.Count;
        return Task.FromResult<IReadOnlyList<Seen>>([.. fresh.Select(See)]);
    }

    private List<BotMessage> All() { lock (gate) return [.. received]; }

    private void Press(BotMessage message, string label)
    {
        var choice = message.Buttons.Concat(message.Rows).FirstOrDefault(c => Means(c, label)) ?? throw NotShown(label);
        pressed = (message, choice);
        if (message.Buttons.Contains(choice)) person.PressButton(message, message.Buttons.IndexOf(choice));
        else person.ChooseRow(message, message.Rows.IndexOf(choice));
    }

    private static Seen See(BotMessage message)
    {
        if (Numbered(message) is { } lines) return new(message.Text[..message.Text.LastIndexOf("\n\n1. ", StringComparison.Ordinal)], lines, IsNumbered: true);
        if (message.Template is { } template) return new($"[{template}] {message.Text}".TrimEnd(), [.. message.Buttons.Select(b => b.Title)]);
        var more = message.Rows.Count > 0 && IsMore(message.Rows[^1]);
        var choices = message.Buttons.Concat(more ? message.Rows.SkipLast(1) : message.Rows);
        return new(message.Text, [.. choices.Select(Label)], message.FileName ?? (message.Type == "image" ? "image" : null), more);
    }

    /// <summary>A title that had to be cut has the whole label below it.</summary>
    private static string Label(BotChoice choice) =>
        choice.Title.EndsWith('…') && choice.Description is { } below && below.StartsWith(choice.Title[..^1], StringComparison.Ordinal) ? below : choice.Title;

    private static bool Means(BotChoice choice, string label) => Label(choice) == label || (Label(choice).EndsWith('…') && label.StartsWith(Label(choice)[..^1], StringComparison.Ordinal));

    private static bool IsMore(BotChoice row) => PageToken().IsMatch(row.Id);

    private static List<string>? Numbered(BotMessage message)
    {
        var at = message.Type == "text" && TypeNumber.Any(w => message.Text.EndsWith(w, StringComparison.Ordinal)) ? message.Text.LastIndexOf("\n\n1. ", StringComparison.Ordinal) : -1;
        return at < 0 ? null : [.. message.Text[at..].Split('\n').Where(l => NumberedLine().IsMatch(l)).Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
    }

    [GeneratedRegex(@"^\d+\.p\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex PageToken();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.NonBacktracking)]
    private static partial Regex NumberedLine();
}

file static class Lists
{
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item) => list.ToList().IndexOf(item);
}
