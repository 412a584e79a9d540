using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Publicity;

/// <summary>Staff keep what was published about the project, and how many saw it: the reach of the report, never its participants.</summary>
internal sealed class PublicationsDialog : IDialog
{
    private const string Whole = "whole";

    public void Open(Script script, DialogState dialog)
    {
        if (!May(script)) { script.Goto(new DialogState.Menu()); return; }
        switch (dialog)
        {
            case DialogState.PublicationCard card when Find(script, card.Id) is { } one: Show(script, card, one); break;
            case DialogState.Publications { Choosing: true }: script.Ask(script.Text("pub.about"), [new Option(Whole, script.Text("pub.whole")), .. script.Events.OrderByDescending(e => e.StartsAt).Select(e => new Option(e.Code, e.Title.In(script.Language))), script.Choice("btn.back")]); break;
            default: ShowAll(script, script.Know(new Need.Publications())); break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!May(script) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.back") { script.Goto(dialog is DialogState.PublicationCard { Reading: true } or DialogState.PublicationCard { Removing: true } ? ((DialogState.PublicationCard)dialog) with { Reading = false, Removing = false } : new DialogState.Publications()); return; }
        switch (dialog)
        {
            case DialogState.PublicationCard card when Find(script, card.Id) is { } one: Take(script, card, one, heard); break;
            case DialogState.Publications { Choosing: true } when heard.Id == Whole: PublicationOccasion.Begin(script, null); break;
            case DialogState.Publications { Choosing: true } when script.Events.FirstOrDefault(e => e.Code == heard.Id) is { } e: PublicationOccasion.Begin(script, e.Id); break;
            case DialogState.Publications when heard.Id == "btn.pub.new": script.Goto(new DialogState.Publications(Choosing: true)); break;
            case DialogState.Publications when Guid.TryParseExact(heard.Id, "N", out var id) && Find(script, id) is not null: script.Goto(new DialogState.PublicationCard(id)); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>The day here.</summary>
    public static DateOnly Today(Script script) => DateOnly.FromDateTime(script.Local(script.Context.Now).DateTime);

    /// <summary>Shows all of them with one that has just changed, which is not stored yet.</summary>
    public static void ShowWith(Script script, Guid id, KnownPublication? changed)
    {
        script.Stay(new DialogState.Publications());
        ShowAll(script, [.. script.Know(new Need.Publications()).Where(p => p.Id != id).Concat(changed is null ? [] : [changed]).OrderByDescending(p => p.What.On).ThenByDescending(p => p.Id)]);
    }

    private static void ShowAll(Script script, IReadOnlyList<KnownPublication> all)
    {
        List<Option> options = [script.Choice("btn.pub.new"), .. all.Select(p => new Option(p.Id.ToString("N"), Label(script, p))), script.Choice("btn.menu")];
        if (all.Count == 0) { script.Ask(script.Text("pub.none"), options); return; }
        script.Ask(script.Text("pub.list", ("n", all.Count), ("views", Number(script, all.Sum(p => (long)(p.Views ?? 0)))), ("unread", all.Count(p => p.Views is null))), options);
    }

    private static void Show(Script script, DialogState.PublicationCard card, KnownPublication one)
    {
        if (card.Reading) { script.Ask(new Reply.Message(script.Text("pub.read")) { Options = [script.Choice("btn.back")], TakesText = true }); return; }
        if (card.Removing) { script.Ask(script.Text("pub.remove"), [script.Choice("btn.pub.remove.yes"), script.Choice("btn.back")]); return; }
        var about = one.What.Event is { } id && script.Event(id) is { } e ? e.Title.In(script.Language) : script.Text("pub.whole");
        List<string> lines = [$"{Kind(script, one.What.Kind)}: {one.What.Outlet}", script.Text("pub.of", ("event", about)), script.Text("pub.on", ("date", Dates.Short(one.What.On)))];
        if (one.What.Link is { } link) lines.Add(link);
        lines.Add(one.Views is { } views ? script.Text("pub.views", ("n", Number(script, views)), ("date", Dates.Short(one.ReadOn!.Value))) : script.Text("pub.unread"));
        script.Ask(string.Join('\n', lines), [script.Choice("btn.pub.read"), script.Choice("btn.pub.remove"), script.Choice("btn.back"), script.Choice("btn.menu")]);
    }

    private static void Take(Script script, DialogState.PublicationCard card, KnownPublication one, Heard heard)
    {
        switch (card, heard.Id)
        {
            case ({ Reading: true }, _):
                if (Views(heard.Text) is not { } views) { script.Tell("pub.read.wrong", ("max", Number(script, PublicationOccasion.MostViews))); script.AskAgain(); break; }
                script.Record(new Fact.ViewsRead(one.Id, views, Today(script)));
                script.Tell(views < one.Views ? "pub.read.less" : "pub.read.kept", ("n", Number(script, views)), ("before", Number(script, one.Views ?? 0)));
                ShowWith(script, one.Id, one with { Views = views, ReadOn = Today(script) });
                break;
            case ({ Removing: true }, "btn.pub.remove.yes"):
                script.Record(new Fact.PublicationRemoved(one.Id));
                script.Tell("pub.removed");
                ShowWith(script, one.Id, null);
                break;
            case (_, "btn.pub.read"): script.Goto(card with { Reading = true }); break;
            case (_, "btn.pub.remove"): script.Goto(card with { Removing = true }); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>A number of views as people type it: «12 345», «12.345», "1,204".</summary>
    private static int? Views(string text)
    {
        var digits = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or ','))]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var views) && views <= PublicationOccasion.MostViews ? views : null;
    }

    private static string Label(Script script, KnownPublication one) => $"{Dates.Short(one.What.On)} {one.What.Outlet} – {(one.Views is { } views ? Number(script, views) : script.Text("pub.unread.short"))}";

    private static string Kind(Script script, string code) => script.Context.Forms.Find(PublicationOccasion.FormId)?.Lists.GetValueOrDefault("pubkind")?.Find(code)?.Label.In(script.Language) ?? code;

    private static KnownPublication? Find(Script script, Guid id) => script.Know(new Need.Publications()).FirstOrDefault(p => p.Id == id);

    private static string Number(Script script, long count) => Numbers.Whole(count, script.Language);

    private static bool May(Script script) => script.May(Right.Organise);
}
