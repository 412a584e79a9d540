using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Organising;

/// <summary>Links that open a form: "f_ID", since a platform's start code takes letters, digits, _ and - only, at most 64 (platform/telegram.md).</summary>
internal static class FormLinks
{
    private const int LongestId = 60;

    /// <summary>Whether participants may open the form by itself: it was published by staff, and no event registers by it.</summary>
    public static bool IsOpen(Script script, FormEdition edition) =>
        edition is { Ships: false, Status: FormStatus.Published } && script.Events.All(e => e.FormId != edition.Form.Id);

    /// <summary>The link in words, with the text that does the same when typed.</summary>
    public static string Say(Script script, string id)
    {
        var code = DeepLink.Form + Code(id);
        return script.Text("form.link", ("link", LinkWords.Of(script, code) ?? ""), ("code", LinkWords.Command(code)));
    }

    /// <summary>The form a code stands for; null when it is not open.</summary>
    public static string? Find(Script script, string code) => script.Context.Forms.Ids.FirstOrDefault(id => Code(id) == code && script.Context.Forms.Editions(id).Any(e => IsOpen(script, e)));

    /// <summary>Whether a code stood for a form that people could fill.</summary>
    public static bool Knows(Script script, string code) => script.Context.Forms.Ids.Any(id => Code(id) == code && script.Context.Forms.Editions(id).Any(e => e.Status is FormStatus.Retired));

    /// <summary>What stands behind "f_" in the link of a form.</summary>
    public static string Code(string id) => id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? id : Secret.Hash(id)[..12];
}
