using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>A survey opens: those it is put to are written down, then invited some hundreds at a time.</summary>
internal sealed class SurveyOpenWork(FormBook forms, PeopleGroups groups, Pipeline.Deployment deployment) : IDueWork
{
    public string Kind => SurveyProjection.OpenDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Surveys.Find(SurveyWork.Id(due)) is not { ClosedAt: null } survey || survey.ClosesAt <= after.Now) return null;
        if (due.Cursor == 0)
        {
            if (forms.All().Find(survey.FormId) is not { } form) { DueRows.Set(after.Db, SurveyProjection.CloseDue, survey.Id.Value, after.Now); return null; }
            survey.FormVersion = form.Version;
            SurveyWork.WriteDown(after, survey, groups);
            if (survey.Audience is not SurveyAudience.Link && SurveyTimes.RemindsAt(survey.OpensAt, survey.ClosesAt, deployment.Zone) is { } at && at > after.Now)
                DueRows.Set(after.Db, SurveyProjection.RemindDue, survey.Id.Value, at);
        }
        return SurveyWork.Invite(after, survey) ? due.Cursor + 1 : null;
    }
}

/// <summary>Those who have not answered are reminded, once; who was entered as present since the opening is invited now.</summary>
internal sealed class SurveyRemindWork(PeopleGroups groups, Pipeline.Deployment deployment) : IDueWork
{
    public string Kind => SurveyProjection.RemindDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Surveys.Find(SurveyWork.Id(due)) is not { ClosedAt: null } survey || survey.ClosesAt <= after.Now || survey.FormVersion.Length == 0) return null;
        if (due.Cursor == 0)
        {
            if (Reminders.ByDay(after.Now, deployment.Zone) is var morning && morning > after.Now) { DueRows.Set(after.Db, Kind, survey.Id.Value, morning); return null; } // staff asked for it at night
            survey.Reminded = true;
            SurveyWork.WriteDown(after, survey, groups);
        }
        var next = after.Db.SurveyInvites.Where(i => i.SurveyId == survey.Id && i.Sent && !i.Answered && !i.Reminded && i.ChatId != null).OrderBy(i => i.Who).Take(SurveyWork.AtOnce).ToList();
        foreach (var invite in next)
        {
            invite.Reminded = true;
            after.Notify(invite.ChatId, $"{SurveyProjection.RemindDue}:{survey.Id.Value:N}:{invite.Who}", new Notice.SurveyInvited(survey.Id, Again: true));
        }
        after.Db.SaveChanges();
        return SurveyWork.Invite(after, survey) || next.Count == SurveyWork.AtOnce ? due.Cursor + 1 : null;
    }
}

/// <summary>A survey is over: how it went is written down, and anonymous answers come out of their seals.</summary>
internal sealed class SurveyCloseWork : IDueWork
{
    public string Kind => SurveyProjection.CloseDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var db = after.Db;
        if (db.Surveys.Find(SurveyWork.Id(due)) is not { ClosedAt: null } survey || survey.ClosesAt > after.Now) return null;
        survey.Counts = DomainJson.Write(SurveyQuery.Counts(db, survey.Id));
        survey.ClosedAt = after.Now;
        db.SaveChanges();
        foreach (var kind in new[] { SurveyProjection.OpenDue, SurveyProjection.RemindDue }) DueRows.Drop(db, kind, survey.Id.Value);
        SurveySettling.Settle(db, survey);
        db.SaveChanges();
        return null;
    }
}

/// <summary>What the works about surveys share.</summary>
internal static class SurveyWork
{
    public const int AtOnce = 200;

    public static SurveyId Id(DueRow due) => new(Guid.ParseExact(due.Subject, "N"));

    /// <summary>Writes down who is asked and was not written down yet: each person once, with the chat they wrote from last.</summary>
    public static void WriteDown(Aftermath after, SurveyRow survey, PeopleGroups groups)
    {
        after.Db.SaveChanges();
        if (survey.Audience is SurveyAudience.Link) return;
        var db = after.Db;
        var there = db.SurveyInvites.Where(i => i.SurveyId == survey.Id && i.PersonId != null).Select(i => i.PersonId!.Value).ToHashSet();
        var asked = DomainJson.ReadQuestion(survey.AskedOf) is { } group ? groups.Of(db, group, after.Now) : Asked(db, survey);
        var people = asked.Where(p => there.Add(p.Person)).ToList();
        var chats = db.Chats.AsNoTracking().Where(c => c.PersonId != null && c.Reachable).Select(c => new { Person = c.PersonId!.Value, c.Id, c.LastHeardAt }).AsEnumerable()
            .GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.MaxBy(c => c.LastHeardAt)!.Id);
        db.InsertMany(people.Select(p => new SurveyInviteRow { SurveyId = survey.Id, Who = SealedAnswer.RandomKey(), PersonId = p.Person, ChatId = chats.TryGetValue(p.Person, out var chat) ? chat : p.Chat }));
    }

    /// <summary>Invites the next of those who were not; false when there is nobody left.</summary>
    public static bool Invite(Aftermath after, SurveyRow survey)
    {
        var next = after.Db.SurveyInvites.Where(i => i.SurveyId == survey.Id && !i.Sent && i.ChatId != null && i.PersonId != null).OrderBy(i => i.Who).Take(AtOnce).ToList();
        foreach (var invite in next)
        {
            invite.Sent = true;
            if (!invite.Answered) after.Notify(invite.ChatId, $"{SurveyProjection.OpenDue}:{survey.Id.Value:N}:{invite.Who}", new Notice.SurveyInvited(survey.Id, Again: false));
        }
        after.Db.SaveChanges();
        return next.Count == AtOnce;
    }

    /// <summary>People the survey is put to; of a guardian's chat the child's survey goes there, as all else about the child does.</summary>
    private static List<(PersonId Person, ChatId? Chat)> Asked(GrantBotDb db, SurveyRow survey)
    {
        RegistrationStatus[] came = [RegistrationStatus.Attended], holds = [RegistrationStatus.Confirmed, RegistrationStatus.Attended, RegistrationStatus.NoShow];
        var wanted = survey.Audience is SurveyAudience.Attended ? came : holds;
        var rows = db.Registrations.AsNoTracking().Where(r => wanted.Contains(r.Status));
        if (survey.Audience is not SurveyAudience.Everybody) rows = rows.Where(r => r.EventId == survey.EventId);
        return [.. rows.OrderBy(r => r.Number).Select(r => new { r.PersonId, r.ChatId }).AsEnumerable().Select(r => (r.PersonId, r.ChatId)).DistinctBy(r => r.PersonId)];
    }
}
