using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// Background work that follows facts, in two lines: what somebody waits for, and what may take minutes (<see cref="IReaction.IsSlow"/>), so that
/// nobody who asks for counts waits behind a thousand tickets.
/// </summary>
internal sealed class Reactions : IDisposable
{
    private readonly Follower[] lines;

    public Reactions(IDbContextFactory<GrantBotDb> databases, Writer writer, Sender sender, ChatStore chats, IEnumerable<IReaction> reactions, TimeProvider time, ILogger<Reactions> log)
    {
        var bySpeed = reactions.ToLookup(r => r.IsSlow);
        lines = [Line("bookmark.reactions", isSlow: false), Line("bookmark.slow", isSlow: true)];

        Follower Line(string bookmark, bool isSlow) => new(bookmark, bySpeed[isSlow], databases, writer, sender, chats, time, log);
    }

    /// <summary>True while there may be facts nobody reacted to.</summary>
    public bool Busy => lines.Any(l => l.Busy);

    /// <summary>There may be new facts.</summary>
    public void Wake()
    {
        foreach (var line in lines) line.Wake();
    }

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(lines.Select(l => l.RunAsync(cancel)));

    public void Dispose()
    {
        foreach (var line in lines) line.Dispose();
    }
}

/// <summary>Work that follows certain facts.</summary>
internal interface IReaction
{
    /// <summary>Types of the facts.</summary>
    IReadOnlyList<Type> Facts { get; }

    /// <summary>There may be hundreds at once and each takes its time: they go in a line of their own.</summary>
    bool IsSlow => false;

    /// <summary>Works out what follows; it may run again after a crash, so it writes nothing but the result.</summary>
    Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel);

    /// <summary>What the chat is told when the work threw.</summary>
    Task<ReactionResult> FailedAsync(FactRow row);
}

/// <summary>What follows a fact: files and replies, written in one commit with the bookmark.</summary>
internal sealed class ReactionResult
{
    public List<FileRow> Files { get; } = [];
    public List<(ChatId Chat, string Language, Reply Reply)> Replies { get; } = [];

    /// <summary>Rows that are written in the same commit; it runs inside the writer, so all that takes time is worked out before. Null = none.</summary>
    public Action<GrantBotDb>? Write { get; set; }

    /// <summary>Called once the commit is durable.</summary>
    public Action? Written { get; set; }

    /// <summary>Messages to many people, which may wait for replies.</summary>
    public List<(ChatId Chat, string Language, Reply Reply)> Bulk { get; } = [];

    /// <summary>What became of it, or remains to be done for the same chat: a fact with its projection, reacted to in its turn; null = nothing.</summary>
    public Fact? Next { get; set; }
}
