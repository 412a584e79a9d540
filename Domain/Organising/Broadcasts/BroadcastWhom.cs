using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Counting;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Whom a message is for: people of an event by where they stand, everybody, a group in words, or those who gave an answer.</summary>
internal static class BroadcastWhom
{
    private const int MostEvents = 20;

    private static readonly (string Key, BroadcastWho Who)[] OfEvent =
        [("btn.bc.confirmed", BroadcastWho.Confirmed), ("btn.bc.waitlisted", BroadcastWho.Waitlisted), ("btn.bc.attended", BroadcastWho.Attended), ("btn.bc.absent", BroadcastWho.Absent)];

    /// <summary>The audience in words.</summary>
    public static string Title(Script script, BroadcastAudience audience) => audience.Group is { } group ? PeopleInWords.Title(script, group) : audience.Choice is { } choice ? BroadcastByAnswer.Title(script, choice)
        : script.Text($"bc.to.{audience.Who}", ("event", audience.Event is { } id && script.Event(id) is { } e ? e.Title.In(script.Language) : ""));

    /// <summary>Events a message may be about, those that begin last first.</summary>
    public static IEnumerable<Option> Events(Script script) => script.Events.Where(e => e.CalledOff is null).Reverse().Take(MostEvents).Select(e => new Option(e.Code, e.Title.In(script.Language)));

    /// <summary>Asks.</summary>
    public static void Ask(Script script, DialogState.BroadcastMaking making)
    {
        switch (making.Step)
        {
            case BroadcastStep.Event: Ask(script, "bc.event", Events(script)); break;
            case BroadcastStep.Who: Ask(script, "bc.who", OfEvent.Select(o => script.Choice(o.Key))); break;
            case BroadcastStep.AnswerForm or BroadcastStep.AnswerQuestion or BroadcastStep.Answer: BroadcastByAnswer.Ask(script, making); break;
            case BroadcastStep.Group: script.Ask(new Reply.Message(script.Text("sv.new.group")) { Options = [script.Choice("btn.back")], TakesText = true }); break;
            default: Ask(script, "bc.where", new[] { "btn.bc.event", "btn.sv.everybody", "btn.sv.group", "btn.bc.answer" }.Select(script.Choice)); break;
        }
    }

    /// <summary>What comes next; null after it was said that the answer is none.</summary>
    public static DialogState? Take(Script script, DialogState.BroadcastMaking making, Heard heard)
    {
        var draft = making.Draft;
        switch (making.Step)
        {
            case BroadcastStep.Where when heard.Id == "btn.bc.event": return BroadcastMakingDialog.To(BroadcastStep.Event, draft);
            case BroadcastStep.Where when heard.Id == "btn.sv.group": return BroadcastMakingDialog.To(BroadcastStep.Group, draft);
            case BroadcastStep.Where when heard.Id == "btn.bc.answer": return BroadcastMakingDialog.To(BroadcastStep.AnswerForm, draft);
            case BroadcastStep.AnswerForm or BroadcastStep.AnswerQuestion or BroadcastStep.Answer when BroadcastByAnswer.Take(script, making, heard) is { } next: return next;
            case BroadcastStep.Where when heard.Id == "btn.sv.everybody": return For(draft, new(BroadcastWho.Everybody));
            case BroadcastStep.Event when script.Events.FirstOrDefault(e => e.Code == heard.Id) is { } e: return BroadcastMakingDialog.To(BroadcastStep.Who, draft with { Event = e.Id });
            case BroadcastStep.Who when OfEvent.FirstOrDefault(o => o.Key == heard.Id) is { Key: not null } chosen: return For(draft, new(chosen.Who, draft.Event));
            case BroadcastStep.Group when PeopleInWords.Read(script, heard.Text) is { } group: return For(draft, new(BroadcastWho.Group, Group: group));
            default:
                script.Tell(making.Step is BroadcastStep.Group ? "sv.new.badgroup" : "unknown");
                return null;
        }
    }

    private static DialogState For(BroadcastDraft draft, BroadcastAudience audience) => BroadcastMakingDialog.To(BroadcastStep.Text, draft with { Audience = audience });

    private static void Ask(Script script, string key, IEnumerable<Option> options) => script.Ask(script.Text(key), [.. options, script.Choice("btn.back")]);
}
