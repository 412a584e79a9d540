using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Once a week organisers are told how the week went; the next time is planned in the same commit, so that it is neither forgotten nor said twice.</summary>
internal sealed class DigestWork(BotSettings settings) : IDueWork
{
    private const string Name = "digest", Everybody = "all";

    public string Kind => Name;

    /// <summary>Plans it at the program's start, as the settings say by now. One that fell due while the program stood still stays due.</summary>
    public static void Plan(GrantBotDb db, DigestTime? at, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (at is null) db.Due.Where(d => d.Kind == Name).ExecuteDelete();
        else if (!db.Due.Any(d => d.Kind == Name && d.DueAt <= now)) DueRows.Set(db, Name, Everybody, at.Next(now, zone));
    }

    public long? Run(Aftermath after, DueRow due)
    {
        if (settings.DigestAt is not { } at) return null;
        foreach (var chat in StaffQuery.With(after.Db, Right.Organise))
        {
            // last week's, still waiting for WhatsApp's window, is of no use any more
            after.Db.Outbox.Where(o => o.ChatId == chat && o.Topic == Notice.WeeklyDigest.Counted && o.State == OutboxState.Held).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null));
            after.Notify(chat, $"{Name}:{due.DueAt.ToUnixTimeMilliseconds()}:{chat.Value:N}", new Notice.WeeklyDigest());
        }
        after.Notify(GroupProjection.Chat(after.Db), $"{Name}:{due.DueAt.ToUnixTimeMilliseconds()}:group", new Notice.WeeklyDigest());
        DueRows.Set(after.Db, Name, Everybody, at.Next(after.Now, settings.Zone));
        return null;
    }
}
