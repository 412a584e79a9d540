using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration;

/// <summary>A human decides in the place of the program (Law No. 94-V art. 19-1; three working days). Staff see the event and what the program saw, no name.</summary>
internal static class Reviews
{
    /// <summary>Whether a human admitted the chat's person in spite of a refusal.</summary>
    public static bool Admits(Script script, EventId e, RefusalKind about) => script.State.Person is { } person && script.Know(new Need.Admitted(e, person)).Contains(about);

    /// <summary>Asks a member of staff.</summary>
    public static void TellStaff(Script script, Notice.ReviewAsked asked)
    {
        if (script.Know(new Need.Review(asked.Review)) is not { IsOpen: true } review || script.Event(review.Event) is not { } e) return;
        script.Inform(script.Text("review.staff." + review.About.ToString().ToLowerInvariant(), ("event", e.Title.In(script.Language)), ("value", Detail(script, review)), ("rule", Rule(script, e, review.About))),
            script.Lasting("btn.admit", $"{Actions.Admit}.{review.Number}"), script.Lasting("btn.refuse", $"{Actions.Refuse}.{review.Number}"));
    }

    /// <summary>Asks a member of staff about the request that has waited longest.</summary>
    public static void TellOldest(Script script)
    {
        var waiting = script.Know(new Need.ReviewsWaiting());
        if (!script.May(Right.CheckIn)) waiting = [.. waiting.Where(n => script.Know(new Need.Review(n)) is { } review && script.May(Right.CheckIn, review.Event))];
        script.Tell(waiting.Count == 0 ? "review.none" : "review.waiting", ("n", waiting.Count));
        if (waiting.Count > 0) TellStaff(script, new(waiting[0]));
    }

    /// <summary>A member of staff decides; false when there is nothing to decide.</summary>
    public static bool Decide(Script script, string about, bool admits)
    {
        if (!long.TryParse(about, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || script.Know(new Need.Review(number)) is not { } review || !script.May(Right.CheckIn, review.Event)) return false;
        if (!review.IsOpen) script.Tell("review.done");
        else
        {
            script.Record(new Fact.HumanReviewDecided(number, review.Event, review.Person, review.About, admits));
            script.Tell(admits ? "review.admitted" : "review.refused");
        }
        return true;
    }

    /// <summary>Tells the person what was decided.</summary>
    public static void TellPerson(Script script, Notice.ReviewDecided decided)
    {
        if (script.Event(decided.Event) is not { } e) return;
        if (decided.Admitted) script.Inform(script.Text("review.yes", Notices.Words(script, e)), script.Lasting("btn.register", $"{Actions.Register}.{e.Code}"));
        else
        {
            if (script.State.Unfinished is DialogState.Registering refused && refused.Event == e.Id) script.Remember(s => s with { Unfinished = null });
            script.Inform(script.Text("review.no", ("event", e.Title.In(script.Language)), ("phone", script.Context.Organisation.Phone)));
        }
    }

    private static string Detail(Script script, KnownReview review) => review.About is RefusalKind.Territory ? script.Text("ter." + review.Detail) : review.Detail;

    private static string Rule(Script script, Programme.EventInfo e, RefusalKind about) => about switch
    {
        RefusalKind.Age => $"{e.MinAge?.ToString(CultureInfo.InvariantCulture) ?? "…"}–{e.MaxAge?.ToString(CultureInfo.InvariantCulture) ?? "…"}",
        RefusalKind.Territory => string.Join(", ", e.Territories.Select(t => script.Text("ter." + t))),
        _ => string.Join(", ", e.Quotas.Select(q => q.Title.In(script.Language))),
    };
}
