using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads surveys: what turns ask about them, and what indicators count.</summary>
internal static class SurveyQuery
{
    private const int MostListed = 30, MostWinners = 50;

    public static KnownSurvey? One(GrantBotDb db, SurveyId id) => db.Surveys.AsNoTracking().FirstOrDefault(s => s.Id == id) is { } row ? Known(row) : null;

    public static KnownSurvey? ByCode(GrantBotDb db, string code) => code.ToLowerInvariant() is var lower && db.Surveys.AsNoTracking().FirstOrDefault(s => s.Code == lower) is { } row ? Known(row) : null;

    public static IReadOnlyList<KnownSurvey> All(GrantBotDb db)
    {
        var open = db.Surveys.AsNoTracking().Where(s => s.ClosedAt == null).OrderBy(s => s.ClosesAt).Take(MostListed).ToList();
        // a survey nobody was there to answer is not worth a line
        var over = db.Surveys.AsNoTracking().Where(s => s.ClosedAt != null && (!s.Automatic || s.Answered > 0)).OrderByDescending(s => s.ClosedAt).Take(MostListed - open.Count).ToList();
        return [.. open.Concat(over).Select(Known)];
    }

    public static SurveyPart Part(GrantBotDb db, Need.SurveyPartOf need)
    {
        if (db.Surveys.AsNoTracking().FirstOrDefault(s => s.Id == need.Id) is not { } survey) return new(false, false, false);
        if (survey.Audience is SurveyAudience.Link)
        {
            var who = SurveyKey.Of(db).Chat(db, need.Id, need.Chat);
            var marks = db.SurveyInvites.AsNoTracking().Where(i => i.SurveyId == need.Id && who.Contains(i.Who)).ToList();
            return new(true, marks.Any(m => m.Opened), marks.Any(m => m.Answered));
        }
        var mine = db.SurveyInvites.AsNoTracking().Where(i => i.SurveyId == need.Id && i.PersonId != null && (i.PersonId == need.Who || i.ChatId == need.Chat)).ToList();
        return new(mine.Count > 0, mine.Any(i => i.Opened), mine.Any(i => i.Answered));
    }

    /// <summary>How a survey goes; of one that is over, how it went.</summary>
    public static SurveyCounts Counts(GrantBotDb db, SurveyId id) => db.Surveys.AsNoTracking().FirstOrDefault(s => s.Id == id) is { } survey ? Counts(db, survey) : new(0, 0, 0, 0, 0, 0);

    private static SurveyCounts Counts(GrantBotDb db, SurveyRow survey)
    {
        if (DomainJson.ReadCounts(survey.Counts) is { } frozen) return frozen;
        var topic = Notice.SurveyInvited.TopicOf(survey.Id);
        var sent = db.Outbox.AsNoTracking().Where(o => o.Topic == topic && (o.State == OutboxState.Sent || o.State == OutboxState.Held)).GroupBy(o => o.Receipt).Select(g => new { g.Key, Count = g.Count() }).ToList();
        int AtLeast(ReceiptKind kind) => sent.Where(g => g.Key >= (int)kind && g.Key != (int)ReceiptKind.Failed).Sum(g => g.Count);
        var asked = db.SurveyInvites.Where(i => i.SurveyId == survey.Id);
        return new(asked.Count(), sent.Sum(g => g.Count), AtLeast(ReceiptKind.Delivered), AtLeast(ReceiptKind.Read), asked.Count(i => i.Opened), survey.Answered);
    }

    /// <summary>
    /// What people answered, as far as it may be looked at. An anonymous survey with invitations stays under seal until it is over, since whoever
    /// looks before and after one answer knows it; one by link, whose people nobody knows, is counted as it comes in, from ten answers on.
    /// </summary>
    public static SurveyAnswers Answers(GrantBotDb db, SurveyId id) => db.Surveys.AsNoTracking().FirstOrDefault(s => s.Id == id) is { } survey ? Answers(db, survey) : new([], [], []);

    private static SurveyAnswers Answers(GrantBotDb db, SurveyRow survey)
    {
        var (id, plan) = (survey.Id, DomainJson.ReadPlan(survey.Plan));
        if (!survey.Anonymous)
        {
            var named = db.FormAnswers.AsNoTracking().Where(a => a.SurveyId == id && a.Answers != null).Select(a => a.Answers).AsEnumerable().Select(a => (IReadOnlyDictionary<string, string>)DomainJson.ReadAnswers(a)).ToList();
            return new(named, [.. named.Select(_ => new SurveyCodes())], Comments(named)) { Count = survey.Answered, Reached = Reached(plan, named) };
        }
        if (!survey.Settled)
        {
            var content = SealedAnswer.Open(SurveyKey.Of(db), db.SurveyAnswers.AsNoTracking().Where(a => a.SurveyId == id)).ToList();
            var hidden = survey.Audience is not SurveyAudience.Link || content.Count < Figure.Share.FewestForPercent;
            var reached = SurveySettling.Quotas(content);
            return new(hidden ? [] : [.. content.Select(c => c.Marks)], hidden ? [] : [.. content.Select(_ => new SurveyCodes())], []) { Count = survey.Answered, IsSealed = hidden, Reached = [.. plan.Select(q => reached.GetValueOrDefault($"{q.Question}={q.Choice}"))] };
        }
        var rows = db.SurveyAnswers.AsNoTracking().Where(a => a.SurveyId == id && a.Marks != null).ToList();
        var outcome = DomainJson.ReadOutcome(survey.Outcome);
        return new([.. rows.Select(r => DomainJson.ReadAnswers(r.Marks))], [.. rows.Select(r => new SurveyCodes(r.Gender, r.Age, r.Category, r.Territory, r.Language, r.Channel))],
            [.. db.SurveyRemarks.AsNoTracking().Where(r => r.SurveyId == id).Select(r => new Remark(r.Question, r.Text, r.MayQuote))])
        {
            Count = survey.Answered, Gain = outcome?.Gain, Reached = [.. plan.Select(q => outcome?.Quotas.GetValueOrDefault($"{q.Question}={q.Choice}") ?? 0)],
        };
    }

    public static IReadOnlyList<QuizResult> Winners(GrantBotDb db, SurveyId id)
    {
        var best = db.FormAnswers.AsNoTracking().Where(a => a.SurveyId == id && a.Score != null && a.PersonId != null)
            .Select(a => new { a.PersonId, Score = a.Score!.Value, a.StartedAt, a.FinishedAt }).AsEnumerable()
            .OrderByDescending(a => a.Score).ThenBy(a => a.FinishedAt - a.StartedAt).ThenBy(a => a.FinishedAt).Take(MostWinners).ToList();
        return [.. best.Select(a => new QuizResult(Name(db, a.PersonId!.Value), a.Score, a.FinishedAt - a.StartedAt))];
    }

    /// <summary>Surveys of a form that are over or by link, for the indicators: how many were asked, how many answered, and the choices of each with coarse codes.</summary>
    /// <param name="db">The database.</param>
    /// <param name="formId">The form, such as <see cref="SurveyTimes.SatisfactionForm"/>.</param>
    /// <param name="events">Of these events only; null = all.</param>
    public static SurveyFigures Figures(GrantBotDb db, string formId, IReadOnlyCollection<EventId>? events = null) =>
        Sum(Each(db, [.. db.Surveys.AsNoTracking().Where(s => s.FormId == formId).AsEnumerable().Where(s => events is null || (s.EventId is { } id && events.Contains(id)))]).Select(s => s.Figures));

    /// <summary>The same event by event, in the order the events are given; those without a survey are left out.</summary>
    public static IReadOnlyList<(EventId Event, SurveyFigures Figures)> ByEvent(GrantBotDb db, string formId, IReadOnlyCollection<EventId> events)
    {
        var surveys = Each(db, [.. db.Surveys.AsNoTracking().Where(s => s.FormId == formId).AsEnumerable().Where(s => s.EventId is { } id && events.Contains(id))]).ToLookup(s => s.Event, s => s.Figures);
        return [.. events.Where(e => surveys.Contains(e)).Select(e => (e, Sum(surveys[e])))];
    }

    private static SurveyFigures Sum(IEnumerable<SurveyFigures> some)
    {
        var all = some.ToList();
        return new(all.Sum(f => f.Surveys), all.Sum(f => f.Invited), all.Sum(f => f.Answered), [.. all.SelectMany(f => f.Voices)]) { Responded = all.Sum(f => f.Responded) };
    }

    /// <summary>Surveys one by one; the answers of those that are over are read all at once.</summary>
    private static IEnumerable<(EventId? Event, SurveyFigures Figures)> Each(GrantBotDb db, IReadOnlyList<SurveyRow> surveys)
    {
        var over = surveys.Where(s => s.Anonymous && s.Settled).Select(s => s.Id).ToList();
        var voices = db.SurveyAnswers.AsNoTracking().Where(a => over.Contains(a.SurveyId) && a.Marks != null).Select(a => new { a.SurveyId, a.Marks, a.Gender, a.Age, a.Category, a.Territory, a.Language, a.Channel }).AsEnumerable()
            .ToLookup(a => a.SurveyId, a => new SurveyVoice(DomainJson.ReadAnswers(a.Marks), new(a.Gender, a.Age, a.Category, a.Territory, a.Language, a.Channel)));
        foreach (var survey in surveys)
        {
            var counts = Counts(db, survey);
            var figures = new SurveyFigures(1, counts.Invited, counts.Answered, survey.Anonymous && survey.Settled ? [.. voices[survey.Id]] : Voices(Answers(db, survey)));
            yield return (survey.EventId, figures with { Responded = survey.Audience is SurveyAudience.Link ? 0 : counts.Answered });
        }
    }

    private static List<SurveyVoice> Voices(SurveyAnswers answers) => [.. answers.Marks.Zip(answers.Codes, (marks, codes) => new SurveyVoice(marks, codes))];

    private static string Name(GrantBotDb db, PersonId person)
    {
        var known = DomainJson.ReadAnswers(db.People.AsNoTracking().Where(p => p.Id == person).Select(p => p.Answers).FirstOrDefault());
        return PersonName.Full(known.GetValueOrDefault("surname"), known.GetValueOrDefault("given"), null) is { Length: > 0 } name ? name : "–";
    }

    private static List<Remark> Comments(IEnumerable<IReadOnlyDictionary<string, string>> named) =>
        [.. named.Where(a => a.GetValueOrDefault("comment") is { Length: > 0 }).Select(a => new Remark("comment", a["comment"], a.GetValueOrDefault("quote_ok") is { } quote ? quote == "yes" : null))];

    private static IReadOnlyList<int> Reached(IReadOnlyList<SurveyQuota> plan, IReadOnlyList<IReadOnlyDictionary<string, string>> answers) =>
        [.. plan.Select(q => answers.Count(a => a.GetValueOrDefault(q.Question)?.Split(' ').Contains(q.Choice) == true))];

    private static KnownSurvey Known(SurveyRow row) => new()
    {
        Id = row.Id, Code = row.Code, FormId = row.FormId, FormVersion = row.FormVersion, Event = row.EventId, Audience = row.Audience, Group = DomainJson.ReadQuestion(row.AskedOf), Anonymous = row.Anonymous, Phase = row.Phase, TellsScore = row.TellsScore,
        OpensAt = row.OpensAt, ClosesAt = row.ClosesAt, ClosedAt = row.ClosedAt, Automatic = row.Automatic, Reminded = row.Reminded, Answered = row.Answered, Plan = DomainJson.ReadPlan(row.Plan),
    };
}

/// <summary>What indicators count of surveys.</summary>
/// <param name="Surveys">How many surveys.</param>
/// <param name="Invited">People asked, all together; by link nobody is.</param>
/// <param name="Answered">People who answered.</param>
/// <param name="Voices">Their choices, as far as they are out of their seals.</param>
internal sealed record SurveyFigures(int Surveys, int Invited, int Answered, IReadOnlyList<SurveyVoice> Voices)
{
    /// <summary>Of those who answered, the invited: answers by link are no response to an invitation.</summary>
    public int Responded { get; init; }
}

/// <summary>One person's choices by question, with codes that belong to five people at least.</summary>
internal sealed record SurveyVoice(IReadOnlyDictionary<string, string> Marks, SurveyCodes Codes);
