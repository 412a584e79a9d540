using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Sources;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Sends tickets as pictures and posters as PDF to who asked for them.</summary>
internal sealed class TicketReaction(IDbContextFactory<GrantBotDb> databases, TicketDrawing tickets, Deployment deployment, ShippedTemplates templates, CertificateMaker maker, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.TicketAsked), typeof(Fact.PosterAsked), typeof(Fact.EventPosterAsked)];

    public Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel) => fact switch
    {
        Fact.TicketAsked ticket => tickets.AddAsync(ticket.Registration, row.ChatId, ticket.Language, result, bulk: false, cancel),
        Fact.PosterAsked poster => PosterAsync(poster, row.ChatId!.Value, result, cancel),
        Fact.EventPosterAsked poster => PosterAsync(poster, row.ChatId!.Value, result, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private async Task PosterAsync(Fact.PosterAsked asked, ChatId chat, ReactionResult result, CancellationToken cancel)
    {
        if (tickets.Event(asked.Event) is not { } e) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var code = DoorQuery.Key(db, e.Id).DayCode(asked.Session, asked.Day);
        var session = e.Sessions.FirstOrDefault(s => s.Code == asked.Session);
        var sheet = tickets.Sheet(e, asked.Language);
        if (session is not null) sheet = sheet with { Event = $"{sheet.Event} – {session.Title.In(asked.Language)}", StartsAt = TimeZoneInfo.ConvertTime(session.StartsAt ?? e.StartsAt, deployment.Zone) };
        var marks = PosterCodes.Of(deployment, DeepLink.Day + code, asked.Language);
        var drawing = new Drawing(templates.Poster, TicketWords.CheckInPoster(sheet, code, several: marks.Count > 1, deployment.Texts, asked.Language), marks);
        var caption = deployment.Texts.Say("poster.caption", asked.Language, ("event", sheet.Event), ("date", Dates.Short(asked.Day)));
        await AddAsync(drawing, $"poster-{e.Code}-{asked.Day:yyyy-MM-dd}.pdf", caption, chat, asked.Language, result, cancel);
    }

    /// <summary>The poster by which people register; its QR codes open the event on every channel.</summary>
    private async Task PosterAsync(Fact.EventPosterAsked asked, ChatId chat, ReactionResult result, CancellationToken cancel)
    {
        if (tickets.Event(asked.Event) is not { } e) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var source = await db.EventSources.AsNoTracking().FirstOrDefaultAsync(s => s.EventId == e.Id && s.Code == asked.Source, cancel);
        var code = SourceCode.Join(e.Code, source?.Code);
        var drawing = new Drawing(templates.Poster, TicketWords.RegistrationPoster(tickets.Sheet(e, asked.Language), deployment.Texts, asked.Language), PosterCodes.Of(deployment, DeepLink.Event + code, asked.Language));
        var caption = deployment.Texts.Say(source is null ? "links.poster.own" : "links.poster", asked.Language, ("event", e.Title.In(asked.Language)), ("name", source?.Name));
        await AddAsync(drawing, $"register-{code}.pdf", caption, chat, asked.Language, result, cancel);
    }

    private async Task AddAsync(Drawing drawing, string name, string caption, ChatId chat, string language, ReactionResult result, CancellationToken cancel)
    {
        if ((await maker.MakeAsync(drawing, RsvgFormat.Pdf, cancel)).Rendering is not Rendering.Made made)
        {
            result.Replies.Add((chat, language, new Reply.Message(deployment.Texts["poster.failed", language])));
            return;
        }
        var file = FileStore.Make(name, made.MediaType, made.Bytes, chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, caption)));
    }
}

/// <summary>
/// Sends the tickets that go with a day-before reminder: one drawing at a time, so that the other processors stay free for people who write. A ticket that
/// cannot be drawn is not spoken of, since nobody asked for it and the reminder said its code.
/// </summary>
internal sealed class DueTicketReaction(TicketDrawing tickets) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.TicketDue)];

    public bool IsSlow => true;

    public Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel) =>
        fact is Fact.TicketDue due ? tickets.AddAsync(due.Registration, row.ChatId, due.Language, result, bulk: true, cancel) : throw new System.Diagnostics.UnreachableException();

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(new ReactionResult());
}
