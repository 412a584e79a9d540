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
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends tickets as pictures and posters as PDF. The code in words was said already, so where rsvg-convert is missing a ticket still works.</summary>
internal sealed class TicketReaction(IDbContextFactory<GrantBotDb> databases, EventBook events, Deployment deployment, ShippedTemplates templates, CertificateMaker maker, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.TicketAsked), typeof(Fact.PosterAsked)];

    public Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel) => fact switch
    {
        Fact.TicketAsked ticket => TicketAsync(ticket, row.ChatId, result, cancel),
        Fact.PosterAsked poster => PosterAsync(poster, row.ChatId!.Value, result, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private async Task TicketAsync(Fact.TicketAsked asked, ChatId? asking, ReactionResult result, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Registrations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == asked.Registration, cancel) is not { Ticket: { } code } registration || !registration.Status.IsConfirmed()) return;
        if ((asking ?? registration.ChatId) is not { } chat || Event(registration.EventId) is not { } e) return;
        var token = DoorQuery.Key(db, e.Id).Token(code).Text;
        var drawing = new Drawing(templates.Ticket, TicketWords.Ticket(Sheet(e, asked.Language), code, PersonName.Full(registration.Surname, registration.Given, null), deployment.Texts, asked.Language),
            await LinkAsync(db, chat, DeepLink.Ticket + token, cancel));
        if ((await maker.MakeAsync(drawing, RsvgFormat.Png, cancel)).Rendering is not Rendering.Made picture) return;
        Send(result, chat, asked.Language, $"ticket-{registration.Number}.png", picture, deployment.Texts.Say("ticket.caption", asked.Language, [.. Words(e, asked.Language), ("code", code)]));
    }

    private async Task PosterAsync(Fact.PosterAsked asked, ChatId chat, ReactionResult result, CancellationToken cancel)
    {
        if (Event(asked.Event) is not { } e) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var code = DoorQuery.Key(db, e.Id).DayCode(asked.Session, asked.Day);
        var session = e.Sessions.FirstOrDefault(s => s.Code == asked.Session);
        var sheet = Sheet(e, asked.Language);
        if (session is not null) sheet = sheet with { Event = $"{sheet.Event} – {session.Title.In(asked.Language)}", StartsAt = TimeZoneInfo.ConvertTime(session.StartsAt ?? e.StartsAt, deployment.Zone) };
        var drawing = new Drawing(templates.Poster, TicketWords.CheckInPoster(sheet, code, deployment.Texts, asked.Language), await LinkAsync(db, chat, DeepLink.Day + code, cancel));
        if ((await maker.MakeAsync(drawing, RsvgFormat.Pdf, cancel)).Rendering is not Rendering.Made made)
        {
            result.Replies.Add((chat, asked.Language, new Reply.Message(deployment.Texts["poster.failed", asked.Language])));
            return;
        }
        Send(result, chat, asked.Language, $"poster-{e.Code}-{asked.Day:yyyy-MM-dd}.pdf", made, deployment.Texts.Say("poster.caption", asked.Language, ("event", sheet.Event), ("date", Dates.Short(asked.Day))));
    }

    private void Send(ReactionResult result, ChatId chat, string language, string name, Rendering.Made made, string caption)
    {
        var file = FileStore.Make(name, made.MediaType, made.Bytes, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }

    /// <summary>A link on the channel of the chat; the bare code where no address is known, which the desk page reads as well.</summary>
    private async Task<string> LinkAsync(GrantBotDb db, ChatId chat, string code, CancellationToken cancel)
    {
        var channel = await db.Chats.AsNoTracking().Where(c => c.Id == chat).Select(c => c.Channel).FirstOrDefaultAsync(cancel);
        return deployment.Link(channel, code) ?? code;
    }

    private EventInfo? Event(EventId id) => events.All().FirstOrDefault(e => e.Id == id);

    private EventSheet Sheet(EventInfo e, string language) =>
        new(e.Title.In(language), TimeZoneInfo.ConvertTime(e.StartsAt, deployment.Zone), e.Place.In(language), deployment.Organisation.Name);

    private (string, object?)[] Words(EventInfo e, string language) =>
        [("event", e.Title.In(language)), ("date", Dates.WithWeekday(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.StartsAt, deployment.Zone).DateTime), language)), ("place", e.Place.In(language))];
}
