using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends the registrations behind a number as .xlsx, so that a figure leads back to its records.</summary>
internal sealed class CountListReaction(IDbContextFactory<GrantBotDb> databases, EventBook events, FormBook forms, Deployment deployment, TimeProvider time) : IReaction
{
    private const int MostRows = 20_000, AtOnce = 500;

    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.CountListAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.CountListAsked)fact;
        var (chat, language, now) = (row.ChatId!.Value, asked.Language, TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone));
        var world = AskingWorld.Of(events.All(), forms.All(), DateOnly.FromDateTime(now.DateTime));
        var words = new CountWords(deployment.Texts, language, world);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var behind = CountEngine.Behind(asked.Question, new CountQuery(db, world, deployment.Zone).ReadWhole(asked.Question, cancel));
        if (behind.Count == 0)
        {
            result.Replies.Add((chat, language, new Reply.Message(deployment.Texts["ask.list.empty", language])));
            return;
        }
        var people = await PeopleAsync(db, behind.Take(MostRows), cancel);
        var sorted = people.OrderBy(p => p.Fact.Codes.EventDay).ThenBy(p => p.Fact.Event.Value).ThenBy(p => p.Name, KazakhOrder.Comparer).ToList();
        var book = Xlsx.Write(new XlsxSheet(deployment.Texts["ask.list.sheet", language], Columns(language), sorted.Select((p, i) => Cells(p, i + 1, words, language)))
        {
            Title = [words.Sentence(asked.Question), deployment.Texts.Say("ask.list.caption", language, ("n", Numbers.Whole(behind.Count, language)), ("time", Dates.Moment(now)))],
            Notes = behind.Count > MostRows ? [deployment.Texts.Say("ask.list.cut", language, ("n", Numbers.Whole(MostRows, language)))] : [],
            Landscape = true, Footer = "&R" + deployment.Texts.Say("list.page", language, ("page", "&P"), ("pages", "&N")),
        });
        var file = FileStore.Make($"count-{now:yyyyMMdd-HHmm}.xlsx", Xlsx.MediaType, book, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, deployment.Texts.Say("ask.list.caption", language, ("n", Numbers.Whole(behind.Count, language)), ("time", Dates.Moment(now))))));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private static async Task<List<Person>> PeopleAsync(GrantBotDb db, IEnumerable<RegistrationFact> behind, CancellationToken cancel)
    {
        var people = new List<Person>();
        foreach (var some in behind.Chunk(AtOnce))
        {
            var ids = some.Select(f => f.Id).ToList();
            var names = await db.Registrations.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Surname, r.Given, r.Patronymic, r.Phone, r.Institution }).ToDictionaryAsync(r => r.Id, cancel);
            people.AddRange(from f in some where names.ContainsKey(f.Id) let n = names[f.Id] select new Person(f, PersonName.Full(n.Surname, n.Given, n.Patronymic), n.Phone ?? "", n.Institution ?? ""));
        }
        return people;
    }

    private IReadOnlyList<XlsxColumn> Columns(string language) =>
        [.. new (string Key, double Width)[] { ("list.number", 5), ("list.name", 32), ("list.phone", 17), ("ask.col.event", 30), ("ask.col.territory", 20), ("list.institution", 26), ("ask.col.age", 8), ("ask.col.status", 18), ("ask.col.day", 12) }
            .Select(c => new XlsxColumn(deployment.Texts[c.Key, language], c.Width))];

    private IReadOnlyList<XlsxCell> Cells(Person person, int number, CountWords words, string language) =>
    [
        new XlsxCell.Whole(number), new XlsxCell.Text(person.Name), new XlsxCell.Text(person.Phone), new XlsxCell.Text(words.Code(Dimension.Event, person.Fact.Event.Value.ToString("N"))),
        new XlsxCell.Text(person.Fact.Codes.Territory is { Length: > 0 } territory ? words.Code(Dimension.Territory, territory) : ""), new XlsxCell.Text(Institution(person, words)),
        person.Fact.Codes.Age is { } age ? new XlsxCell.Whole(age) : new XlsxCell.Text(""), new XlsxCell.Text(deployment.Texts["ask.status." + person.Fact.Status, language]), new XlsxCell.Day(person.Fact.RegisteredOn),
    ];

    /// <summary>A chosen institution by its name; a typed one, or a workplace, as it was typed.</summary>
    private static string Institution(Person person, CountWords words) => person.Fact.Codes.Institution is { } code and not "other" ? words.Code(Dimension.Institution, code) : person.Institution;

    /// <summary>Somebody behind a number. Personal: for organisers only.</summary>
    private sealed record Person(RegistrationFact Fact, string Name, string Phone, string Institution);
}
