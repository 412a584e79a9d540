using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Staff and one message: how far it has come, and holding, resuming, stopping it.</summary>
internal sealed class BroadcastCardDialog : IDialog
{
    /// <summary>Results that are told by themselves, in this order; those that platforms took stand above them.</summary>
    private static readonly BroadcastResult[] Apart =
    [
        BroadcastResult.Held, BroadcastResult.Waiting, BroadcastResult.Refused, BroadcastResult.Blocked, BroadcastResult.NoTemplate, BroadcastResult.OptedOut, BroadcastResult.NoChat, BroadcastResult.Shared, BroadcastResult.Stopped,
    ];

    public void Open(Script script, DialogState dialog)
    {
        var card = (DialogState.BroadcastCard)dialog;
        if (Known(script, card) is not { } broadcast) { script.Goto(new DialogState.Menu()); return; }
        if (card.Stopping) script.Ask(new Reply.Message(script.Text("bc.stop.sure")) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true });
        else Show(script, broadcast);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var card = (DialogState.BroadcastCard)dialog;
        if (heard.Id == "btn.menu" || Known(script, card) is not { } broadcast) { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.yes" when card.Stopping && broadcast.IsOpen: Order(script, broadcast, BroadcastOrder.Stop, "bc.stopped"); break;
            case "btn.no" when card.Stopping: script.Goto(card with { Stopping = false }); break;
            case "btn.bc.pause" when broadcast.Status is BroadcastStatus.Planned or BroadcastStatus.Sending: Order(script, broadcast, BroadcastOrder.Pause, "bc.paused"); break;
            case "btn.bc.resume" when broadcast.Status is BroadcastStatus.Paused: Order(script, broadcast, BroadcastOrder.Resume, "bc.resumed"); break;
            case "btn.bc.stop" when broadcast.IsOpen: script.Goto(card with { Stopping = true }); break;
            case "btn.bc.refresh": script.Goto(card); break;
            case "btn.bc.list": script.Goto(new DialogState.BroadcastList()); break;
            case "btn.bc.results":
                script.Record(new Fact.BroadcastResultsAsked(broadcast.Id, script.Language));
                script.Remember(s => s with { LastPress = null }); // it comes a moment later by itself
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static KnownBroadcast? Known(Script script, DialogState.BroadcastCard card) => BroadcastMakingDialog.May(script) ? script.Know(new Need.Broadcast(card.Broadcast)) : null;

    private static void Show(Script script, KnownBroadcast broadcast)
    {
        var counts = script.Know(new Need.BroadcastCountsOf(broadcast.Id));
        script.Tell("bc.head", ("title", BroadcastListDialog.Name(script, broadcast)), ("who", BroadcastWhom.Title(script, broadcast.Audience)), ("state", BroadcastListDialog.State(script, broadcast)));
        if (counts.People > 0) script.Say(string.Join("\n", Lines(script, counts)));
        script.Ask(script.Text("sv.card.asof", ("time", Dates.Moment(script.Local(script.Context.Now)))), [.. Choices(broadcast, counts).Select(script.Choice)]);
    }

    private static IEnumerable<string> Lines(Script script, BroadcastCounts counts)
    {
        string Whole(int number) => Numbers.Whole(number, script.Language);
        yield return script.Text("bc.counts", ("sent", Whole(counts.Sent)), ("all", Whole(counts.People)));
        if (counts[BroadcastResult.Delivered, BroadcastResult.Read] is > 0 and var arrived) yield return script.Text("bc.counts.read", ("delivered", Whole(arrived)), ("read", Whole(counts[BroadcastResult.Read])));
        foreach (var result in Apart)
            if (counts[result] is > 0 and var n) yield return $"• {script.Text($"bc.result.{result}")}: {Whole(n)}";
    }

    private static IEnumerable<string> Choices(KnownBroadcast broadcast, BroadcastCounts counts)
    {
        if (broadcast.Status is BroadcastStatus.Planned or BroadcastStatus.Sending) yield return "btn.bc.pause";
        if (broadcast.Status is BroadcastStatus.Paused) yield return "btn.bc.resume";
        if (broadcast.IsOpen) yield return "btn.bc.stop";
        yield return "btn.bc.refresh";
        if (counts.People > 0) yield return "btn.bc.results";
        yield return "btn.bc.list";
        yield return "btn.menu";
    }

    private static void Order(Script script, KnownBroadcast broadcast, BroadcastOrder order, string key)
    {
        script.Record(new Fact.BroadcastOrdered(broadcast.Id, order));
        script.Tell(key);
        script.Goto(new DialogState.Menu());
    }
}
