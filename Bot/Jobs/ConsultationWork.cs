using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Something became of a request for advice: its owner, everybody who may advise, or the person is told.</summary>
internal sealed class ConsultationNewsWork(ConsultationNews what) : IDueWork
{
    public string Kind => ConsultationProjection.Due(what);

    public long? Run(Aftermath after, DueRow due)
    {
        if (ConsultationDue.Row(after, due) is not { } row) return null;
        if (what is ConsultationNews.Ended) ConsultationDue.Tell(after, row, row.ChatId, what);
        else if (what is ConsultationNews.Waits) ConsultationDue.TellAdvisers(after, row, what, except: ConsultationDue.Returner(due));
        else ConsultationDue.Tell(after, row, row.OwnerId, what);
        return null;
    }
}

/// <summary>Something was said: the other side reads it. What is said while nobody has the request is read by whoever takes it.</summary>
internal sealed class ConsultationLineWork : IDueWork
{
    public string Kind => ConsultationProjection.SpokeDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = long.Parse(due.Subject, CultureInfo.InvariantCulture);
        if (after.Db.ConsultationLines.AsNoTracking().FirstOrDefault(l => l.Id == id) is not { } line || after.Db.Consultations.Find(line.ConsultationId) is not { } row) return null;
        after.Notify(line.ByPerson ? ConsultationDue.Desk(after, row) : row.ChatId, $"{Kind}:{id}", new Notice.ConsultationSpoke(id));
        return null;
    }
}

/// <summary>Something that was said was changed or taken back: the other side reads so.</summary>
internal sealed class ConsultationCorrectedWork : IDueWork
{
    public string Kind => ConsultationProjection.CorrectedDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = long.Parse(due.Subject, CultureInfo.InvariantCulture);
        if (after.Db.ConsultationLines.AsNoTracking().FirstOrDefault(l => l.Id == id) is not { } line || after.Db.Consultations.Find(line.ConsultationId) is not { } row) return null;
        after.Notify(line.ByPerson ? ConsultationDue.Desk(after, row) : row.ChatId, $"{Kind}:{id}:{Ids.New(after.Now):N}", new Notice.ConsultationRetold(id));
        return null;
    }
}

/// <summary>Nobody answered in time: staff are reminded, and again each time as much working time has passed; the person is told once by when they will be.</summary>
internal sealed class ConsultationLateWork(Pipeline.Deployment deployment) : IDueWork
{
    public string Kind => ConsultationProjection.LateDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (ConsultationDue.Row(after, due) is not { Status: ConsultationStatus.Waiting or ConsultationStatus.Taken } row || !ConsultationQuery.IsUnanswered(after.Db, row)) return null;
        if (row.OwnerId is { } owner) ConsultationDue.Tell(after, row, owner, ConsultationNews.Late);
        else ConsultationDue.TellAdvisers(after, row, ConsultationNews.Late);
        after.Notify(row.ChatId, $"consult.delayed:{row.Id}", new Notice.Consultation(row.Id, ConsultationNews.Delayed));
        DueRows.Set(after.Db, Kind, due.Subject, deployment.Consultations.AnswerBy(TimeZoneInfo.ConvertTime(after.Now, deployment.Zone)));
        return null;
    }
}

/// <summary>What the works about consultations share.</summary>
internal static class ConsultationDue
{
    /// <summary>The request; its number is the subject, for one that was given back with a colon and who gave it back.</summary>
    public static ConsultationRow? Row(Aftermath after, DueRow due) => after.Db.Consultations.Find(long.Parse(due.Subject.Split(':')[0], CultureInfo.InvariantCulture));

    /// <summary>Who gave it back just now; null = nobody did.</summary>
    public static ChatId? Returner(DueRow due) => due.Subject.Split(':') is [_, var chat] ? new ChatId(Guid.ParseExact(chat, "N")) : null;

    /// <summary>Where staff read what the person says: where the owner wrote last, and while it waits in the staff group, once it stands there.</summary>
    public static ChatId? Desk(Aftermath after, ConsultationRow row) =>
        row.DeskId ?? row.OwnerId ?? (after.Db.GroupCards.Any(c => c.ConsultationId == row.Id) ? GroupProjection.Chat(after.Db) : null);

    /// <summary>Tells the staff group and everybody who may advise, but for one whose request it was until now.</summary>
    public static void TellAdvisers(Aftermath after, ConsultationRow row, ConsultationNews what, ChatId? except = null)
    {
        Tell(after, row, GroupProjection.Chat(after.Db), what);
        foreach (var chat in StaffQuery.WithSome(after.Db, Right.Advise).Where(c => c != except)) Tell(after, row, chat, what);
    }

    public static void Tell(Aftermath after, ConsultationRow row, ChatId? chat, ConsultationNews what) =>
        after.Notify(chat, $"{ConsultationProjection.Due(what)}:{row.Id}:{chat?.Value:N}:{after.Now.ToUnixTimeMilliseconds()}", new Notice.Consultation(row.Id, what));
}
