using GrantBot.Load.Emulators.Telegram;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Conversation;

/// <summary>A group of Telegram in a script: "given group topics" or "given group plain". What its members do stands behind "in group".</summary>
internal sealed class GroupTalk
{
    private readonly LivingBot bot;
    private readonly Group group;
    private readonly HashSet<int> closed = [];
    private int seen, hints;

    public GroupTalk(LivingBot bot, bool forum)
    {
        this.bot = bot;
        group = bot.Telegram.Group(-1_001_000_000_001);
        group.IsForum = forum;
    }

    /// <summary>"adds the bot", "[Аламын]", "topic WORDS" in the newest topic, "reply WORDS" to the bot's newest message, or words of no concern to it.</summary>
    public void Act(Talker who, string what)
    {
        var by = bot.Telegram.Person(long.Parse(who.Address, System.Globalization.CultureInfo.InvariantCulture));
        var rest = what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (what == "adds the bot") group.Add(by);
        else if (what[0] == '[') group.Press(by, what.Trim('[', ']'));
        else if (what.StartsWith("topic ", StringComparison.Ordinal)) group.Say(by, rest, topic: group.Topics.Keys.Max());
        else if (what.StartsWith("reply ", StringComparison.Ordinal)) group.Say(by, rest, to: group.Chat[^1].MessageId);
        else group.Say(by, what);
    }

    /// <summary>What the bot did there since the last call; a message in a topic begins with its name, what is told to whoever pressed with "(hint)".</summary>
    public IReadOnlyList<Seen> Read()
    {
        var shown = group.ShownAfter(seen);
        seen += shown.Count;
        var turned = group.Topics.Keys.Where(t => group.Closed.Contains(t) ? closed.Add(t) : closed.Remove(t)).ToLookup(closed.Contains, t => new Seen($"({group.Topics[t]}) {(closed.Contains(t) ? "(topic closed)" : "(topic open again)")}", []));
        List<Seen> read = [.. turned[false], .. bot.Telegram.Hints.Skip(hints).Select(h => new Seen("(hint) " + h, [])), .. shown.Select(m => new Seen((m.Topic is { } t ? $"({group.Topics[t]}) " : "") + (m.IsEdit ? "(now) " : "") + m.Text, [.. m.Buttons.Select(b => b.Text)]))];
        hints = bot.Telegram.Hints.Count;
        read.AddRange(turned[true]);
        return read;
    }
}
