using System.Security.Cryptography;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Surveys;

/// <summary>
/// An anonymous survey is over: its answers come out of their seals, all at once, in a random order, under new keys, with codes as coarse as
/// <see cref="Grain"/> says; own words apart from choices. What needs more than that (who is whom before and after, quotas) is counted here and
/// kept as a number only. Where fewer than five answered, nothing of what they said is kept.
/// </summary>
internal static class SurveySettling
{
    /// <summary>Settles a survey; one of two halves waits for the other.</summary>
    public static void Settle(GrantBotDb db, SurveyRow survey)
    {
        if (survey.Settled || survey.ClosedAt is null) return;
        var other = survey.Other is { } id ? db.Surveys.SingleOrDefault(s => s.Id == id) : null;
        if (other is { ClosedAt: null }) return;
        var mine = Take(db, survey);
        if (other is null) { Keep(db, survey, mine, null); return; }
        var theirs = Take(db, other);
        var (before, after) = survey.Phase is SurveyPhase.Before ? (mine, theirs) : (theirs, mine);
        var questions = before.Concat(after).Select(a => a.Questions).DefaultIfEmpty(0).Max();
        var gain = PairGain.Of(questions, [.. before.Select(a => (a.Pairs, a.Right))], [.. after.Select(a => (a.Pairs, a.Right))]);
        Keep(db, survey, mine, gain);
        Keep(db, other, theirs, gain);
    }

    /// <summary>How many gave each choice or said each code, by "question=choice".</summary>
    public static IReadOnlyDictionary<string, int> Quotas(IEnumerable<SealedAnswer> answers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            var said = answer.Marks.SelectMany(m => m.Value.Split(' ').Select(choice => $"{m.Key}={choice}"))
                .Concat([$"gender={answer.Codes.Gender}", $"age={answer.Codes.Age}", $"category={answer.Codes.Category}", $"territory={answer.Codes.Territory}"]);
            foreach (var key in said.Distinct(StringComparer.Ordinal).Where(k => !k.EndsWith('='))) counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts;
    }

    private static List<SealedAnswer> Take(GrantBotDb db, SurveyRow survey)
    {
        var all = SealedAnswer.Open(SurveyKey.Of(db), db.SurveyAnswers.AsNoTracking().Where(a => a.SurveyId == survey.Id)).ToArray();
        RandomNumberGenerator.Shuffle<SealedAnswer>(all);
        return [.. all];
    }

    private static void Keep(GrantBotDb db, SurveyRow survey, List<SealedAnswer> answers, PairGain? gain)
    {
        db.SurveyAnswers.Where(a => a.SurveyId == survey.Id).ExecuteDelete();
        survey.Settled = true;
        survey.Outcome = DomainJson.Write(new SurveyOutcome(answers.Count < Grain.Fewest ? new Dictionary<string, int>() : Quotas(answers), gain?.Cover()));
        db.SaveChanges();
        if (Grain.Cover([.. answers.Select(a => a.Codes)]) is not { } codes) return;
        // by their keys, so that the order in which a server puts rows down does not tell whose words are whose choices
        db.InsertMany(answers.Zip(codes, (a, c) => new SurveyAnswerRow
        {
            Key = SealedAnswer.RandomKey(), SurveyId = survey.Id, Marks = DomainJson.Write(a.Marks), Gender = c.Gender, Age = c.Age, Category = c.Category, Territory = c.Territory, Language = c.Language, Channel = c.Channel,
        }).OrderBy(r => r.Key, StringComparer.Ordinal));
        db.InsertMany(answers.SelectMany(a => a.Remarks).Select(r => new SurveyRemarkRow { Key = SealedAnswer.RandomKey(), SurveyId = survey.Id, Question = r.Question, Text = r.Text, MayQuote = r.MayQuote }).OrderBy(r => r.Key, StringComparer.Ordinal));
    }
}
