using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Erasure;

/// <summary>
/// What people wrote to a specialist, and the specialist to them, is kept until a week after the closing: to go on with it and to hand it over.
/// Then the words go, also from the web chats of staff; topic and advice stay in the journal until the person is erased.
/// </summary>
internal static class ConsultationWordsKept
{
    private const int AtOnce = 100;

    /// <summary>Forgets the words of requests that were closed long enough ago.</summary>
    public static void ForgetOld(GrantBotDb db, DateTimeOffset now)
    {
        var before = now - ConsultationTimes.WordsKept;
        foreach (var row in db.Consultations.Where(c => c.Status == ConsultationStatus.Closed && c.ClosedAt < before && (db.ConsultationLines.Any(l => l.ConsultationId == c.Id) || c.Sheet!.Contains("\"" + ConsultationSheet.Question + "\""))).Take(AtOnce).ToList())
        {
            var answers = DomainJson.ReadAnswers(row.Sheet);
            ForgetSaid(db, [row.Id], [answers.GetValueOrDefault(ConsultationSheet.Question)]);
            answers.Remove(ConsultationSheet.Question);
            row.Sheet = DomainJson.Write(answers);
        }
        db.SaveChanges();
    }

    /// <summary>An erased person's requests stay as numbers; an adviser who is erased keeps no name in the journal.</summary>
    public static void ForgetPerson(GrantBotDb db, PersonId person, List<ChatId> chats, DateTimeOffset now)
    {
        End(db, person, now);
        var rows = db.Consultations.AsNoTracking().Where(c => c.PersonId == person).Select(c => new { c.Id, c.Sheet }).ToList();
        var written = rows.Where(r => r.Sheet is not null && r.Sheet.StartsWith('{')).SelectMany(r => DomainJson.ReadAnswers(r.Sheet))
            .Where(a => a.Key is ConsultationSheet.Question or ConsultationSheet.FullName or ConsultationSheet.Advice or ConsultationSheet.When or ConsultationSheet.Phone or ConsultationSheet.TopicOther).Select(a => (string?)a.Value);
        List<long> numbers = [.. rows.Select(r => r.Id)];
        ForgetSaid(db, numbers, [.. written, .. KeptClosings.ForgetAbout(db, numbers)]);
        db.Consultations.Where(c => c.PersonId == person).ExecuteUpdate(s => s.SetProperty(c => c.PersonId, (PersonId?)null).SetProperty(c => c.ChatId, (ChatId?)null).SetProperty(c => c.Sheet, (string?)null).SetProperty(c => c.Adviser, (string?)null));
        db.Consultations.Where(c => c.OwnerId != null && chats.Contains(c.OwnerId.Value)).ExecuteUpdate(s => s.SetProperty(c => c.Adviser, (string?)null));
        db.ConsultationLines.Where(l => l.PersonId == person).ExecuteDelete();
        db.Advisers.Where(a => chats.Contains(a.ChatId)).ExecuteDelete();
    }

    /// <summary>Open requests end: one that was answered counts in the journal, its owner is told.</summary>
    private static void End(GrantBotDb db, PersonId person, DateTimeOffset now)
    {
        foreach (var row in db.Consultations.Where(c => c.PersonId == person && (c.Status == ConsultationStatus.Waiting || c.Status == ConsultationStatus.Taken)).ToList())
        {
            if (row.OwnerId is not null) DueRows.Set(db, ConsultationProjection.Due(ConsultationNews.Erased), row.Id.ToString(CultureInfo.InvariantCulture), now);
            (row.Status, row.ClosedAt) = row.AnsweredAt is null ? (ConsultationStatus.Erased, null) : (ConsultationStatus.Closed, (DateTimeOffset?)now);
        }
        db.SaveChanges();
    }

    /// <summary>Lines and their files, and what staff were shown or typed of them.</summary>
    private static void ForgetSaid(GrantBotDb db, List<long> numbers, IReadOnlyList<string?> more)
    {
        var lines = db.ConsultationLines.Where(l => numbers.Contains(l.ConsultationId)).ToList();
        foreach (var text in lines.Select(l => l.Text).Concat(more).Where(t => t is { Length: > 3 }).Distinct(StringComparer.Ordinal)) ForgetShown(db, text!);
        foreach (var mark in lines.Where(l => l.ShownIn is not null).Select(l => WebLine.SaidMark(l.Id))) // earlier words of a line that was corrected are there too
            db.WebMessages.Where(m => db.Staff.Any(s => s.ChatId == m.ChatId) && m.Payload.Contains(mark)).ExecuteDelete();
        var files = lines.Where(l => l.FileId is not null).Select(l => l.FileId!).ToList();
        if (files.Count > 0) db.Files.Where(f => files.Contains(f.Id)).ExecuteDelete();
        db.ConsultationLines.RemoveRange(lines);
        db.SaveChanges();
    }

    private static void ForgetShown(GrantBotDb db, string text)
    {
        var shown = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        var stored = DomainJson.Write(text);
        db.WebMessages.Where(m => db.Staff.Any(s => s.ChatId == m.ChatId) && m.Payload.Contains(shown)).ExecuteDelete();
        db.Outbox.Where(o => db.Staff.Any(s => s.ChatId == o.ChatId) && o.State != OutboxState.Waiting && o.Payload!.Contains(stored)).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null));
    }
}
