using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends staff the pictures and files people answered a form with: one .zip, and a fact for what does not fit, so that two are never in memory.</summary>
internal sealed class FormFilesReaction(IDbContextFactory<GrantBotDb> databases, FormBook forms, Deployment deployment, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.FormFilesDue)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var due = (Fact.FormFilesDue)fact;
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var zip = AnswerZip.Pack(db, new FormAnswerQuery(db, due.FormId).Read(due.Answer), due.Answer, due.Sent);
        if (zip.Content is not { } content) return;
        var file = FileStore.Make(zip.FileName(due.FormId), AnswerZip.MediaType, content, chat, time.GetUtcNow());
        result.Files.Add(file);
        var title = forms.All().Editions(due.FormId).LastOrDefault()?.Form.Title(due.Language) ?? due.FormId;
        var caption = deployment.Texts.Say("answers.files", due.Language, ("title", title), ("n", Numbers.Whole(zip.Count, due.Language)));
        result.Replies.Add((chat, due.Language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
        if (zip.Rest is var (answer, done)) result.Next = due with { Answer = answer, Sent = done };
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));
}
