using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>The lines of web chats, in order, so that a page that was reloaded or away loses and doubles nothing.</summary>
internal sealed class WebHistory(DbContextOptions<GrantBotDb> options, IWriter writer, WebLive live, TimeProvider time)
{
    /// <summary>Most lines read at once; a full page says that there may be more.</summary>
    public const int PageSize = 200;

    /// <summary>The chat behind an address; null before the bot has taken its first message.</summary>
    public async Task<ChatId?> ChatAsync(string address, CancellationToken cancel)
    {
        await using var db = new GrantBotDb(options);
        return (await db.ChatAddresses.AsNoTracking().FirstOrDefaultAsync(a => a.Channel == ChannelKind.Web && a.Value == address, cancel))?.ChatId;
    }

    /// <summary>Adds a line unless one with its key is there, and wakes the open pages. Returns the line's number; null when there is no such chat.</summary>
    public async Task<long?> AddAsync(string address, bool fromBot, WebLine line, CancellationToken cancel)
    {
        if (await ChatAsync(address, cancel) is not { } chat) return null;
        var row = new WebMessageRow { ChatId = chat, FromBot = fromBot, Payload = line.ToJson(), At = time.GetUtcNow() };
        var start = WebLine.JsonStart(line.Key);
        long? stored = null;
        await writer.WriteAsync(new Work.Background(db =>
        {
            stored = db.WebMessages.Where(m => m.ChatId == chat && m.FromBot == fromBot && m.Payload.StartsWith(start)).Select(m => (long?)m.Id).FirstOrDefault();
            if (stored is null) db.WebMessages.Add(row);
        }));
        if (stored is null) live.Wake(address);
        return stored ?? row.Id;
    }

    /// <summary>Lines after the given number, oldest first, at most <see cref="PageSize"/>.</summary>
    public async Task<IReadOnlyList<WebEvent>> AfterAsync(string address, long after, CancellationToken cancel)
    {
        await using var db = new GrantBotDb(options);
        var rows = await (
            from a in db.ChatAddresses
            where a.Channel == ChannelKind.Web && a.Value == address
            join m in db.WebMessages on a.ChatId equals m.ChatId
            where m.Id > after
            orderby m.Id
            select m).AsNoTracking().Take(PageSize).ToListAsync(cancel);
        return [.. rows.Select(m => new WebEvent(m.Id, m.FromBot, m.At.ToUnixTimeMilliseconds(), JsonSerializer.Deserialize<JsonElement>(m.Payload)))];
    }

    /// <summary>True when a line of the chat shows the file: then it may be fetched from that chat.</summary>
    public async Task<bool> ShowsAsync(ChatId chat, string file, CancellationToken cancel)
    {
        await using var db = new GrantBotDb(options);
        var mark = $"\"file\":{{\"id\":\"{file}\"";
        return await db.WebMessages.AnyAsync(m => m.ChatId == chat && m.Payload.Contains(mark), cancel);
    }
}
