using GrantBot.Bot.Certificates;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>
/// Makes an event's certificates and diplomas, a few at a time: each batch is committed with its files, its messages and the fact by which
/// the next one follows, so that whatever crashes when, nothing is made twice or lost, and what others asked meanwhile comes in between.
/// </summary>
internal sealed class CertificatesReaction(IDbContextFactory<GrantBotDb> databases, CertificateStudio studio, CertificatePost post, Deployment deployment, TimeProvider time) : IReaction
{
    /// <summary>Half a second's work on two processors: nobody who asks for counts waits longer for it.</summary>
    public const int Batch = 8;

    /// <summary>Fewer are done before anybody could read how it goes.</summary>
    private const int WorthTelling = 40;

    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.CertificatesAsked), typeof(Fact.CertificatesMade)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var staff = row.ChatId!.Value;
        var made = fact as Fact.CertificatesMade ?? Begin(db, (Fact.CertificatesAsked)fact);
        if (made.Run.Total > 0 && CertificateOrder.Of(db, CertificateOrder.Waiting(db, made.Event).Take(Batch)) is { Count: > 0 } orders) await DrawAsync(db, made, orders, staff, result, cancel);
        else if (CertificateZip.Pack(db, made.Event, made.Run.HandedTo) is { } zip) Hand(db, made, zip, staff, result);
        else Finish(made, staff, result);
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private static Fact.CertificatesMade Begin(GrantBotDb db, Fact.CertificatesAsked asked) => new(asked.Event, asked.Language, [], new(CertificateOrder.Waiting(db, asked.Event).Count(), 0));

    private async Task DrawAsync(GrantBotDb db, Fact.CertificatesMade before, IReadOnlyList<CertificateOrder> orders, ChatId staff, ReactionResult result, CancellationToken cancel)
    {
        var made = new List<MadeCertificate>();
        var drawings = 0;
        foreach (var document in await studio.DrawAsync(db, orders, cancel))
        {
            var order = document.Request;
            var file = post.File(document, order.Chat);
            result.Files.Add(file);
            made.Add(CertificatePost.Made(order, file, order.Chat is not null));
            if (document.Rendering is not Rendering.Made) drawings++;
            if (order.Chat is { } chat) result.Bulk.Add((chat, order.Row.Language, post.Message(db, order.Row, file)));
        }
        var run = before.Run with { Done = before.Run.Done + made.Count, Drawings = before.Run.Drawings + drawings };
        result.Next = before with { Made = made, Run = run };
        if (run.Total < WorthTelling || run.Done >= run.Total || Quarter(run) == Quarter(before.Run)) return;
        post.Tell(result, staff, before.Language, "certs.progress", ("done", CertificatePost.Whole(run.Done, before.Language)), ("total", CertificatePost.Whole(run.Total, before.Language)), ("percent", Quarter(run) * 25));
    }

    private static int Quarter(CertificateRun run) => run.Done * 4 / run.Total;

    /// <summary>Documents of people without a chat, for staff to print and hand out.</summary>
    private void Hand(GrantBotDb db, Fact.CertificatesMade before, CertificateZip zip, ChatId staff, ReactionResult result)
    {
        var code = db.Events.Where(e => e.Id == before.Event).Select(e => e.Code).FirstOrDefault() ?? "";
        var file = FileStore.Make($"{code}-certificates-{before.Run.Printed + 1}.zip", AnswerZip.MediaType, zip.Content, staff, time.GetUtcNow());
        result.Files.Add(file);
        var caption = deployment.Texts.Say("certs.zip", before.Language, ("n", CertificatePost.Whole(zip.Count, before.Language)));
        result.Replies.Add((staff, before.Language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
        result.Next = before with { Made = [], Run = before.Run with { HandedTo = zip.Last, Printed = before.Run.Printed + zip.Count } };
    }

    private void Finish(Fact.CertificatesMade made, ChatId staff, ReactionResult result)
    {
        var (language, run) = (made.Language, made.Run);
        if (run.Done == 0 && run.Printed == 0) { post.Tell(result, staff, language, "certs.none"); return; }
        post.Tell(result, staff, language, "certs.done", ("n", CertificatePost.Whole(run.Done, language)));
        if (run.Drawings > 0) post.Tell(result, staff, language, "certs.svg", ("n", CertificatePost.Whole(run.Drawings, language)));
    }
}
