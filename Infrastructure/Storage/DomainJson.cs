using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Surveys;

namespace GrantBot.Infrastructure.Storage;

/// <summary>JSON of what is stored of the domain: states, replies, facts, answers. Letters stay letters, so that a row can be read.</summary>
[JsonSerializable(typeof(ChatState))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Fact))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(IReadOnlyList<Quota>))]
[JsonSerializable(typeof(IReadOnlyList<Session>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(People.MergedRows))]
[JsonSerializable(typeof(IReadOnlyList<SurveyQuota>))]
[JsonSerializable(typeof(CountQuestion))]
[JsonSerializable(typeof(SurveyCounts))]
[JsonSerializable(typeof(BroadcastAudience))]
[JsonSerializable(typeof(BroadcastContent))]
[JsonSerializable(typeof(SealedAnswer))]
[JsonSerializable(typeof(SurveyOutcome))]
[JsonSerializable(typeof(PlanChange))]
internal sealed partial class DomainJson : JsonSerializerContext
{
    /// <summary>The one way they are written.</summary>
    public static DomainJson Stored { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new Storable.Json() },
    });

    /// <summary>A text as it stands inside what is stored, without quotes.</summary>
    public static string Write(string text) => JsonEncodedText.Encode(text, Stored.Options.Encoder).ToString();

    public static string Write(ChatState state) => JsonSerializer.Serialize(state, Stored.ChatState);
    public static string Write(Reply reply) => JsonSerializer.Serialize(reply, Stored.Reply);
    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, Stored.Fact);
    public static string Write(IReadOnlyDictionary<string, string> answers) => JsonSerializer.Serialize(answers.ToDictionary(StringComparer.Ordinal), Stored.DictionaryStringString);
    public static byte[] Bytes(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(notice, Stored.Notice);
    public static string Write(IReadOnlyList<Quota> quotas) => JsonSerializer.Serialize(quotas, Stored.IReadOnlyListQuota);
    public static string Write(IReadOnlyList<Session> parts) => JsonSerializer.Serialize(parts, Stored.IReadOnlyListSession);
    public static string Write(People.MergedRows moved) => JsonSerializer.Serialize(moved, Stored.MergedRows);
    public static string Write(IReadOnlyList<SurveyQuota> plan) => JsonSerializer.Serialize(plan, Stored.IReadOnlyListSurveyQuota);
    public static string Write(SurveyCounts counts) => JsonSerializer.Serialize(counts, Stored.SurveyCounts);
    public static string Write(SurveyOutcome outcome) => JsonSerializer.Serialize(outcome, Stored.SurveyOutcome);
    public static string Write(PlanChange change) => JsonSerializer.Serialize(change, Stored.PlanChange);
    public static PlanChange? ReadChange(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Stored.PlanChange);
    public static string Write(CountQuestion question) => JsonSerializer.Serialize(question, Stored.CountQuestion);
    public static string Write(BroadcastAudience audience) => JsonSerializer.Serialize(audience, Stored.BroadcastAudience);
    public static string Write(BroadcastContent content) => JsonSerializer.Serialize(content, Stored.BroadcastContent);
    public static BroadcastAudience ReadAudience(string json) => JsonSerializer.Deserialize(json, Stored.BroadcastAudience)!;
    public static BroadcastContent ReadContent(string json) => JsonSerializer.Deserialize(json, Stored.BroadcastContent)!;
    public static CountQuestion? ReadQuestion(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Stored.CountQuestion);
    public static IReadOnlyList<SurveyQuota> ReadPlan(string json) => JsonSerializer.Deserialize(json, Stored.IReadOnlyListSurveyQuota) ?? [];
    public static SurveyCounts? ReadCounts(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Stored.SurveyCounts);
    public static SurveyOutcome? ReadOutcome(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Stored.SurveyOutcome);
    public static People.MergedRows ReadMoved(string json) => JsonSerializer.Deserialize(json, Stored.MergedRows)!;
    public static Notice ReadNotice(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Stored.Notice)!;
    public static IReadOnlyList<Quota> ReadQuotas(string json) => JsonSerializer.Deserialize(json, Stored.IReadOnlyListQuota) ?? [];
    public static IReadOnlyList<Session> ReadSessions(string json) => JsonSerializer.Deserialize(json, Stored.IReadOnlyListSession) ?? [];
    public static ChatState ReadState(string json) => JsonSerializer.Deserialize(json, Stored.ChatState)!;
    public static Reply ReadReply(string json) => JsonSerializer.Deserialize(json, Stored.Reply)!;
    public static Fact ReadFact(string json) => JsonSerializer.Deserialize(json, Stored.Fact)!;
    public static Dictionary<string, string> ReadAnswers(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, Stored.DictionaryStringString) ?? [];
}
