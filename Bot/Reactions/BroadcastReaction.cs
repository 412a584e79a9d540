using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends what became of a message for each person as .xlsx, so that its counts lead back to people.</summary>
internal sealed class BroadcastReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, TimeProvider time) : IReaction
{
    private const int AtOnce = 500, TitleLength = 100;

    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.BroadcastResultsAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.BroadcastResultsAsked)fact;
        var (chat, language, texts, now) = (row.ChatId!.Value, asked.Language, deployment.Texts, TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone));
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Broadcasts.AsNoTracking().FirstOrDefaultAsync(b => b.Id == asked.Broadcast, cancel) is not { } broadcast) return;
        var results = BroadcastQuery.Results(db, broadcast).ToList();
        var names = Names(db, results.Select(r => r.Person.PersonId).OfType<PersonId>());
        var caption = texts.Say("bc.results.caption", language, ("n", Numbers.Whole(results.Count, language)), ("time", Dates.Moment(now)));
        var words = DomainJson.ReadContent(broadcast.Content).In(language);
        var book = Xlsx.Write(new XlsxSheet(texts["bc.results.sheet", language], Columns(language), results.Select(r => Cells(r, names, language)))
        {
            Title = [texts.Say("bc.results.title", language, ("text", words.Length > TitleLength ? words[..TitleLength] + "…" : words)), caption], Footer = "&R" + texts.Say("list.page", language, ("page", "&P"), ("pages", "&N")),
        });
        var file = FileStore.Make($"message-{now:yyyyMMdd-HHmm}.xlsx", Xlsx.MediaType, book, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    /// <summary>Names and numbers as of the newest registration of each.</summary>
    private static Dictionary<PersonId, (string Name, string Phone)> Names(GrantBotDb db, IEnumerable<PersonId> people)
    {
        var names = new Dictionary<PersonId, (string, string)>();
        foreach (var some in people.Chunk(AtOnce))
        {
            var ids = some.ToList();
            foreach (var r in db.Registrations.AsNoTracking().Where(r => ids.Contains(r.PersonId)).OrderBy(r => r.RegisteredAt).Select(r => new { r.PersonId, r.Surname, r.Given, r.Patronymic, r.Phone }))
                names[r.PersonId] = (PersonName.Full(r.Surname, r.Given, r.Patronymic), r.Phone ?? "");
        }
        return names;
    }

    private XlsxColumn[] Columns(string language) =>
        [.. new (string Key, double Width)[] { ("list.number", 6), ("list.name", 34), ("list.phone", 17), ("bc.col.channel", 14), ("bc.col.result", 44), ("bc.col.time", 18) }.Select(c => new XlsxColumn(deployment.Texts[c.Key, language], c.Width))];

    private XlsxCell[] Cells((BroadcastPersonRow Person, BroadcastResult Result, DateTimeOffset? At) one, Dictionary<PersonId, (string Name, string Phone)> names, string language)
    {
        var (name, phone) = one.Person.PersonId is { } id && names.TryGetValue(id, out var known) ? known : ("–", "");
        return
        [
            new XlsxCell.Whole(one.Person.Place), new XlsxCell.Text(name), new XlsxCell.Text(phone), new XlsxCell.Text(one.Person.Channel is { } channel ? deployment.Texts["channel." + channel.ToString().ToLowerInvariant(), language] : ""),
            new XlsxCell.Text(deployment.Texts[$"bc.result.{one.Result}", language]), one.At is { } at ? new XlsxCell.Moment(TimeZoneInfo.ConvertTime(at, deployment.Zone).DateTime) : new XlsxCell.Text(""),
        ];
    }
}
