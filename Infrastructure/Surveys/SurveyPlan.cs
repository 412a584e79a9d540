using System.Security.Cryptography;
using GrantBot.Domain;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Surveys;

/// <summary>Plans the satisfaction survey that follows every event, and lets surveys of an event move with it.</summary>
internal static class SurveyPlan
{
    /// <summary>What was opened stays as it is; what staff stopped stays stopped, and what they timed keeps its times, unless the event is called off.</summary>
    public static void Follow(GrantBotDb db, EventRow row, DateTimeOffset now, TimeZoneInfo zone, SurveyTimes times)
    {
        db.SaveChanges();
        var opens = times.OpensAt(row.Ends(), zone);
        var planned = db.Surveys.Where(s => s.EventId == row.Id && s.FormVersion == "" && s.ClosedAt == null && (!s.Timed || row.CalledOff != null) && (s.Automatic || s.Phase == SurveyPhase.After)).ToList();
        if (times.Satisfaction && row.CalledOff is null && opens > now && !db.Surveys.Any(s => s.EventId == row.Id && s.FormId == SurveyTimes.SatisfactionForm && s.Audience == SurveyAudience.Attended))
            planned.Add(New(db, row.Id, now));
        foreach (var survey in planned)
        {
            if (row.CalledOff is not null) (opens, survey.ClosesAt) = (now, now);
            else (survey.OpensAt, survey.ClosesAt) = (opens, opens + SurveyTimes.OpenFor);
            db.SaveChanges();
            DueRows.Set(db, SurveyProjection.OpenDue, survey.Id.Value, opens);
            DueRows.Set(db, SurveyProjection.CloseDue, survey.Id.Value, survey.ClosesAt);
        }
    }

    private static SurveyRow New(GrantBotDb db, EventId id, DateTimeOffset now)
    {
        var survey = new SurveyRow
        {
            Id = new(Ids.New(now)), Code = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12), FormId = SurveyTimes.SatisfactionForm, EventId = id, Audience = SurveyAudience.Attended, Anonymous = true, Automatic = true,
        };
        db.Surveys.Add(survey);
        return survey;
    }
}
