using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using Microsoft.EntityFrameworkCore;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Reactions;

/// <summary>Draws tickets and says what the codes of the door lead to, on paper and on a screen.</summary>
internal sealed class TicketDrawing(IDbContextFactory<GrantBotDb> databases, EventBook events, Deployment deployment, ShippedTemplates templates, CertificateMaker maker, TimeProvider time)
{
    /// <summary>A ticket is of no use after the event; a picture that waits in a chat's outbox may be sent until then.</summary>
    private static readonly TimeSpan KeptAfter = TimeSpan.FromDays(1);

    /// <summary>Adds the ticket of a registration to a result. Nothing where it has none, or where rsvg-convert is missing: the code in words was said already.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="asking">The chat that gets it; null = the one that registered.</param>
    /// <param name="language">Language of the ticket.</param>
    /// <param name="result">What it is added to.</param>
    /// <param name="bulk">It goes to many people.</param>
    /// <param name="cancel">Stops the drawing.</param>
    public async Task AddAsync(RegistrationId id, ChatId? asking, string language, ReactionResult result, bool bulk, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Registrations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel) is not { Ticket: { } code } registration || !registration.Status.IsConfirmed()) return;
        if ((asking ?? registration.ChatId) is not { } chat || Event(registration.EventId) is not { CalledOff: null } e) return;
        var words = TicketWords.Ticket(Sheet(e, language), code, PersonName.Full(registration.Surname, registration.Given, null), deployment.Texts, language);
        var drawing = new Drawing(templates.Ticket, words, [new((await TicketLinkAsync(db, chat, e.Id, cancel))(code))]);
        if ((await maker.MakeAsync(drawing, RsvgFormat.Png, cancel)).Rendering is not Rendering.Made picture) return;
        var file = FileStore.Make($"ticket-{registration.Number}.png", picture.MediaType, picture.Bytes, chat, time.GetUtcNow());
        file.KeptUntil = e.EndsAt + KeptAfter;
        result.Files.Add(file);
        var caption = deployment.Texts.Say("ticket.caption", language, ("event", e.Title.In(language)), ("date", Dates.WithWeekday(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.StartsAt, deployment.Zone).DateTime), language)), ("place", e.Place.In(language)), ("code", code));
        (bulk ? result.Bulk : result.Replies).Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }

    /// <summary>What the QR code of a ticket says, by its six characters: a link on the channel of a chat, sealed so that nobody can make one; the bare code where no address is known, which the desk page reads as well.</summary>
    public async Task<Func<string, string>> TicketLinkAsync(GrantBotDb db, ChatId chat, EventId id, CancellationToken cancel)
    {
        var key = DoorQuery.Key(db, id);
        var channel = await db.Chats.AsNoTracking().Where(c => c.Id == chat).Select(c => c.Channel).FirstOrDefaultAsync(cancel);
        return code => DeepLink.Ticket + key.Token(code).Text is var start && deployment.Link(channel, start) is { } link ? link : start;
    }

    /// <summary>What stands above a ticket or a poster.</summary>
    public EventSheet Sheet(EventInfo e, string language) =>
        new(e.Title.In(language), TimeZoneInfo.ConvertTime(e.StartsAt, deployment.Zone), e.Place.In(language), deployment.Organisation.Name);

    /// <summary>An event; null when it is gone.</summary>
    public EventInfo? Event(EventId id) => events.All().FirstOrDefault(e => e.Id == id);
}
