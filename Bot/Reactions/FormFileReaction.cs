using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends staff the very workbook of a form, and the lists it takes from files.</summary>
internal sealed class FormFileReaction(FormBook forms, Deployment deployment, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.FormFileAsked)];

    public Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.FormFileAsked)fact;
        var chat = row.ChatId!.Value;
        if (forms.Workbook(asked.FormId, asked.Version) is not { } workbook || forms.All().Edition(asked.FormId, asked.Version) is not { } edition) return Task.CompletedTask;
        var file = FileStore.Make($"{asked.FormId}-{asked.Version}.xlsx", Xlsx.MediaType, workbook, chat, time.GetUtcNow());
        result.Files.Add(file);
        var caption = deployment.Texts.Say("form.file", asked.Language, ("title", edition.Form.Title(asked.Language)), ("version", asked.Version));
        result.Replies.Add((chat, asked.Language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
        foreach (var (name, content) in forms.Lists(asked.FormId, asked.Version))
        {
            var list = FileStore.Make(name, FormFiles.MediaType(name), content, chat, time.GetUtcNow());
            result.Files.Add(list);
            result.Replies.Add((chat, asked.Language, new Reply.File(list.Id, name, list.MediaType, name)));
        }
        return Task.CompletedTask;
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));
}
