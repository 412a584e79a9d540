using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Answers /list: the participant list with an empty signature column.</summary>
internal sealed class ListReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, FormBook forms, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.ListAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.ListAsked)fact;
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var query = new ParticipantQuery(db);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        IReadOnlyList<ListedPerson> people = [.. (await query.ConfirmedAsync(asked.Event, cancel)).Select(p => p with { Institution = Institution(p.Institution, asked.Language) })];
        var heading = await query.HeadingAsync(asked.Event, asked.Language, now, deployment.Zone, cancel);
        if (people.Count == 0 || heading is null)
        {
            result.Replies.Add((chat, asked.Language, new Reply.Message(deployment.Texts["list.empty", asked.Language])));
            return;
        }
        var code = await db.Events.AsNoTracking().Where(e => e.Id == asked.Event).Select(e => e.Code).SingleAsync(cancel);
        var file = FileStore.Make(ParticipantList.FileName(code, now), Xlsx.MediaType, ParticipantList.Workbook(heading, people, asked.Language, deployment.Texts), chat, time.GetUtcNow());
        result.Files.Add(file);
        var caption = deployment.Texts.Say("list.caption", asked.Language, ("event", heading.Event), ("n", Numbers.Whole(people.Count, asked.Language)), ("time", Dates.Moment(now)));
        result.Replies.Add((chat, asked.Language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }

    /// <summary>A chosen institution by its label in the list's language; a typed one as it was typed.</summary>
    private string Institution(string stored, string language) =>
        forms.All().Find("reg_person")?.Lists.Values.Select(l => l.Find(stored)).FirstOrDefault(c => c is not null)?.Label.In(language) ?? stored;

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));
}
