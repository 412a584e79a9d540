using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.People;

/// <summary>Shows organisers two records that are alike, one pair at a time; only they decide whether it is one person (2-processes.md 2.4).</summary>
internal sealed class DoublesDialog : IDialog
{
    public static void Begin(Script script) => Show(script, 0);

    public void Open(Script script, DialogState dialog)
    {
        if (!script.May(Right.Organise)) script.Goto(new DialogState.Menu());
        else Show(script, ((DialogState.Doubles)dialog).Skip);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var doubles = (DialogState.Doubles)dialog;
        if (!script.May(Right.Organise) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.merge": Merge(script, doubles); break;
            case "btn.part": script.Record(new Fact.PeopleParted(doubles.First, doubles.Second)); script.Tell("people.parted"); Show(script, doubles.Skip, decided: 1); break;
            case "btn.later": Show(script, doubles.Skip + 1); break;
            case "btn.merges": script.Goto(new DialogState.Merges()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Shows the pair after those put off. What this very turn decides is not stored yet, so as many more are passed over.</summary>
    private static void Show(Script script, int skip, int decided = 0)
    {
        var likely = script.Know(new Need.LikelyDouble(skip + decided));
        if (likely.Pair is not { } pair)
        {
            var rest = Math.Min(skip, likely.Count - decided);
            script.Stay(new DialogState.Merges());
            script.Ask(rest > 0 ? script.Text("people.rest", ("n", rest)) : script.Text("people.none", ("n", Numbers.Whole(likely.People, script.Language))),
                [.. rest > 0 ? [script.Choice("btn.people")] : Array.Empty<Option>(), script.Choice("btn.merges"), script.Choice("btn.menu")]);
            return;
        }
        script.Record(new Fact.PeopleSeen("doubles", null));
        script.Stay(new DialogState.Doubles(skip, pair.First.Id, pair.Second.Id));
        script.Ask(script.Text("people.pair", ("n", likely.Count - decided)) + "\n" + RecordWords.Pair(script, pair), [script.Choice("btn.merge"), script.Choice("btn.part"), script.Choice("btn.later"), script.Choice("btn.merges"), script.Choice("btn.menu")]);
    }

    private static void Merge(Script script, DialogState.Doubles doubles)
    {
        if (script.Know(new Need.Person(doubles.First)) is not { } kept || script.Know(new Need.Person(doubles.Second)) is not { } gone) { script.Tell("people.changed"); Show(script, doubles.Skip); return; }
        var both = kept.Registrations.Join(gone.Registrations, r => r.Event, r => r.Event, (a, b) => (Stays: a, Goes: b)).Select(Order).ToList();
        if (both.Any(b => b.Goes.Team is not null && b.Goes.Team != b.Stays.Team)) { script.Tell("people.teams"); script.AskAgain(); return; }
        foreach (var (_, goes) in both) OfferAnswers.Move(script, goes, RegistrationStatus.Cancelled, MoveReason.Merged);
        script.Record(new Fact.PeopleMerged(script.Context.NewId(), kept.Id, gone.Id, [.. both.Select(b => new MergeLoss(b.Goes.Id, b.Goes.Status))]));
        script.Tell("people.merged");
        foreach (var (stays, goes) in both)
            script.Tell("people.merged.event", ("event", script.Event(stays.Event)?.Title.In(script.Language) ?? ""), ("no", stays.Number), ("other", goes.Number));
        Show(script, doubles.Skip, decided: 1);
    }

    /// <summary>Of two registrations for one event the one that came further stays, a team's before a single one; of equals the earlier.</summary>
    private static (KnownRegistration Stays, KnownRegistration Goes) Order((KnownRegistration A, KnownRegistration B) both)
    {
        var (a, b) = both.A.At <= both.B.At ? both : (both.B, both.A);
        return Rank(b) > Rank(a) ? (b, a) : (a, b);
    }

    private static int Rank(KnownRegistration registration) => (registration.Team is null ? 0 : 10) + registration.Status switch
    {
        RegistrationStatus.Attended => 5,
        RegistrationStatus.Confirmed or RegistrationStatus.NoShow => 4,
        RegistrationStatus.WaitingConsent when !registration.Queued => 3,
        RegistrationStatus.Offered => 2,
        _ => 1,
    };
}
