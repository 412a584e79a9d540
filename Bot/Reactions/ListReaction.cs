using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Answers /list: participants with an empty signature column as .xlsx or .docx, or their badges.</summary>
internal sealed class ListReaction(IDbContextFactory<GrantBotDb> databases, TicketDrawing tickets, Deployment deployment, FormBook forms, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.ListAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.ListAsked)fact;
        var chat = row.ChatId!.Value;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var query = new ParticipantQuery(db);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        IReadOnlyList<ListedPerson> people = [.. (await query.ConfirmedAsync(asked.Event, cancel)).Select(p => InWords(p, asked.Language))];
        var heading = await query.HeadingAsync(asked.Event, asked.Language, now, deployment.Zone, cancel);
        if (people.Count == 0 || heading is null)
        {
            result.Replies.Add((chat, asked.Language, new Reply.Message(deployment.Texts["list.empty", asked.Language])));
            return;
        }
        var code = await db.Events.AsNoTracking().Where(e => e.Id == asked.Event).Select(e => e.Code).SingleAsync(cancel);
        var (content, mediaType, name) = Make(asked, heading, people, code, await tickets.TicketLinkAsync(db, chat, asked.Event, cancel));
        var file = FileStore.Make(name, mediaType, content, chat, time.GetUtcNow());
        result.Files.Add(file);
        var caption = deployment.Texts.Say(asked.Format is ListFormat.Badges ? "badge.caption" : "list.caption", asked.Language,
            ("event", heading.Event), ("n", Numbers.Whole(people.Count, asked.Language)), ("time", Dates.Moment(now)));
        result.Replies.Add((chat, asked.Language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private (byte[] Content, string MediaType, string Name) Make(Fact.ListAsked asked, ListHeading heading, IReadOnlyList<ListedPerson> people, string code, Func<string, string> ticketLink) => asked.Format switch
    {
        ListFormat.Badges => (Badges(heading, people, asked.Language, ticketLink), Docx.MediaType, ParticipantList.FileName(code + "-badges", heading.AsOf, "docx")),
        ListFormat.Document => (ParticipantList.Document(heading, people, asked.Language, deployment.Texts, asked.Grouping), Docx.MediaType, ParticipantList.FileName(code, heading.AsOf, "docx")),
        _ => (ParticipantList.Workbook(heading, people, asked.Language, deployment.Texts, asked.Grouping), Xlsx.MediaType, ParticipantList.FileName(code, heading.AsOf)),
    };

    /// <summary>Teams together, then by the Kazakh alphabet, as they are handed out.</summary>
    private byte[] Badges(ListHeading heading, IReadOnlyList<ListedPerson> people, string language, Func<string, string> ticketLink)
    {
        var sorted = people.OrderBy(p => p.Team?.Name ?? "", KazakhOrder.Comparer).ThenBy(p => p.Name, KazakhOrder.Comparer);
        return BadgeSheet.Document(heading.Event, DateOnly.FromDateTime(heading.StartsAt.DateTime), [.. sorted.Select(p => Badge(p, ticketLink))], language, deployment.Texts);
    }

    /// <summary>The code on a badge is that of the ticket: a phone opens the bot by it, and a forged one is told from it.</summary>
    private static Badge Badge(ListedPerson person, Func<string, string> ticketLink) => new(string.Join(' ', person.Name.Split(' ').Take(2)), BadgeRole.Participant)
    {
        Team = person.Team?.Name ?? "", Institution = person.Institution, Territory = person.Territory, Qr = person.Ticket.Length > 0 ? Qr.Png(ticketLink(person.Ticket)) : null,
    };

    private ListedPerson InWords(ListedPerson person, string language) => person with
    {
        Institution = Institution(person.Institution, language),
        Territory = deployment.Texts.Has("ter." + person.Territory) ? deployment.Texts["ter." + person.Territory, language] : person.Territory, // a form of staff may have others
        Team = person.Team is { } team ? team with { Institution = Institution(team.Institution, language) } : null,
    };

    /// <summary>A chosen institution by its label in the list's language; a typed one as it was typed.</summary>
    private string Institution(string stored, string language) =>
        forms.All().Find("reg_person")?.Lists.Values.Select(l => l.Find(stored)).FirstOrDefault(c => c is not null)?.Label.In(language) ?? stored;
}
