using System.Collections.Concurrent;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>A chat as a turn begins.</summary>
/// <param name="Id">The chat.</param>
/// <param name="Address">The address it was last heard from.</param>
/// <param name="Version">The version of the state; 0 = not stored yet.</param>
/// <param name="State">Where it stands.</param>
internal sealed record ChatSnapshot(ChatId Id, ChatAddress Address, int Version, ChatState State);

/// <summary>Chats by address. Recent ones are kept in memory; the version in the database decides, so a stale one costs a second try, never a wrong turn.</summary>
internal sealed class ChatStore(Databases databases)
{
    private const int MostInMemory = 512; // a state may hold a whole form; reading one again costs less than keeping thousands
    private readonly ConcurrentDictionary<ChatAddress, ChatSnapshot> recent = new();

    /// <summary>The chat of an address or one of its aliases; null when nobody wrote from there before.</summary>
    public ChatSnapshot? Find(ChatAddress address, IReadOnlyList<ChatAddress> aliases)
    {
        if (recent.TryGetValue(address, out var known)) return known;
        var row = databases.Read(db => Load(db, address) ?? aliases.Select(a => Load(db, a)).FirstOrDefault(r => r is not null));
        return row is null ? null : new(row.Id, address, row.Version, StateUpcaster.Read(row.State));
    }

    /// <summary>Remembers a chat as it was just committed.</summary>
    public void Keep(ChatSnapshot chat)
    {
        if (recent.Count >= MostInMemory) recent.Clear();
        recent[chat.Address] = chat;
    }

    /// <summary>Forgets a chat that turned out to be stale.</summary>
    public void Forget(ChatAddress address) => recent.TryRemove(address, out _);

    /// <summary>Where to reach a chat, and what a sender must know of it.</summary>
    public ChatReach? Reach(ChatId id)
    {
        using var db = databases.CreateDbContext();
        return db.Chats.AsNoTracking().Where(c => c.Id == id)
            .Join(db.ChatAddresses, c => c.Id, a => a.ChatId, (c, a) => new { c.Channel, a.Value, c.Language, c.LastHeardAt, c.Reachable })
            .AsEnumerable().Select(c => new ChatReach(new(c.Channel, c.Value), c.Language, c.LastHeardAt, c.Reachable)).FirstOrDefault();
    }

    private static ChatRow? Load(GrantBotDb db, ChatAddress address) => LoadRow.For(db)(db, address.Channel, address.Value);

    private static readonly Compiled<Func<GrantBotDb, ChannelKind, string, ChatRow?>> LoadRow = new(() => EF.CompileQuery((GrantBotDb db, ChannelKind channel, string value) =>
        db.ChatAddresses.Where(a => a.Channel == channel && a.Value == value).Join(db.Chats, a => a.ChatId, c => c.Id, (a, c) => c).AsNoTracking().FirstOrDefault()));
}

/// <summary>How a chat is reached.</summary>
internal sealed record ChatReach(ChatAddress Address, string Language, DateTimeOffset LastHeard, bool Reachable);

/// <summary>Reads states of every shape ever stored; an old one is turned into today's by a pure step per version.</summary>
internal static class StateUpcaster
{
    /// <summary>The newest shape.</summary>
    public const int Newest = 3;

    public static ChatState Read(string json)
    {
        // shape 1 knew one kind of form, so the one put aside did not say its kind
        var state = DomainJson.ReadState(json.Replace("\"unfinished\":{\"event\"", "\"unfinished\":{\"is\":\"form\",\"event\"", StringComparison.Ordinal)
            .Replace("{\"is\":\"age\",", "{\"is\":\"refused\",\"detail\":\"\",", StringComparison.Ordinal)); // shape 2 knew one reason of refusal
        return state.V <= Newest ? state with { V = Newest } : throw new InvalidOperationException($"A chat's state has shape {state.V}, this program knows {Newest}: start a newer program.");
    }
}
