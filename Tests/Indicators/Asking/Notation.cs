using System.Globalization;
using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>
/// A reading in one line, as the gold questions write it: "attended ev=open from=2026-10-01 to=2026-10-31 female age=14-17 by=institution".
/// "?words a; b: …" asks back about words and offers what follows, "?several measure=a|b" offers readings, "-" is no question for counts.
/// </summary>
internal static class Notation
{
    public static string Of(CountReading reading, AskingWorld world) => reading switch
    {
        CountReading.Understood understood => Of(understood.Question, world),
        CountReading.Unclear { Why: UnclearWhy.Words } unclear => "?words " + string.Join("; ", unclear.Words) + (unclear.Choices.Count > 0 ? ": " + string.Join(" / ", unclear.Choices.Select(c => Of(c.Question, world))) : ""),
        CountReading.Unclear unclear => ("?" + unclear.Why.ToString().ToLowerInvariant() + " " + string.Join(" / ", unclear.Choices.Select(c => Of(c.Question, world)))).TrimEnd(),
        _ => "-",
    };

    public static string Of(CountQuestion question, AskingWorld world)
    {
        var parts = new List<string> { Snake(question.Measure.ToString()) };
        List("ev", question.Events.Select(e => world.Event(e)?.Code ?? "gone"));
        List("kind", question.Kinds);
        if (question.From is { } from) parts.Add($"from={from:yyyy-MM-dd}");
        if (question.To is { } to) parts.Add($"to={to:yyyy-MM-dd}");
        if (question.Gender is { } gender) parts.Add(gender);
        if (question.AgeFrom is not null || question.AgeTo is not null) parts.Add($"age={question.AgeFrom}-{question.AgeTo}");
        List("cat", question.Categories);
        List("occ", question.Occupations);
        List("ter", question.Territories);
        List("inst", question.Institutions);
        List("lang", question.Languages);
        List("ch", question.Channels.Select(c => c.ToString().ToLowerInvariant()));
        if (question.Disability is { } disability) parts.Add(disability ? "disability" : "nodisability");
        List("by", question.By.Select(d => d.ToString().ToLowerInvariant()));
        return string.Join(' ', parts);

        void List(string name, IEnumerable<string> values)
        {
            if (string.Join(',', values) is { Length: > 0 } joined) parts.Add($"{name}={joined}");
        }
    }

    private static string Snake(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLower(c, CultureInfo.InvariantCulture) : char.ToLower(c, CultureInfo.InvariantCulture).ToString()));
}
