using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Consultations;

/// <summary>What is passed on from one side to the other.</summary>
internal static class Passing
{
    /// <summary>One message of any platform.</summary>
    public const int Longest = 4000;

    /// <summary>The words and the file; null after it was said why nothing is passed on.</summary>
    public static (string Text, PassedFile? File)? Read(Script script, Heard heard, KnownConsultation c, bool byPerson)
    {
        switch (heard.Content)
        {
            case Inbound.Text when heard.Text == Corrections.Command: Corrections.TakeBack(script, heard, c, byPerson); return null;
            case Inbound.Text when heard.Text.StartsWith('/'): script.Tell("c.command"); return null;
            case Inbound.Text when heard.Text.Length is > 0 and <= Longest: return (heard.Text, null);
            case Inbound.Text: script.Tell("c.long", ("max", Longest)); return null;
            case Inbound.File file:
                var kept = script.Know(new Need.FileToPass(file.Handle, file.Name, file.MediaType, file.Bytes));
                if (kept.File is { } passed) return (heard.Text, passed);
                script.Tell(kept.Refused!);
                return null;
            default: script.Tell("c.notpassed"); return null;
        }
    }

    /// <summary>Gives back what cannot be passed on any more, so that nobody believes it was, or has to type it again.</summary>
    public static void GiveBack(Script script, Heard heard)
    {
        if (heard.Choice is not null || heard.Text.StartsWith('/')) return;
        if (heard.Content is Inbound.File) script.Tell("c.unsent.file");
        if (heard.Text.Length is > 0 and <= Longest) script.Tell("c.unsent", ("text", heard.Text));
    }
}
