using GrantBot.Bot.Certificates;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Shows staff how certificates of an event look, with an invented name; says so where no picture can be drawn.</summary>
internal sealed class CertificateSampleReaction(IDbContextFactory<GrantBotDb> databases, CertificateStudio studio, Deployment deployment, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.CertificateSampleAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.CertificateSampleAsked)fact;
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Events.FindAsync([asked.Event], cancel) is not { } e) return;
        var template = studio.Template(db, asked.Event, CertificateKind.Certificate, asked.Language);
        if (await studio.SampleAsync(e, template, CertificateKind.Certificate, asked.Language, cancel) is not Rendering.Made picture)
        {
            result.Replies.Add((chat, asked.Language, new Reply.Message(deployment.Texts["certs.nopicture", asked.Language])));
            return;
        }
        var file = FileStore.Make("sample.png", picture.MediaType, picture.Bytes, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, asked.Language, new Reply.File(file.Id, file.Name, file.MediaType, deployment.Texts["certs.sample", asked.Language])));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));
}
