using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>A message before it leaves: how each language sees it, how many it reaches, and when.</summary>
internal static class BroadcastChecking
{
    private const string Send = "btn.bc.send";

    /// <summary>Shows it, once, and asks whether it leaves like this.</summary>
    public static void Ask(Script script, BroadcastDraft draft)
    {
        if (draft.Shown is null) Preview(script, draft.Content);
        var reach = script.Know(new Need.ReachOf(draft.Audience!));
        script.Stay(BroadcastMakingDialog.To(BroadcastStep.Check, draft with { Shown = reach.Reached }));
        script.Tell("bc.check", ("who", BroadcastWhom.Title(script, draft.Audience!)));
        script.Say(string.Join("\n", BroadcastReachWords.Lines(script, reach)));
        if (reach.Reached == 0) { script.Ask(script.Text("bc.nobody"), [script.Choice("btn.bc.whom"), script.Choice("btn.bc.change"), script.Choice("btn.menu")]); return; }
        var starts = Starts(script, draft);
        var question = starts <= script.Context.Now ? script.Text("bc.sure")
            : script.Text(draft.StartsAt == starts ? "bc.sure.at" : "bc.sure.night", ("time", Dates.Moment(script.Local(starts))));
        script.Ask(question, [new Option(Send, script.Text(Send, ("n", Numbers.Whole(reach.Reached, script.Language)))), script.Choice("btn.bc.later"), script.Choice("btn.bc.change"), script.Choice("btn.menu")]);
    }

    /// <summary>Asks for a day and a time.</summary>
    public static void AskWhen(Script script) => script.Ask(new Reply.Message(script.Text("bc.when")) { Options = [script.Choice("btn.bc.now"), script.Choice("btn.back")], TakesText = true });

    /// <summary>What comes next; null after it was said that the answer is none.</summary>
    public static DialogState? Take(Script script, BroadcastDraft draft, Heard heard)
    {
        switch (heard.Id)
        {
            case Send when draft.Shown > 0: return Make(script, draft);
            case "btn.bc.later" when draft.Shown > 0: return BroadcastMakingDialog.To(BroadcastStep.When, draft);
            case "btn.bc.change": return BroadcastMakingDialog.To(BroadcastStep.Text, draft with { Shown = null });
            case "btn.bc.whom": return BroadcastMakingDialog.To(BroadcastStep.Where, draft with { Shown = null });
            default: script.Tell("unknown"); return null;
        }
    }

    /// <summary>The same for the time.</summary>
    public static DialogState? TakeWhen(Script script, BroadcastDraft draft, Heard heard)
    {
        var now = script.Context.Now;
        if (heard.Id == "btn.bc.now") return BroadcastMakingDialog.To(BroadcastStep.Check, draft with { StartsAt = null });
        if (MomentWords.Read(heard.Text, script.Context.Zone, now) is { } at && at > now && at < now.AddYears(1)) return BroadcastMakingDialog.To(BroadcastStep.Check, draft with { StartsAt = at });
        script.Tell("bc.when.wrong");
        return null;
    }

    /// <summary>It leaves; not if the number of people is another than the one that was agreed to.</summary>
    private static DialogState Make(Script script, BroadcastDraft draft)
    {
        var reach = script.Know(new Need.ReachOf(draft.Audience!));
        if (reach.Reached != draft.Shown)
        {
            script.Tell("bc.changed");
            return BroadcastMakingDialog.To(BroadcastStep.Check, draft);
        }
        var starts = Starts(script, draft);
        KeptBroadcast.Forget(script);
        script.Record(new Fact.BroadcastMade(new(script.Context.NewId()), draft.Audience!, draft.Content, starts));
        if (starts > script.Context.Now) script.Tell("bc.made.at", ("time", Dates.Moment(script.Local(starts))));
        else script.Tell("bc.made", ("n", Numbers.Whole(reach.Reached, script.Language)));
        return new DialogState.Menu();
    }

    /// <summary>When it leaves: at once or as chosen, at night in the morning.</summary>
    private static DateTimeOffset Starts(Script script, BroadcastDraft draft)
    {
        var at = draft.StartsAt is { } chosen && chosen > script.Context.Now ? chosen : script.Context.Now;
        return Reminders.ByDay(at, script.Context.Zone);
    }

    /// <summary>A button that leads nowhere yet: whoever tries it does not lose what they wrote.</summary>
    private static Option Shown(Option option, int place) => option.Url is null ? option with { Id = $"{Actions.Peek}.{place}" } : option;

    /// <summary>The message as people see it, in each of its languages.</summary>
    private static void Preview(Script script, BroadcastContent content)
    {
        var languages = Texts.Languages.Where(content.Texts.ContainsKey).ToList();
        if (languages.Count <= 1) languages = [script.Language];
        foreach (var reply in languages.SelectMany(language => BroadcastTold.Replies(script, content, language)))
            script.Add(reply is Reply.Message message ? message with { Words = script.Words(), Options = [.. message.Options.Select(Shown)] } : reply);
        if (languages.Count == 1) script.Tell("bc.preview");
        else script.Tell("bc.preview.lang", ("list", script.Context.Texts.NamesOf(languages, script.Language)));
    }
}
