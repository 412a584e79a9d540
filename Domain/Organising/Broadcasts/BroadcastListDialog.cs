using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Staff choose a message, or begin a new one.</summary>
internal sealed class BroadcastListDialog : IDialog
{
    private const string New = "btn.bc.new";
    private const int NameLength = 40;

    public void Open(Script script, DialogState dialog)
    {
        if (!BroadcastMakingDialog.May(script)) { script.Goto(new DialogState.Menu()); return; }
        var all = script.Know(new Need.Broadcasts());
        var lines = all.Select((b, i) => $"{i + 1}. {Name(script, b)} – {State(script, b)}");
        script.Ask(all.Count == 0 ? script.Text("bc.list.none") : script.Text("bc.list", ("list", string.Join("\n", lines))),
            [.. all.Select(b => new Option(b.Id.Value.ToString("N"), Name(script, b)) { Description = State(script, b) }), script.Choice(New), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!BroadcastMakingDialog.May(script) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == New) { BroadcastResumingDialog.Begin(script, new(BroadcastStep.Where, new())); return; }
        if (Guid.TryParseExact(heard.Id, "N", out var id) && script.Know(new Need.Broadcast(new(id))) is not null) { script.Goto(new DialogState.BroadcastCard(new(id))); return; }
        script.Tell("unknown");
        script.AskAgain();
    }

    /// <summary>How a message begins.</summary>
    public static string Name(Script script, KnownBroadcast broadcast) =>
        BroadcastWriting.Short(broadcast.Content.In(script.Language) is { Length: > 0 } text ? text : broadcast.Content.File?.Name ?? "–", NameLength);

    /// <summary>Where it stands.</summary>
    public static string State(Script script, KnownBroadcast broadcast) =>
        script.Text($"bc.state.{broadcast.Status}", ("time", Dates.Moment(script.Local(broadcast.EndedAt ?? broadcast.StartsAt))));
}
