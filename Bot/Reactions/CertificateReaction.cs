using GrantBot.Bot.Certificates;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends a person their document again, or anew after they corrected their name.</summary>
internal sealed class CertificateReaction(IDbContextFactory<GrantBotDb> databases, CertificateStudio studio, CertificatePost post, Deployment deployment) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.CertificateAskedAgain), typeof(Fact.NameCorrected)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var wanted = fact switch
        {
            Fact.CertificateAskedAgain again => db.Certificates.Where(c => c.Id == again.Certificate && c.PersonId == again.Person),
            Fact.NameCorrected corrected => db.Certificates.Where(c => c.RegistrationId == corrected.Registration && c.FileId == null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var orders = CertificateOrder.Of(db, wanted.OrderBy(c => c.Serial).Take(20));
        var drawn = new List<CertificateOrder>();
        foreach (var order in orders)
        {
            // a web chat opens its own files only: for another chat it is drawn again
            if (db.Files.AsNoTracking().FirstOrDefault(f => f.Id == order.Row.FileId && f.ChatId == chat) is { } file) result.Replies.Add((chat, order.Row.Language, post.Message(db, order.Row, file)));
            else drawn.Add(order);
        }
        if (drawn.Count == 0) return;
        var made = new List<MadeCertificate>();
        foreach (var document in await studio.DrawAsync(db, drawn, cancel))
        {
            var file = post.File(document, chat);
            result.Files.Add(file);
            result.Replies.Add((chat, document.Request.Row.Language, post.Message(db, document.Request.Row, file)));
            made.Add(CertificatePost.Made(document.Request, file, sent: true));
        }
        result.Next = new Fact.CertificatesRedrawn(made);
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));
}
