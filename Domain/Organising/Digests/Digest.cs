using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Digests;

/// <summary>
/// The week in numbers, for organisers: who registered, who came, what is due in the next seven days, what is missing; every line with what to do next.
/// It counts and names nobody.
/// </summary>
internal static class Digest
{
    /// <summary>How far it looks back and ahead.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>A longer list is not read.</summary>
    private const int MostLines = 10;

    private static readonly RegistrationStatus[] Stands = [.. Enum.GetValues<RegistrationStatus>().Where(s => s is not RegistrationStatus.Cancelled)];

    /// <summary>Says it at any time.</summary>
    public static void Show(Script script) => script.Say(Of(script) ?? script.Text("digest.none"));

    /// <summary>Says it once a week, to who is still an organiser and did not say stop; nothing where there is nothing to say.</summary>
    public static void Tell(Script script)
    {
        if (script.State.Muted || !script.May(Right.Organise) || Of(script) is not { } text) return;
        var known = Known(script);
        script.Inform(new Reply.Message(text) { Template = new(ApprovedTemplate.Digest, [Numbers.Whole(known.New.Values.Sum(), script.Language), Numbers.Whole(Came(script, known).Sum(c => c.Came), script.Language)]) });
    }

    private static KnownDigest Known(Script script) => script.Know(new Need.Digest(script.Context.Now - Week));

    /// <summary>The week in words; null where there is nothing to say.</summary>
    public static string? Of(Script script)
    {
        var known = Known(script);
        var came = Came(script, known).ToList();
        var fresh = script.Events.Where(e => known.New.ContainsKey(e.Id)).ToList();
        List<string> parts =
        [
            .. Part(script, script.Text("digest.new", ("n", fresh.Sum(e => known.New[e.Id]))), [.. fresh.Select(e => Line(script, "digest.new.line", e, ("n", known.New[e.Id]), ("all", known.Count(e.Id, Stands))))]),
            .. Part(script, script.Text("digest.came", ("n", came.Sum(c => c.Came))), [.. came.Select(c => Line(script, "digest.came.line", c.Event, ("n", c.Came), ("all", c.Expected)))]),
            .. Part(script, script.Text("digest.due"), [.. DigestDuties.Due(script, known)]),
            .. Part(script, script.Text("digest.missing"), [.. DigestDuties.Missing(script, known)]),
        ];
        return parts.Count == 0 ? null : $"{script.Text("digest.head", ("time", Dates.Moment(script.Local(script.Context.Now))))}\n\n{string.Join("\n\n", parts)}";
    }

    /// <summary>Events of the last seven days to which somebody came, with those who held a seat.</summary>
    private static IEnumerable<(EventInfo Event, int Came, int Expected)> Came(Script script, KnownDigest known)
    {
        var now = script.Context.Now;
        foreach (var e in script.Events.Where(e => e.StartsAt <= now && e.EndsAt > now - Week))
        {
            var came = known.Count(e.Id, RegistrationStatus.Attended);
            if (came > 0) yield return (e, came, came + known.Count(e.Id, RegistrationStatus.Confirmed, RegistrationStatus.NoShow));
        }
    }

    private static IEnumerable<string> Part(Script script, string head, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return [];
        var shown = lines.Take(MostLines);
        if (lines.Count > MostLines) shown = shown.Append(script.Text("digest.more", ("n", lines.Count - MostLines)));
        return [$"{head}\n{string.Join("\n", shown)}"];
    }

    /// <summary>A line about an event.</summary>
    public static string Line(Script script, string key, EventInfo e, params ReadOnlySpan<(string, object?)> more) =>
        script.Text(key, [("event", e.Title.In(script.Language)), ("code", e.Code), .. more]);
}
