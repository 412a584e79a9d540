using System.Globalization;
using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>The lines of web chats, in order, so that a page that was reloaded or away loses and doubles nothing.</summary>
internal sealed class WebHistory(Databases databases, Writer writer, WebLive live, TimeProvider time)
{
    /// <summary>Most lines read at once; a full page says that there may be more.</summary>
    public const int PageSize = 200;

    /// <summary>The chat behind an address; null before the bot has taken its first message.</summary>
    public ChatId? Chat(string address) => databases.Read(db => ChatOf.For(db)(db, address));

    /// <summary>Adds a line unless one with its key is there, and wakes the open pages. Returns the line's number; null when there is no such chat.</summary>
    public async Task<long?> AddAsync(string address, bool fromBot, WebLine line)
    {
        if (Chat(address) is not { } chat) return null;
        var work = new Work.AddLine(chat, fromBot, WebLine.JsonStart(line.Key), line.ToJson(), time.GetUtcNow());
        await writer.WriteAsync(work);
        if (work.IsNew) live.Wake(address);
        return work.Id;
    }

    /// <summary>Takes a line away, by its number or its key.</summary>
    public async Task RemoveAsync(string address, string line)
    {
        if (Chat(address) is not { } chat) return;
        var (number, start) = (long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0, WebLine.JsonStart(line));
        await writer.WriteAsync(new Work.Background(db => db.WebMessages.Where(m => m.ChatId == chat && (m.Id == number || m.Payload.StartsWith(start))).ExecuteDelete()));
    }

    /// <summary>Lines after the given number, oldest first, at most <see cref="PageSize"/>.</summary>
    public IReadOnlyList<WebEvent> After(string address, long after) => databases.Read(db => LinesOf.For(db)(db, address, after)
        .Select(m => new WebEvent(m.Id, m.FromBot, m.At.ToUnixTimeMilliseconds(), JsonSerializer.Deserialize<JsonElement>(m.Payload))).ToList());

    /// <summary>True when a line of the chat shows the file: then it may be fetched from that chat.</summary>
    public bool Shows(ChatId chat, string file)
    {
        var mark = $"\"file\":{{\"id\":\"{file}\"";
        return databases.Read(db => db.WebMessages.Any(m => m.ChatId == chat && m.Payload.Contains(mark)));
    }

    private static readonly Compiled<Func<GrantBotDb, string, ChatId?>> ChatOf = new(() => EF.CompileQuery((GrantBotDb db, string address) =>
        db.ChatAddresses.Where(a => a.Channel == ChannelKind.Web && a.Value == address).Select(a => (ChatId?)a.ChatId).FirstOrDefault()));
    private static readonly Compiled<Func<GrantBotDb, string, long, IEnumerable<WebMessageRow>>> LinesOf = new(() => EF.CompileQuery((GrantBotDb db, string address, long after) =>
        db.ChatAddresses.Where(a => a.Channel == ChannelKind.Web && a.Value == address)
            .Join(db.WebMessages, a => a.ChatId, m => m.ChatId, (a, m) => m).Where(m => m.Id > after).OrderBy(m => m.Id).AsNoTracking().Take(PageSize).AsQueryable()));
}
