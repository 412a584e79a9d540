using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>What can be opened from below a message: an event, a survey or form, a page.</summary>
internal static class BroadcastButtons
{
    private const int MostChoices = 20, LongestLink = 500;

    /// <summary>The buttons as a reader sees them; what is over or gone by now is left out.</summary>
    public static IEnumerable<Option> Options(Script script, BroadcastContent content) => content.Buttons.Select(b => Option(script, b)).OfType<Option>();

    /// <summary>Asks.</summary>
    public static void Ask(Script script, DialogState.BroadcastMaking making)
    {
        switch (making.Step)
        {
            case BroadcastStep.ButtonEvent: Ask(script, "bc.button.event", BroadcastWhom.Events(script)); break;
            case BroadcastStep.ButtonForm: Ask(script, Forms(script).Count == 0 ? "bc.button.noform" : "bc.button.form", Forms(script)); break;
            case BroadcastStep.ButtonLink: script.Ask(new Reply.Message(script.Text("bc.button.link")) { Options = [script.Choice("btn.back")], TakesText = true }); break;
            default: Ask(script, "bc.button", new[] { "btn.bc.toevent", "btn.bc.toform", "btn.bc.tolink" }.Select(script.Choice)); break;
        }
    }

    /// <summary>What comes next; null after it was said that the answer is none.</summary>
    public static DialogState? Take(Script script, DialogState.BroadcastMaking making, Heard heard)
    {
        var draft = making.Draft;
        switch (making.Step, heard.Id)
        {
            case (BroadcastStep.Button, "btn.bc.toevent"): return BroadcastMakingDialog.To(BroadcastStep.ButtonEvent, draft);
            case (BroadcastStep.Button, "btn.bc.toform"): return BroadcastMakingDialog.To(BroadcastStep.ButtonForm, draft);
            case (BroadcastStep.Button, "btn.bc.tolink"): return BroadcastMakingDialog.To(BroadcastStep.ButtonLink, draft);
            case (BroadcastStep.ButtonEvent, { } code) when script.Events.Any(e => e.Code == code): return With(draft, new(BroadcastTarget.Event, code));
            case (BroadcastStep.ButtonForm, { } id) when Forms(script).Any(f => f.Id == id): return With(draft, Guid.TryParseExact(id, "N", out _) ? new(BroadcastTarget.Survey, id) : new(BroadcastTarget.Form, id));
            case (BroadcastStep.ButtonLink, _) when Link(heard.Text) is { } link: return With(draft, new(BroadcastTarget.Link, link.AbsoluteUri));
            default: script.Tell(making.Step is BroadcastStep.ButtonLink ? "bc.button.badlink" : "unknown"); return null;
        }
    }

    private static DialogState With(BroadcastDraft draft, BroadcastButton button)
    {
        var buttons = draft.Content.Buttons.Contains(button) ? draft.Content.Buttons : [.. draft.Content.Buttons, button];
        return BroadcastMakingDialog.To(BroadcastStep.Text, draft with { Content = draft.Content with { Buttons = [.. buttons.Take(BroadcastContent.MostButtons)] } });
    }

    private static Option? Option(Script script, BroadcastButton button) => button.Opens switch
    {
        BroadcastTarget.Event when script.Events.FirstOrDefault(e => e.Code == button.Key) is { CalledOff: null } e => new(e.Code.Length <= 50 ? $"{Actions.Event}.{e.Code}" : Actions.Events, e.Title.In(script.Language)) { Lasting = true },
        BroadcastTarget.Survey when Survey(script, button.Key) => script.Lasting("btn.sv.answer", $"{Actions.Survey}.{button.Key}"),
        BroadcastTarget.Form when FormLinks.Find(script, button.Key) is { } id => new($"{Actions.Form}.{button.Key}", script.Context.Forms.Find(id)!.Title(script.Language)) { Lasting = true },
        BroadcastTarget.Link when Link(button.Key) is { } link => new(Actions.Events, link.Host) { Lasting = true, Url = link.AbsoluteUri },
        _ => null,
    };

    private static bool Survey(Script script, string key) =>
        Guid.TryParseExact(key, "N", out var id) && script.Know(new Need.Survey(new(id))) is { ClosedAt: null } survey && survey.ClosesAt > script.Context.Now;

    /// <summary>Surveys that take answers now or later, and forms that stand by themselves.</summary>
    private static List<Option> Forms(Script script) =>
    [
        .. script.Know(new Need.Surveys()).Where(s => s.ClosedAt is null && s.ClosesAt > script.Context.Now && !s.Automatic).Select(s => new Option(s.Id.Value.ToString("N"), Surveys.SurveyListDialog.Name(script, s))).Take(MostChoices),
        .. script.Context.Forms.Ids.Where(id => FormLinks.Code(id) is { Length: <= 50 } && script.Context.Forms.Editions(id).Any(e => FormLinks.IsOpen(script, e))).Select(id => new Option(FormLinks.Code(id), script.Context.Forms.Find(id)!.Title(script.Language))).Take(MostChoices),
    ];

    /// <summary>An address of the web; null for anything else that may be typed. Telegram refuses a message with a bad one.</summary>
    private static Uri? Link(string text) =>
        text.Length is > 0 and <= LongestLink && Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var link)
        && link.Scheme is "https" or "http" && link.UserInfo.Length == 0 && link.HostNameType is UriHostNameType.Dns && link.Host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace) ? link : null;

    private static void Ask(Script script, string key, IEnumerable<Option> options) => script.Ask(script.Text(key), [.. options, script.Choice("btn.back")]);
}
