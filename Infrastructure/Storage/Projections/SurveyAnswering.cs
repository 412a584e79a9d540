using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Somebody begins and answers a survey: that they did is marked with the person, what they answered stands elsewhere.</summary>
internal static class SurveyAnswering
{
    private static readonly ByGender Gender = new();
    private static readonly ByAgeBand Age = new();
    private static readonly BySocialCategory Category = new();
    private static readonly ByTerritory Territory = new();

    public static void Begin(GrantBotDb db, Fact.SurveyBegun fact, FactSource source)
    {
        var survey = db.Surveys.AsNoTracking().SingleOrDefault(s => s.Id == fact.Survey && s.ClosedAt == null) ?? throw new ConflictException("the survey ended meanwhile");
        foreach (var mark in Marks(db, survey, source)) mark.Opened = true;
    }

    /// <summary>Counts the answer once; of an anonymous survey it goes under seal and every trace of it out of the chat.</summary>
    /// <exception cref="ConflictException">They have answered meanwhile, in this chat or another, or the survey is over.</exception>
    public static void Answer(GrantBotDb db, Fact.SurveyAnswered fact, FactSource source)
    {
        var survey = db.Surveys.SingleOrDefault(s => s.Id == fact.Survey && s.ClosedAt == null && s.ClosesAt > source.Now) ?? throw new ConflictException("the survey ended meanwhile");
        var marks = Marks(db, survey, source);
        if (marks.Any(m => m.Answered)) throw new ConflictException("they have answered meanwhile");
        foreach (var mark in marks) (mark.Opened, mark.Answered) = (true, true);
        survey.Answered++;
        if (fact.Sheet is not { } sheet) return;
        var key = SurveyKey.Of(db);
        var person = marks.Select(m => m.PersonId).FirstOrDefault(p => p is not null);
        var answer = new SealedAnswer(sheet.Marks, sheet.Remarks, Codes(db, survey, person, sheet.Said, source), Pairs(db, key, survey, person), sheet.Right, sheet.Questions);
        db.SurveyAnswers.Add(answer.Row(key, survey.Id));
        SurveyTraces.Scrub(db, source.Chat, fact.StartedAt);
    }

    /// <summary>The marks of who is in the chat: every invitation of the person (two after a merge), or the one by link, made here.</summary>
    private static List<SurveyInviteRow> Marks(GrantBotDb db, SurveyRow survey, FactSource source)
    {
        if (survey.Audience is not SurveyAudience.Link)
        {
            var person = PersonOf(db, source.Chat);
            var mine = db.SurveyInvites.Where(i => i.SurveyId == survey.Id && i.PersonId != null && (i.PersonId == person || i.ChatId == source.Chat)).ToList();
            return mine.Count > 0 ? mine : throw new ConflictException("they are not asked any more");
        }
        var who = SurveyKey.Of(db).Chat(db, survey.Id, source.Chat);
        var marks = db.SurveyInvites.Where(i => i.SurveyId == survey.Id && who.Contains(i.Who)).ToList();
        if (marks.Count > 0) return marks;
        var row = new SurveyInviteRow { SurveyId = survey.Id, Who = who[0] };
        db.SurveyInvites.Add(row);
        return [row];
    }

    private static PersonId? PersonOf(GrantBotDb db, ChatId chat) => db.Chats.AsNoTracking().Where(c => c.Id == chat).Select(c => c.PersonId).FirstOrDefault();

    /// <summary>Those of the registration for the event, else of the last one; what the form asked fills the gaps. Whoever comes by a link is nobody we know.</summary>
    private static SurveyCodes Codes(GrantBotDb db, SurveyRow survey, PersonId? person, SurveyCodes said, FactSource source)
    {
        var known = survey.Audience is SurveyAudience.Link ? null : db.Registrations.AsNoTracking().Where(r => r.PersonId == person && r.Status != RegistrationStatus.Cancelled)
            .OrderByDescending(r => r.EventId == survey.EventId).ThenByDescending(r => r.RegisteredAt).FirstOrDefault();
        var written = new SurveyCodes(Language: source.Language, Channel: ByChannel.Code(source.Channel));
        if (known is null) return said with { Language = written.Language, Channel = written.Channel };
        var codes = new RegistrationCodes(known.EventId, known.Status, known.Channel, known.Gender, known.Age, known.Territory, known.Occupation, known.Disability, known.Vulnerable);
        return written with { Gender = Gender.CodeOf(codes), Age = Age.CodeOf(codes), Category = Category.CodeOf(codes), Territory = Territory.CodeOf(codes) };
    }

    /// <summary>The person's own code, and those of records that have become one with theirs: what they answered before may bear one of these.</summary>
    private static IReadOnlyList<string> Pairs(GrantBotDb db, SurveyKey key, SurveyRow survey, PersonId? person)
    {
        if (survey.Other is not { } other || person is not { } id) return [];
        var both = survey.Phase is SurveyPhase.Before ? survey.Id : other;
        var former = db.People.AsNoTracking().Where(p => p.MergedInto == id).Select(p => p.Id).ToList();
        return [.. former.Prepend(id).Select(p => key.Pair(both, p))];
    }
}
