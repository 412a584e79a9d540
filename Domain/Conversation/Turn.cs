using GrantBot.Domain.Conversation.Dialogs;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Organising.Counting;

namespace GrantBot.Domain.Conversation;

/// <summary>One step of a conversation: data in, data out. No clock, no I/O, no effect outside its result.</summary>
public static class Turn
{
    /// <summary>Long enough for people to have forgotten which question stood open: then free text is not taken for an answer.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(6);

    /// <summary>Takes one message in a chat.</summary>
    /// <param name="state">Where the chat stands.</param>
    /// <param name="delivery">What came.</param>
    /// <param name="context">The surroundings, with what was read for this turn so far.</param>
    public static TurnResult Take(ChatState state, Delivery delivery, TurnContext context)
    {
        try
        {
            return Decide(state, delivery, context);
        }
        catch (NotKnownException lack)
        {
            return new TurnResult.Lacks(lack.Need);
        }
    }

    private static TurnResult.Decided Decide(ChatState state, Delivery delivery, TurnContext context)
    {
        if (delivery.Group is not null || state.Dialog is DialogState.InGroup) return Consultations.StaffGroup.Take(new Script(state, context), delivery);
        switch (delivery.Content)
        {
            case Inbound.Told told: return Notices.Tell(new Script(state, context), told.Notice);
            case Inbound.Edited or Inbound.Removed: return Consultations.Corrections.Take(new Script(state, context), delivery.Content);
            default: break;
        }
        var script = new Script(state with { HeardAt = delivery.At > state.HeardAt ? delivery.At : state.HeardAt ?? delivery.At, VerifiedPhone = delivery.VerifiedPhone ?? state.VerifiedPhone, Broadcast = state.Broadcast?.IsOver(context.Now) is false ? state.Broadcast : null }, context);
        switch (delivery.Content)
        {
            case Inbound.Left: script.Record(new Fact.ChatLeft()); return script.End(null);
            case Inbound.Returned: script.Record(new Fact.ChatReturned()); return script.End(null);
            case var silent when IsSilent(silent): return script.End(null);
            default: break;
        }
        if (Repeats(state, delivery)) return script.End(null);
        if (delivery.Content is Inbound.Text text) script.Remember(s => s with { LastText = Mark(text) });
        var heard = Listen(script, delivery.Content, out var settle, out var done) with { Message = delivery.MessageId, ReplyTo = delivery.ReplyTo };
        if (!done) Answer(script, heard, state, delivery);
        return script.End(settle);
    }

    /// <summary>
    /// The same text once more, sent before the open question was asked: somebody who waited for an answer (a slow network, a restart of ours)
    /// said it again. It was answered already and must not answer the next question. Platforms tell whole seconds, so one is allowed for.
    /// </summary>
    private static bool Repeats(ChatState state, Delivery delivery) =>
        delivery.Content is Inbound.Text text && state.LastText is not null && state.AskedAt is { } asked && delivery.At.AddSeconds(1) <= asked && Mark(text) == state.LastText;

    /// <summary>Enough of a hash to tell one text from the last.</summary>
    private static string Mark(Inbound.Text text) => Secret.Hash(text.Value)[..12];

    /// <summary>Edits, reactions and the like are not addressed to the bot as an answer: an answer to them would puzzle.</summary>
    public static bool IsSilent(Inbound content) => content is Inbound.Edited or Inbound.Removed || content is Inbound.Unsupported { What: var what } && (what is "edited_message" or "reaction" or "group" or "message_reaction"
        or "status" or "empty" or "unreadable" or "update" or "my_chat_member" or "user_changed_number" or "user_preferences" || what.StartsWith("channel", StringComparison.Ordinal));

    /// <summary>Whether a chat begins with it. Of groups that nobody asked the bot into nothing is kept.</summary>
    public static bool Begins(Delivery delivery) =>
        delivery.Group is null ? !IsSilent(delivery.Content) : delivery.Content is Inbound.Returned || Consultations.StaffGroup.IsCommand(delivery.Content);

    private static void Answer(Script script, Heard heard, ChatState before, Delivery delivery)
    {
        if (before.Language is null && before.Dialog is DialogState.ChooseLanguage) { LanguageFirst(script, heard, before, delivery); return; }
        if (heard.Choice is { Lasting: true } lasting) { Actions.Take(script, lasting.Id); return; }
        if (Consultations.Quoting.Take(script, heard)) return;
        if (StaffCommands.Take(script, heard)) return;
        if (script.State.Dialog is not (DialogState.Filling { Step: FillingStep.Asking } or DialogState.Importing or DialogState.Conversing or DialogState.Advising or DialogState.BroadcastMaking) && FormSending.TakeFile(script, heard)) return;
        if (heard.Choice is null && Globals.Take(script, heard)) return;
        if (CountDialog.TakeText(script, heard)) return;
        if (StaffCommands.Correct(script, heard)) return;
        if (Forgotten(script, heard, before, delivery)) { script.Remember(s => s with { Unfinished = (DialogState.Filling)s.Dialog }); script.Goto(new DialogState.Resuming()); return; }
        if (heard.Content is Inbound.Unsupported) { script.Tell("unsupported"); script.AskAgain(); return; }
        DialogCatalog.Of(script.State.Dialog).Take(script, script.State.Dialog, heard);
    }

    private static bool Forgotten(Script script, Heard heard, ChatState before, Delivery delivery) =>
        heard.Choice is null && script.State.Dialog is DialogState.Filling { Step: FillingStep.Asking, IsOfAnother: false } && before.HeardAt is { } last && delivery.At - last > LongPause;

    /// <summary>Nothing is said in a language before one is chosen; a deep link's code is kept for afterwards.</summary>
    private static void LanguageFirst(Script script, Heard heard, ChatState before, Delivery delivery)
    {
        var code = StartCode(heard.Text);
        if (code is not null) script.Stay(new DialogState.ChooseLanguage(code));
        if (heard.Choice is null && before.Asked is null) { LanguageDialog.AskFirst(script, delivery.ClientLanguage); return; }
        DialogCatalog.Of(script.State.Dialog).Take(script, script.State.Dialog, heard);
    }

    /// <summary>The code behind "/start CODE"; null when the text is something else.</summary>
    internal static string? StartCode(string text) =>
        text.StartsWith("/start ", StringComparison.Ordinal) && text.Length is > 7 and <= 71 ? text[7..].Trim() : null;

    private static Heard Listen(Script script, Inbound content, out Reply.Settle? settle, out bool done)
    {
        settle = null;
        done = false;
        var asked = script.State.Asked;
        switch (content)
        {
            case Inbound.Press press:
                return Press(script, press, out settle, out done);
            case Inbound.Text typed:
                var text = typed.Value.Trim();
                return new(content, LastTold(script, text) ?? (asked is null ? null : Choices.Typed(asked, text)) ?? ToldChoice(script, text), text);
            case Inbound.File { Caption: { Length: > 0 } caption }:
                return new(content, null, caption.Trim());
            default:
                return new(content, null, "");
        }
    }

    /// <summary>
    /// A number on the scale of what was told last of all ("5 – excellent"), before anything that was asked. Places and beginnings of labels are not read from it: «Записаться» and 2
    /// belong to the list that stands open, though «Записаться снова» or «Не смогу прийти» was told meanwhile.
    /// </summary>
    private static Option? LastTold(Script script, string text) =>
        script.State is { ToldLast: true, Told: { } told, Dialog: not DialogState.Filling } ? Choices.OnScale(told, text) : null;

    /// <summary>A choice of what was told without having been asked for, by its label; not while a form takes answers.</summary>
    private static Option? ToldChoice(Script script, string text) =>
        script.State is { Told: { } told, Dialog: not DialogState.Filling } ? Choices.Typed(told with { TakesText = true }, text) : null;

    private static Heard Press(Script script, Inbound.Press press, out Reply.Settle? settle, out bool done)
    {
        settle = null;
        done = true;
        var nothing = new Heard(press, null, "");
        var token = ButtonToken.Read(press.Token);
        var first = script.State.Asked is { Since: > 0 and var since } ? since : script.State.Prompt;
        if (press.Token == script.State.LastPress && (token is not ButtonToken.Choice(var pressed, _) || pressed >= Math.Min(first, script.State.Prompt - 1))) return nothing; // pressed twice
        switch (token)
        {
            case ButtonToken.Choice(var prompt, var index) when script.State.Asked is { } asked && prompt >= first && prompt <= asked.Prompt && index >= 0 && index < asked.Options.Count:
                done = false;
                var option = asked.Options[index];
                script.Remember(s => s with { LastPress = press.Token });
                if (press.Message is { } message) settle = new(message, option.Label);
                return new(press, option, option.Label);
            case ButtonToken.Turn(var prompt, var page) when script.State.Asked is { } asked && prompt == asked.Prompt && page >= 0 && page <= asked.Options.Count:
                script.TurnTo(page);
                return nothing;
            case ButtonToken.Action(var id):
                done = false;
                return new(press, new Option(id, "") { Lasting = true }, "");
            default:
                Late(script);
                return nothing;
        }
    }

    /// <summary>A button of an earlier question: said kindly, and the present question again.</summary>
    private static void Late(Script script)
    {
        if (script.State.Language is null) { LanguageDialog.AskFirst(script, null); return; }
        if (script.State.Asked is null) { script.Goto(new DialogState.Menu()); return; }
        script.Tell("late");
        script.AskAgain();
    }
}
