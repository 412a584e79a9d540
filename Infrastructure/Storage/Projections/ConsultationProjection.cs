using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Requests for advice: one owner at a time, whoever presses first.</summary>
internal static class ConsultationProjection
{
    /// <summary>Something said is to be passed on, or was changed; an answer is late.</summary>
    public const string SpokeDue = "consult.line", CorrectedDue = "consult.corrected", LateDue = "consult.late";

    /// <summary>The work that tells news.</summary>
    public static string Due(ConsultationNews what) => "consult." + what.ToString().ToLowerInvariant();

    public static void Ask(GrantBotDb db, Fact.ConsultationAsked fact, FactSource source)
    {
        var sheet = fact.Sheet ?? new(new Dictionary<string, string>(StringComparer.Ordinal));
        var chat = fact.Way is ConsultationWay.Chat;
        db.Consultations.Add(new ConsultationRow
        {
            Id = fact.Number, PersonId = fact.Person, ChatId = chat ? source.Chat : null, Way = fact.Way, Topic = sheet[ConsultationSheet.Topic] ?? "", Sheet = DomainJson.Write(sheet.Answers),
            Status = chat ? ConsultationStatus.Waiting : ConsultationStatus.Taken, OwnerId = chat ? null : source.Chat, AskedAt = source.Now, AnswerBy = fact.AnswerBy,
        });
        db.SaveChanges(); // the number may be taken by now
        if (!chat) return;
        News(db, fact.Number, ConsultationNews.Waits, source.Now);
        DueRows.Set(db, LateDue, Subject(fact.Number), fact.AnswerBy);
    }

    public static void Take(GrantBotDb db, long number, FactSource source)
    {
        var (owner, desk) = ((ChatId?)source.Chat, source.Group);
        if (db.Consultations.Where(c => c.Id == number && c.Status == ConsultationStatus.Waiting)
                .ExecuteUpdate(s => s.SetProperty(c => c.OwnerId, owner).SetProperty(c => c.DeskId, desk).SetProperty(c => c.Status, ConsultationStatus.Taken)) != 1)
            throw new ConflictException("somebody took it meanwhile");
        if (desk is not null) News(db, number, ConsultationNews.TakenInGroup, source.Now);
        GroupProjection.Refresh(db, number, source.Now);
    }

    public static void Say(GrantBotDb db, Fact.ConsultationSaid fact, FactSource source)
    {
        var row = db.Consultations.SingleOrDefault(c => c.Id == fact.Number && c.PersonId != null && (c.Status == ConsultationStatus.Waiting || c.Status == ConsultationStatus.Taken));
        if (row is null || (!fact.ByPerson && row.OwnerId != source.Chat && source.Group is null)) throw new ConflictException("the request went to somebody else, or ended");
        if (fact.ByPerson) row.ChatId = source.Chat;
        else (row.AnsweredAt, row.DeskId) = (row.AnsweredAt ?? source.Now, source.Group);
        var line = new ConsultationLineRow { ConsultationId = fact.Number, PersonId = row.PersonId, ByPerson = fact.ByPerson, Text = fact.Text, FileId = fact.File?.Id, At = source.Now, SaidIn = fact.Message is null ? null : source.Group ?? source.Chat, SaidId = fact.Message, SaidBy = fact.ByPerson ? null : source.Chat };
        db.ConsultationLines.Add(line);
        db.SaveChanges();
        DueRows.Set(db, SpokeDue, Subject(line.Id), source.Now);
        if (!fact.ByPerson) Drop(db, LateDue, fact.Number);
        else if (fact.AnswerBy is { } by && Subject(fact.Number) is var subject && !db.Due.Any(d => d.Kind == LateDue && d.Subject == subject)) DueRows.Set(db, LateDue, subject, by);
        if (fact.File is { } file) Keep(db, file.Id, row.PersonId);
    }

    public static void Correct(GrantBotDb db, Fact.ConsultationCorrected fact, FactSource source)
    {
        Line(db, fact.Line, fact.Number, source).Text = fact.Text;
        DueRows.Set(db, CorrectedDue, Subject(fact.Line), source.Now);
    }

    /// <summary>The words and the file go at once.</summary>
    public static void Unsay(GrantBotDb db, Fact.ConsultationUnsaid fact, FactSource source)
    {
        var line = Line(db, fact.Line, fact.Number, source);
        if (line.FileId is { } file) db.Files.Where(f => f.Id == file).ExecuteDelete();
        (line.Unsaid, line.Text, line.FileId) = (true, "", null);
        DueRows.Set(db, CorrectedDue, Subject(fact.Line), source.Now);
    }

    private static ConsultationLineRow Line(GrantBotDb db, long id, long number, FactSource source)
    {
        var line = db.ConsultationLines.SingleOrDefault(l => l.Id == id && l.ConsultationId == number && !l.Unsaid);
        var row = db.Consultations.AsNoTracking().SingleOrDefault(c => c.Id == number && c.PersonId != null && (c.Status == ConsultationStatus.Waiting || c.Status == ConsultationStatus.Taken));
        if (line is null || row is null || (!line.ByPerson && row.OwnerId != source.Chat && source.Group is null)) throw new ConflictException("the request went to somebody else, or ended");
        return line;
    }

    public static void Return(GrantBotDb db, long number, FactSource source)
    {
        var row = Mine(db, number, source);
        (row.OwnerId, row.DeskId, row.Status) = (null, null, ConsultationStatus.Waiting);
        Drop(db, Due(ConsultationNews.PutOff), number);
        DueRows.Set(db, Due(ConsultationNews.Waits), Offered(number, source.Chat), source.Now);
    }

    public static void Hand(GrantBotDb db, Fact.ConsultationHanded fact, FactSource source)
    {
        if (!StaffQuery.WithSome(db, Right.Advise).Contains(fact.To)) throw new ConflictException("they advise no more");
        var row = Mine(db, fact.Number, source);
        (row.OwnerId, row.DeskId) = (fact.To, null);
        Drop(db, Due(ConsultationNews.PutOff), fact.Number);
        GroupProjection.Refresh(db, fact.Number, source.Now);
        News(db, fact.Number, ConsultationNews.Handed, source.Now);
    }

    public static void PutOff(GrantBotDb db, Fact.ConsultationPutOff fact, FactSource source)
    {
        _ = Mine(db, fact.Number, source);
        News(db, fact.Number, ConsultationNews.PutOff, fact.Until);
    }

    public static void Close(GrantBotDb db, Fact.ConsultationClosed fact, FactSource source)
    {
        var row = Mine(db, fact.Number, source);
        (row.Status, row.ClosedAt, row.AnsweredAt, row.Adviser) = (ConsultationStatus.Closed, source.Now, row.AnsweredAt ?? source.Now, db.Advisers.Where(a => a.ChatId == source.Chat).Select(a => a.Name).FirstOrDefault());
        if (fact.Sheet is { } sheet) (row.Topic, row.Sheet) = (sheet[ConsultationSheet.Topic] ?? row.Topic, DomainJson.Write(sheet.Answers));
        Drop(db, LateDue, fact.Number);
        Drop(db, Due(ConsultationNews.PutOff), fact.Number);
        GroupProjection.Refresh(db, fact.Number, source.Now);
        if (row.ChatId is not null) News(db, fact.Number, ConsultationNews.Ended, source.Now);
    }

    public static void Reopen(GrantBotDb db, long number, FactSource source)
    {
        var row = db.Consultations.SingleOrDefault(c => c.Id == number && c.Status == ConsultationStatus.Closed && c.PersonId != null) ?? throw new ConflictException("it was opened or erased meanwhile");
        var there = db.Staff.Any(s => s.ChatId == row.OwnerId);
        (row.Status, row.ClosedAt, row.OwnerId) = (there ? ConsultationStatus.Taken : ConsultationStatus.Waiting, null, there ? row.OwnerId : null);
        GroupProjection.Refresh(db, number, source.Now, reopens: true);
        News(db, number, there ? ConsultationNews.Reopened : ConsultationNews.Waits, source.Now);
    }

    public static void Rate(GrantBotDb db, Fact.ConsultationRated fact)
    {
        int? rating = fact.Rating;
        db.Consultations.Where(c => c.Id == fact.Number && c.PersonId != null).ExecuteUpdate(s => s.SetProperty(c => c.Rating, rating));
    }

    public static void Keep(GrantBotDb db, Fact.AnswerKept fact, FactSource source)
    {
        var row = new CannedAnswerRow { Texts = DomainJson.Write(fact.Texts), MadeBy = source.Chat, At = source.Now };
        db.CannedAnswers.Add(row);
        db.SaveChanges();
        db.Engine.AddAnswer(db, row.Id, string.Join('\n', fact.Texts.Values));
    }

    public static void Drop(GrantBotDb db, Fact.AnswerDropped fact)
    {
        db.CannedAnswers.Where(a => a.Id == fact.Answer).ExecuteDelete();
        db.Engine.RemoveAnswer(db, fact.Answer);
    }

    /// <summary>A member of staff advises no more: what they had waits for somebody again.</summary>
    public static void GiveUp(GrantBotDb db, FactSource source)
    {
        foreach (var row in db.Consultations.Where(c => c.OwnerId == source.Chat && c.Status == ConsultationStatus.Taken).ToList())
        {
            (row.OwnerId, row.DeskId, row.Status) = (null, null, ConsultationStatus.Waiting);
            Drop(db, Due(ConsultationNews.PutOff), row.Id);
            News(db, row.Id, ConsultationNews.Waits, source.Now);
        }
    }

    private static ConsultationRow Mine(GrantBotDb db, long number, FactSource source) =>
        db.Consultations.SingleOrDefault(c => c.Id == number && c.Status == ConsultationStatus.Taken && c.OwnerId == source.Chat) ?? throw new ConflictException("it is somebody else's by now");

    private static void News(GrantBotDb db, long number, ConsultationNews what, DateTimeOffset at) => DueRows.Set(db, Due(what), Subject(number), at);

    private static void Drop(GrantBotDb db, string kind, long number)
    {
        var subject = Subject(number);
        db.Due.Where(d => d.Kind == kind && d.Subject == subject).ExecuteDelete();
    }

    /// <summary>A file that is passed on goes with what was said.</summary>
    private static void Keep(GrantBotDb db, string file, PersonId? person) => db.Files.Where(f => f.Id == file).ExecuteUpdate(s => s.SetProperty(f => f.PersonId, person));

    /// <summary>The subject of the work that offers a request to everybody who advises but one.</summary>
    private static string Offered(long number, ChatId except) => $"{Subject(number)}:{except.Value:N}";

    private static string Subject(long number) => number.ToString(CultureInfo.InvariantCulture);
}
