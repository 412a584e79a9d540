using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Surveys;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Digests;

/// <summary>The part of a digest that asks staff to do something: what is due in the next seven days, and what is missing.</summary>
internal static class DigestDuties
{
    /// <summary>Papers of an event that is over longer than this are asked for no more.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(60);

    /// <summary>Events that begin, registrations and surveys that close, seats that are offered; the next first.</summary>
    public static IEnumerable<string> Due(Script script, KnownDigest known)
    {
        var (now, until) = (script.Context.Now, script.Context.Now + Digest.Week);
        var lines = new List<(DateTimeOffset At, string Line)>();
        void Add(DateTimeOffset at, string key, EventInfo e, params ReadOnlySpan<(string, object?)> more) => lines.Add((at, Digest.Line(script, key, e, [("time", Time(script, at)), .. more])));
        foreach (var e in script.Events.Where(e => e.CalledOff is null))
        {
            if (known.Count(e.Id, RegistrationStatus.Offered) is > 0 and var offered) Add(now, "digest.due.offer", e, ("n", offered));
            if (e.TakesRegistrations(now) && e.ClosesAt <= until) Add(e.ClosesAt, "digest.due.closes", e);
            if (e.StartsAt > now && e.StartsAt <= until) Add(e.StartsAt, "digest.due.starts", e);
        }
        foreach (var survey in Open(script).Where(s => s.ClosesAt <= until && !HasFew(s))) lines.Add((survey.ClosesAt, Say(script, "digest.due.survey", survey)));
        return lines.OrderBy(l => l.At).Select(l => l.Line);
    }

    /// <summary>Lists without signatures, people not marked, decisions and consents that are waited for, turns that met a fault, surveys with few answers.</summary>
    public static IEnumerable<string> Missing(Script script, KnownDigest known)
    {
        var now = script.Context.Now;
        foreach (var e in script.Events.Where(e => e.CalledOff is null && e.EndsAt <= now && e.EndsAt > now - LooksBack))
        {
            var unmarked = known.Count(e.Id, RegistrationStatus.Confirmed);
            if (unmarked > 0) yield return Digest.Line(script, "digest.missing.marks", e, ("n", unmarked));
            if (!known.Signed.Contains(e.Id) && unmarked + known.Count(e.Id, RegistrationStatus.Attended) > 0) yield return Digest.Line(script, "digest.missing.list", e);
        }
        foreach (var e in script.Events)
            if (known.Count(e.Id, RegistrationStatus.WaitingConsent) is > 0 and var minors) yield return Digest.Line(script, "digest.missing.consent", e, ("n", minors), ("button", script.Text("btn.papers")));
        if (script.Know(new Need.ReviewsWaiting()) is { Count: > 0 and var reviews }) yield return script.Text("digest.missing.reviews", ("n", reviews));
        if (script.Know(new Need.Parked()).Count is > 0 and var parked) yield return script.Text("digest.missing.parked", ("n", parked));
        foreach (var survey in Open(script).Where(HasFew)) yield return Say(script, "digest.missing.survey", survey);
    }

    private static IEnumerable<KnownSurvey> Open(Script script) => script.Know(new Need.Surveys()).Where(s => s.IsOpen(script.Context.Now));

    /// <summary>Too few to print a percentage of.</summary>
    private static bool HasFew(KnownSurvey survey) => survey.Answered < Figure.Share.FewestForPercent;

    private static string Say(Script script, string key, KnownSurvey survey) =>
        script.Text(key, ("title", SurveyListDialog.Name(script, survey)), ("time", Time(script, survey.ClosesAt)), ("n", survey.Answered), ("min", Figure.Share.FewestForPercent));

    private static string Time(Script script, DateTimeOffset at) => Dates.Moment(script.Local(at));
}
