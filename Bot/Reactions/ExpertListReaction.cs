using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Experts;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Makes the list of an event's judges and experts with an empty signature column.</summary>
internal sealed class ExpertListReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, FormBook forms, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.ExpertListAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.ExpertListAsked)fact;
        var (language, chat) = (asked.Language, row.ChatId!.Value);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        List<ListedExpert> experts = [.. ExpertQuery.Of(db, asked.Event).Select(x => InWords(x.What, language))];
        var heading = await new ParticipantQuery(db).HeadingAsync(asked.Event, language, now, deployment.Zone, cancel);
        if (experts.Count == 0 || heading is null)
        {
            result.Replies.Add((chat, language, new Reply.Message(deployment.Texts["expert.list.none", language])));
            return;
        }
        var code = await db.Events.AsNoTracking().Where(e => e.Id == asked.Event).Select(e => e.Code).SingleAsync(cancel);
        var file = FileStore.Make(ParticipantList.FileName(code + "-experts", now), Xlsx.MediaType, ExpertList.Workbook(heading, experts, language, deployment.Texts), chat, time.GetUtcNow());
        result.Files.Add(file);
        var caption = deployment.Texts.Say("expert.caption", language, ("event", heading.Event), ("n", Numbers.Whole(experts.Count, language)), ("time", Dates.Moment(now)));
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private ListedExpert InWords(Expert expert, string language) => new(expert.FullName, expert.RoleIn(forms.All(), language),
        string.Join(", ", new[] { expert.Organisation, expert.Position }.Where(t => t.Length > 0)), expert.Town, expert.Contact);
}
