using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Sources;

namespace GrantBot.Domain.Organising;

/// <summary>Staff see by which links people came to an event, make a link for another place (an account, a school, a wall), and get its poster.</summary>
internal sealed class EventLinksDialog : IDialog
{
    /// <summary>The event's own link, which belongs to no source.</summary>
    private const string Own = "";

    public void Open(Script script, DialogState dialog)
    {
        var links = (DialogState.EventLinks)dialog;
        if (script.Event(links.Event) is not { } e || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        if (links.Naming) { script.Ask(new Reply.Message(script.Text("links.name", ("max", SourceCode.LongestName))) { Options = [script.Choice("btn.back")], TakesText = true }); return; }
        var sources = script.Know(new Need.Sources(e.Id));
        if (links.Source is { } code) ShowOne(script, e, code, sources);
        else ShowAll(script, e, sources);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var links = (DialogState.EventLinks)dialog;
        if (heard.Id == "btn.menu" || script.Event(links.Event) is not { } e || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.back") { script.Goto(links is { Source: null, Naming: false } ? new DialogState.EventPlan(e.Id) : new DialogState.EventLinks(e.Id)); return; }
        if (links.Naming) { TakeName(script, e, heard); return; }
        var sources = script.Know(new Need.Sources(e.Id));
        switch (heard.Id)
        {
            case "btn.poster" when links.Source is { } source:
                script.Record(new Fact.EventPosterAsked(e.Id, source.Length == 0 ? null : source, script.Language));
                script.Remember(s => s with { LastPress = null }); // it comes a moment later by itself
                break;
            case "btn.link.new" when MayMake(script, e, sources): script.Goto(new DialogState.EventLinks(e.Id, Naming: true)); break;
            case "btn.link.own": script.Goto(new DialogState.EventLinks(e.Id, Own)); break;
            case { } code when sources.All.Any(s => s.Code == code): script.Goto(new DialogState.EventLinks(e.Id, code)); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void ShowAll(Script script, EventInfo e, EventSources sources)
    {
        var lines = sources.All.Select(s => script.Text("links.line", ("name", s.Name), ("opened", s.Opened), ("registered", s.Registered), ("came", s.Came)))
            .Append(script.Text("links.line.own", ("registered", sources.Registered), ("came", sources.Came)));
        List<Option> options = [.. sources.All.Select(s => new Option(s.Code, s.Name)), script.Choice("btn.link.own")];
        if (MayMake(script, e, sources)) options.Insert(0, script.Choice("btn.link.new"));
        options.Add(script.Choice("btn.back"));
        script.Ask(script.Text("links.list", ("event", e.Title.In(script.Language)), ("list", string.Join("\n", lines)), ("time", Dates.Moment(script.Local(script.Context.Now)))), options);
    }

    private static void ShowOne(Script script, EventInfo e, string code, EventSources sources)
    {
        var one = sources.All.FirstOrDefault(s => s.Code == code);
        if (one is null && code != Own) { script.Goto(new DialogState.EventLinks(e.Id)); return; }
        (string, object?)[] words = [("event", e.Title.In(script.Language)), ("link", LinkWords.OrCommand(script, DeepLink.Event + SourceCode.Join(e.Code, one?.Code)))];
        var text = one is null ? script.Text("links.own", words) : script.Text("links.one", [.. words, ("name", one.Name), ("opened", one.Opened), ("registered", one.Registered), ("came", one.Came)]);
        script.Ask(text, [script.Choice("btn.poster"), script.Choice("btn.back"), script.Choice("btn.menu")]);
    }

    /// <summary>A name that is there already leads to its link.</summary>
    private static void TakeName(Script script, EventInfo e, Heard heard)
    {
        var sources = script.Know(new Need.Sources(e.Id));
        if (!MayMake(script, e, sources)) { script.Goto(new DialogState.EventLinks(e.Id)); return; }
        if (SourceCode.Name(heard.Text) is not { } name) { script.Tell("links.name.wrong", ("max", SourceCode.LongestName)); script.AskAgain(); return; }
        if (sources.All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)) is { } same) { script.Tell("links.name.taken"); script.Goto(new DialogState.EventLinks(e.Id, same.Code)); return; }
        var made = new KnownSource(SourceCode.Make(name, [.. sources.All.Select(s => s.Code)]), name, 0, 0, 0);
        script.Record(new Fact.SourceAdded(e.Id, made.Code, name));
        script.Tell("links.made");
        script.Stay(new DialogState.EventLinks(e.Id, made.Code));
        ShowOne(script, e, made.Code, sources with { All = [.. sources.All, made] });
    }

    private static bool MayMake(Script script, EventInfo e, EventSources sources) => script.May(Right.Organise, e) && sources.All.Count < SourceCode.MostOfAnEvent;
}
