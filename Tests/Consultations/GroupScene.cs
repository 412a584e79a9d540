using System.Text.RegularExpressions;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Load.Emulators.Telegram;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;
using Group = GrantBot.Load.Emulators.Telegram.Group;

namespace GrantBot.Tests.Consultations;

/// <summary>The owner of the bot, somebody who asks for advice, and a group of Telegram in which the owner is.</summary>
internal sealed partial class GroupScene : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<Talker, List<string>> heard = [];

    private GroupScene(LivingBot bot, Group group)
    {
        (Bot, Group) = (bot, group);
        (Boss, Sana) = (bot.Person(1, "kk"), bot.Person(2, "kk"));
        (Owner, Stranger) = (bot.Telegram.Person(7001), bot.Telegram.Person(7009, "Бөтен"));
    }

    public LivingBot Bot { get; }
    public Group Group { get; set; }
    public Talker Boss { get; }
    public Talker Sana { get; }

    /// <summary>The owner, and somebody else, as members of groups.</summary>
    public Person Owner { get; }

    public Person Stranger { get; }

    public static async Task<GroupScene> BeginAsync(bool forum, bool admin = true, long id = -1_001_000_000_001, bool twice = false, string? record = null, DigestTime? digest = null)
    {
        var bot = await LivingBot.StartAsync(ChannelKind.Telegram, Now, twice, digest: digest, record: record);
        var group = bot.Telegram.Group(id);
        (group.IsForum, group.IsAdmin) = (forum, admin);
        var scene = new GroupScene(bot, group);
        await scene.SayAsync(scene.Boss, "/start", "[Қазақша]", "/staff " + bot.OwnerCode);
        return scene;
    }

    /// <summary>The group becomes the staff group.</summary>
    public async Task LinkAsync()
    {
        Group.Add(Owner);
        var code = await CodeAsync();
        Group.Say(Owner, $"/staffgroup@{Bot.Telegram.Options.BotName} {code}");
        await Bot.DrainAsync();
    }

    /// <summary>A one-time code from the owner's private chat.</summary>
    public async Task<string> CodeAsync() => Code().Match((await SayAsync(Boss, "/group"))[^1]).Groups[1].Value;

    /// <summary>Sana asks for advice in the chat.</summary>
    public Task<IReadOnlyList<string>> AskAsync() => SayAsync(Sana, "/start", "[Қазақша]", "[Қызметкерге жазу]", "[Келісемін]", "[Клуб ашу және жүргізу]", "Клубты қалай ашамыз?", "[Осы чатта]", "Әлиева Сана", "8 700 000 00 00", "№22 мектеп", "[Бәрі дұрыс]");

    /// <summary>Says or presses one after another; gives everything the bot said to them since the last time.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(Talker who, params string[] what)
    {
        foreach (var text in what)
        {
            if (text[0] == '[') await who.PressAsync(text[1..^1], Bot);
            else await who.SayAsync(text);
            await Bot.DrainAsync();
            await HearAsync(who, all: false);
        }
        return await HearAsync(who, all: true);
    }

    /// <summary>What the bot said to somebody since the last time.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(Talker who, bool all = true)
    {
        await Bot.DrainAsync();
        if (!heard.TryGetValue(who, out var so)) heard[who] = so = [];
        so.AddRange((await who.ReadAsync()).Select(s => s.Text));
        if (!all) return [];
        IReadOnlyList<string> said = [.. so];
        so.Clear();
        return said;
    }

    /// <summary>What stands in the group now.</summary>
    public async Task<IReadOnlyList<string>> GroupAsync()
    {
        await Bot.DrainAsync();
        return [.. Group.Chat.Select(m => m.Text)];
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    [GeneratedRegex("/staffgroup ([A-Z0-9]{12})", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
