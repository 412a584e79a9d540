using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Answers /journal: closed consultations as .xlsx or .docx with an empty column to sign in.</summary>
internal sealed class JournalReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, FormBook forms, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.JournalAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.JournalAsked)fact;
        var (texts, language, chat) = (deployment.Texts, asked.Language, row.ChatId!.Value);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var form = forms.All().Find(ConsultationSheet.FormId);
        List<JournalEntry> entries = [.. ConsultationQuery.Journal(db).Select(c => Entry(c.Row, c.Sheet, ConsultationWords.Topic(form, c.Sheet, language), texts["c.journal.erased", language]))];
        if (entries.Count == 0)
        {
            result.Replies.Add((chat, language, new Reply.Message(texts["c.journal.none", language])));
            return;
        }
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        var asOf = texts.Say("c.journal.asof", language, ("time", Dates.Moment(now)), ("n", Numbers.Whole(entries.Count, language)));
        var (content, mediaType, ending) = asked.Format is JournalFormat.Document
            ? (ConsultationJournal.Document(entries, language, texts, asOf), Docx.MediaType, "docx") : (ConsultationJournal.Workbook(entries, language, texts, asOf), Xlsx.MediaType, "xlsx");
        var file = FileStore.Make($"journal-{now:yyyyMMdd-HHmm}.{ending}", mediaType, content, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, $"{texts["c.journal.title", language]}. {asOf}")));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    /// <summary>Who was erased stays a row with its number, day and topic, so that the journal has as many as its counts say.</summary>
    private JournalEntry Entry(ConsultationRow row, ConsultationSheet sheet, string topic, string erased) => new(row.Id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.AskedAt, deployment.Zone).DateTime),
        row.PersonId is null ? erased : sheet[ConsultationSheet.FullName] ?? "", ConsultationWords.Phone(sheet), sheet[ConsultationSheet.Place] ?? "", topic, sheet[ConsultationSheet.Advice] ?? "", row.Adviser ?? "");
}
