using System.Text;
using System.Threading.Channels;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace GrantBot.Tests.Channels.Web;

/// <summary>A small bot with an inbox of its own: it greets, asks for a language and a name, shows a long list, gives and takes files.</summary>
internal sealed class ScriptedBot(WebChannel channel, DbContextOptions<GrantBotDb> options, ScriptedBot.Memory memory) : BackgroundService
{
    public static readonly string[] Districts = [.. Enumerable.Range(1, 30).Select(i => $"{i}-аудан, Маңғыстау облысының елді мекені")];

    private const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" style="fill:teal"/><text x="40" y="110" font-size="40" fill="white">№ 7</text></svg>""";

    private readonly Channel<InboxItem> lane = Channel.CreateUnbounded<InboxItem>();

    /// <summary>What outlives a restart, as a database would.</summary>
    internal sealed class Memory
    {
        public HashSet<string> Taken { get; } = [];
        public List<Delivery> Heard { get; } = [];
        public long Outbox { get; set; }
        public int Prompt { get; set; }

        /// <summary>The prompt that showed the list of districts.</summary>
        public int List { get; set; }
    }

    public Task TakeAsync(IReadOnlyList<InboxItem> items, CancellationToken cancel)
    {
        lock (memory)
        {
            foreach (var item in items.Where(i => memory.Taken.Add(i.ExternalId))) lane.Writer.TryWrite(item);
        }
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in lane.Reader.ReadAllAsync(stoppingToken))
        {
            var delivery = channel.Decode(item.Payload).Delivery!;
            lock (memory) memory.Heard.Add(delivery);
            await OpenAsync(delivery.From, stoppingToken);
            foreach (var (reply, language) in await AnswerAsync(delivery, stoppingToken)) await SayAsync(delivery.From, reply, language);
        }
    }

    public async Task<SendOutcome> SayAsync(ChatAddress to, Reply reply, string language = "kk", long? outbox = null) =>
        await channel.SendAsync(new Outgoing(to, reply, language, null, outbox ?? ++memory.Outbox), TestContext.Current.CancellationToken);

    private async Task OpenAsync(ChatAddress address, CancellationToken cancel)
    {
        await using var db = new GrantBotDb(options);
        if (await db.ChatAddresses.AnyAsync(a => a.Channel == address.Channel && a.Value == address.Value, cancel)) return;
        var id = new ChatId(Ids.New(DateTimeOffset.UnixEpoch));
        db.Chats.Add(new ChatRow { Id = id, Channel = ChannelKind.Web });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = address.Channel, Value = address.Value, ChatId = id });
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IReadOnlyList<(Reply, string)>> AnswerAsync(Delivery delivery, CancellationToken cancel) => delivery.Content switch
    {
        Inbound.Text { Value: "/start" } =>
        [
            (new Reply.Message("Сәлеметсіз бе! Бұл «Рухтан» қорының тіркеу боты."), "kk"),
            (Ask("Қай тілде сөйлесейік?", compact: true, "Қазақша", "Русский", "English"), "kk"),
        ],
        Inbound.Text { Value: var start } when start.StartsWith("/start ", StringComparison.Ordinal) => [(new Reply.Message($"Код: {start[7..]}"), "kk")],
        Inbound.Text { Value: "тізім" } => [(List(), "kk")],
        Inbound.Text { Value: "сілтеме" } => [(new Reply.Message("Ереже: https://example.org/rules?a=1&b=2. <b>Қалың емес</b>"), "kk")],
        Inbound.Text { Value: "билет" } => [(new Reply.File(await MakeAsync(delivery.From, "билет.txt", "text/plain", "№ 7", cancel), "билет.txt", "text/plain", "Сіздің билетіңіз"), "kk")],
        Inbound.Text { Value: "сурет" } => [(new Reply.File(await MakeAsync(delivery.From, "билет.svg", "image/svg+xml", Drawing, cancel), "билет.svg", "image/svg+xml", "Билет № 7"), "kk")],
        Inbound.Text { Value: var name } => [(new Reply.Message($"Рақмет, {name}!"), "kk")],
        Inbound.Press { Token: var token, Message: { } on } => ButtonToken.Read(token) is ButtonToken.Choice c ? Chosen(on, c) : [(new Reply.Message("Түймені танымадым."), "kk")],
        Inbound.File f => [(new Reply.Message($"Файл алынды: {f.Name}, {f.Bytes} байт."), "kk")],
        _ => [(new Reply.Message("Түсінбедім."), "kk")],
    };

    private IReadOnlyList<(Reply, string)> Chosen(MessageRef on, ButtonToken.Choice choice) => choice.Index switch
    {
        _ when choice.Prompt == memory.List => [(new Reply.Settle(on, Districts[choice.Index]), "kk"), (Ask("Ауданыңыз жазылды. Дұрыс па?", compact: true, "Иә", "Жоқ"), "kk")],
        1 => [(new Reply.Settle(on, "Русский"), "ru"), (new Reply.Message("Как вас зовут?"), "ru")],
        2 => [(new Reply.Settle(on, "English"), "en"), (new Reply.Message("What is your name?"), "en")],
        _ => [(new Reply.Settle(on, "Қазақша"), "kk"), (new Reply.Message("Атыңыз кім?"), "kk")],
    };

    private Reply.Message List()
    {
        var list = Ask("Қай ауданнансыз?", compact: false, Districts);
        memory.List = list.Prompt;
        return list;
    }

    private Reply.Message Ask(string text, bool compact, params string[] labels) =>
        new(text) { Prompt = ++memory.Prompt, Compact = compact, Options = [.. labels.Select((l, i) => new Option($"o{i}", l))] };

    private async Task<string> MakeAsync(ChatAddress address, string name, string type, string content, CancellationToken cancel)
    {
        await using var db = new GrantBotDb(options);
        var chat = await db.ChatAddresses.FirstAsync(a => a.Value == address.Value, cancel);
        var file = new FileRow { Id = $"made{memory.Outbox}", Name = name, MediaType = type, Content = Encoding.UTF8.GetBytes(content), ChatId = chat.ChatId };
        db.Files.Add(file);
        await db.SaveChangesAsync(cancel);
        return file.Id;
    }
}
