using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Consultations;

/// <summary>
/// Who wrote to the other side changes the words, or takes them back. Where the other side's channel can, the message there changes too;
/// elsewhere a line says so. Nothing else that somebody edits concerns the bot.
/// </summary>
internal static class Corrections
{
    /// <summary>Takes back the message it answers to, or the last one: platforms do not tell bots that somebody deleted a message.</summary>
    public const string Command = "/del";

    /// <summary>An edit or a deletion in the chat of who wrote it.</summary>
    public static TurnResult.Decided Take(Script script, Inbound content)
    {
        var message = content switch { Inbound.Edited e => e.Message, Inbound.Removed r => r.Message, _ => "" };
        if (script.Know(new Need.SaidAs(script.Context.Chat, message)) is not { Unsaid: false } line || script.Know(new Need.Consultation(line.Consultation)) is not { } c || !IsTheirs(script, c, line)) return script.End(null);
        if (content is not Inbound.Edited edited) script.Record(new Fact.ConsultationUnsaid(c.Number, line.Id));
        else if (edited.Value.Length is > 0 and <= Passing.Longest && edited.Value != line.Text) script.Record(new Fact.ConsultationCorrected(c.Number, line.Id) { Text = edited.Value });
        return script.End(null);
    }

    /// <summary>The command; the message goes from their own chat as well.</summary>
    public static void TakeBack(Script script, Heard heard, KnownConsultation c, bool byPerson)
    {
        var line = heard.ReplyTo is { } message ? script.Know(new Need.SaidAs(script.Context.Chat, message)) : script.Know(new Need.ConsultationLines(c.Number)).LastOrDefault(l => l.ByPerson == byPerson);
        if (line is not { Unsaid: false } || line.Consultation != c.Number || line.ByPerson != byPerson || !c.IsOpen) { script.Tell("c.unsaid.none"); return; }
        script.Record(new Fact.ConsultationUnsaid(c.Number, line.Id));
        if (script.Context.Channel.CanEdit && line.SaidId is { } own && (heard.ReplyTo is not null || line.SaidIn == script.Context.Chat)) script.Add(new Reply.Remove(new(own, null)));
        script.Tell("c.unsaid.done", ("no", c.Number));
    }

    /// <summary>Tells the other side.</summary>
    public static void Tell(Script script, long id)
    {
        if (script.Know(new Need.ConsultationLine(id)) is not { } line || script.Know(new Need.Consultation(line.Consultation)) is not { } c || !Reads(script, c, line)) return;
        var words = script.State.Dialog is DialogState.InGroup ? StaffGroup.Words(script, c, line) : ConsultationTold.Words(script, c, line);
        var here = line.ShownIn == script.Context.Chat;
        var stands = here && script.Context.Channel.CanEdit;
        if (line.Unsaid && stands) Remove(script, line);
        else if (line.Unsaid) { if (here) script.Inform(new Reply.Message(script.Text("c.unsaid", ("no", c.Number))) { At = words.At }); }
        else if (stands && line.ShownId is { } shown) script.Add(words with { Replaces = new(shown, null) });
        else script.Inform(new Reply.Message(script.Text("c.corrected", ("no", c.Number), ("text", line.Text))) { As = words.As, At = words.At });
    }

    private static bool Reads(Script script, KnownConsultation c, KnownLine line) =>
        script.State.Dialog is DialogState.InGroup ? line.ByPerson && StaffGroup.IsLinked(script) : ConsultationTold.Reads(script, c, line);

    private static void Remove(Script script, KnownLine line)
    {
        foreach (var id in new[] { line.FileShownId, line.ShownId })
            if (id is not null) script.Add(new Reply.Remove(new(id, null)));
    }

    /// <summary>It is about an open request, and whoever said it may still speak there.</summary>
    private static bool IsTheirs(Script script, KnownConsultation c, KnownLine line) =>
        c.IsOpen && (line.ByPerson ? c.Person is not null && c.Person == script.State.Person : script.State.Dialog is DialogState.InGroup ? StaffGroup.MayAdvise(script) : AdvisingDialog.Mine(script, c.Number) is not null);
}
