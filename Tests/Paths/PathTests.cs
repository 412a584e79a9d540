using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Paths;

/// <summary>
/// Random paths through forty forms, each walked on every channel of the real program: the same person decides the same and says it in the
/// channel's way. A path that fails is told with form, seed and all that was said; the first few in full.
/// </summary>
public sealed class PathTests
{
    private const int PathsOfAForm = 50;
    private const int MostTold = 3;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(5));

    /// <summary>The seeds named in GRANTBOT_PATHS, "401 1951", when some paths only are to be walked again.</summary>
    private static readonly HashSet<int> Only = [.. (Environment.GetEnvironmentVariable("GRANTBOT_PATHS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture))];

    [Fact]
    public void forty_four_forms_meet_every_type_and_rule()
    {
        PathForms.All.Count.ShouldBe(44);
        PathForms.All.SelectMany(f => f.Form.Questions).Select(q => q.Kind).Distinct().Order().ShouldBe(Enum.GetValues<QuestionKind>().Where(k => k is not QuestionKind.AddAnother));
    }

    [Fact]
    public async Task the_same_answers_give_the_same_record_on_every_channel()
    {
        var plans = PathForms.All.SelectMany((form, f) => Enumerable.Range(1, PathsOfAForm).Select(path => new PathPlan(form, (f * PathsOfAForm) + path))).Where(p => Only.Count == 0 || Only.Contains(p.Seed)).ToList();
        await using var web = await Crowd.StartAsync(ChannelKind.Web, PathForms.All, Now);
        await using var telegram = await Crowd.StartAsync(ChannelKind.Telegram, PathForms.All, Now);
        await using var whatsApp = await Crowd.StartAsync(ChannelKind.WhatsApp, PathForms.All, Now);
        Crowd[] crowds = [web, telegram, whatsApp];
        await web.WalkAsync(plans, null);
        await Task.WhenAll(telegram.WalkAsync(plans, web.Walks), whatsApp.WalkAsync(plans, web.Walks));
        var stored = await Task.WhenAll(crowds.Select(c => c.StoredAsync()));
        var faults = plans.SelectMany((plan, i) => Faults(plan, [.. crowds.Select((c, n) => (c.Walks[i], stored[n][c.Walks[i].Talker.Address].ToList()))])).ToList();
        if (faults.Count > 0) Assert.Fail($"{faults.Count} paths failed:\n{string.Join('\n', faults.Select(f => f.Split('\n')[0]))}\n\n{string.Join("\n\n", faults.Take(MostTold))}");
        foreach (var crowd in crowds) (await crowd.TroubleAsync()).ShouldBe((0, 0));
    }

    /// <summary>What is wrong with one path, with everything that was said on the channels it went wrong on.</summary>
    private static IEnumerable<string> Faults(PathPlan plan, IReadOnlyList<(Walk Walk, List<StoredRecord> Records)> walked)
    {
        var expected = walked[0].Records.FirstOrDefault() is { } first ? (first.FormId, first.FormVersion, first.Answers) : default;
        foreach (var (walk, records) in walked)
        {
            var fault = walk.Fault ?? (records is not [var record] ? $"{records.Count} records are stored"
                : record.Language != plan.Language || record.Channel != walk.Channel ? $"stored as of {record.Channel} in {record.Language}"
                : (record.FormId, record.FormVersion, record.Answers) != expected ? $"stored:\n{record}\nelsewhere:\n{expected}"
                : null);
            if (fault is null) continue;
            yield return $"{plan}, {walk.Channel}: {fault}\n\n{walked[0].Walk.Transcript}\n{walk.Transcript}";
            yield break;
        }
    }
}
