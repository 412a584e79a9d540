using GrantBot.Domain.Conversation;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Surveys as staff make and change them.</summary>
internal static class SurveyProjection
{
    /// <summary>People are to be invited; those who have not answered to be reminded; it is to end.</summary>
    public const string OpenDue = "survey.open", RemindDue = "survey.remind", CloseDue = "survey.close";

    public static void Make(GrantBotDb db, Fact.SurveyMade fact, FactSource source)
    {
        var terms = fact.Terms;
        if (terms is { Event: { } id, FormId: SurveyTimes.SatisfactionForm, Audience: SurveyAudience.Attended }) DropPlanned(db, id);
        db.Surveys.Add(new SurveyRow
        {
            Id = fact.Survey, Code = terms.Code, FormId = terms.FormId, EventId = terms.Event, Audience = terms.Audience, AskedOf = terms.Group is { } group ? DomainJson.Write(group) : null, Anonymous = terms.Anonymous, Phase = terms.Phase, Other = terms.Other,
            TellsScore = terms.TellsScore, OpensAt = terms.OpensAt, ClosesAt = terms.ClosesAt, Settled = !terms.Anonymous, MadeBy = source.Chat,
        });
        DueRows.Set(db, OpenDue, fact.Survey.Value, terms.OpensAt);
        DueRows.Set(db, CloseDue, fact.Survey.Value, terms.ClosesAt);
    }

    public static void Order(GrantBotDb db, Fact.SurveyOrdered fact, DateTimeOffset now)
    {
        var row = db.Surveys.SingleOrDefault(s => s.Id == fact.Survey && s.ClosedAt == null) ?? throw new ConflictException("the survey ended meanwhile");
        if (fact.Order is SurveyOrder.Close)
        {
            row.ClosesAt = now;
            DueRows.Set(db, CloseDue, row.Id.Value, now);
            return;
        }
        if (row.Reminded) throw new ConflictException("they were reminded meanwhile");
        DueRows.Set(db, RemindDue, row.Id.Value, now);
    }

    /// <summary>The reminder is left where it is planned; one that would come after the end is not sent.</summary>
    public static void Time(GrantBotDb db, Fact.SurveyTimed fact)
    {
        var row = db.Surveys.SingleOrDefault(s => s.Id == fact.Survey && s.ClosedAt == null) ?? throw new ConflictException("the survey ended meanwhile");
        if (row.FormVersion.Length == 0)
        {
            row.OpensAt = fact.OpensAt;
            DueRows.Set(db, OpenDue, row.Id.Value, fact.OpensAt);
        }
        (row.ClosesAt, row.Timed) = (fact.ClosesAt, true);
        DueRows.Set(db, CloseDue, row.Id.Value, fact.ClosesAt);
    }

    public static void Plan(GrantBotDb db, Fact.SurveyPlanned fact)
    {
        var row = db.Surveys.SingleOrDefault(s => s.Id == fact.Survey) ?? throw new ConflictException("the survey is gone");
        row.Plan = DomainJson.Write(fact.Plan);
    }

    /// <summary>A survey of staff's own about the same event takes the place of the one the program had planned and not opened.</summary>
    private static void DropPlanned(GrantBotDb db, Domain.EventId id)
    {
        foreach (var planned in db.Surveys.Where(s => s.EventId == id && s.Automatic && s.FormVersion == "" && s.ClosedAt == null).ToList())
        {
            foreach (var kind in new[] { OpenDue, RemindDue, CloseDue }) DueRows.Drop(db, kind, planned.Id.Value);
            db.Surveys.Remove(planned);
        }
        db.SaveChanges();
    }
}
