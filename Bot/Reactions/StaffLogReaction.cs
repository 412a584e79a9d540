using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Colleagues;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>The log of what staff saw, changed and exported, as a workbook: when, who, what, about which event.</summary>
internal sealed class StaffLogReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, EventBook events, TimeProvider time) : IReaction
{
    /// <summary>More rows than a spreadsheet is read with.</summary>
    private const int Most = 50_000;

    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.StaffLogAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var (texts, language, chat) = (deployment.Texts, ((Fact.StaffLogAsked)fact).Language, row.ChatId!.Value);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var colleagues = StaffQuery.Colleagues(db);
        var names = colleagues.Select((c, i) => (c.Chat, Name: c.Name.Length > 0 ? c.Name : texts.Say("c.hand.nameless", language, ("n", i + 1)))).ToDictionary(c => c.Chat, c => c.Name);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        var deeds = StaffQuery.Deeds(db, null, null, Most);
        XlsxColumn[] columns = [new(texts["log.col.when", language], 18), new(texts["log.col.who", language], 28), new(texts["log.col.what", language], 60), new(texts["log.col.event", language], 40)];
        var content = Xlsx.Write(new XlsxSheet(texts["log.sheet", language], columns, deeds.Select(d => Row(d, names, language))) { Title = [texts["log.title", language], texts.Say("log.asof", language, ("time", Dates.Moment(now)), ("n", Numbers.Whole(deeds.Count, language)))], Landscape = true });
        var file = FileStore.Make($"staff-log-{now:yyyyMMdd-HHmm}.xlsx", Xlsx.MediaType, content, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, texts["log.title", language])));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private IReadOnlyList<XlsxCell> Row(KnownDeed deed, Dictionary<Domain.ChatId, string> names, string language) =>
    [
        new XlsxCell.Text(Dates.Moment(TimeZoneInfo.ConvertTime(deed.At, deployment.Zone))), new XlsxCell.Text(names.GetValueOrDefault(deed.Chat) ?? deployment.Texts["staff.former", language]),
        new XlsxCell.Text(deployment.Texts["log." + deed.Kind, language]), new XlsxCell.Text(deed.Event is { } id && events.Find(id) is { } e ? e.Title.In(language) : ""),
    ];
}
