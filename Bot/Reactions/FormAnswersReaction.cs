using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends staff what people answered to a form; pictures and files follow (<see cref="FormFilesReaction"/>).</summary>
internal sealed class FormAnswersReaction(IDbContextFactory<GrantBotDb> databases, FormBook forms, Deployment deployment, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.FormAnswersAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.FormAnswersAsked)fact;
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var query = new FormAnswerQuery(db, asked.FormId);
        var overview = AnswerOverview.Of(Answers(query, cancel));
        var versions = Versions(forms.All(), asked.FormId);
        if (overview.Count == 0 || versions.Count == 0)
        {
            result.Replies.Add((chat, asked.Language, new Reply.Message(deployment.Texts["answers.none", asked.Language])));
            return;
        }
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        var book = new AnswerBook(versions, deployment.Texts, asked.Words ?? asked.Language, deployment.Zone);
        var name = $"{asked.FormId}-answers-{now:yyyyMMdd-HHmm}";
        List<FileRow> files = asked.As is AnswerFormat.Workbook
            ? [FileStore.Make(name + ".xlsx", Xlsx.MediaType, book.Workbook(() => Answers(query, cancel), overview, query.Erased()), chat, time.GetUtcNow())]
            : [.. book.Tables(() => Answers(query, cancel), overview, asked.As is AnswerFormat.CsvCodes).Select(t => FileStore.Make($"{name}{t.Name}.csv", Csv.MediaType, t.Bytes, chat, time.GetUtcNow()))];
        result.Files.AddRange(files);
        var caption = deployment.Texts.Say("answers.caption", asked.Language,
            ("title", versions[0].Title(asked.Language)), ("n", Numbers.Whole(overview.Count, asked.Language)), ("time", Dates.Moment(now)));
        foreach (var (at, file) in files.Index()) result.Replies.Add((chat, asked.Language, new Reply.File(file.Id, file.Name, file.MediaType, at == 0 ? caption : "")));
        if (overview.HasFiles && asked.As is AnswerFormat.Workbook) result.Next = new Fact.FormFilesDue(asked.FormId, asked.Language, Answer: 1, Sent: 0);
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    /// <summary>Versions people may have answered: the published one first, then the others from the newest.</summary>
    private static IReadOnlyList<Form> Versions(FormCatalogue forms, string id) =>
        [.. forms.Editions(id).Where(e => e.Status is not FormStatus.Draft).Reverse().OrderByDescending(e => e.Status is FormStatus.Published).Select(e => e.Form)];

    private static IEnumerable<GivenAnswer> Answers(FormAnswerQuery query, CancellationToken cancel) => query.Read().Select(answer =>
    {
        cancel.ThrowIfCancellationRequested();
        return answer;
    });
}
