using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Surveys;

/// <summary>What lies under a seal: all of one person's answers, their codes in full, and the codes by which the other half is found.</summary>
internal sealed record SealedAnswer(IReadOnlyDictionary<string, string> Marks, IReadOnlyList<Remark> Remarks, SurveyCodes Codes, IReadOnlyList<string> Pairs, int Right, int Questions)
{
    /// <summary>A row under a random key.</summary>
    public SurveyAnswerRow Row(SurveyKey key, SurveyId survey) =>
        new() { Key = RandomKey(), SurveyId = survey, Sealed = key.Seal(survey, JsonSerializer.SerializeToUtf8Bytes(this, DomainJson.Stored.SealedAnswer)) };

    /// <summary>Opens rows; those of a lost key are left out.</summary>
    public static IEnumerable<SealedAnswer> Open(SurveyKey key, IEnumerable<SurveyAnswerRow> rows) =>
        rows.Where(r => r.Sealed is not null).Select(r => key.Open(r.SurveyId, r.Sealed!)).OfType<byte[]>().Select(bytes => JsonSerializer.Deserialize(bytes, DomainJson.Stored.SealedAnswer)!);

    /// <summary>32 random hex digits; no time in them, unlike the ids of all else.</summary>
    public static string RandomKey() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}

/// <summary>What is counted over all answers before their codes are made coarse.</summary>
/// <param name="Quotas">How many gave each choice, by "question=choice".</param>
/// <param name="Gain">What was measured before and after.</param>
internal sealed record SurveyOutcome(IReadOnlyDictionary<string, int> Quotas, PairGain? Gain);
