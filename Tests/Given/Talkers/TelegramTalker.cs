using System.Globalization;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Tests.Given.Talkers;

/// <summary>A person in Telegram: buttons below messages, keys in place of the keyboard.</summary>
internal sealed class TelegramTalker(Person person) : Talker
{
    private readonly List<(int Message, InlineButton Button)> buttons = [];
    private IReadOnlyList<ReplyKey> keys = [];
    private int seen, prompt;
    private (int Message, string Token) pressed;

    public override string Address => person.Id.ToString(CultureInfo.InvariantCulture);

    public override Task SayAsync(string text) { person.SendText(text); return Task.CompletedTask; }

    public override Task EditAsync(string text) { person.EditText(person.LastMessage, text); return Task.CompletedTask; }

    public override Task QuoteAsync(string words, string text) { person.SendReply(text, person.Chat.Last(m => m.Text.Contains(words, StringComparison.Ordinal)).MessageId); return Task.CompletedTask; }

    public override Task PressAsync(string label, LivingBot bot)
    {
        if (keys.Any(k => k.Text == label && k.Types)) return SayAsync(label);
        var found = buttons.LastOrDefault(b => b.Message == prompt && b.Button.Text == label);
        return Press(found.Button is { } button ? (prompt, button.Token) : throw NotShown(label));
    }

    public override Task PressLateAsync(string label)
    {
        var found = buttons.LastOrDefault(b => b.Message != prompt && b.Button.Text == label);
        return Press(found.Button is { } button ? (found.Message, button.Token) : throw NotShown(label));
    }

    public override Task PressOnAsync(string words, string label, LivingBot bot)
    {
        if (words.Length == 0 && keys.Any(k => k.Text == label && k.Types)) return SayAsync(label);
        var message = person.Chat.LastOrDefault(m => m.Text.Contains(words, StringComparison.Ordinal) && m.Buttons.Any(b => b.Text == label)) ?? throw NotShown(label);
        return Press((message.MessageId, message.Buttons.First(b => b.Text == label).Token));
    }

    public override Task PressAgainAsync() => Press(pressed);

    public override Task ContactAsync(string phone, bool own) { person.ShareContact(phone, own); return Task.CompletedTask; }

    public override Task PlaceAsync(double latitude, double longitude) { person.ShareLocation(latitude, longitude); return Task.CompletedTask; }

    public override Task FileAsync(string name, byte[] content) { person.SendDocument(name, "application/octet-stream", content); return Task.CompletedTask; }

    public override Task PhotoAsync(byte[] content) { person.SendPhoto(content); return Task.CompletedTask; }

    public override Task OddAsync(string kind) { person.SendRecording(kind, [1, 2, 3]); return Task.CompletedTask; }

    public override Task<IReadOnlyList<Seen>> ReadAsync()
    {
        // an answered question that was only marked says nothing new; one whose choices were marked does
        var shown = person.ShownAfter(seen);
        seen += shown.Count;
        var fresh = shown.Where(m => !m.IsEdit || m.Buttons.Count > 0 || !buttons.Any(b => b.Message == m.MessageId)).ToList();
        foreach (var message in fresh)
        {
            if (message.Keys.Count > 0 || message.RemovesKeys) keys = message.Keys;
            if (message.Buttons.Count > 0) prompt = message.MessageId;
            buttons.AddRange(message.Buttons.Select(b => (message.MessageId, b)));
        }
        return Task.FromResult<IReadOnlyList<Seen>>([.. fresh.Select(m => new Seen(m.Text, [.. m.Buttons.Select(b => b.Text), .. m.Keys.Select(k => k.Text)], m.File?.Name))]);
    }

    private Task Press((int Message, string Token) what)
    {
        pressed = what;
        person.Press(what.Message, what.Token);
        return Task.CompletedTask;
    }
}
