using System.Security.Cryptography;
using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration.Import;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.People;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Imports a list staff decided about: reads it once more, then all its people in one commit with the bookmark, or nobody.</summary>
internal sealed class ImportReaction(IDbContextFactory<GrantBotDb> databases, ImportDesk desk, FormBook forms, RegistrationNumbers numbers, EventBook events, DueSignal due, Deployment deployment, TimeProvider time) : IReaction
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // without 0, O, 1, I
    private const int TicketLength = 6;

    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.ImportAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.ImportAsked)fact;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var registered = ImportCommit.Registered(db, asked.Event); // what is read from here on is not older
        events.Changed([new Fact.PeopleImported(asked.Import, asked.Event, asked.Basis, "", 0, 0)]); // nor are the seats in memory
        if (desk.Again(asked.File, asked.Event) is not { Refusal: null } look || desk.Event(asked.Event) is not { CalledOff: null } e || forms.All().Find(e.FormId) is not { } form || look.Plan.Rows.Count != asked.People)
        {
            result.Replies.Add((row.ChatId!.Value, asked.Language, new Reply.Message(deployment.Texts["import.changed", asked.Language])));
            return;
        }
        var channel = await db.Chats.AsNoTracking().Where(c => c.Id == row.ChatId).Select(c => c.Channel).FirstOrDefaultAsync(cancel);
        var tickets = await db.Registrations.AsNoTracking().Where(r => r.EventId == asked.Event && r.Ticket != null).Select(r => r.Ticket!).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var commit = ImportCommit.Of(asked, ImportPlan.Seats(look.Plan.Rows, e), new(row.ChatId, channel, time.GetUtcNow(), desk.Day(e), registered, numbers.Next(e.Id, look.Plan.Rows.Count), form.Id, form.Version, () => NewTicket(tickets)));
        result.Write = commit.Write;
        result.Written = () =>
        {
            events.Changed([commit.Done]);
            due.Wake();
        };
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private static string NewTicket(HashSet<string> taken)
    {
        while (true)
            if (RandomNumberGenerator.GetString(Letters, TicketLength) is var ticket && taken.Add(ticket)) return ticket;
    }
}
