using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads requests for advice and the journal.</summary>
internal static class ConsultationQuery
{
    private const int MostOpen = 30, MostLines = 20, MostAnswers = 3;

    /// <summary>The answer to a need.</summary>
    public static object? Read(GrantBotDb db, Need.OfConsultations need, DateTimeOffset now) => need switch
    {
        Need.NextConsultation => (db.Consultations.Max(c => (long?)c.Id) ?? 0) + 1,
        Need.Consultation of => All(db, db.Consultations.Where(c => c.Id == of.Number)).FirstOrDefault(),
        Need.LastConsultation of => All(db, db.Consultations.Where(c => c.PersonId == of.Of && c.Way == ConsultationWay.Chat).OrderByDescending(c => c.Id).Take(1)).FirstOrDefault(),
        Need.OpenConsultations of => All(db, db.Consultations.Where(c => c.Status == ConsultationStatus.Waiting || (c.Status == ConsultationStatus.Taken && c.OwnerId == of.Owner)).OrderBy(c => c.Id).Take(MostOpen)),
        Need.ConsultationLine of => Lines(db, db.ConsultationLines.Where(l => l.Id == of.Id)).FirstOrDefault(),
        Need.Advisers => StaffQuery.Colleagues(db).Where(c => c.Access.MaySome(Right.Advise)).Select(c => new KnownAdviser(c.Chat, c.Name)).ToList(),
        Need.SaidAs of => Lines(db, db.ConsultationLines.Where(l => l.SaidId == of.Message && l.SaidIn == of.Chat)).FirstOrDefault(),
        Need.ShownAs of => Lines(db, db.ConsultationLines.Where(l => l.ShownIn == of.Chat && (l.ShownId == of.Message || l.FileShownId == of.Message))).FirstOrDefault(),
        Need.StaffGroup => db.StaffGroups.AsNoTracking().Select(g => new KnownStaffGroup(g.ChatId, g.IsForum)).FirstOrDefault(),
        Need.GroupCode of => db.Codes.AsNoTracking().Where(c => c.Hash == of.Hash && c.Purpose == GroupProjection.Code && c.UsedAt == null && c.ExpiresAt > now).Select(c => c.Subject).FirstOrDefault(),
        Need.Card of => db.GroupCards.AsNoTracking().Where(c => c.ConsultationId == of.Number).Select(c => new KnownCard(c.TopicId, c.MessageId)).FirstOrDefault(),
        Need.CardAt { Topic: { } topic } => db.GroupCards.AsNoTracking().Where(c => c.TopicId == topic).Select(c => (long?)c.ConsultationId).FirstOrDefault(),
        Need.CardAt { Message: { } message } => db.GroupCards.AsNoTracking().Where(c => c.MessageId == message).Select(c => (long?)c.ConsultationId).FirstOrDefault()
            ?? db.ConsultationLines.AsNoTracking().Where(l => db.StaffGroups.Any(g => (g.ChatId == l.ShownIn && (l.ShownId == message || l.FileShownId == message)) || (g.ChatId == l.SaidIn && l.SaidId == message))).Select(l => (long?)l.ConsultationId).FirstOrDefault(),
        Need.CardAt => null,
        Need.ConsultationLines of => Lines(db, db.ConsultationLines.Where(l => l.ConsultationId == of.Number && !l.Unsaid).OrderByDescending(l => l.Id).Take(MostLines).OrderBy(l => l.Id)),
        Need.FittingAnswers of => Fitting(db, of.Question),
        Need.JournalCounts => Counts(db, now),
        _ => throw new UnreachableException(),
    };

    /// <summary>Closed requests in the order of the journal; of people who were erased the sheet holds the topic alone.</summary>
    public static List<(ConsultationRow Row, ConsultationSheet Sheet)> Journal(GrantBotDb db) =>
        [.. db.Consultations.AsNoTracking().Where(c => c.Status == ConsultationStatus.Closed).OrderBy(c => c.Id).AsEnumerable()
            .Select(c => (c, new ConsultationSheet(c.Sheet is null ? new Dictionary<string, string>(StringComparer.Ordinal) { [ConsultationSheet.Topic] = c.Topic } : DomainJson.ReadAnswers(c.Sheet))))];

    /// <summary>What the person said last waits for an answer.</summary>
    public static bool IsUnanswered(GrantBotDb db, ConsultationRow c) =>
        c.AnsweredAt is null || db.ConsultationLines.AsNoTracking().Where(l => l.ConsultationId == c.Id && !l.Unsaid).OrderByDescending(l => l.Id).Select(l => l.ByPerson).FirstOrDefault();

    private static ConsultationCounts Counts(GrantBotDb db, DateTimeOffset now)
    {
        var closed = db.Consultations.AsNoTracking().Where(c => c.Status == ConsultationStatus.Closed).Select(c => new { c.PersonId, c.Topic, c.Rating }).ToList();
        var due = db.Consultations.AsNoTracking().Where(c => c.Way == ConsultationWay.Chat && (c.AnsweredAt != null || (c.AnswerBy <= now && c.Status != ConsultationStatus.Erased))).Select(c => new { c.AnsweredAt, c.AnswerBy }).ToList();
        return new(closed.Where(c => c.PersonId is not null).Select(c => c.PersonId).Distinct().Count() + closed.Count(c => c.PersonId is null), closed.Count,
            [.. closed.GroupBy(c => c.Topic, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            due.Count, due.Count(c => c.AnsweredAt <= c.AnswerBy), closed.Count(c => c.Rating is not null), closed.Sum(c => c.Rating ?? 0));
    }

    private static List<KnownAnswer> Fitting(GrantBotDb db, string question)
    {
        var ids = db.Engine.FindAnswers(db, question, MostAnswers);
        return [.. db.CannedAnswers.AsNoTracking().Where(a => ids.Contains(a.Id)).AsEnumerable().OrderBy(a => ids.IndexOf(a.Id)).Select(a => new KnownAnswer(a.Id, DomainJson.ReadAnswers(a.Texts)))];
    }

    private static List<KnownLine> Lines(GrantBotDb db, IQueryable<ConsultationLineRow> lines) => [.. from line in lines.AsNoTracking().AsEnumerable()
        let file = line.FileId is { } id ? db.Files.AsNoTracking().Where(f => f.Id == id).Select(f => new PassedFile(f.Id, f.Name, f.MediaType)).FirstOrDefault() : null
        select new KnownLine(line.ConsultationId, line.ByPerson, line.Text ?? "", file, line.At)
        {
            SaidBy = line.SaidBy, Adviser = db.Advisers.AsNoTracking().Where(a => a.ChatId == line.SaidBy).Select(a => a.Name).FirstOrDefault() ?? "",
            Id = line.Id, Unsaid = line.Unsaid, SaidIn = line.SaidIn, SaidId = line.SaidId, ShownIn = line.ShownIn, ShownId = line.ShownId, FileShownId = line.FileShownId,
        }];

    private static List<KnownConsultation> All(GrantBotDb db, IQueryable<ConsultationRow> rows) => [.. rows.AsNoTracking().ToList().Select(c => Known(db, c))];

    private static KnownConsultation Known(GrantBotDb db, ConsultationRow c)
    {
        var chat = db.Chats.AsNoTracking().Where(x => x.Id == c.ChatId).Select(x => new { x.Channel, x.LastHeardAt, x.Language }).FirstOrDefault();
        return new(c.Id, c.PersonId, c.OwnerId, c.Status, new(DomainJson.ReadAnswers(c.Sheet)))
        {
            Chat = chat is null ? null : c.ChatId, Channel = chat?.Channel ?? ChannelKind.Web, HeardAt = chat?.LastHeardAt, ChatLanguage = chat?.Language ?? "kk", Way = c.Way, ClosedAt = c.ClosedAt, IsUnanswered = IsUnanswered(db, c), AnswerBy = c.AnswerBy,
            AskedBackAt = db.Outbox.AsNoTracking().Where(o => o.ChatId == c.ChatId && o.State == OutboxState.Held && o.MessageId != null).Max(o => o.SentAt),
            Adviser = db.Advisers.AsNoTracking().Where(a => a.ChatId == c.OwnerId).Select(a => a.Name).FirstOrDefault() ?? "",
        };
    }
}
