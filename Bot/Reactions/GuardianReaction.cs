using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Reactions;

/// <summary>Tells a minor what their guardian decided.</summary>
internal sealed class GuardianReaction(ChatStore chats, Deployment deployment) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.GuardianAnswered)];

    public Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var answered = (Fact.GuardianAnswered)fact;
        if (answered.Child is not { } child || chats.Reach(child) is not { } reach) return Task.CompletedTask;
        var text = deployment.Texts.Say(answered.Agrees ? "minor.ok" : "minor.refused", reach.Language, ("no", answered.Number));
        result.Replies.Add((child, reach.Language, new Reply.Message(text)));
        return Task.CompletedTask;
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(new ReactionResult());
}
