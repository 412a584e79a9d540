using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>A message of staff as one person gets it: in their language, in the place where the conversation stands.</summary>
internal static class BroadcastTold
{
    /// <summary>Says it, unless it was stopped or they said stop meanwhile.</summary>
    public static void Tell(Script script, Notice.Broadcast notice)
    {
        if (script.State.Muted || script.Know(new Need.Broadcast(notice.Id)) is not { Status: not BroadcastStatus.Stopped } broadcast) return;
        foreach (var reply in Replies(script, broadcast.Content, script.Language))
        {
            if (reply is Reply.Message message) { script.Inform(message); continue; }
            script.Add(reply);
            if (broadcast.Content is { Texts.Count: 0 } || !BroadcastWriting.NeedsTwo(broadcast.Content)) AskOpen(script);
        }
    }

    /// <summary>Tells its author that it has left.</summary>
    public static void TellDone(Script script, Notice.BroadcastDone notice)
    {
        if (!BroadcastMakingDialog.May(script) || script.Know(new Need.Broadcast(notice.Id)) is not { } broadcast) return;
        script.Inform(script.Text("bc.done", ("title", BroadcastListDialog.Name(script, broadcast))));
    }

    /// <summary>What is sent for a reader of a language: a picture with its caption, a text, or one after the other.</summary>
    public static IEnumerable<Reply> Replies(Script script, BroadcastContent content, string language)
    {
        var (text, two) = (content.In(language), BroadcastWriting.NeedsTwo(content));
        if (content.File is { } file) yield return new Reply.File(file.Id, file.Name, file.MediaType, two ? "" : text);
        if (content.File is not null && !two) yield break;
        yield return new Reply.Message(text)
        {
            Options = [.. BroadcastButtons.Options(script, content)],
            Template = content is { File: null, Buttons.Count: 0 } ? new(ApprovedTemplate.News, [text]) : null,
        };
    }

    /// <summary>A form that is being filled goes on below.</summary>
    private static void AskOpen(Script script) { if (script.State.Dialog is DialogState.Filling { Step: FillingStep.Asking }) script.AskAgain(); }
}
