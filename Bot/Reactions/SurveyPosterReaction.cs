using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends staff the poster of a survey as a PDF to be printed; its QR codes open the survey on every channel.</summary>
internal sealed class SurveyPosterReaction(IDbContextFactory<GrantBotDb> databases, EventBook events, FormBook forms, Deployment deployment, ShippedTemplates templates, CertificateMaker maker, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.SurveyPosterAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.SurveyPosterAsked)fact;
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Surveys.AsNoTracking().FirstOrDefaultAsync(s => s.Id == asked.Survey, cancel) is not { } survey) return;
        var title = events.All().FirstOrDefault(e => e.Id == survey.EventId)?.Title.In(asked.Language) ?? forms.All().Find(survey.FormId)?.Title(asked.Language) ?? survey.FormId;
        var words = TicketWords.SurveyPoster(title, deployment.Organisation.Name, TimeZoneInfo.ConvertTime(survey.ClosesAt, deployment.Zone), survey.Anonymous, deployment.Texts, asked.Language);
        if ((await maker.MakeAsync(new Drawing(templates.Survey, words, PosterCodes.Of(deployment, DeepLink.Survey + survey.Code, asked.Language)), RsvgFormat.Pdf, cancel)).Rendering is not Rendering.Made made)
        {
            result.Replies.Add((chat, asked.Language, new Reply.Message(deployment.Texts["poster.failed", asked.Language])));
            return;
        }
        var file = FileStore.Make($"survey-{survey.FormId}.pdf", made.MediaType, made.Bytes, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, asked.Language, new Reply.File(file.Id, file.Name, file.MediaType, deployment.Texts.Say("poster.survey.caption", asked.Language, ("title", title)))));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));
}
